"""Load and validate the evidence files and their bibliography."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from pydantic import ValidationError

from painlab.content import content_dir
from painlab.evidence.bibliography import Reference, read_bibliography
from painlab.evidence.messages import explain
from painlab.evidence.schema import StudyEntry
from painlab.findings import ContentError, Finding
from painlab.yaml_source import read_yaml


@dataclass(frozen=True)
class Evidence:
    """Every study of the course, with its reference and its place in the files.

    Attributes
    ----------
    studies : entries by key, in file order.
    references : bibliography by key.
    places : file and number of the line by study key.
    """

    studies: dict[str, StudyEntry]
    references: dict[str, Reference]
    places: dict[str, tuple[str, int]]

    def keys(self) -> Iterator[str]:
        """Yield each addressable key: ``study.figure`` or ``study.figure[label]``."""
        return iter(self._keys)

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(self._find_keys())

    def _find_keys(self) -> Iterator[str]:
        for study in self.studies.values():
            if study.n is not None:
                yield f"{study.key}.n"
            for name, entry in study.figures.items():
                if entry.values is None:
                    yield f"{study.key}.{name}"
                else:
                    yield from (f"{study.key}.{name}[{label}]" for label in entry.values)


def _read_file(path: Path, shown: str) -> tuple[list[tuple[StudyEntry, int]], list[Finding]]:
    """Return the valid studies of a file, each with its line, and what is wrong with the rest."""
    source = read_yaml(path, shown)
    studies: list[tuple[StudyEntry, int]] = []
    findings: list[Finding] = []
    if not isinstance(source.data, list):
        message = "the file must be a list of studies; start each with '- key:'."
        return [], [Finding(shown, 1, "evidence", "", message)]
    for index, raw in enumerate(source.data):
        if not isinstance(raw, dict):
            message = "each study must be a mapping that starts with 'key:'."
            findings.append(source.finding((index,), "evidence", "", message))
            continue
        try:
            studies.append((StudyEntry.model_validate(raw), source.line((index, "key"))))
        except ValidationError as error:
            for detail in error.errors():
                rule, item, message = explain(detail, raw)
                findings.append(source.finding((index, *detail["loc"]), rule, item, message))
    return studies, findings


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
            entries, problems = _read_file(path, shown)
        except ContentError as error:
            findings.extend(error.findings)
            continue
        findings.extend(problems)
        for entry, line in entries:
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

    Parameters
    ----------
    content : folder with ``evidence/*.yml`` and ``references.bib``.

    Raises
    ------
    ContentError
        When any entry is not valid; the message names file, line, study and figure.
    """
    evidence, findings = read_evidence(content)
    if findings:
        raise ContentError(findings)
    return evidence


_chosen: ContextVar[Evidence | None] = ContextVar("evidence", default=None)


def course_evidence() -> Evidence:
    """Return the course's own evidence, loaded once a process, or the set chosen instead of it.

    Raises
    ------
    ContentError
        When any entry is not valid; the message names file, line, study and figure.
    """
    return _chosen.get() or _own_evidence()


@cache
def _own_evidence() -> Evidence:
    return load_evidence(content_dir())


@contextmanager
def evidence_from(evidence: Evidence) -> Iterator[None]:
    """Let :func:`course_evidence` return `evidence` inside the ``with`` block.

    `painlab check` looks at the content of any checkout this way, and at evidence that is only
    partly valid.
    """
    token = _chosen.set(evidence)
    try:
        yield
    finally:
        _chosen.reset(token)
