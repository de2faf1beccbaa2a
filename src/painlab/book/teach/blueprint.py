"""``{blueprint}``: which items check each outcome of a module, of which kind, and where they stand.

``{blueprint-totals}`` counts them for the whole course.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from docutils import nodes
from sphinx.environment import BuildEnvironment

from painlab.book.course_map import TEACHING, course_map
from painlab.book.ledger_uses import embedders
from painlab.book.sharing import LABS
from painlab.book.teach.outcomes import objectives_of
from painlab.book.teach.page import Here, table
from painlab.quiz.bank import items_by_module
from painlab.quiz.models import KINDS, Item

FINAL_CHECK = "book/plan/final-check"
STAGES = ("Before", "In lessons", "Closing", "Final check", "Labs", "Elsewhere")
"""Where an item is asked: a guess on an opening page comes before the module."""

_NOWHERE = "Asked nowhere"
_HEADS = ["They can …", "Questions, by kind", "Asked where"]


def blueprint(here: Here, module: str) -> list[nodes.Node]:
    """Return a table: a row for each outcome of a module."""
    asked = embedders(Path(here.app.srcdir))
    rows: list[list[list[nodes.Node]]] = []
    for objective in objectives_of(module):
        found = [
            (home, item)
            for home, items in items_by_module().items()
            for item in items
            if item.objective == objective.id
        ]
        stages: dict[str, list[tuple[str, Item]]] = {}
        for home, item in found:
            pages = asked.get(("quiz", item.id), set())
            for stage in stages_of(here.app.env, pages):
                stages.setdefault(stage, []).append((home, item))
        kinds = nodes.Text(kinds_in_words(item for _, item in found))
        rows.append([[nodes.Text(objective.can)], [kinds], _where(here, stages)])
    return [table(_HEADS, [30, 20, 50], rows)]


def totals(here: Here, module: str) -> list[nodes.Node]:
    """Return a table: a row for each module, with its outcomes and its items by kind."""
    rows: list[list[list[nodes.Node]]] = []
    course, by_module = course_map(here.app), items_by_module()
    for name in course.modules:
        cells = (
            course.title_of(name),
            str(len(objectives_of(name))),
            kinds_in_words(by_module.get(name, ())),
        )
        rows.append([[nodes.Text(cell)] for cell in cells])
    return [table(["Module", "Outcomes", "Questions, by kind"], [40, 15, 45], rows)]


def stages_of(env: BuildEnvironment, pages: Iterable[str]) -> list[str]:
    """Return where an item is asked, in the order of `STAGES`.

    Parameters
    ----------
    env : knows the kind of every page.
    pages : those that ask it.
    """
    found = {_stage(page, str(env.metadata[page].get("kind", ""))) for page in pages}
    return [stage for stage in STAGES if stage in found] or [_NOWHERE]


def kinds_in_words(items: Iterable[Item]) -> str:
    """Return how many items there are, and of which kinds: ``3: 2 single, 1 match``."""
    counted: Counter[str] = Counter(item.kind for item in items)
    kinds = [f"{counted[kind]} {kind.replace('_', '/')}" for kind in KINDS if counted[kind]]
    return f"{counted.total()}: {', '.join(kinds)}" if kinds else "none"


def _stage(page: str, kind: str) -> str:
    if page == FINAL_CHECK:
        return "Final check"
    if page.startswith(LABS):
        return "Labs"
    if kind in TEACHING:
        return "In lessons"
    return {"opening": "Before", "closing": "Closing"}.get(kind, "Elsewhere")


def _where(here: Here, stages: dict[str, list[tuple[str, Item]]]) -> list[nodes.Node]:
    row: list[nodes.Node] = []
    for stage in (*STAGES, _NOWHERE):
        for number, (home, item) in enumerate(stages.get(stage, ())):
            row.append(nodes.Text(", ") if number else nodes.strong("", f"{stage}: "))
            row.append(here.item(home, item.id))
        if stage in stages:
            row.append(nodes.Text(". "))
    return row
