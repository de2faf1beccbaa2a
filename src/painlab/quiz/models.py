"""What a quiz item may say: one model a kind, told apart by ``kind``.

The models check shape and wording; whether an evidence key exists is for :mod:`painlab.quiz.bank`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, TypeAdapter, model_validator

from painlab.quiz.parts import (
    Answer,
    Curve,
    Entry,
    Hint,
    Image,
    ItemId,
    Key,
    Number,
    Option,
    Pair,
    Slug,
    Strict,
    Text,
    Unit,
)


class _Item(Strict):
    """What every item has.

    Attributes
    ----------
    id : ``module-topic-NN``.
    objective : the learning objective it checks.
    prompt : the question.
    hint : help that a learner may open before answering.
    image : a picture that belongs to the question.
    evidence : keys the explanations rest on: a study, a figure or a computed figure.
    """

    id: ItemId
    objective: Slug
    prompt: Text
    hint: Text | None = None
    image: Image | None = None
    evidence: tuple[Key, ...] = Field(min_length=1, max_length=20)


class _Graded(_Item):
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


class Estimate(_Item):
    """A guess on a slider, then the evidence; not graded.

    Attributes
    ----------
    answer : the number from the evidence.
    min, max, step : ends and step of the slider, in `unit`.
    unit : shown after values, for example ``of 100``.
    explain : said to everyone.
    explain_low, explain_high : said to learners whose guess was too low or too high.
    """

    kind: Literal["estimate"]
    answer: Answer
    min: Number
    max: Number
    step: Number = Field(default=1, gt=0)
    unit: Unit | None = None
    explain: Text
    explain_low: Text
    explain_high: Text

    @model_validator(mode="after")
    def _has_a_scale(self) -> Self:
        _check_scale(self.min, self.max)
        if self.step > self.max - self.min:
            raise ValueError("step: is longer than the scale; make it smaller")
        return self


class Draw(_Item):
    """A curve to draw, then the evidence; not graded.

    Attributes
    ----------
    curve : the figure and its points.
    people : figure with the people behind each point, by the same labels.
    min, max : ends of the vertical scale, in `unit`.
    unit : shown after values, for example ``of 100``.
    explain : said to everyone.
    """

    kind: Literal["draw"]
    curve: Curve
    people: Key | None = None
    min: Number
    max: Number
    unit: Unit | None = None
    explain: Text

    @model_validator(mode="after")
    def _has_a_scale(self) -> Self:
        _check_scale(self.min, self.max)
        return self


def _check_differ(what: str, texts: Sequence[str]) -> None:
    stripped = [text.strip() for text in texts]
    for text in stripped:
        if stripped.count(text) > 1:
            raise ValueError(f"two {what} say '{text}'; change or remove one")


def _check_scale(low: float, high: float) -> None:
    if low >= high:
        raise ValueError("min: must be below max:")


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
