"""How strong a hidden difference between two groups must be to explain a ratio away.

A hidden trait can make two groups differ when nothing was done to either. Let it be ``r`` times as
common in the group that does better, and let it make the outcome ``u`` times as likely. Then it
moves the ratio of risks by no more than the bounding factor (Ding and VanderWeele 2016)::

    B(r, u) = r * u / (r + u - 1)

The E-value (VanderWeele and Ding 2017) is the smallest strength ``r = u`` with which ``B`` reaches
the ratio. All of this is about hidden traits alone: not about clocks that start at different times,
about who came into the study, or about wrong records.

Ratios of risks are above 0. One below 1 is turned round first: the other group does better then.
"""

from __future__ import annotations

import math

from painlab.stats import Estimate

__all__ = ["bounding_factor", "e_value", "e_value_of_interval", "ratio_left"]


def bounding_factor(in_groups: float, on_outcome: float) -> float:
    """Return the most by which a hidden trait can move a ratio of risks, 1 or more.

    Parameters
    ----------
    in_groups : how many times as common the trait is in the group that does better, at least 1.
    on_outcome : how many times as likely the trait makes the outcome, at least 1.

    Raises
    ------
    ValueError
        When a strength is below 1 or not finite.

    References
    ----------
    Ding P, VanderWeele TJ. Epidemiology 2016;27:368-377.

    Examples
    --------
    >>> bounding_factor(3, 3)
    1.8
    """
    for strength in (in_groups, on_outcome):
        if not 1 <= strength < math.inf:
            raise ValueError(f"a strength is {strength}; give how many times, 1 or more.")
    return in_groups * on_outcome / (in_groups + on_outcome - 1)


def ratio_left(ratio: float, in_groups: float, on_outcome: float) -> float:
    """Return the ratio of risks when such a hidden trait is taken out, at the most it can do.

    It moves towards 1, and beyond 1 where the trait is stronger than the ratio.

    Parameters
    ----------
    ratio : ratio of risks, above 0.
    in_groups, on_outcome : strengths of the trait, at least 1, as for `bounding_factor`.

    Raises
    ------
    ValueError
        When the ratio is not above 0 or a strength is below 1, or one of them is not finite.

    References
    ----------
    As for `bounding_factor`.
    """
    factor = bounding_factor(in_groups, on_outcome)
    return ratio * factor if _positive(ratio) < 1 else ratio / factor


def e_value(ratio: float) -> float:
    """Return the smallest strength, on both links, that can explain a ratio of risks away.

    Solving ``B(s, s) = R`` gives ``s = R + sqrt(R * (R - 1))`` with ``R`` the ratio or, below 1,
    its inverse.

    Parameters
    ----------
    ratio : ratio of risks, above 0.

    Returns
    -------
    float
        How many times, 1 or more.

    Raises
    ------
    ValueError
        When the ratio is not above 0 or not finite.

    References
    ----------
    VanderWeele TJ, Ding P. Ann Intern Med 2017;167:268-274.
    """
    away = max(_positive(ratio), 1 / ratio)
    return away + math.sqrt(away * (away - 1))


def e_value_of_interval(ratio: Estimate) -> float:
    """Return the smallest strength that moves the interval of a ratio of risks to 1.

    It is the E-value of the end that is nearer to 1; 1 where the interval holds 1 already.

    Parameters
    ----------
    ratio : ratio of risks with its 95 percent interval, above 0.

    Returns
    -------
    float
        How many times, 1 or more.

    Raises
    ------
    ValueError
        When the lower end is not above 0 or not finite.

    References
    ----------
    As for `e_value`.
    """
    if _positive(ratio.low) <= 1 <= ratio.high:
        return 1.0
    return e_value(ratio.low if ratio.low > 1 else ratio.high)


def _positive(ratio: float) -> float:
    if not 0 < ratio < math.inf:
        raise ValueError(f"a ratio of risks is {ratio}; give a number above 0.")
    return ratio
