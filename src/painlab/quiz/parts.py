"""The parts of quiz items: checked text, options, answers, hints and curves."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

TEXT_LIMIT = 2000
"""Longest prompt, option or explanation, in characters."""

# Marks that reorder text on screen: what a reviewer sees would not be what the file says.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _clean(text: str) -> str:
    if len(text) > TEXT_LIMIT:
        raise ValueError(f"the text has {len(text):,} characters; keep it within {TEXT_LIMIT:,}")
    if found := _DIRECTION.search(text):
        raise ValueError(f"remove the direction mark U+{ord(found[0]):04X}; it reorders text")
    if found := _CONTROL.search(text):
        raise ValueError(f"remove the control character U+{ord(found[0]):04X}")
    if not text.strip():
        raise ValueError("the text is empty; write it or remove the field")
    return text


Text = Annotated[str, AfterValidator(_clean)]
Unit = Annotated[str, AfterValidator(_clean), Field(max_length=30)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
ItemId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*-\d{2}$", max_length=80)]
Key = Annotated[str, Field(pattern=r"^[a-z]\w*(\.[a-z]\w*(\[[^\]]+\])?)?$", max_length=120)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Label = Annotated[str, AfterValidator(_clean), Field(max_length=30)]


class Strict(BaseModel):
    """Knows its fields, takes no others, and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Option(Strict):
    """One option of a choice.

    Attributes
    ----------
    text : what the learner reads.
    explain : why it is right or wrong, said to a learner who chose it.
    correct : whether it is (one of) the right ones.
    misconception : name of the belief that a wrong option catches.
    """

    text: Text
    explain: Text
    correct: Annotated[bool, Field(strict=True)] = False
    misconception: Slug | None = None

    @model_validator(mode="after")
    def _names_its_misconception(self) -> Self:
        if self.correct and self.misconception:
            raise ValueError("a correct option catches no misconception; remove one of the two")
        if not self.correct and not self.misconception:
            raise ValueError('name the belief this option catches with "misconception: ..."')
        return self


class Entry(Strict):
    """One of several things to put in order.

    Attributes
    ----------
    text : what the learner reads.
    explain : why it stands at its place, said to everyone.
    """

    text: Text
    explain: Text


class Pair(Strict):
    """A text and what goes with it.

    Attributes
    ----------
    text : what the learner reads first.
    match : what goes with it, chosen from a list; several texts may share one.
    explain : why they go together, said to everyone.
    misconception : name of the belief behind a wrong match.
    """

    text: Text
    match: Text
    explain: Text
    misconception: Slug


class Image(Strict):
    """A picture above the answers.

    Attributes
    ----------
    src : name of a file in ``book/quizzes/images``.
    alt : what the picture shows, for readers who do not see it.
    caption : a line under the picture.
    """

    src: Annotated[
        str, Field(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*\.(svg|png|webp)$", max_length=80)
    ]
    alt: Text
    caption: Text | None = None


class Answer(Strict):
    """The right number: an evidence key, or a value with the reason it is right.

    Attributes
    ----------
    ev : evidence key, so that the answer follows its source.
    value, because : for worked examples, whose numbers are no claims.
    """

    ev: Key | None = None
    value: Number | None = None
    because: Text | None = None

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        if (self.ev is None) == (self.value is None):
            raise ValueError("give either ev: (an evidence key) or value: with because:")
        if (self.value is None) != (self.because is None):
            raise ValueError("value: and because: go together; evidence keys need no reason")
        return self


class Hint(Strict):
    """A predictable wrong number and what to say to it.

    Attributes
    ----------
    low, high : the range it lies in, both ends included; one may be left open.
    misconception : name of the belief or slip that leads there.
    explain : said to a learner who answered in this range.
    """

    low: Number | None = None
    high: Number | None = None
    misconception: Slug
    explain: Text

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.low is None and self.high is None:
            raise ValueError("give low:, high: or both")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low: is above high:; swap them")
        return self

    def catches(self, value: float) -> bool:
        """Say whether `value` lies in the range."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


class Curve(Strict):
    """A curve to draw: one evidence figure by its labels.

    Attributes
    ----------
    ev : figure with labels, without a label: ``brinjikji2015.disk_bulge``.
    labels : the points, in order.
    given : labels whose value is shown before the guess.
    name : what the true line is called on the chart.
    """

    ev: Key
    labels: tuple[Label, ...] = Field(min_length=3, max_length=12)
    given: tuple[Label, ...] = ()
    name: Label = "The evidence"

    @model_validator(mode="before")
    @classmethod
    def _words(cls, data: Any) -> Any:
        """Accept ``20`` for ``"20"``: labels are often ages."""
        if isinstance(data, dict):
            data = dict(data)
            for field in ("labels", "given"):
                if isinstance(data.get(field), list):
                    data[field] = [str(x) if type(x) is int else x for x in data[field]]
        return data

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if len(set(self.labels)) != len(self.labels):
            raise ValueError("a label stands twice; keep one")
        for label in self.given:
            if label not in self.labels:
                raise ValueError(f"the given label '{label}' is not among the labels")
        if len(set(self.given)) >= len(self.labels):
            raise ValueError("every point is given; leave some to guess")
        return self
