"""Why people get better after they ask for help: a pain diary, and a trial with three arms.

A diary without treatment: each month's pain is normally distributed around a person's own level,
and months are like their neighbours (first-order autoregression)::

    pain next month = level + likeness * (pain this month - level) + chance

Whoever comes when pain is at least ``c`` comes, on average, at (mean of a truncated normal
distribution; Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 1994)::

    level + sd * phi(z) / (1 - Phi(z)),    z = (c - level) / sd

and is expected back near the level by the likeness to the power of the months: regression to the
mean. The levels are made up; only the split of the trial's arms is measured (pedersen2024).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.stats import norm

__all__ = ["Arms", "Diary", "Parts", "three_arm_trial"]


@dataclass(frozen=True)
class Diary:
    """A made-up person's pain from month to month, in points of the scale its level is on.

    The numbers it starts with fit a scale from 0 to 10.

    Attributes
    ----------
    level : mean over the months.
    sd : standard deviation over the months.
    likeness : correlation of neighbouring months, from 0 to below 1.

    Raises
    ------
    ValueError
        When the spread is not above 0 or the likeness not from 0 to below 1.
    """

    level: float = 5.0
    sd: float = 2.0
    likeness: float = 0.6

    def __post_init__(self) -> None:
        """Refuse a diary that cannot be."""
        if self.sd <= 0 or not 0 <= self.likeness < 1:
            raise ValueError(
                f"sd is {self.sd}, likeness {self.likeness}; give a spread above 0 and a "
                "likeness from 0 to below 1."
            )

    def at_visit(self, threshold: float) -> float:
        """Return the mean pain, in points, of those who come because it is at least `threshold`."""
        z = (threshold - self.level) / self.sd
        return self.level + self.sd * float(norm.pdf(z) / norm.sf(z))

    def around_visit(self, threshold: float, month: int) -> float:
        """Return the mean pain of those who come, some months after the visit or before it.

        Parameters
        ----------
        threshold : pain from which on they come, in points.
        month : months after the visit; below 0 for months before it.

        Returns
        -------
        float
            In points.
        """
        above = self.at_visit(threshold) - self.level
        return self.level + self.likeness ** abs(month) * above

    def simulate(self, months: int, people: int, seed: int) -> np.ndarray[tuple[int, int]]:
        """Return diaries of many people, in points; unbounded, so a few leave 0 to 10.

        Parameters
        ----------
        months, people : how many months, and how many people; at least 1.
        seed : the same seed gives the same people on every machine.

        Returns
        -------
        array
            Pain, shape (people, months).

        Raises
        ------
        ValueError
            When there is no month or nobody.
        """
        if min(months, people) < 1:
            raise ValueError(f"months is {months}, people {people}; give 1 or more.")
        random = np.random.default_rng(seed)
        pain = np.empty((people, months))
        pain[:, 0] = random.normal(self.level, self.sd, people)
        chance = self.sd * (1 - self.likeness**2) ** 0.5
        for month in range(1, months):
            before = pain[:, month - 1] - self.level
            pain[:, month] = self.level + self.likeness * before
            pain[:, month] += random.normal(0, chance, people)
        return pain


class Parts(NamedTuple):
    """Shares of the fall in the treated arm; they add up to 1.

    Attributes
    ----------
    without : share that comes without any care.
    placebo : share that a sham adds.
    specific : share that the treatment adds to a sham.
    """

    without: float
    placebo: float
    specific: float


class Arms(NamedTuple):
    """Mean fall in pain since the start, in points, in each arm of a trial.

    Attributes
    ----------
    nothing, placebo, treatment : fall without care, with a sham and with the treatment, in points.
    """

    nothing: float
    placebo: float
    treatment: float

    def parts(self) -> Parts:
        """Split the fall in the treated arm as pedersen2024 does: by differences between arms.

        Raises
        ------
        ValueError
            When the treated arm did not fall: there is nothing to split.
        """
        if self.treatment <= 0:
            raise ValueError(
                f"the treated arm fell by {self.treatment}; there is no fall to split."
            )
        return Parts(
            without=self.nothing / self.treatment,
            placebo=(self.placebo - self.nothing) / self.treatment,
            specific=(self.treatment - self.placebo) / self.treatment,
        )


def three_arm_trial(
    diary: Diary, threshold: float, *, placebo: float, specific: float, people: int, seed: int
) -> Arms:
    """Let people join a trial when it is bad, and see how far pain falls in a month in each arm.

    Parameters
    ----------
    diary : everyone's pain without treatment.
    threshold : people join in a month with at least this much pain, in points.
    placebo, specific : what a sham and what the treatment itself take away, in points.
    people : people in each arm, at least 1.
    seed : the same seed gives the same people on every machine.

    Raises
    ------
    ValueError
        When `people` is below 1.
    """
    if people < 1:
        raise ValueError(f"people is {people}; give 1 or more.")
    falls = []
    for arm, helped in enumerate((0.0, placebo, placebo + specific)):
        pain = _joined(diary, threshold, people, seed + arm)
        falls.append(float(np.mean(pain[:, 0] - (pain[:, 1] - helped))))
    return Arms(*falls)


def _joined(diary: Diary, threshold: float, people: int, seed: int) -> np.ndarray[tuple[int, int]]:
    """Return pain on joining and a month later of those who are bad enough, shape (people, 2)."""
    share = float(norm.sf((threshold - diary.level) / diary.sd))
    asked = int(people / share * 1.5) + 100
    pain = diary.simulate(2, asked, seed)
    return pain[pain[:, 0] >= threshold][:people]
