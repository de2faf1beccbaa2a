"""Load and validate the evidence files and their bibliography."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from painlab.content import content_dir
from painlab.evidence.bibliography import Reference, read_bibliography
from painlab.evidence.schema import StudyEntry
from painlab.findings import ContentError, Finding, nearest
from painlab.yaml_source import Source, read_yaml

_STUDY_FIELDS = sorted(StudyEntry.model_fields)


@dataclass(frozen=True)
class Evidence:
    """Every study of the course, with its reference and its place in the files.

    Attributes
    ----------
    studies : entries by key, in file order.
    references : bibliography by key.
    places : ``(file, line)`` by study key.
    """

    studies: dict[str, StudyEntry]
    references: dict[str, Reference]
    places: dict[str, tuple[str, int]]

    def keys(self) -> Iterator[str]:
        """Yield each addressable key: ``study.figure`` or ``study.figure[label]``."""
        for study in self.studies.values():
            if study.n is not None:
                yield f"{study.key}.n"
            for name, entry in study.figures.items():
                if entry.values is None:
                    yield f"{study.key}.{name}"
                else:
                    yield from (f"{study.key}.{name}[{label}]" for label in entry.values)


def _explain(error: Any, study: dict[Any, Any]) -> tuple[str, str]:
    """Turn one pydantic error into (item, sentence)."""
    route = [part for part in error["loc"] if part != "[key]"]
    item = str(study.get("key", "study without key"))
    if len(route) >= 2 and route[0] == "figures":
        item += f".{route[1]}"
        if len(route) >= 4 and route[2] == "values":
            item += f"[{route[3]}]"
    name = str(route[-1]) if route else ""
    if error["type"] == "extra_forbidden":
        return item, f"unknown field '{name}'.{nearest(name, _STUDY_FIELDS)} Remove or rename it."
    if error["type"] == "missing":
        return item, f"the field '{name}' is missing; add it."
    if name == "status":
        said = error.get("input")
        if said == "recalled":
            return item, "the status is 'recalled': it was not seen in a source, so leave it out."
        return item, f"the status '{said}' is not known; use 'verified' or 'secondary'."
    reason = error["msg"].removeprefix("Value error, ")
    return item, f"{name + ': ' if name else ''}{reason}."


def _read_file(path: Path, shown: str) -> tuple[list[StudyEntry], Source, list[Finding]]:
    source = read_yaml(path, shown)
    studies: list[StudyEntry] = []
    findings: list[Finding] = []
    if not isinstance(source.data, list):
        message = "the file must be a list of studies."
        return [], source, [Finding(shown, 1, "evidence", "", message)]
    for index, raw in enumerate(source.data):
        if not isinstance(raw, dict):
            message = "each study must be a mapping that starts with 'key:'."
            findings.append(Finding(shown, source.line((index,)), "evidence", "", message))
            continue
        try:
            studies.append(StudyEntry.model_validate(raw))
        except ValidationError as error:
            for detail in error.errors():
                item, message = _explain(detail, raw)
                rule = "recalled" if "'recalled'" in message else "evidence"
                line = source.line((index, *detail["loc"]))
                findings.append(Finding(shown, line, rule, item, message))
    return studies, source, findings


def read_evidence(content: Path) -> tuple[Evidence, list[Finding]]:
    """Read every study under `content` and return what is usable, with what is wrong.

    Parameters
    ----------
    content : folder with ``evidence/*.yml`` and ``references.bib``.
    """
    studies: dict[str, StudyEntry] = {}
    places: dict[str, tuple[str, int]] = {}
    findings: list[Finding] = []
    for path in sorted((content / "evidence").glob("*.yml")):
        shown = f"{content.name}/evidence/{path.name}"
        try:
            entries, source, problems = _read_file(path, shown)
        except ContentError as error:
            findings.extend(error.findings)
            continue
        findings.extend(problems)
        keys = [raw.get("key") if isinstance(raw, dict) else None for raw in source.data or []]
        for entry in entries:
            line = source.line((keys.index(entry.key), "key"))
            if entry.key in studies:
                first = ":".join(map(str, places[entry.key]))
                message = f"this study already stands at {first}; keep one entry."
                findings.append(Finding(shown, line, "evidence", entry.key, message))
                continue
            studies[entry.key] = entry
            places[entry.key] = (shown, line)
    shown_bib = f"{content.name}/references.bib"
    try:
        references = read_bibliography(content / "references.bib", shown_bib)
    except ContentError as error:
        references = {}
        findings.extend(error.findings)
    return Evidence(studies, references, places), findings


def load_evidence(content: Path) -> Evidence:
    """Load the evidence under `content`.

    Raises
    ------
    ContentError
        When any entry is not valid; the message names file, line, study and figure.
    """
    evidence, findings = read_evidence(content)
    if findings:
        raise ContentError(findings)
    return evidence


@cache
def course_evidence() -> Evidence:
    """Return the course's own evidence, loaded once a process."""
    return load_evidence(content_dir())
