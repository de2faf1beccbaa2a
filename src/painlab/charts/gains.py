"""Gains of an operation over another care, drawn one way round: left is better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from painlab.charts.forest import Effect, EffectAxis, effect_table
from painlab.charts.values import estimate
from painlab.trials import turned

LEFT_IS_BETTER = "Left of the line: better with the operation."
"""What every picture of such gains says about its sign."""


@dataclass(frozen=True)
class Compared:
    """A difference between an operation and another care.

    Attributes
    ----------
    label : what was compared, and when.
    key : evidence key of the difference, with its interval.
    better_is : sign of a difference that favours the operation, 1 or -1, as the figure's
        ``what`` says.
    """

    label: str
    key: str
    better_is: int

    def effect(self) -> Effect:
        """Return the difference with its sign turned so that below 0 favours the operation."""
        printed = estimate(self.key)
        return Effect(self.label, *(turned(printed) if self.better_is > 0 else printed))


def gain_axis(unit: str, low: float, high: float, ticks: tuple[float, ...]) -> EffectAxis:
    """Return an axis in `unit`, from `low` to `high`, with both sides named."""
    return EffectAxis((unit,), low, high, ticks, 0, sides=("better with surgery", "worse"))


def gain_table(effects: Sequence[Effect], what: str) -> pd.DataFrame:
    """Return the numbers behind the rows; `what` heads the first column."""
    return effect_table(effects, what, "difference, points; below 0 favours surgery")
