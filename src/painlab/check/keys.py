"""Evidence keys: each one named in a page or a notebook must stand in the evidence.

The keys of a quiz bank are checked where the bank is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from painlab.check.course import Course
from painlab.derived import lookup
from painlab.evidence import Evidence, UnknownKeyError
from painlab.evidence.format import STYLES, format_figure
from painlab.findings import Finding, nearest
from painlab.markdown_source import Page, Piece


def key_findings(course: Course) -> Iterator[Finding]:
    """Yield each unknown key, with the nearest known one, and each style a figure cannot have."""
    for page in (*course.pages, *course.slides, *course.cells):
        for piece in page.roles():
            yield from _role(course.evidence, page, piece)
        for directive in page.directives("ev-list"):
            for key in directive.argument.split() or [""]:
                problem = _list_problem(course.evidence, key)
                if problem:
                    column = directive.column_of(key)
                    yield Finding(
                        page.path, directive.line, "unknown-key", page.item, problem, column
                    )


def _role(evidence: Evidence, page: Page, piece: Piece) -> Iterator[Finding]:
    name, _, style = piece.role.partition(":")
    key = piece.text.strip()
    if name == "study" and key not in evidence.studies:
        message = f"unknown study '{key}'.{nearest(key, list(evidence.studies))}"
        yield _finding(page, piece, "unknown-key", message)
    if name != "ev":
        return
    try:
        figure = lookup(key)
    except UnknownKeyError as error:
        yield _finding(page, piece, "unknown-key", str(error))
        return
    if style not in STYLES:
        known = [word for word in STYLES if word]
        message = f"unknown style '{style}'; use one of {', '.join(known)}.{nearest(style, known)}"
        yield _finding(page, piece, "impossible-style", message)
        return
    try:
        format_figure(figure, style)
    except ValueError as error:
        yield _finding(page, piece, "impossible-style", str(error))


def _finding(page: Page, piece: Piece, rule: str, message: str) -> Finding:
    return Finding(page.path, piece.line, rule, page.item, message, piece.column)


def _list_problem(evidence: Evidence, key: str) -> str:
    """Say why `key` is no list of words; empty when it is one."""
    lists = [
        f"{study.key}.{name}"
        for study in evidence.studies.values()
        for name, entry in study.figures.items()
        if entry.items is not None
    ]
    if key in lists:
        return ""
    return f"'{key}' is no list of words in the evidence.{nearest(key, lists)}"
