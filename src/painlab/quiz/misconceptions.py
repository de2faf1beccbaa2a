"""The beliefs that wrong answers to an item show."""

from __future__ import annotations

from collections.abc import Iterator

from painlab.evidence.format import plain
from painlab.quiz.models import Item, Match, Multiple, Numeric, Single, TrueFalse
from painlab.quiz.parts import Hint
from painlab.quiz.state import suffix, words
from painlab.strings import say


def misconceptions(item: Item) -> Iterator[tuple[str, str]]:
    """Yield each wrong answer that shows a belief, in words, with the name of the belief."""
    if isinstance(item, Single | Multiple):
        for option in item.options:
            if option.misconception:
                yield words(option.text), option.misconception
    elif isinstance(item, TrueFalse):
        yield say("choice_false" if item.answer else "choice_true"), item.misconception
    elif isinstance(item, Numeric):
        for hint in item.hints:
            yield _range(hint) + suffix(item.unit), hint.misconception
    elif isinstance(item, Match):
        for pair in item.pairs:
            yield f"{words(pair.text)} → not: {words(pair.match)}", pair.misconception


def _range(hint: Hint) -> str:
    if hint.low is None or hint.high is None:
        end = hint.low if hint.high is None else hint.high
        return f"{plain(end or 0)} or {'more' if hint.high is None else 'less'}"
    if hint.low == hint.high:
        return plain(hint.low)
    return f"{plain(hint.low)} to {plain(hint.high)}"
