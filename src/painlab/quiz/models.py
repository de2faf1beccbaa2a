"""What a quiz item may say: one model a kind, told apart by ``kind``.

The models check shape and wording; whether an evidence key exists is for :mod:`painlab.quiz.bank`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, TypeAdapter, model_validator

from painlab.quiz.guesses import Draw, Estimate
from painlab.quiz.item import BaseItem
from painlab.quiz.parts import (
    Answer,
    Entry,
    Hint,
    Number,
    Option,
    Pair,
    Slug,
    Text,
    Unit,
)

__all__ = [
    "ITEM",
    "KINDS",
    "Draw",
    "Estimate",
    "Item",
    "Match",
    "Multiple",
    "Numeric",
    "Order",
    "Single",
    "TrueFalse",
]


class _Graded(BaseItem):
    """An item with a right answer.

    Attributes
    ----------
    confidence : whether to ask how sure the learner is, before the answer is shown.
    """

    confidence: Annotated[bool, Field(strict=True)] = False


class _Choice(_Graded):
    """A choice.

    Attributes
    ----------
    options : what can be chosen, each with its own explanation.
    shuffle : whether the options may stand in another order than in the bank.
    """

    options: tuple[Option, ...] = Field(min_length=2, max_length=10)
    shuffle: Annotated[bool, Field(strict=True)] = True

    @model_validator(mode="after")
    def _options_differ(self) -> Self:
        _check_differ("options", [option.text for option in self.options])
        return self


class Single(_Choice):
    """One right option of several."""

    kind: Literal["single"]

    @model_validator(mode="after")
    def _has_one_answer(self) -> Self:
        correct = sum(option.correct for option in self.options)
        if correct == 0:
            raise ValueError('no option is marked correct; mark one with "correct: true"')
        if correct > 1:
            raise ValueError(f'{correct} options are marked correct; keep one or use "multiple"')
        return self


class Multiple(_Choice):
    """Several right options; all of them and no other make the answer right."""

    kind: Literal["multiple"]

    @model_validator(mode="after")
    def _has_both_sorts(self) -> Self:
        correct = sum(option.correct for option in self.options)
        if correct == 0:
            raise ValueError('no option is marked correct; mark some with "correct: true"')
        if correct == len(self.options):
            raise ValueError("every option is marked correct; add one that is not")
        return self


class TrueFalse(_Graded):
    """A statement to judge.

    Attributes
    ----------
    answer : whether the statement is true.
    explain_true, explain_false : said to a learner who answered "true" or "false".
    misconception : name of the belief behind the wrong answer.
    """

    kind: Literal["true_false"]
    answer: Annotated[bool, Field(strict=True)]
    explain_true: Text
    explain_false: Text
    misconception: Slug


class Numeric(_Graded):
    """A number to work out or recall.

    Attributes
    ----------
    answer : the right number.
    tolerance : how far off still counts as right, in `unit`.
    unit : shown after the field, for example ``of 100``.
    explain : said to everyone.
    hints : answers to predictable wrong numbers; the first range that fits speaks.
    """

    kind: Literal["numeric"]
    answer: Answer
    tolerance: Number = Field(default=0, ge=0)
    unit: Unit | None = None
    explain: Text
    hints: tuple[Hint, ...] = Field(default=(), max_length=10)


class Order(_Graded):
    """Things to put in order; all in place makes the answer right.

    Attributes
    ----------
    entries : in the right order; a learner first sees them in another.
    explain : said to everyone after the entries' own explanations.
    """

    kind: Literal["order"]
    entries: tuple[Entry, ...] = Field(min_length=3, max_length=8)
    explain: Text | None = None

    @model_validator(mode="after")
    def _entries_differ(self) -> Self:
        _check_differ("entries", [entry.text for entry in self.entries])
        return self


class Match(_Graded):
    """For each text, what goes with it; every match right makes the answer right.

    Attributes
    ----------
    pairs : each text with its match.
    extra : matches that go with no text.
    explain : said to everyone after the pairs' own explanations.
    shuffle : whether the matches may be listed in another order than in the bank.
    """

    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2, max_length=8)
    extra: tuple[Text, ...] = Field(default=(), max_length=6)
    explain: Text | None = None
    shuffle: Annotated[bool, Field(strict=True)] = True

    @property
    def matches(self) -> tuple[str, ...]:
        """Return what can be chosen, each once: the pairs' matches, then the extra ones."""
        return tuple(dict.fromkeys([*(pair.match for pair in self.pairs), *self.extra]))

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        _check_differ("texts", [pair.text for pair in self.pairs])
        _check_differ("extra matches", self.extra)
        _check_differ("matches", self.matches)
        matches = {pair.match.strip() for pair in self.pairs}
        for text in self.extra:
            if text.strip() in matches:
                raise ValueError(f"extra: '{text}' is the match of a pair; remove it from extra")
        if len(self.matches) < 2:
            raise ValueError("every text has the same match; add another pair or extra:")
        return self


def _check_differ(what: str, texts: Sequence[str]) -> None:
    stripped = [text.strip() for text in texts]
    for text in stripped:
        if stripped.count(text) > 1:
            raise ValueError(f"two {what} say '{text}'; change or remove one")


Item = Single | Multiple | TrueFalse | Numeric | Estimate | Draw | Order | Match
KINDS: dict[str, type[Item]] = {
    "single": Single,
    "multiple": Multiple,
    "true_false": TrueFalse,
    "numeric": Numeric,
    "estimate": Estimate,
    "draw": Draw,
    "order": Order,
    "match": Match,
}
ITEM: TypeAdapter[Item] = TypeAdapter(Annotated[Item, Field(discriminator="kind")])
"""Validates one item as a bank holds it."""
