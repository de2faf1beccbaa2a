"""Read ``book/left_out.yml``: what is not in the evidence files, and why."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from painlab.content import content_dir
from painlab.evidence.load import Evidence, course_evidence
from painlab.evidence.schema import Key, Text
from painlab.findings import ContentError, Finding
from painlab.yaml_source import Source, read_yaml

FILE = "left_out.yml"
_RULE = "left-out"

Why = Literal["held_back", "not_found", "two_names", "no_study"]

WHY: dict[Why, str] = {
    "held_back": "Held back until it is in print",
    "not_found": "We could not read it ourselves",
    "two_names": "The same source under another name",
    "no_study": "Not a study",
}
"""Heading of each reason, in the order the ledger shows them."""


class LeftOut(BaseModel):
    """One study or list that does not stand in the evidence files.

    Attributes
    ----------
    key : a name that no study has.
    what : the study or list, in plain words.
    why : the kind of reason, a key of `WHY`.
    because : what keeps it out, or what would bring it in.
    see : key of the study that stands in its place.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Key
    what: Text
    why: Why
    because: Text
    see: Key | None = None

    @model_validator(mode="after")
    def _names_its_twin(self) -> Self:
        if self.why == "two_names" and self.see is None:
            raise ValueError("with 'two_names', 'see' names the study under its other name; add it")
        return self


def read_left_out(content: Path, evidence: Evidence) -> tuple[list[LeftOut], list[Finding]]:
    """Return what is left out, in file order, and what is wrong with the rest.

    Parameters
    ----------
    content : folder that may hold ``left_out.yml``; without it nothing is left out.
    evidence : the studies that stand in the evidence files.
    """
    path = content / FILE
    if not path.is_file():
        return [], []
    try:
        source = read_yaml(path, f"{content.name}/{FILE}")
    except ContentError as error:
        return [], list(error.findings)
    if not isinstance(source.data, list):
        message = "the file must be a list; begin each entry with '- key:'."
        return [], [Finding(source.path, 1, _RULE, "", message)]
    entries: list[LeftOut] = []
    findings: list[Finding] = []
    for index, raw in enumerate(source.data):
        try:
            entry = LeftOut.model_validate(raw)
        except ValidationError as error:
            findings += _problems(error, raw, index, source)
            continue
        message = _clash(entry, {one.key for one in entries}, evidence)
        if message:
            findings.append(source.finding((index, "key"), _RULE, entry.key, message))
        else:
            entries.append(entry)
    return entries, findings


@cache
def course_left_out() -> list[LeftOut]:
    """Return what the course itself left out, loaded once a process.

    Raises
    ------
    ContentError
        When an entry is not valid; the message names file, line and entry.
    """
    entries, findings = read_left_out(content_dir(), course_evidence())
    if findings:
        raise ContentError(findings)
    return entries


def _clash(entry: LeftOut, before: set[str], evidence: Evidence) -> str:
    if entry.key in evidence.studies:
        return "this study stands in the evidence files too; take it out of one of the two."
    if entry.key in before:
        return "this key already stands above; give each one entry."
    if entry.see is not None and entry.see not in evidence.studies:
        return f"'see' names '{entry.see}', which no evidence file holds; name a study that does."
    return ""


def _problems(error: ValidationError, raw: Any, index: int, source: Source) -> list[Finding]:
    item = str(raw.get("key", "")) if isinstance(raw, dict) else f"entry {index + 1}"
    return [
        source.finding(
            (index, *detail["loc"]),
            _RULE,
            item,
            f"{'.'.join(map(str, detail['loc'])) or 'entry'}: {detail['msg']}.",
        )
        for detail in error.errors(include_url=False)
    ]
