"""Placeholders: what a skeleton leaves to be written, wherever it was copied to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from painlab.authoring.skeletons import FILES, text_of
from painlab.quiz.authoring.new_item import skeletons

_WORDS = re.compile(r"\b(?:Write [^\n\"{}]+? here\.|write(?:-[a-z]+)+)")
# In a notebook a line of code is a JSON string.
_MARK = re.compile(r"(?:^|\s)(# placeholder(?:: (?P<what>.+?))?)(?:(?:\\n)?\",?)?$")


class Placeholder(NamedTuple):
    """A text to write, or a line to decide.

    Attributes
    ----------
    line, column : where it starts, counted from 1.
    message : what it is and what to do.
    """

    line: int
    column: int
    message: str


@cache
def placeholders() -> frozenset[str]:
    """Return every text and name of the skeletons that stands for one to be written."""
    return frozenset(_WORDS.findall("\n".join([skeletons(), *map(text_of, FILES)])))


def left_in(lines: Sequence[str]) -> Iterator[Placeholder]:
    """Yield what is left to be written in the lines of a file, from top to bottom."""
    for number, line in enumerate(lines, start=1):
        for match in _WORDS.finditer(line):
            if match[0] in placeholders():
                yield Placeholder(number, match.start() + 1, to_write(match[0]))
        if marked := marked_line(line, number):
            yield marked


def marked_line(line: str, number: int) -> Placeholder | None:
    """Return the mark at the end of a line whose value is still to be decided, if there is one."""
    match = _MARK.search(line)
    if not match:
        return None
    what = f" ({match['what']})" if match["what"] else ""
    message = f"this line is a placeholder{what}; decide it, then remove the comment."
    return Placeholder(number, match.start(1) + 1, message)


def to_write(text: str) -> str:
    """Return the sentence that says what to do about the placeholder `text`."""
    return f"'{text}' is a placeholder; write the text."
