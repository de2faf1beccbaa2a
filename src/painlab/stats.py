"""Thin, documented calls into statsmodels and SciPy, in the field's own words."""

from __future__ import annotations


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
    if likelihood_ratio <= 0:
        raise ValueError(f"likelihood_ratio is {likelihood_ratio}; give a number above 0.")
    odds = prior / (1 - prior) * likelihood_ratio
    return odds / (1 + odds)
