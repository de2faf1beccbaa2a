"""Names that a page calls: glossary terms, quiz items, charts and pieces must exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from painlab.check.course import Course
from painlab.check.registries import chart_code, piece_code
from painlab.findings import Finding, nearest
from painlab.markdown_source import Directive, Page

_LINKED_IN = ("lesson", "decision-aid")
_FEWEST_ITEMS = 2


def name_findings(course: Course) -> Iterator[Finding]:
    """Yield each unknown name with the nearest known one, and each term that is never linked."""
    terms = course.terms()
    known = {"quiz": list(course.items()), "chart": list(chart_code()), "piece": list(piece_code())}
    for page in course.prose():
        for piece in page.roles():
            if piece.role == "term" and piece.target.lower() not in terms:
                hint = nearest(piece.target, list(terms.values()))
                message = f"'{piece.target}' is not in the glossary.{hint} Add or rename it."
                yield Finding(page.path, piece.line, "unknown-term", page.item, message)
        for directive in page.directives(*known):
            for name in directive.argument.split() or [""]:
                if name not in known[directive.name]:
                    yield _unknown(page, directive, name, known[directive.name])
    for page in course.pages:
        if page.kind in _LINKED_IN:
            yield from _never_linked(page, terms)
    yield from _thin_objectives(course)


def _unknown(page: Page, directive: Directive, name: str, known: Sequence[str]) -> Finding:
    what = "quiz item" if directive.name == "quiz" else directive.name
    message = f"there is no {what} '{name}'.{nearest(name, known)}"
    return Finding(page.path, directive.line, f"unknown-{directive.name}", page.item, message)


def _never_linked(page: Page, terms: dict[str, str]) -> Iterator[Finding]:
    """Yield each glossary term that the page's prose uses but never links."""
    linked = {piece.target.lower() for piece in page.roles() if piece.role == "term"}
    for key, term in terms.items():
        # "CT" is a term, the "ct" of another word is not.
        flags = re.I if term[1:].islower() else 0
        pattern = re.compile(rf"\b{re.escape(term)}s?\b", flags)
        for segment in page.segments():
            flat = segment.flat(lambda piece: " ")
            match = pattern.search(flat.text)
            if key not in linked and segment.kind != "heading" and match:
                message = f"'{term}' is in the glossary; link it once with {{term}}`{term}`."
                line = flat.line(match.start())
                yield Finding(page.path, line, "unlinked-term", "", message)
                break


def _thin_objectives(course: Course) -> Iterator[Finding]:
    for bank in course.banks:
        items = Counter(item.objective for item in bank.items)
        for objective, count in items.items():
            if count < _FEWEST_ITEMS:
                first = next(item for item in bank.items if item.objective == objective)
                message = f"the objective '{objective}' has one item; write a second one."
                line = bank.line(first.id)
                yield Finding(bank.source.path, line, "thin-objective", first.id, message)
