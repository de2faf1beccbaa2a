"""Slides: what a deck holds and in which order, and that all it names is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from painlab.check.course import Course
from painlab.check.teaching import finding_at, unknown_module
from painlab.findings import Finding, nearest
from painlab.markdown_source import Page, Segment
from painlab.quiz.models import Item, Multiple, Single, TrueFalse

RULE = "slides"
SLIDES = (12, 20)
"""Fewest and most slides of a deck, those that the book adds included."""

_NEEDED = ("outcomes", "question", "answer", "against-us", "not-known", "discuss", "take-home")
_KNOWN = (*_NEEDED, "chart", "notes", "warning-signs")
# Two with the warning signs after the first, and one at least with sources at the end.
_ADDED = 3


def slide_findings(course: Course) -> Iterator[Finding]:
    """Yield what is wrong with the decks of slides."""
    items = course.items()
    for page in course.slides:
        yield from _directives(page)
        yield from _questions(page, items)
        yield from _notes(page)
        for link in page.links:
            message = "a slide stands alone, so it links nowhere; name the study with {study}."
            yield Finding(page.path, link.line, RULE, link.target, message, link.column)
        if not PurePosixPath(page.path).name.startswith("_"):
            yield from _whole(page, course)


def _whole(page: Page, course: Course) -> Iterator[Finding]:
    """Yield what a deck lacks."""
    for name in _NEEDED:
        if not any(page.directives(name)):
            message = f"the deck lacks ':::{{{name}}}'; add a slide with it."
            yield Finding(page.path, 0, RULE, name, message)
    for outcomes in page.directives("outcomes"):
        if message := unknown_module(outcomes.argument, course.objectives.values()):
            yield finding_at(page, outcomes, RULE, message)
    count = len(_starts(page)) + _ADDED
    if not SLIDES[0] <= count <= SLIDES[1]:
        message = f"the deck has {count} slides; keep it between {SLIDES[0]} and {SLIDES[1]}."
        yield Finding(page.path, 0, RULE, "", message)


def _directives(page: Page) -> Iterator[Finding]:
    seen: set[str] = set()
    for directive in page.directives():
        if directive.name not in _KNOWN:
            hint = nearest(directive.name, _KNOWN)
            yield finding_at(page, directive, RULE, f"slides know no '{directive.name}'.{hint}")
        if directive.name == "chart":
            if directive.argument in seen:
                yield finding_at(page, directive, RULE, "this chart stands twice; show it once.")
            seen.add(directive.argument)


def _questions(page: Page, items: dict[str, Item]) -> Iterator[Finding]:
    """Yield a question that there is not, or whose answer does not stand on the next slide."""
    asked = ""
    starts = _starts(page)
    at: list[int] = []
    for directive in page.directives("question", "answer"):
        name = directive.argument
        if name not in items:
            message = f"there is no quiz item '{name}'.{nearest(name, list(items))}"
            yield finding_at(page, directive, RULE, message)
        elif not isinstance(items[name], Single | Multiple | TrueFalse):
            yield finding_at(
                page, directive, RULE, "this item has nothing to choose from; take another."
            )
        place = sum(start < directive.line for start in starts)
        if directive.name == "answer" and (asked != name or place != at[-1] + 1):
            yield finding_at(
                page, directive, RULE, "its question does not stand on the slide before."
            )
        asked = name if directive.name == "question" else ""
        at.append(place)
    if asked:
        message = f"'{asked}' is never answered; add ':::{{answer}} {asked}' to the next slide."
        yield Finding(page.path, 0, RULE, asked, message)


def _notes(page: Page) -> Iterator[Finding]:
    """Yield each slide without words for the speaker."""
    lines = [notes.line for notes in page.directives("notes")]
    starts = _starts(page)
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        if not any(start < line and (end is None or line < end) for line in lines):
            message = "the slide has no notes; add ':::{notes}' with what to say."
            yield Finding(page.path, start, RULE, "", message)


def _starts(page: Page) -> Sequence[int]:
    """Return the line of each slide's heading."""
    return [
        block.line
        for block in page.blocks
        if isinstance(block, Segment) and block.kind == "heading" and not block.within
    ]
