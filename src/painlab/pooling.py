"""Pooling: several studies' effects as one, with the weight that each of them carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from painlab.stats import Estimate

__all__ = ["Pooled", "leave_one_out", "pool"]

# Half the width of a 95 percent interval, in standard errors.
_HALF_WIDTH = 1.959964


@dataclass(frozen=True)
class Pooled:
    """A pooled effect.

    Attributes
    ----------
    estimate : the effect with its 95 percent interval, in the unit of the studies.
    weights : share of each study, from 0 to 1, in the order they were given.
    between : variance between studies (tau squared), in the unit squared.
    beyond_chance : share of the spread that is more than chance (I squared), from 0 to 1.
    """

    estimate: Estimate
    weights: tuple[float, ...]
    between: float
    beyond_chance: float


def pool(studies: Sequence[Estimate]) -> Pooled:
    """Pool differences (or log ratios) with random effects, after DerSimonian and Laird.

    Parameters
    ----------
    studies : effects with symmetric 95 percent intervals, at least two, all in one unit.

    Raises
    ------
    ValueError
        When there are fewer than two studies or an interval has no width.

    References
    ----------
    DerSimonian R, Laird N. Control Clin Trials 1986;7:177-188; for I squared Higgins JPT,
    Thompson SG. Stat Med 2002;21:1539-1558; statsmodels ``combine_effects``.
    """
    errors = [(one.high - one.low) / (2 * _HALF_WIDTH) for one in studies]
    if len(studies) < 2 or min(errors) <= 0:
        raise ValueError("pooling needs two studies or more, each with an interval of some width.")
    # Loads slowly, so only those who pool pay for it; see `painlab.stats`.
    from statsmodels.stats.meta_analysis import combine_effects

    effects, variances = np.array([one.value for one in studies]), np.square(errors)
    # Studies that agree better than chance give a negative variance here, which by definition
    # counts as none: then random effects are fixed effects, and roots of it are not used.
    with np.errstate(invalid="ignore"):
        result = combine_effects(effects, variances, method_re="dl", use_t=False)
        table = result.summary_frame()
    varied = result.tau2 > 0
    row = table.loc["random effect" if varied else "fixed effect"]
    weights = result.weights_rel_re if varied else result.weights_rel_fe
    return Pooled(
        Estimate(float(row["eff"]), float(row["ci_low"]), float(row["ci_upp"])),
        tuple(float(weight) for weight in weights),
        max(0.0, float(result.tau2)),
        max(0.0, float(result.i2)),
    )


def leave_one_out(studies: Mapping[str, Estimate]) -> dict[str, Pooled]:
    """Pool again and again, each time without one of the studies.

    Parameters
    ----------
    studies : effects by name, as for `pool`, at least three.

    Returns
    -------
    dict
        The result without the study of that name, in the order the studies were given.

    Raises
    ------
    ValueError
        When there are fewer than three studies or an interval has no width.

    References
    ----------
    As for `pool`.
    """
    if len(studies) < 3:
        raise ValueError("leaving one out needs three studies or more; two must remain.")
    return {
        left_out: pool([one for name, one in studies.items() if name != left_out])
        for left_out in studies
    }
