"""A made-up world in which an operation changes nothing, and the operated still look worse off.

Workers are hurt in month 0. Each has a severity ``z``, normally distributed (mean 0, spread 1).
Every month, as long as neither has happened, somebody goes back to work or comes to an operation,
with chances that depend on severity (``1 - exp(-rate)`` with these rates a month)::

    back to work:  work * exp(-spread * z)
    operation:     operate * exp(pull * z), in the months when operations are done

The operation leaves the way back to work as it was. Two things make a gap all the same:

* the sicker come to the operation sooner (``pull`` above 0);
* the clocks differ: two years run from the operation for some and from the injury for the others,
  and nobody comes to the operation who is back at work already.

Every number is made up, chosen so that the shares come out as in nguyen2011. What follows from
clocks like these is known as immortal time bias (Suissa S. Am J Epidemiol 2008;167:492-499).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["WINDOW", "Shares", "World"]

WINDOW = 24
"""Months in which going back to work is counted."""

Months = npt.NDArray[np.float64]


class Shares(NamedTuple):
    """Shares back at work within two years, between 0 and 1.

    Attributes
    ----------
    operated : share of those operated on, counted from the operation.
    not_operated : share of everybody who was never operated on, counted from the injury.
    same_clock : share of people still off work and not operated on, counted from the months in
        which the others had their operation.
    """

    operated: float
    not_operated: float
    same_clock: float


@dataclass(frozen=True)
class World:
    """A world without an effect of the operation.

    Attributes
    ----------
    work, operate : monthly rate, at middling severity, of going back to work and of an operation.
    spread : how much a step of severity slows the way back to work, on the log scale.
    pull : how much a step of severity speeds the way to an operation, on the log scale.
    first, last : months after the injury in which operations are done.

    Raises
    ------
    ValueError
        When a rate is not above 0 or no month is left for operations.
    """

    work: float = 0.04
    operate: float = 0.003
    spread: float = 1.15
    pull: float = 1.1
    first: int = 7
    last: int = 48

    def __post_init__(self) -> None:
        """Refuse a world in which nothing can happen."""
        if min(self.work, self.operate) <= 0:
            raise ValueError(f"rates are {self.work} and {self.operate}; give rates above 0.")
        if not 1 <= self.first <= self.last:
            raise ValueError(f"operations from month {self.first} to {self.last}: none is left.")

    def shares(self, people: int, seed: int) -> Shares:
        """Let the world run, and count in the three ways.

        Parameters
        ----------
        people : how many are hurt.
        seed : the same seed gives the same people on every machine.

        Raises
        ------
        ValueError
            When the people are so few that nobody is operated on.
        """
        at_work, operation = self._months(people, seed)
        operated = (operation < at_work) & (operation <= self.last)
        if not operated.any():
            raise ValueError(f"of {people} people nobody is operated on; give more people.")
        return Shares(
            operated=float(np.mean((at_work - operation)[operated] <= WINDOW)),
            not_operated=float(np.mean(at_work[~operated] <= WINDOW)),
            same_clock=_from_the_same_months(at_work, operation, operation[operated]),
        )

    def _months(self, people: int, seed: int) -> tuple[Months, Months]:
        """Return when each person goes back to work and when an operation would be, in months."""
        random = np.random.default_rng(seed)
        severity = random.normal(size=people)
        work = self.work * np.exp(-self.spread * severity)
        operate = self.operate * np.exp(self.pull * severity)
        at_work = np.ceil(random.exponential(size=people) / work)
        operation = self.first - 1 + np.ceil(random.exponential(size=people) / operate)
        return at_work, operation


def _from_the_same_months(at_work: Months, operation: Months, starts: Months) -> float:
    """Return the share back at work of those who might have been operated on, but were not yet."""
    months, operated = np.unique(starts, return_counts=True)
    shares = []
    for month in months:
        still_off = at_work[(at_work > month) & (operation > month)]
        shares.append(np.mean(still_off <= month + WINDOW))
    return float(np.average(shares, weights=operated))
