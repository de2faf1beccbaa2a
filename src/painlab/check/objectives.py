"""Learning objectives: each item names a known one, and each one in use has two items at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from painlab.authoring.placeholders import placeholders
from painlab.check.course import Course
from painlab.findings import Finding, nearest

FEWEST_ITEMS = 2
"""Items an objective needs: one alone may be guessed, or learned by heart."""


def objective_findings(course: Course) -> Iterator[Finding]:
    """Yield each item with an unknown objective, and each objective with a single item."""
    counted = items_by_objective(course)
    for bank in course.banks:
        for item in bank.items:
            name = item.objective
            if name in placeholders():
                continue
            if name not in course.objectives:
                hint = nearest(name, list(course.objectives))
                message = (
                    f"unknown objective '{name}'.{hint} Use or add one in book/objectives.yml."
                )
                yield bank.finding(item.id, "objective", "unknown-objective", message)
            if counted[name] < FEWEST_ITEMS and not bank.shows_examples:
                message = f"the objective '{name}' has one item; write a second one."
                yield bank.finding(item.id, "objective", "thin-objective", message)


def items_by_objective(course: Course) -> Counter[str]:
    """Count the items of each objective; those that only show how a kind works do not count."""
    banks = (bank for bank in course.banks if not bank.shows_examples)
    return Counter(item.objective for bank in banks for item in bank.items)
