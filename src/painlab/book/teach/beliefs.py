"""``{misconceptions}``: each belief that a module's items catch, with the answers that show it."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from painlab.book.teach.page import Here, bullets
from painlab.quiz.bank import items_by_module
from painlab.quiz.misconceptions import misconceptions
from painlab.quiz.models import Item, Match, Numeric, TrueFalse
from painlab.quiz.objectives import course_objectives
from painlab.quiz.state import words

Shown = list[tuple[str, Item]]
"""Wrong answers in words, each with its item."""


def beliefs(here: Here, module: str) -> list[nodes.Node]:
    """Return the beliefs of a module, by the outcome that their items check."""
    found: list[nodes.Node] = []
    for objective, by_belief in by_objective(items_by_module().get(module, ())).items():
        can = course_objectives()[objective].can
        found.append(nodes.paragraph("", "", nodes.strong("", f"{can[:1].upper()}{can[1:]}")))
        found.append(bullets([_row(here, module, name, by_belief[name]) for name in by_belief]))
    return found


def by_objective(items: Sequence[Item]) -> dict[str, dict[str, Shown]]:
    """Return the wrong answers by objective and belief, in the order of the bank."""
    found: dict[str, dict[str, Shown]] = {}
    for item in items:
        for answer, belief in misconceptions(item):
            of_objective = found.setdefault(item.objective, {})
            of_objective.setdefault(belief, []).append((_said(item, answer), item))
    return found


def _said(item: Item, answer: str) -> str:
    """Return a wrong answer as one can understand it without its question."""
    if isinstance(item, TrueFalse | Numeric):
        return f'"{answer}" to: {words(item.prompt)}'
    # A match is told as a pair that was not made.
    return answer if isinstance(item, Match) else f'"{answer}"'


def _row(here: Here, module: str, belief: str, shown: Shown) -> list[nodes.Node]:
    name = belief.replace("-", " ")
    row: list[nodes.Node] = [nodes.strong("", f"{name[:1].upper()}{name[1:]}."), nodes.Text(" ")]
    for number, (said, item) in enumerate(shown):
        row.append(nodes.Text(f"{' · ' if number else ''}{said} ("))
        row += [here.item(module, item.id), nodes.Text(")")]
    return row
