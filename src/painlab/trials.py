"""Trials of operations, with one sign: every difference below 0 favours the operation.

Papers print their differences either way round. They are turned here, once, each on a line that
can be read beside the ``what`` of its figure. The trial `brox2010` is in none of these lists: its
printed effect does not fit its own means, so nobody can say which way to turn it.
"""

from __future__ import annotations

from typing import NamedTuple

from painlab.derived import estimate, lookup
from painlab.stats import Estimate

__all__ = [
    "Falls",
    "cement_differences",
    "change",
    "falls_when_hidden",
    "falls_when_known",
    "fusion_changes",
    "fusion_differences",
    "turned",
]


class Falls(NamedTuple):
    """How far disability fell in both arms of a trial, in points from 0 to 100; more is better.

    Attributes
    ----------
    device, other : fall with the device and in the other arm, in points.
    """

    device: float
    other: float

    @property
    def gap(self) -> float:
        """How much further it fell with the device, in points."""
        return self.device - self.other


def turned(one: Estimate) -> Estimate:
    """Return a difference with its sign turned, and its interval with it.

    Parameters
    ----------
    one : a difference, in any unit.
    """
    return Estimate(-one.value, -one.high, -one.low)


def fusion_differences() -> dict[str, Estimate]:
    """Return fusion less a programme of training: disability, adjusted, as published.

    Returns
    -------
    dict
        Difference by country and year of the trial, in points from 0 to 100.
    """
    return {
        "Norway, 2003": turned(estimate("brox2003.odi_difference_1y")),
        "Norway, 2006": turned(estimate("brox2006.odi_difference_1y")),
        "UK, 2005": estimate("fairbank2005.odi_difference_24m"),
    }


def fusion_changes() -> dict[str, Estimate]:
    """Return the same trials by the change of each arm since the start, not adjusted.

    The papers print the arms' means without an interval for the change, so each interval is as
    wide as that of the published difference. That is an assumption of this course.

    Returns
    -------
    dict
        Difference by country and year of the trial, in points from 0 to 100.
    """
    arms = {
        "Norway, 2003": ("brox2003.odi_fusion", "brox2003.odi_programme", "year_1"),
        "Norway, 2006": ("brox2006.odi_fusion", "brox2006.odi_programme", "year_1"),
        "UK, 2005": ("fairbank2005.odi_surgery", "fairbank2005.odi_rehabilitation", "months_24"),
    }
    published = fusion_differences()
    return {
        name: _centred(change(operated, later) - change(trained, later), published[name])
        for name, (operated, trained, later) in arms.items()
    }


def cement_differences() -> dict[str, Estimate]:
    """Return cement less sham in broken vertebrae: pain at each trial's own time.

    Returns
    -------
    dict
        Difference by trial and time, in points from 0 to 10.
    """
    return {
        "Buchbinder 2009, at 3 months": turned(estimate("buchbinder2009.pain_difference_3m")),
        "Kallmes 2009, at 1 month": turned(estimate("kallmes2009.pain_difference_1m")),
        "Firanescu 2018, at 1 week": estimate("firanescu2018.pain_difference[week_1]"),
    }


def falls_when_known() -> Falls:
    """Return the falls with one device and with usual care, when people knew what they got."""
    return Falls(
        -change("bvn_ablation.open_odi_device", "months_3"),
        -change("bvn_ablation.open_odi_usual_care", "months_3"),
    )


def falls_when_hidden() -> Falls:
    """Return the falls with the same device and with a sham, when nobody knew."""
    return Falls(
        lookup("bvn_ablation.sham_odi_fall_3m", "device").value,
        lookup("bvn_ablation.sham_odi_fall_3m", "sham").value,
    )


def change(arm: str, later: str) -> float:
    """Return how much an arm's mean changed since the start; below 0 is a fall.

    Parameters
    ----------
    arm : evidence key of means by time, one of them ``baseline``.
    later : label of the later time.

    Returns
    -------
    float
        In the unit of the arm's scale.

    Raises
    ------
    UnknownKeyError
        When there is no such arm, or it has no mean at that time or at the start.
    """
    return lookup(arm, later).value - lookup(arm, "baseline").value


def _centred(value: float, like: Estimate) -> Estimate:
    """Return `value` with an interval as wide as that of `like`."""
    half = (like.high - like.low) / 2
    return Estimate(value, value - half, value + half)
