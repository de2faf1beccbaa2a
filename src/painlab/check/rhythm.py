"""The rhythm of a lesson: its length, and a check after each idea."""

from __future__ import annotations

from collections.abc import Iterator

from painlab.check.course import Course
from painlab.check.placeholders import half_written
from painlab.check.render import as_read
from painlab.check.shape import count_words
from painlab.findings import Finding
from painlab.markdown_source import Directive, Page, Segment

WORDS = {"lesson": (600, 1100), "decision-aid": (600, 1600)}
"""Fewest and most words of a page, by kind."""
STRETCH = 350
"""Most words to read before there is something to do."""
# A sentence more is no reason to cut an idea in two.
_SLACK = 50
_ACTIVITIES = ("quiz", "form", "piece", "today")


def rhythm_findings(course: Course) -> Iterator[Finding]:
    """Yield each lesson that is too short, too long, or too long without a check.

    One that still holds placeholders is counted once they are written over.
    """
    for page in course.pages:
        if page.kind not in WORDS or half_written(course, page.path):
            continue
        fewest, most = WORDS[page.kind]
        words = count_words(page)
        if not fewest <= words <= most:
            message = f"the page has {words:,} words; keep it between {fewest:,} and {most:,}."
            yield Finding(page.path, 0, "page-length", "", message)
        yield from _stretches(page)


def _stretches(page: Page) -> Iterator[Finding]:
    words, start = 0, 0
    for block in page.blocks:
        if isinstance(block, Segment):
            start = start or block.line
            words += len(block.flat(as_read).text.split())
        if isinstance(block, Directive) and block.name in _ACTIVITIES:
            words, start = 0, 0
        if words > STRETCH + _SLACK:
            message = (
                f"more than {STRETCH} words from line {start} on without something to do; "
                "add a ':::{quiz}' after the idea."
            )
            yield Finding(page.path, block.line, "check-too-late", "", message, block.column)
            words, start = 0, 0
