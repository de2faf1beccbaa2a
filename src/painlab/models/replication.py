"""What the next trial would find: repeats of a two-arm trial at a true effect that we choose.

The outcome is normally distributed in both arms with one spread, people are drawn afresh, nobody is
missing and nobody's report leans. Then the t statistic of a repeat follows a noncentral t
distribution (Borenstein and others, Introduction to Meta-Analysis, 2009, chapters 4 and 29)::

    t ~ nct(df = n1 + n2 - 2, ncp = g / sqrt(1/n1 + 1/n2))

and its Hedges g is ``J * t * sqrt(1/n1 + 1/n2)`` with ``J = 1 - 3 / (4 * df - 1)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom, nct, t

__all__ = ["SIGNIFICANT", "Repeats", "chance_of_gap"]

SIGNIFICANT = 0.05
"""P value below which a repeat is called significant, both directions; a convention."""


@dataclass(frozen=True)
class Repeats:
    """All repeats of a trial.

    Attributes
    ----------
    people, others : people in the two arms, each at least two.
    effect : true difference of the means, in standard deviations; above 0 is better with the
        treatment.

    Raises
    ------
    ValueError
        When an arm has fewer than two people.
    """

    people: int
    others: int
    effect: float

    def __post_init__(self) -> None:
        """Refuse arms too small to have a spread."""
        if min(self.people, self.others) < 2:
            raise ValueError(f"arms of {self.people} and {self.others}; give two people or more.")

    @property
    def _df(self) -> int:
        return self.people + self.others - 2

    @property
    def _step(self) -> float:
        return sqrt(1 / self.people + 1 / self.others)

    @property
    def _shrink(self) -> float:
        return 1 - 3 / (4 * self._df - 1)

    def share_above(self, hedges_g: float) -> float:
        """Return the share of repeats with a Hedges g at least as large, 0 to 1.

        Parameters
        ----------
        hedges_g : in standard deviations.
        """
        statistic = hedges_g / (self._shrink * self._step)
        return float(nct.sf(statistic, self._df, self.effect / self._step))

    def just_significant(self) -> float:
        """Return the Hedges g, in standard deviations, from which on a repeat is significant."""
        return float(self._shrink * self._step * t.ppf(1 - SIGNIFICANT / 2, self._df))

    def power(self) -> float:
        """Return the share of repeats significant in the treatment's favour, 0 to 1."""
        return self.share_above(self.just_significant())

    def draw(self, repeats: int, seed: int) -> NDArray[np.float64]:
        """Return the Hedges g of some repeats, in standard deviations.

        Parameters
        ----------
        repeats : how many.
        seed : the same seed gives the same repeats on every machine.

        Returns
        -------
        array
            Shape (repeats,).
        """
        rng = np.random.default_rng(seed)
        statistic = nct.rvs(self._df, self.effect / self._step, size=repeats, random_state=rng)
        return np.asarray(self._shrink * self._step * statistic)

    def published_mean(self, repeats: int = 20_000, seed: int = 0) -> float:
        """Return the mean Hedges g of the significant repeats alone: the winner's curse.

        Parameters
        ----------
        repeats : how many are drawn before the others are left out.
        seed : the same seed gives the same repeats on every machine.

        Returns
        -------
        float
            In standard deviations.

        Raises
        ------
        ValueError
            When none of the repeats drawn is significant.
        """
        drawn = self.draw(repeats, seed)
        significant = drawn[drawn >= self.just_significant()]
        if significant.size == 0:
            raise ValueError(f"none of {repeats} repeats is significant; draw more.")
        return float(significant.mean())


def chance_of_gap(events: int, total: int, other_events: int, other_total: int) -> float:
    """Return how often chance alone makes a gap between two shares at least as wide, either way.

    Parameters
    ----------
    events, total, other_events, other_total : counts of the two arms, each total at least 1.
        Both true shares are taken to be the one of both arms together.

    Returns
    -------
    float
        Sum over all outcomes of two binomial distributions, 0 to 1.
    """
    pooled = (events + other_events) / (total + other_total)
    gap = abs(events / total - other_events / other_total)
    one = binom.pmf(np.arange(total + 1), total, pooled)
    other = binom.pmf(np.arange(other_total + 1), other_total, pooled)
    shares = np.arange(total + 1)[:, None] / total - np.arange(other_total + 1) / other_total
    return float(np.outer(one, other)[np.abs(shares) >= gap - 1e-12].sum())
