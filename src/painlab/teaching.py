"""Read ``book/teach/labs.yml``: how long each lab takes in class, by our judgement."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import PositiveInt, TypeAdapter, ValidationError

from painlab.content import content_dir
from painlab.findings import ContentError
from painlab.yaml_source import Source, read_yaml

FILE = "teach/labs.yml"
RULE = "lab-minutes"
_MINUTES: TypeAdapter[dict[str, PositiveInt]] = TypeAdapter(dict[str, PositiveInt])


def read_lab_minutes(path: Path, shown_as: str) -> tuple[dict[str, int], Source]:
    """Return the minutes of each lab by its name, and where each stands.

    Parameters
    ----------
    path : the file.
    shown_as : its name in messages.

    Raises
    ------
    ContentError
        When the file is no list of whole minutes; each finding names file and line.
    """
    source = read_yaml(path, shown_as)
    try:
        return _MINUTES.validate_python(source.data, strict=True), source
    except ValidationError as error:
        message = "write the lab's name, a colon and whole minutes, such as 'sham: 20'."
        findings = [
            source.finding(one["loc"], RULE, str((*one["loc"], "")[0]), message)
            for one in error.errors()
        ]
        raise ContentError(findings) from error


@cache
def lab_minutes() -> dict[str, int]:
    """Return the minutes of each lab of the course, read once a process; none without the file.

    Raises
    ------
    ContentError
        When the file cannot be used.
    """
    path = content_dir() / FILE
    return read_lab_minutes(path, f"book/{FILE}")[0] if path.is_file() else {}
