"""Everything the rules look at, read once: pages, notebooks, quiz banks, evidence and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from painlab.evidence.load import Evidence, evidence_from, read_evidence
from painlab.findings import ContentError, Finding
from painlab.markdown_source import Page, scan_notebook, scan_page, scan_text
from painlab.quiz.bank import read_bank
from painlab.quiz.models import Item
from painlab.yaml_source import Route, Source, read_yaml

# Names and keys inside a bank; every other string is read by learners.
_NOT_PROSE = {
    "curve",
    "ev",
    "evidence",
    "id",
    "kind",
    "misconception",
    "objective",
    "people",
    "unit",
}


@dataclass
class Bank:
    """A quiz bank: its lines, its items as read, and its learner texts as small pages."""

    source: Source
    items: list[Item] = field(default_factory=list)
    texts: list[Page] = field(default_factory=list)

    def line(self, item: str) -> int:
        """Return the line where the item called `item` starts."""
        raw = self.source.data if isinstance(self.source.data, list) else []
        ids = [entry.get("id") if isinstance(entry, dict) else None for entry in raw]
        return self.source.line((ids.index(item),)) if item in ids else 0


@dataclass
class Course:
    """A course under `root`, with what could not be read in `findings`."""

    root: Path
    evidence: Evidence
    pages: list[Page] = field(default_factory=list)
    cells: list[Page] = field(default_factory=list)
    banks: list[Bank] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def prose(self) -> Iterator[Page]:
        """Yield every piece of learner prose: pages, notebook cells, quiz texts."""
        yield from self.pages
        yield from self.cells
        for bank in self.banks:
            yield from bank.texts

    def items(self) -> dict[str, Item]:
        """Return the quiz items by id."""
        return {item.id: item for bank in self.banks for item in bank.items}

    def counted(self) -> str:
        """Say how much was read."""
        labs = len({cell.path for cell in self.cells})
        return (
            f"{len(self.pages)} pages, {labs} notebooks, {len(self.items())} quiz items and "
            f"{len(self.evidence.studies)} studies"
        )

    def terms(self) -> dict[str, str]:
        """Return the glossary's terms, in small letters, with the words as they stand there."""
        found: dict[str, str] = {}
        for page in self.pages:
            for segment in page.segments():
                if segment.kind == "term" and segment.within:
                    term = "".join(piece.text for piece in segment.pieces).strip()
                    found[term.lower()] = term
        return found


def read_course(root: Path) -> Course:
    """Read the course whose ``index.md`` and ``book/`` stand in `root`."""
    content = root / "book"
    evidence, findings = read_evidence(content)
    course = Course(root, evidence, findings=list(findings))
    for path in sorted([*root.glob("index.md"), *content.rglob("*.md")]):
        course.pages.append(scan_page(path, _shown(path, root)))
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        shown = _shown(path, root)
        try:
            course.cells.extend(scan_notebook(path, shown))
        except ValueError as error:
            message = f"the notebook cannot be read ({error}); save it again from JupyterLab."
            course.findings.append(Finding(shown, 0, "notebook", "", message))
    for path in sorted((content / "quizzes").glob("*.yml")):
        with evidence_from(evidence):
            bank, problems = _read_bank(path, _shown(path, root))
        course.findings.extend(problems)
        if bank:
            course.banks.append(bank)
    return course


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _read_bank(path: Path, shown: str) -> tuple[Bank | None, list[Finding]]:
    items, findings = read_bank(path, shown)
    try:
        source = read_yaml(path, shown)
    except ContentError:
        return None, findings
    return Bank(source, list(items), list(_texts(source))), findings


def _texts(source: Source) -> Iterator[Page]:
    entries = source.data if isinstance(source.data, list) else []
    for index, entry in enumerate(entries):
        if isinstance(entry, dict):
            for route, text in _strings(entry, (index,)):
                start = source.line(route)
                lines = range(start, start + text.count("\n") + 1)
                yield scan_text(text, source.path, str(entry.get("id", "")), lines)


def _strings(data: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NOT_PROSE:
                yield from _strings(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*route, index))
