"""What a finding does to a starting belief, for a grid of starting numbers and findings.

Bayes' rule in odds form, with people of 100 in place of probabilities::

    odds before = before / (100 - before)
    odds after  = odds before * likelihood ratio
    after       = 100 * odds after / (1 + odds after)

Source of the formula: Deeks JJ, Altman DG. BMJ 2004;329:168-169. The interval of the result is
that of the likelihood ratio alone: the starting number is taken as given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from painlab.stats import Estimate, posterior

__all__ = ["EXAMPLE_START", "after_finding", "belief_grid"]

EXAMPLE_START = 40.0
"""People of 100 whose disc is the source before a scan: a worked example, nobody's own number."""


def after_finding(before: float, ratio: float) -> float:
    """Return people of 100 with the condition after a finding.

    Parameters
    ----------
    before : people of 100 with the condition before the finding, between 0 and 100.
    ratio : likelihood ratio of the finding, above 0.

    Raises
    ------
    ValueError
        When either is out of range.
    """
    return 100 * posterior(before / 100, ratio)


def belief_grid(starts: Sequence[float], ratios: Mapping[str, Estimate]) -> pd.DataFrame:
    """Return the updated number for each starting number and each finding.

    Parameters
    ----------
    starts : people of 100 before the finding, each between 0 and 100.
    ratios : likelihood ratio of each finding with its 95 percent interval.

    Returns
    -------
    DataFrame
        One row a pair, columns ``before, finding, ratio, after, low, high``; the last three in
        people of 100, unrounded, `low` and `high` from the ends of the ratio's interval.

    Raises
    ------
    ValueError
        When a number is out of range.

    Examples
    --------
    >>> grid = belief_grid([40], {"worn disc": Estimate(2.53, 1.57, 4.07)})
    >>> grid.after.round().tolist()
    [63.0]
    """
    return pd.DataFrame(
        [
            {
                "before": before,
                "finding": finding,
                "ratio": ratio.value,
                "after": after_finding(before, ratio.value),
                "low": after_finding(before, ratio.low),
                "high": after_finding(before, ratio.high),
            }
            for before in starts
            for finding, ratio in ratios.items()
        ]
    )
