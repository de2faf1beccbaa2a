"""Everything the rules look at, read once: pages, notebooks, quiz banks, evidence and names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from painlab.evidence.left_out import read_left_out
from painlab.evidence.load import Evidence, evidence_from, read_evidence
from painlab.findings import ContentError, Finding
from painlab.links import FILE as LINKS
from painlab.links import read_links
from painlab.markdown_source import Page, scan_notebook, scan_page, scan_text
from painlab.quiz.bank import read_bank
from painlab.quiz.forms.links import link_findings
from painlab.quiz.forms.models import Form
from painlab.quiz.models import Item
from painlab.quiz.objectives import Objective, read_objectives
from painlab.yaml_source import Route, Source, read_yaml

# Names and keys inside a bank; every other string is read by learners.
_NOT_PROSE = {
    "curve",
    "ev",
    "evidence",
    "from",
    "gate",
    "id",
    "kind",
    "misconception",
    "objective",
    "people",
    "src",
    "tone",
    "unit",
}
# What a row of the links says to learners; the rest are names, addresses and words to look for.
_PROSE_OF_LINKS = ("title", "what", "length", "caution")


@dataclass
class Bank:
    """A quiz bank: its lines, its items and forms, and its learner texts as small pages."""

    source: Source
    file: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    texts: list[Page] = field(default_factory=list)

    def finding(self, item: str, field: str, rule: str, message: str) -> Finding:
        """Return a finding about one field of the item called `item`."""
        raw = self.source.data if isinstance(self.source.data, list) else []
        ids = [entry.get("id") if isinstance(entry, dict) else None for entry in raw]
        route = (ids.index(item), field) if item in ids else ()
        return self.source.finding(route, rule, item, message)

    def owner(self, route: Route) -> str:
        """Return the id of the item that the part at `route` belongs to."""
        entry = self.source.data[route[0]] if route and isinstance(route[0], int) else None
        return str(entry.get("id", "")) if isinstance(entry, dict) else ""

    @property
    def shows_examples(self) -> bool:
        """Whether its items only show how a kind works, and belong to no lesson."""
        return self.source.path.endswith("/examples.yml")


@dataclass
class Course:
    """A course under `root`, with what could not be read in `findings`.

    `labs` are the files of its notebooks, `cells` their Markdown.
    """

    root: Path
    evidence: Evidence
    pages: list[Page] = field(default_factory=list)
    labs: list[str] = field(default_factory=list)
    cells: list[Page] = field(default_factory=list)
    banks: list[Bank] = field(default_factory=list)
    links: list[Page] = field(default_factory=list)
    slides: list[Page] = field(default_factory=list)
    objectives: dict[str, Objective] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def prose(self) -> Iterator[Page]:
        """Yield every piece of prose: pages, slides, notebook cells, links, quiz texts."""
        yield from self.pages
        yield from self.slides
        yield from self.cells
        yield from self.links
        for bank in self.banks:
            yield from bank.texts

    def items(self) -> dict[str, Item]:
        """Return the quiz items by id."""
        return {item.id: item for bank in self.banks for item in bank.items}

    def forms(self) -> dict[str, Form]:
        """Return the forms by id."""
        return {form.id: form for bank in self.banks for form in bank.forms}

    def counted(self) -> str:
        """Say how much was read."""
        labs = len({cell.path for cell in self.cells})
        return (
            f"{len(self.pages)} pages, {labs} notebooks, {len(self.items())} quiz items, "
            f"{len(self.forms())} forms and {len(self.evidence.studies)} studies"
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
    course = Course(root, evidence, findings=[*findings, *read_left_out(content, evidence)[1]])
    for path in sorted([*root.glob("index.md"), *content.rglob("*.md")]):
        course.pages.append(scan_page(path, _shown(path, root)))
    for path in sorted((root / "slides").glob("*.md")):
        course.slides.append(scan_page(path, _shown(path, root)))
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        shown = _shown(path, root)
        course.labs.append(shown)
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
    if (content / LINKS).is_file():
        course.links, problems = _read_links(content / LINKS, _shown(content / LINKS, root))
        course.findings.extend(problems)
    course.objectives, problems = read_objectives(content)
    course.findings.extend(problems)
    course.findings.extend(link_findings((bank.source, bank.forms) for bank in course.banks))
    return course


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _read_bank(path: Path, shown: str) -> tuple[Bank | None, list[Finding]]:
    entries, findings = read_bank(path, shown)
    try:
        source = read_yaml(path, shown)
    except ContentError:
        return None, findings
    file = path.read_text(encoding="utf-8").splitlines()
    items = [entry for entry in entries if not isinstance(entry, Form)]
    forms = [entry for entry in entries if isinstance(entry, Form)]
    return Bank(source, file, items, forms, list(_texts(source, file))), findings


def _read_links(path: Path, shown: str) -> tuple[list[Page], list[Finding]]:
    """Return the learner texts of the links as small pages, and what must be mended."""
    try:
        links = read_links(path, shown)
    except ContentError as error:
        return [], list(error.findings)
    source = read_yaml(path, shown)
    file = path.read_text(encoding="utf-8").splitlines()
    texts = []
    for index, link in enumerate(links.links):
        for name in _PROSE_OF_LINKS:
            line = source.line(("links", index, name))
            texts.append(scan_text(getattr(link, name), shown, link.id, [line], file))
    return texts, []


def _texts(source: Source, file: list[str]) -> Iterator[Page]:
    entries = source.data if isinstance(source.data, list) else []
    for index, entry in enumerate(entries):
        if isinstance(entry, dict):
            for route, text in strings(entry, (index,), _NOT_PROSE):
                start = source.line(route)
                lines = range(start, start + text.count("\n") + 1)
                yield scan_text(text, source.path, str(entry.get("id", "")), lines, file)


def strings(
    data: Any, route: Route = (), passed_over: Collection[str] = ()
) -> Iterator[tuple[Route, str]]:
    """Yield every string in plain data with the way to it.

    Parameters
    ----------
    data : lists, mappings and strings, to any depth.
    route : the way to `data` itself.
    passed_over : keys whose values are left out.
    """
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in passed_over:
                yield from strings(value, (*route, key), passed_over)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from strings(value, (*route, index), passed_over)
