"""Reading level: the Flesch-Kincaid grade of each page, as textstat counts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from statistics import median
from types import ModuleType

from painlab.check.course import Course
from painlab.check.render import as_read
from painlab.findings import Finding
from painlab.markdown_source import Page, Segment

LIMIT = 8.0
"""Highest US school grade for learner prose."""

MEDIAN_LIMIT = 7.0
"""Highest grade for the page in the middle, when all are put in order."""
# A grade of a few sentences says nothing, nor does the middle of a few pages.
_FEWEST_WORDS = 60
_FEWEST_PAGES = 10
_HARDEST = 3
_SENTENCE = re.compile(r"[^.?!]+[.?!]*[\"')\N{RIGHT DOUBLE QUOTATION MARK}]*\s*")
# A point or comma inside a number ends no sentence and splits no word.
_IN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")


@dataclass(frozen=True)
class Sentence:
    """A sentence and its place."""

    text: str
    line: int
    column: int

    @property
    def grade(self) -> float:
        """The grade of this sentence alone."""
        return grade(self.text)


@dataclass(frozen=True)
class Reading:
    """How a page reads: its grade, and its sentences."""

    path: str
    words: int
    grade: float
    sentences: tuple[Sentence, ...]

    def hardest(self) -> list[Sentence]:
        """Return the sentences that a shorter wording would help most."""
        long = [sentence for sentence in self.sentences if len(sentence.text.split()) >= 8]
        return sorted(long, key=lambda sentence: -sentence.grade)[:_HARDEST]


def reading_findings(course: Course) -> Iterator[Finding]:
    """Yield each page, notebook and quiz bank above grade 8, and a course above 7 in the middle."""
    found = list(readings(course))
    yield from _median_finding(found)
    for reading in found:
        if reading.grade <= LIMIT or not (hardest := reading.hardest()):
            continue
        shown = "; ".join(
            f'line {sentence.line} (grade {sentence.grade:.0f}): "{_short(sentence.text)}"'
            for sentence in hardest
        )
        message = (
            f"the prose reads at grade {reading.grade:.1f}, the limit is {LIMIT:.0f}; "
            f"use shorter words and sentences. Hardest: {shown}."
        )
        first = hardest[0]
        yield Finding(reading.path, first.line, "reading-grade", "", message, first.column)


def _median_finding(found: list[Reading]) -> Iterator[Finding]:
    if len(found) < _FEWEST_PAGES:
        return
    middle = median(reading.grade for reading in found)
    if middle <= MEDIAN_LIMIT:
        return
    hardest = sorted(found, key=lambda reading: -reading.grade)[:_HARDEST]
    shown = ", ".join(f"{reading.path} ({reading.grade:.1f})" for reading in hardest)
    message = (
        f"the middle page of the course reads at grade {middle:.1f}, the limit is "
        f"{MEDIAN_LIMIT:.0f}; write more plainly. Hardest: {shown}."
    )
    yield Finding(hardest[0].path, 1, "reading-median", "", message)


def readings(course: Course) -> Iterator[Reading]:
    """Yield the reading level of each page, notebook and bank with enough prose to judge."""
    for path, pages in groupby(course.prose(), key=lambda page: page.path):
        reading = read_level(path, list(pages))
        if reading.words >= _FEWEST_WORDS:
            yield reading


def read_level(path: str, pages: list[Page]) -> Reading:
    """Return the reading level of the running text of `pages`; headings and tables are no text."""
    sentences: list[Sentence] = []
    for page in pages:
        for segment in page.segments():
            if segment.kind in ("paragraph", "item"):
                sentences.extend(_sentences(segment))
    text = " ".join(sentence.text for sentence in sentences)
    return Reading(path, len(text.split()), grade(text) if text else 0.0, tuple(sentences))


def _sentences(segment: Segment) -> Iterator[Sentence]:
    flat = segment.flat(lambda piece: _IN_NUMBER.sub("", as_read(piece)))
    # The items of a list are sentences, whether or not they end in a full stop.
    ends = flat.text.rstrip().endswith((".", "?", "!", ":", ";"))
    for match in _SENTENCE.finditer(flat.text):
        words = match[0].strip()
        if any(character.isalpha() for character in words):
            last = match.end() == len(flat.text)
            said = words if ends or not last else f"{words}."
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Sentence(_full_stop(said), *flat.place(start))


def _full_stop(text: str) -> str:
    return text[:-1] + "." if text.endswith((":", ";")) else text


def _short(text: str, length: int = 70) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


@cache
def _textstat() -> ModuleType:
    # Its word list takes most of a second to load.
    import textstat

    module: ModuleType = textstat.textstat
    return module


def grade(text: str) -> float:
    """Return the US school grade at which a text reads."""
    return float(_textstat().flesch_kincaid_grade(text))
