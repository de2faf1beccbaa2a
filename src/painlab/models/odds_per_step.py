"""Odds over many steps: a ratio for one step, and both ends of its interval, multiplied up.

A logistic regression gives one odds ratio for each unit more of what was measured. Its logarithm is
a straight line in that unit, so over `d` units (Hosmer, Lemeshow and Sturdivant, Applied Logistic
Regression, 2013, chapter 3)::

    odds ratio over d units = ratio ** d

and the ends of the interval are ``low ** d`` and ``high ** d``. An interval that looks narrow for
one unit is wide over many. That the line is straight all the way is the model's, not measured.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["OddsPerStep", "before_rounding", "odds_over"]


def odds_over(ratio: float, steps: float) -> float:
    """Return the odds ratio over some units, from that for one unit more.

    Parameters
    ----------
    ratio : odds ratio for one unit more, above 0.
    steps : units.
    """
    return float(ratio**steps)


@dataclass(frozen=True)
class OddsPerStep:
    """The odds ratio for one unit more.

    Attributes
    ----------
    ratio : best estimate, above 0; 1 is no change.
    low, high : ends of its 95 percent interval.

    Raises
    ------
    ValueError
        When the best estimate does not lie inside the interval, or an end is not above 0.
    """

    ratio: float
    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse an interval that does not hold its estimate."""
        if not 0 < self.low <= self.ratio <= self.high:
            raise ValueError(
                f"{self.ratio:g} with an interval from {self.low:g} to {self.high:g}; give a ratio "
                "inside its interval, all above 0."
            )

    def over(self, steps: float) -> OddsPerStep:
        """Return the odds ratio over some units, with both ends of its interval.

        Parameters
        ----------
        steps : units, 0 or more.

        Raises
        ------
        ValueError
            When the steps are below 0, where the ends would change places.
        """
        if steps < 0:
            raise ValueError(f"{steps:g} steps; give 0 or more.")
        ends = (odds_over(end, steps) for end in (self.ratio, self.low, self.high))
        return OddsPerStep(*ends)


def before_rounding(printed: float, decimals: int) -> tuple[float, float]:
    """Return the lowest and the highest number that is printed so with some decimals.

    Parameters
    ----------
    printed : the number as it is printed, in any unit.
    decimals : decimals that are printed, 0 or more.

    Examples
    --------
    >>> low, high = before_rounding(1.02, 2)
    >>> round(low, 3), round(high, 3)
    (1.015, 1.025)
    """
    half = 0.5 / 10**decimals
    return printed - half, printed + half
