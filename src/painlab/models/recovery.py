"""How fast people recover: the smoothest common curve through two published points.

The share recovered by week `t` is a Weibull curve (Collett, Modelling Survival Data in Medical
Research, 2015, chapter 5), which two points fix::

    share(t) = 1 - exp(-ln 2 * (t / median) ** shape)

Papers print two points of such a curve more often than the whole of it. What lies between and
beyond them is the model's, not measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

__all__ = ["Recovery"]


@dataclass(frozen=True)
class Recovery:
    """A curve of recovery.

    Attributes
    ----------
    median : weeks after which half have recovered.
    shape : above 0; below 1 many recover early and the rest slowly; 1 is a constant rate.
    """

    median: float
    shape: float

    @classmethod
    def through(cls, median: float, weeks: float, share: float) -> Recovery:
        """Return the curve on which half recover by `median` and `share` by `weeks`.

        Parameters
        ----------
        median, weeks : weeks; the second later than the first.
        share : between 0.5 and 1, without the ends.

        Raises
        ------
        ValueError
            When no such curve rises through both points.
        """
        if not 0 < median < weeks or not 0.5 < share < 1:
            raise ValueError(
                f"no curve has half recovered by week {median:g} and {share:g} by week {weeks:g}; "
                "the second point must lie later and higher."
            )
        return cls(median, log(log(1 - share) / log(0.5)) / log(weeks / median))

    def share(self, weeks: float) -> float:
        """Return the share recovered after some `weeks`, 0 to 1."""
        return 1 - exp(-log(2) * (weeks / self.median) ** self.shape)
