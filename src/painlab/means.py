"""Averages of groups, with their intervals."""

from __future__ import annotations

from math import sqrt

from painlab.stats import Estimate


def mean_interval(mean: float, sd: float, n: int) -> Estimate:
    """Return an average with its 95 percent interval (Student's t).

    Parameters
    ----------
    mean, sd : average and standard deviation, in one unit.
    n : people in the group, at least 2.

    Raises
    ------
    ValueError
        When there are fewer than two people or the standard deviation is not above 0.

    References
    ----------
    Altman DG, Gardner MJ. BMJ 1986;292:746-750; SciPy ``t.interval``.
    """
    if n < 2 or sd <= 0:
        raise ValueError(f"{n} people with a standard deviation of {sd} have no interval.")
    # Loads slowly, as in `painlab.stats`.
    from scipy.stats import t

    low, high = t.interval(0.95, n - 1, loc=mean, scale=sd / sqrt(n))
    return Estimate(mean, float(low), float(high))
