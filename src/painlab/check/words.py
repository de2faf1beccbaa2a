"""Words that learner prose does without: promises of a cure, blame, shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from painlab.check.course import Course
from painlab.findings import Finding
from painlab.markdown_source import Flat, Page, Piece

_QUOTING_PAGE = "corrections.md"
_QUOTED = re.compile('"[^"]*"|\N{LEFT DOUBLE QUOTATION MARK}[^\N{RIGHT DOUBLE QUOTATION MARK}]*')
_FORBIDDEN = (
    (re.compile(r"\bcur(?:e|es|ed|ing|able)\b", re.I), "say what changed, and in whom"),
    (re.compile(r"\ball in (?:your|the|their) (?:head|mind)\b", re.I), "pain is always real"),
    (re.compile(r"!"), "end the sentence with a full stop"),
)


def word_findings(course: Course) -> Iterator[Finding]:
    """Yield each forbidden word; the corrections page may quote them in quotation marks."""
    for page in course.prose():
        quotes = page.path.endswith(_QUOTING_PAGE)
        for segment in page.segments():
            flat = segment.flat(lambda piece: "" if piece.role == "code" else piece.shown)
            yield from _in_text(page, flat, quotes)
        for directive in page.directives("quiz"):
            yield from _in_text(
                page, _flat(directive.options.get("title", ""), directive.line), quotes
            )
        if "description" in page.front:
            line = page.front_lines.get("description", 1)
            yield from _in_text(page, _flat(str(page.front["description"]), line), quotes)


def _flat(text: str, line: int) -> Flat:
    return Flat(text, ((0, Piece(text, line)),))


def _in_text(page: Page, flat: Flat, quotes: bool) -> Iterator[Finding]:
    quoted = [match.span() for match in _QUOTED.finditer(flat.text)] if quotes else []
    for pattern, advice in _FORBIDDEN:
        for match in pattern.finditer(flat.text):
            if any(start <= match.start() < end for start, end in quoted):
                continue
            message = f"'{match[0]}' does not belong in learner prose; {advice}."
            line, column = flat.place(match.start())
            yield Finding(page.path, line, "forbidden-word", page.item, message, column)
