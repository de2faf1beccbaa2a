"""Read ``book/objectives.yml``: what the course teaches a reader to do, by the id items name."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from painlab.content import content_dir
from painlab.findings import ContentError, Finding, nearest
from painlab.quiz.errors import show
from painlab.quiz.parts import Slug, Strict, Text
from painlab.yaml_source import Source, read_yaml

FILE = "objectives.yml"
_RULE = "objective"


class Objective(Strict):
    """One thing a reader can do after a module.

    Attributes
    ----------
    id : the name that items give as their ``objective``.
    module : folder of the lessons that teach it.
    can : plain words that complete "You can …".
    """

    id: Slug
    module: Slug
    can: Text


def read_objectives(content: Path) -> tuple[dict[str, Objective], list[Finding]]:
    """Read the objectives and say, with file and line, what must be mended.

    Parameters
    ----------
    content : folder with ``objectives.yml``.

    Returns
    -------
    The usable objectives by id, in file order, and what is wrong with the others.
    """
    path = content / FILE
    shown = f"{content.name}/{FILE}"
    if not path.is_file():
        message = "the file is missing; list each objective with id, module and can."
        return {}, [Finding(shown, 0, _RULE, "", message)]
    try:
        source = read_yaml(path, shown)
    except ContentError as error:
        return {}, list(error.findings)
    if not isinstance(source.data, list):
        message = "the file must be a list of objectives; begin each with '- id:'."
        return {}, [Finding(shown, 1, _RULE, "", message)]
    objectives: dict[str, Objective] = {}
    findings: list[Finding] = []
    for index, raw in enumerate(source.data):
        objective, wrong = _read(raw, index, source)
        findings += wrong
        if objective is None:
            continue
        if objective.id in objectives:
            message = "this id already stands above; give each objective one entry."
            findings.append(source.finding((index, "id"), _RULE, objective.id, message))
            continue
        objectives[objective.id] = objective
    return objectives, findings


@cache
def course_objectives() -> dict[str, Objective]:
    """Return the objectives of the course by id, loaded once a process.

    Raises
    ------
    ContentError
        When an objective is not valid; the message names file, line and objective.
    """
    objectives, findings = read_objectives(content_dir())
    if findings:
        raise ContentError(findings)
    return objectives


def _read(raw: Any, index: int, source: Source) -> tuple[Objective | None, list[Finding]]:
    if not isinstance(raw, dict):
        message = "an objective must be a mapping that starts with 'id:'."
        return None, [source.finding((index,), _RULE, f"objective {index + 1}", message)]
    name = show(raw.get("id") or f"objective {index + 1}")
    try:
        return Objective.model_validate(raw), []
    except ValidationError as error:
        return None, [
            source.finding((index, *detail["loc"]), _RULE, name, _sentence(detail))
            for detail in error.errors(include_url=False)
        ]


def _sentence(detail: ErrorDetails) -> str:
    field = show(detail["loc"][-1])
    match detail["type"]:
        case "missing":
            return f"the field '{field}' is missing; add it."
        case "extra_forbidden":
            hint = nearest(field, list(Objective.model_fields))
            return f"unknown field '{field}'.{hint} Remove or rename it."
        case "string_pattern_mismatch":
            said = show(detail["input"])
            return f"{field} '{said}' is not valid; write it in small letters with hyphens."
        case "value_error":
            return f"{field}: {detail['msg'].removeprefix('Value error, ')}."
        case _:
            return f"'{field}' must be text; put it in quotes."
