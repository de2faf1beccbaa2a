"""What Moodle XML and GIFT share: paths of categories, shares of a mark, ranges of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from painlab.quiz.models import Estimate, Multiple, Numeric
from painlab.quiz.parts import Hint
from painlab.quiz.references import answer_value

OPEN_END = 1_000_000.0
"""How far a range reaches whose end is open: Moodle knows ranges with two ends only."""
_LONGEST_CATEGORY = 250


def category(*names: str) -> str:
    """Return the path of a category; a stroke in a name is written twice."""
    fitting = (shorten(name, _LONGEST_CATEGORY, placeholder=" …") for name in names)
    return "/".join(["$course$", "top", *(name.replace("/", "//") for name in fitting)])


def share(item: Multiple, correct: bool) -> float:
    """Return what an option of several is worth, in percent.

    The right ones share the mark; a wrong one takes it all, for only all right ones and no other
    make the answer right.
    """
    return 100 / sum(option.correct for option in item.options) if correct else -100.0


def ranges(item: Numeric) -> Iterator[tuple[float, float, Hint]]:
    """Yield middle and half width of the range of each predictable wrong number."""
    for hint in item.hints:
        low, high = hint.low, hint.high
        if low is None:
            low = (high or 0) - OPEN_END
        if high is None:
            high = low + OPEN_END
        yield (low + high) / 2, (high - low) / 2, hint


def sides(item: Estimate) -> Iterator[tuple[float, float, str]]:
    """Yield middle, half width and explanation of guesses near the answer, below and above it.

    The first that fits speaks: what is said of the sides is not said near the answer.
    """
    answer = answer_value(item.answer)
    yield answer, item.step / 2, ""
    if answer > item.min:
        yield (item.min + answer) / 2, (answer - item.min) / 2, item.explain_low
    if answer < item.max:
        yield (item.max + answer) / 2, (item.max - answer) / 2, item.explain_high
