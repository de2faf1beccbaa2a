"""Two readers look at the same scans and say yes or no to one finding.

Both report the finding on the same share of scans, ``p``, and agree with Cohen's kappa ``k``.
The four outcomes then have exact probabilities (Cohen J. Educ Psychol Meas 1960;20:37-46)::

    both say yes       p² + k p (1 - p)
    first alone        p (1 - p) (1 - k)
    second alone       p (1 - p) (1 - k)
    both say no        (1 - p)² + k p (1 - p)

Illustrative, not measured: published kappas were mostly weighted over several grades, and two
real readers seldom report a finding equally often.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from painlab.stats import expected_disagreement

__all__ = ["Joint", "Readings", "draw_readings", "joint_probabilities", "typical_readings"]


class Joint(NamedTuple):
    """Probabilities of the four outcomes for one scan; they add up to 1.

    Attributes
    ----------
    both, neither : probability that both readers report the finding, and that none does.
    first_only, second_only : probability that one reader alone reports it.
    """

    both: float
    first_only: float
    second_only: float
    neither: float


@dataclass(frozen=True)
class Readings:
    """What two readers said about the same scans.

    Attributes
    ----------
    first, second : one answer a scan, True when the reader reports the finding; same length.
    """

    first: tuple[bool, ...]
    second: tuple[bool, ...]

    @property
    def differ(self) -> tuple[int, ...]:
        """Numbers of the scans on which the readers differ, counted from 1."""
        pairs = zip(self.first, self.second, strict=True)
        return tuple(number for number, (one, other) in enumerate(pairs, start=1) if one != other)

    @property
    def kappa(self) -> float:
        """Cohen's kappa of these answers, at most 1; nan when both gave one answer alone."""
        n = len(self.first)
        agree = 1 - len(self.differ) / n
        yes, other_yes = sum(self.first) / n, sum(self.second) / n
        chance = yes * other_yes + (1 - yes) * (1 - other_yes)
        return (agree - chance) / (1 - chance) if chance < 1 else float("nan")


def joint_probabilities(kappa: float, prevalence: float) -> Joint:
    """Return how likely each of the four outcomes is for one scan.

    Parameters
    ----------
    kappa : Cohen's kappa for a yes/no reading, at most 1.
    prevalence : share of scans on which each reader reports the finding, between 0 and 1.

    Raises
    ------
    ValueError
        When no two readers can have this kappa at this prevalence.
    """
    alone = expected_disagreement(kappa, prevalence) / 2
    # At the lowest possible kappa rounding can leave -1e-17 where 0 is meant.
    both, neither = max(0.0, prevalence - alone), max(0.0, 1 - prevalence - alone)
    return Joint(both, alone, alone, neither)


def draw_readings(kappa: float, prevalence: float, seed: int, scans: int = 100) -> Readings:
    """Let the two readers look at new scans.

    Parameters
    ----------
    kappa : Cohen's kappa for a yes/no reading, at most 1.
    prevalence : share of scans on which each reader reports the finding, between 0 and 1.
    seed : the same seed gives the same answers on every machine.
    scans : how many scans, at least 1.

    Raises
    ------
    ValueError
        When no two readers can have this kappa at this prevalence, or `scans` is below 1.
    """
    if scans < 1:
        raise ValueError(f"scans is {scans}; give 1 or more.")
    joint = joint_probabilities(kappa, prevalence)
    edges = np.cumsum(joint[:3])
    outcome = np.searchsorted(edges, np.random.default_rng(seed).random(scans), side="right")
    # Outcomes in the order of Joint: 0 both, 1 first only, 2 second only, 3 neither.
    return Readings(
        first=tuple(bool(value) for value in outcome <= 1),
        second=tuple(bool(value) for value in (outcome == 0) | (outcome == 2)),
    )


def typical_readings(kappa: float, prevalence: float, seed: int, scans: int = 100) -> Readings:
    """Return answers whose counts are the expected ones, rounded, in a shuffled order.

    This is the picture to show first: its number of differing scans is the expected number, where
    a draw has luck in it. When the differing scans are an odd number, the first reader says yes
    on one more of them than the second.

    Parameters
    ----------
    kappa : Cohen's kappa for a yes/no reading, at most 1.
    prevalence : share of scans on which each reader reports the finding, between 0 and 1.
    seed : the same seed gives the same order on every machine.
    scans : how many scans, at least 1.

    Raises
    ------
    ValueError
        When no two readers can have this kappa at this prevalence, or `scans` is below 1.
    """
    if scans < 1:
        raise ValueError(f"scans is {scans}; give 1 or more.")
    joint = joint_probabilities(kappa, prevalence)
    differ = _half_up(scans * (joint.first_only + joint.second_only))
    both = min(_half_up(scans * joint.both), scans - differ)
    first_only = (differ + 1) // 2
    order = np.random.default_rng(seed).permutation(scans)
    return Readings(
        first=tuple(bool(place < both + first_only) for place in order),
        second=tuple(
            bool(place < both or both + first_only <= place < both + differ) for place in order
        ),
    )


def _half_up(value: float) -> int:
    # Rounded to 9 places first, so that 7.5 stored as 7.4999999999 still counts as 7.5.
    return int(round(value, 9) + 0.5)
