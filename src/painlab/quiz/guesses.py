"""The items that are guesses: commit to a value first, then see the evidence; not graded."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from painlab.quiz.item import BaseItem
from painlab.quiz.parts import Answer, Curve, Key, Number, Text, Unit


class Estimate(BaseItem):
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


class Draw(BaseItem):
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


def _check_scale(low: float, high: float) -> None:
    if low >= high:
        raise ValueError("min: must be below max:")
