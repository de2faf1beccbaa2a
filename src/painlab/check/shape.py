"""The shape of a page: front matter, headings and the boxes that its kind calls for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from painlab.check.course import Course
from painlab.check.render import as_read
from painlab.findings import Finding, nearest
from painlab.markdown_source import Directive, Page, Segment

KINDS = (
    "lesson",
    "opening",
    "closing",
    "decision-aid",
    "sheet",
    "safety",
    "reference",
    "landing",
    "module-guide",
    "for-instructors",
)
SUMMARY_WORDS = 60
"""Longest summary, in words."""

DESCRIPTION = (50, 160)
"""Fewest and most characters of a description."""

TAUGHT = ("lesson", "decision-aid")
GUIDE = "module-guide"
"""The page for those who teach a module."""
FOR_INSTRUCTORS = (GUIDE, "for-instructors")

_TIMED = ("lesson", "opening", "closing", "decision-aid", "sheet", "safety")
_DATED = (*_TIMED, *FOR_INSTRUCTORS)
_ORDER = ("summary", "can-do", "warning-signs", "today", "against-us", "not-known", "page-end")
_BOXES: dict[str, tuple[str, ...]] = {
    "lesson": _ORDER,
    "decision-aid": _ORDER,
    "opening": ("summary", "page-end"),
    "closing": ("summary", "page-end"),
    # To print on one page; the first lines say what it is.
    "sheet": ("page-end",),
    "safety": ("summary", "page-end"),
    GUIDE: ("summary", "warning-signs", "page-end"),
    "for-instructors": ("summary", "page-end"),
}
_FILLED_BY_THE_BOOK = ("warning-signs", "page-end")
_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}.,-][^\W_]+)*")


def is_fragment(page: Page) -> bool:
    """Say whether a page is only a part of others (its folder starts with ``_``)."""
    return any(part.startswith("_") for part in PurePosixPath(page.path).parts)


def count_words(page: Page, inside: Directive | None = None) -> int:
    """Count the words a reader meets on a page, or in one of its boxes; quiz items do not count."""
    return sum(
        len(_WORD.findall(segment.flat(as_read).text))
        for segment in page.segments()
        if inside is None or inside in segment.within
    )


def shape_findings(course: Course) -> Iterator[Finding]:
    """Yield what a page of its kind lacks or has in the wrong place."""
    for page in course.pages:
        if not is_fragment(page):
            yield from _front_matter(page)
            yield from _headings(page)
            yield from _boxes(page)


def broken_front_matter(page: Page) -> Iterator[Finding]:
    """Yield that the front matter of `page` cannot be read, if that is so."""
    if page.problem:
        message = f"{page.problem}; mend the lines between the two '---'."
        yield Finding(page.path, page.problem_line, "front-matter", "", message)


def _front_matter(page: Page) -> Iterator[Finding]:
    def finding(key: str, message: str) -> Finding:
        return Finding(page.path, page.front_lines.get(key, 1), "front-matter", key, message)

    if page.problem:
        yield from broken_front_matter(page)
        return
    if page.kind not in KINDS:
        hint = nearest(page.kind, KINDS)
        known = ", ".join(KINDS)
        yield finding("kind", f"unknown kind '{page.kind}' of page.{hint} Use one of {known}.")
    yield from _description(page)
    if page.kind not in _DATED:
        return
    minutes = page.front.get("minutes")
    if page.kind in _TIMED and (type(minutes) is not int or minutes < 1):
        yield finding("minutes", "'minutes' must say how long the page takes, as a whole number.")
    reviewed, following = page.front.get("reviewed"), page.front.get("next_review")
    for key, value in (("reviewed", reviewed), ("next_review", following)):
        if not isinstance(value, date):
            yield finding(key, f"'{key}' must be a date such as 2026-11-23.")
    if isinstance(reviewed, date) and isinstance(following, date) and following <= reviewed:
        yield finding("next_review", f"the next review ({following}) must come after {reviewed}.")


def _description(page: Page) -> Iterator[Finding]:
    """Yield what is wrong with the line that search engines and the course's own search show."""
    text = str(page.front.get("description", "")).strip()
    least, most = DESCRIPTION
    if not text:
        message = "'description' is missing; say in a sentence what this is."
    elif not least <= len(text) <= most:
        message = f"'description' has {len(text)} characters; write {least} to {most}."
    else:
        return
    line = page.front_lines.get("description", 1)
    yield Finding(page.path, line, "front-matter", "description", message)


def _headings(page: Page) -> Iterator[Finding]:
    headings = [segment for segment in page.segments() if segment.kind == "heading"]
    titles = [heading for heading in headings if heading.level == 1]
    if not titles:
        message = "the page has no title; start it with '# Title'."
        yield Finding(page.path, 1, "one-title", "", message)
    for extra in titles[1:]:
        message = "the page has a second title; make it a '##' heading."
        yield Finding(page.path, extra.line, "one-title", "", message, extra.column)
    level = 0
    for heading in headings:
        if heading.level > level + 1:
            marks = "#" * (level + 1)
            message = f"the heading skips a level; start it with '{marks}'."
            name = _words(heading)
            yield Finding(page.path, heading.line, "heading-order", name, message, heading.column)
        level = heading.level


def _boxes(page: Page) -> Iterator[Finding]:
    boxes = [box for box in page.directives(*_ORDER) if not box.within]
    names = [box.name for box in boxes]
    for name in _BOXES.get(page.kind, ()):
        if name not in names:
            message = f"the box '{name}' is missing; add ':::{{{name}}}'."
            yield Finding(page.path, 0, f"missing-{name}", "", message)
    for box in boxes:
        if names.count(box.name) > 1 and box is not boxes[names.index(box.name)]:
            message = f"the box '{box.name}' stands twice; keep one."
            yield Finding(page.path, box.line, "box-order", box.name, message, box.column)
        if box.name not in _FILLED_BY_THE_BOOK and not count_words(page, box):
            message = f"the box '{box.name}' is empty; write it."
            yield Finding(page.path, box.line, f"missing-{box.name}", "", message, box.column)
        words = count_words(page, box) if box.name == "summary" else 0
        if words > SUMMARY_WORDS:
            message = f"the summary has {words} words; keep it within {SUMMARY_WORDS}."
            yield Finding(page.path, box.line, "summary-length", "", message, box.column)
    if page.kind in TAUGHT:
        wanted = sorted(boxes, key=lambda box: _ORDER.index(box.name))
        for box, right in zip(boxes, wanted, strict=True):
            if box.name != right.name:
                message = f"'{box.name}' stands where '{right.name}' belongs; move it."
                yield Finding(page.path, box.line, "box-order", box.name, message, box.column)
                break


def _words(segment: Segment) -> str:
    return "".join(piece.text for piece in segment.pieces).strip()
