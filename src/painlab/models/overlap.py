"""Two groups as bell curves: how far they lie apart, and how much of them is the same.

Both groups are taken to be normal with the same spread, the second shifted by Cohen's d::

    overlap = 2 * Phi(-|d| / 2)      share of either curve that lies under the other
    above   = Phi(d)                 share of the second group above the first group's average

Source: Cohen J. Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988, chapter 2
(there as 1 minus the overlap of equal groups, and U3).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

__all__ = ["curves", "overlap_share", "share_above"]

# SciPy's distributions take a second to load, so the functions that need them import them.


def overlap_share(d: float) -> float:
    """Return the share of either curve that lies under the other, from 0 to 1.

    Parameters
    ----------
    d : difference of the averages in standard deviations.
    """
    from scipy.stats import norm

    return float(2 * norm.cdf(-abs(d) / 2))


def share_above(d: float) -> float:
    """Return the share of the second group above the first group's average, from 0 to 1.

    Parameters
    ----------
    d : how far the second average lies above the first, in standard deviations.
    """
    from scipy.stats import norm

    return float(norm.cdf(d))


def curves(d: float, points: int = 81) -> pd.DataFrame:
    """Return both curves and what they share, from 3 standard deviations below to 3 above.

    Parameters
    ----------
    d : how far the second average lies above the first, in standard deviations.
    points : how many positions, at least 2.

    Returns
    -------
    DataFrame
        Columns ``x`` (standard deviations from the first average), ``first``, ``second`` and
        ``shared`` (density, the lower of both).

    Examples
    --------
    >>> curves(0.5, points=3).round(2).to_dict("list")["x"]
    [-3.0, 0.25, 3.5]
    """
    from scipy.stats import norm

    x = np.linspace(min(0.0, d) - 3, max(0.0, d) + 3, points)
    first, second = norm.pdf(x), norm.pdf(x, loc=d)
    return pd.DataFrame(
        {"x": x, "first": first, "second": second, "shared": np.minimum(first, second)}
    )
