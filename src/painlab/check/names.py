"""Names that a page calls: glossary terms, quiz items, forms, charts and pieces must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from painlab.authoring.placeholders import placeholders
from painlab.check.course import Course
from painlab.check.registries import chart_code, piece_code
from painlab.findings import Finding, nearest
from painlab.markdown_source import Directive, Page

_LINKED_IN = ("lesson", "decision-aid", "opening", "closing")


def name_findings(course: Course) -> Iterator[Finding]:
    """Yield each unknown name with the nearest known one, and each term that is never linked."""
    terms = course.terms()
    known = {
        "quiz": list(course.items()),
        "form": list(course.forms()),
        "chart": list(chart_code()),
        "piece": list(piece_code()),
    }
    for page in course.prose():
        for piece in page.roles():
            if piece.role == "term" and piece.target.lower() not in terms:
                hint = nearest(piece.target, list(terms.values()))
                message = f"'{piece.target}' is not in the glossary.{hint} Add or rename it."
                yield Finding(
                    page.path, piece.line, "unknown-term", page.item, message, piece.column
                )
        for directive in page.directives(*known):
            for name in directive.argument.split() or [""]:
                if name not in known[directive.name] and name not in placeholders():
                    yield _unknown(page, directive, name, known[directive.name])
    for page in course.pages:
        if page.kind in _LINKED_IN:
            yield from _never_linked(page, terms)


def _unknown(page: Page, directive: Directive, name: str, known: Sequence[str]) -> Finding:
    what = "quiz item" if directive.name == "quiz" else directive.name
    message = f"there is no {what} '{name}'.{nearest(name, known)}"
    rule, column = f"unknown-{directive.name}", directive.column_of(name)
    return Finding(page.path, directive.line, rule, page.item, message, column)


def _never_linked(page: Page, terms: dict[str, str]) -> Iterator[Finding]:
    """Yield each glossary term that the page's prose uses but never links.

    The words of a link lead elsewhere already, and no link can stand inside another.
    """
    linked = {piece.target.lower() for piece in page.roles() if piece.role == "term"}
    for key, term in terms.items():
        # "CT" is a term, the "ct" of another word is not.
        flags = re.I if term[1:].islower() else 0
        pattern = re.compile(rf"\b{re.escape(term)}s?\b", flags)
        for segment in page.segments():
            flat = segment.flat(lambda piece: " ")
            found = pattern.finditer(flat.text)
            match = next((one for one in found if not flat.in_link(one.start())), None)
            if key not in linked and segment.kind != "heading" and match:
                message = f"'{term}' is in the glossary; link it once with {{term}}`{term}`."
                line, column = flat.place(match.start())
                yield Finding(page.path, line, "unlinked-term", "", message, column)
                break
