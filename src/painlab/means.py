"""Averages of groups: their intervals, and their differences in standard deviations."""

from __future__ import annotations

from math import sqrt

from painlab.stats import Estimate

__all__ = ["cohens_d", "hedges_g", "hedges_g_interval", "mean_difference", "mean_interval"]


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


def cohens_d(mean: float, sd: float, other_mean: float, other_sd: float) -> float:
    """Return the difference of two means in standard deviations, for groups of equal size.

    Parameters
    ----------
    mean, other_mean : averages of the two groups, in one unit.
    sd, other_sd : their standard deviations, same unit, above 0.

    Raises
    ------
    ValueError
        When a standard deviation is not above 0.

    References
    ----------
    Cohen J. Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988, formula 2.5.1
    with the root mean square of both standard deviations.
    """
    if sd <= 0 or other_sd <= 0:
        raise ValueError(f"standard deviations {sd} and {other_sd} must be above 0.")
    return (mean - other_mean) / sqrt((sd**2 + other_sd**2) / 2)


def hedges_g(
    mean: float, sd: float, n: int, other_mean: float, other_sd: float, other_n: int
) -> float:
    """Return the difference of two means in pooled standard deviations, small-sample corrected.

    Parameters
    ----------
    mean, other_mean : averages of the two groups, in one unit.
    sd, other_sd : their standard deviations, same unit, above 0.
    n, other_n : people in each group, at least 2.

    Raises
    ------
    ValueError
        When a standard deviation is not above 0 or a group has fewer than two people.

    References
    ----------
    Hedges LV. J Educ Stat 1981;6:107-128; statsmodels ``effectsize_smd``.
    """
    return hedges_g_interval(mean, sd, n, other_mean, other_sd, other_n).value


def hedges_g_interval(
    mean: float, sd: float, n: int, other_mean: float, other_sd: float, other_n: int
) -> Estimate:
    """Return Hedges g with its 95 percent interval, from the normal distribution.

    Parameters
    ----------
    mean, other_mean : averages of the two groups, in one unit.
    sd, other_sd : their standard deviations, same unit, above 0.
    n, other_n : people in each group, at least 2.

    Returns
    -------
    Estimate
        In pooled standard deviations.

    Raises
    ------
    ValueError
        As for `hedges_g`.

    References
    ----------
    As for `hedges_g`, with the variance that statsmodels gives.
    """
    if sd <= 0 or other_sd <= 0 or n < 2 or other_n < 2:
        raise ValueError("Hedges g needs standard deviations above 0 and two people in each group.")
    # Loads slowly, as in `painlab.stats`.
    from scipy.stats import norm
    from statsmodels.stats.meta_analysis import effectsize_smd

    g, variance = effectsize_smd(mean, sd, n, other_mean, other_sd, other_n)
    low, high = norm.interval(0.95, loc=g, scale=sqrt(variance))
    return Estimate(float(g), float(low), float(high))


def mean_difference(
    mean: float, sd: float, n: int, other_mean: float, other_sd: float, other_n: int
) -> Estimate:
    """Return the difference of two means with its 95 percent interval, in their unit.

    The spreads of the groups may differ (Welch's method).

    Parameters
    ----------
    mean, other_mean : averages of the two groups, in one unit.
    sd, other_sd : their standard deviations, same unit, above 0.
    n, other_n : people in each group, at least 2.

    Raises
    ------
    ValueError
        When a standard deviation is not above 0 or a group has fewer than two people.

    References
    ----------
    Welch BL. Biometrika 1947;34:28-35; SciPy ``ttest_ind_from_stats(equal_var=False)``.
    """
    if sd <= 0 or other_sd <= 0 or n < 2 or other_n < 2:
        raise ValueError("A difference needs standard deviations above 0 and two people a group.")
    from scipy.stats import t

    own, other = sd**2 / n, other_sd**2 / other_n
    freedom = (own + other) ** 2 / (own**2 / (n - 1) + other**2 / (other_n - 1))
    gap = mean - other_mean
    low, high = t.interval(0.95, freedom, loc=gap, scale=sqrt(own + other))
    return Estimate(gap, float(low), float(high))
