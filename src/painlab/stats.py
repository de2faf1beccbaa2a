"""Thin, documented calls into statsmodels, in the field's own words.

Shares and probabilities are proportions between 0 and 1 unless a name says ``percent``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from statsmodels.stats.contingency_tables import Table2x2

__all__ = [
    "Estimate",
    "LogitLine",
    "expected_disagreement",
    "likelihood_ratio_negative",
    "likelihood_ratio_positive",
    "logit_line",
    "odds_ratio",
    "posterior",
    "risk_difference",
    "risk_ratio",
    "share_from_odds_ratio",
    "wilson_interval",
]

# statsmodels takes two seconds to load, so the functions that need it import it themselves:
# `painlab check` and most pages do without.


class Estimate(NamedTuple):
    """A number with the two ends of its 95 percent interval, all in the same unit.

    Attributes
    ----------
    value : best estimate, in the unit that the function names.
    low, high : ends of the interval, same unit.
    """

    value: float
    low: float
    high: float


class LogitLine(NamedTuple):
    """A straight line on the log-odds scale: ``log(p / (1 - p)) = intercept + slope * x``.

    Attributes
    ----------
    intercept : log-odds at x = 0.
    slope : change in log-odds for each unit of x.
    percent : fitted percentages, one for each x that was given, shape (k,).
    """

    intercept: float
    slope: float
    percent: tuple[float, ...]


def wilson_interval(events: int, total: int) -> Estimate:
    """Return a share with its 95 percent Wilson score interval.

    Parameters
    ----------
    events : people with the finding, from 0 to `total`.
    total : people looked at, at least 1.

    Raises
    ------
    ValueError
        When the counts are impossible.

    References
    ----------
    Wilson EB. J Am Stat Assoc 1927;22:209-212; statsmodels ``proportion_confint``.
    """
    if total < 1 or not 0 <= events <= total:
        raise ValueError(f"{events} of {total} is no share; give 0 <= events <= total, total >= 1.")
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(events, total, alpha=0.05, method="wilson")
    # Rounding leaves 1e-17 on either side of the exact ends at 0 and total.
    return Estimate(events / total, max(0.0, float(low)), min(1.0, float(high)))


def _table(events: int, total: int, other_events: int, other_total: int) -> Table2x2:
    pairs = ((events, total), (other_events, other_total))
    if any(not 0 <= count <= people for count, people in pairs):
        raise ValueError(f"{pairs} holds more events than people; give 0 <= events <= total.")
    from statsmodels.stats.contingency_tables import Table2x2

    return Table2x2([[count, people - count] for count, people in pairs])


def risk_ratio(events: int, total: int, other_events: int, other_total: int) -> Estimate:
    """Return how many times likelier an event is in the first group, with 95 percent interval.

    Where nobody or everybody in a group has the event, statsmodels counts half a person in the
    empty place, so that the ratio is neither 0 nor without end.

    Parameters
    ----------
    events, other_events : people with the event in each group, from 0 to the group's total.
    total, other_total : people in each group, at least 1.

    Raises
    ------
    ValueError
        When a group has more events than people.

    References
    ----------
    Katz D et al. Biometrics 1978;34:469-474; statsmodels ``Table2x2``.
    """
    table = _table(events, total, other_events, other_total)
    low, high = table.riskratio_confint()
    return Estimate(float(table.riskratio), float(low), float(high))


def risk_difference(events: int, total: int, other_events: int, other_total: int) -> Estimate:
    """Return the share in the first group less that in the second, with 95 percent interval.

    Parameters
    ----------
    events, other_events : people with the event in each group, from 0 to the group's total.
    total, other_total : people in each group, at least 1.

    Returns
    -------
    Estimate
        Proportions, from -1 to 1.

    Raises
    ------
    ValueError
        When a group is empty or has more events than people.

    References
    ----------
    Newcombe RG. Stat Med 1998;17:873-890, method 10; statsmodels ``confint_proportions_2indep``.
    """
    first, second = wilson_interval(events, total), wilson_interval(other_events, other_total)
    from statsmodels.stats.proportion import confint_proportions_2indep

    low, high = confint_proportions_2indep(
        events, total, other_events, other_total, method="newcomb", compare="diff"
    )
    return Estimate(first.value - second.value, float(low), float(high))


def odds_ratio(events: int, total: int, other_events: int, other_total: int) -> Estimate:
    """Return the odds in the first group over those in the second, with 95 percent interval.

    Where nobody or everybody in a group has the event, statsmodels counts half a person in the
    empty place, so that the ratio is neither 0 nor without end.

    Parameters
    ----------
    events, other_events : people with the event in each group, from 0 to the group's total.
    total, other_total : people in each group, at least 1.

    Raises
    ------
    ValueError
        When a group has more events than people.

    References
    ----------
    Bland JM, Altman DG. The odds ratio. BMJ 2000;320:1468; statsmodels ``Table2x2``.
    """
    table = _table(events, total, other_events, other_total)
    low, high = table.oddsratio_confint()
    return Estimate(float(table.oddsratio), float(low), float(high))


def posterior(prior: float, likelihood_ratio: float) -> float:
    """Return the probability after a test result (Bayes' rule in odds form).

    Parameters
    ----------
    prior : probability before the test, strictly between 0 and 1.
    likelihood_ratio : how many times likelier the result is with the condition than without, > 0.

    Returns
    -------
    float
        Probability after the test, between 0 and 1.

    Raises
    ------
    ValueError
        When `prior` or `likelihood_ratio` is out of range.

    References
    ----------
    Deeks JJ, Altman DG. Diagnostic tests 4: likelihood ratios. BMJ 2004;329:168-169.
    """
    if not 0 < prior < 1:
        raise ValueError(f"prior is {prior}; give a probability strictly between 0 and 1.")
    if not likelihood_ratio > 0:
        raise ValueError(f"likelihood_ratio is {likelihood_ratio}; give a number above 0.")
    odds = prior / (1 - prior) * likelihood_ratio
    return odds / (1 + odds)


def share_from_odds_ratio(baseline_share: float, odds_ratio: float) -> float:
    """Return the share in the exposed group, from the other group's share and an odds ratio.

    Parameters
    ----------
    baseline_share : share with the finding in the comparison group, strictly between 0 and 1.
    odds_ratio : odds in the exposed group over odds in the comparison group, > 0.

    Raises
    ------
    ValueError
        When either is out of range.

    References
    ----------
    Schünemann HJ et al. Cochrane Handbook, chapter 15.4.4.4: absolute effect from an odds ratio.
    """
    # Multiplying odds is what Bayes' rule does with a likelihood ratio: the same arithmetic.
    return posterior(baseline_share, odds_ratio)


def _check_test(sensitivity: float, specificity: float) -> None:
    if not (0 < sensitivity < 1 and 0 < specificity < 1):
        raise ValueError(
            f"sensitivity {sensitivity} and specificity {specificity} must lie strictly between "
            "0 and 1."
        )


def likelihood_ratio_positive(sensitivity: float, specificity: float) -> float:
    """Return the likelihood ratio of a positive result: sensitivity / (1 - specificity).

    Parameters
    ----------
    sensitivity : share of those with the condition whose result is positive, between 0 and 1.
    specificity : share of those without it whose result is negative, between 0 and 1.

    Raises
    ------
    ValueError
        When either is not strictly between 0 and 1.

    References
    ----------
    Deeks JJ, Altman DG. BMJ 2004;329:168-169.
    """
    _check_test(sensitivity, specificity)
    return sensitivity / (1 - specificity)


def likelihood_ratio_negative(sensitivity: float, specificity: float) -> float:
    """Return the likelihood ratio of a negative result: (1 - sensitivity) / specificity.

    Parameters
    ----------
    sensitivity : share of those with the condition whose result is positive, between 0 and 1.
    specificity : share of those without it whose result is negative, between 0 and 1.

    Raises
    ------
    ValueError
        When either is not strictly between 0 and 1.

    References
    ----------
    Deeks JJ, Altman DG. BMJ 2004;329:168-169.
    """
    _check_test(sensitivity, specificity)
    return (1 - sensitivity) / specificity


def expected_disagreement(kappa: float, prevalence: float) -> float:
    """Return the share of scans on which two readers differ, ``2 p (1 - p) (1 - kappa)``.

    Both readers report the finding on the same share of scans, `prevalence`. With equal shares
    the agreement expected by chance is ``p² + (1 - p)²``, and Cohen's definition
    ``kappa = (agreement - chance) / (1 - chance)`` solved for disagreement gives the formula.

    Parameters
    ----------
    kappa : Cohen's kappa for a yes/no reading, at most 1.
    prevalence : share of scans on which each reader reports the finding, between 0 and 1.

    Raises
    ------
    ValueError
        When `prevalence` is not strictly between 0 and 1, or `kappa` is above 1 or too low for it.

    References
    ----------
    Cohen J. Educ Psychol Meas 1960;20:37-46.
    """
    if not 0 < prevalence < 1:
        raise ValueError(f"prevalence is {prevalence}; give a share strictly between 0 and 1.")
    lowest = -min(prevalence / (1 - prevalence), (1 - prevalence) / prevalence)
    if not lowest <= kappa <= 1:
        raise ValueError(
            f"kappa is {kappa}; at a prevalence of {prevalence} it lies from {lowest:.2f} to 1."
        )
    return 2 * prevalence * (1 - prevalence) * (1 - kappa)


def logit_line(x: Sequence[float], percent: Sequence[float]) -> LogitLine:
    """Fit a straight line to percentages on the log-odds scale, by least squares.

    Parameters
    ----------
    x : at least two different positions, shape (k,).
    percent : percentages strictly between 0 and 100, shape (k,).

    Raises
    ------
    ValueError
        When the lengths differ, fewer than two positions differ, or a percentage is 0 or 100.

    References
    ----------
    statsmodels ``OLS`` on ``log(p / (1 - p))``.
    """
    shares = np.asarray(percent, dtype=float) / 100
    if len(x) != len(percent) or len(set(x)) < 2:
        raise ValueError("give one percentage for each position, at two positions or more.")
    if not ((shares > 0) & (shares < 1)).all():
        raise ValueError("a percentage of 0 or 100 has no log-odds; leave it out.")
    design = np.column_stack([np.ones(len(x)), np.asarray(x, dtype=float)])
    from statsmodels.regression.linear_model import OLS

    fit = OLS(np.log(shares / (1 - shares)), design).fit()
    intercept, slope = (float(value) for value in fit.params)
    fitted = 100 / (1 + np.exp(-fit.fittedvalues))
    return LogitLine(intercept, slope, tuple(float(value) for value in fitted))
