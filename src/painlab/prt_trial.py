"""The trial of Pain Reprocessing Therapy (PRT), by arm and time: its counts, and its gaps in pain.

One trial gives unlike shares by what counts as a good result, and by who is counted. Both are said
outright here. In a standardised gap a number below 0 favours PRT: less pain than in the other arm.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from painlab import ev
from painlab.means import hedges_g_interval
from painlab.models.missing_outcomes import Arm
from painlab.stats import Estimate

__all__ = ["TIMES", "Result", "Time", "gap_in_pain", "pain", "people"]

Time = Literal["4 weeks", "1 year", "5 years"]
"""When people were asked: after treatment, and about so long later."""

Result = Literal["0 or 1", "exactly 0"]
"""Which ratings of pain, from 0 to 10, count as a good result."""


class _Keys(NamedTuple):
    """Evidence keys of one time; all are figures by arm."""

    heard: str
    good: dict[Result, str]
    mean: str
    spread: str


_KEYS: dict[Time, _Keys] = {
    "4 weeks": _Keys(
        "ashar2022.heard_post",
        {"0 or 1": "ashar2022.pain_free_or_nearly_post", "exactly 0": "ashar2022.pain_free_post"},
        "ashar2022.pain_change_post",
        "ashar2022.pain_change_sd_post",
    ),
    "1 year": _Keys(
        "ashar2022.heard_1y",
        {"0 or 1": "ashar2022.pain_free_or_nearly_1y", "exactly 0": "ashar2022.pain_free_1y"},
        "ashar2022.pain_change_1y",
        "ashar2022.pain_change_sd_1y",
    ),
    "5 years": _Keys(
        "ashar2025_5yr.answered_5y",
        {
            "0 or 1": "ashar2025_5yr.pain_free_or_nearly_5y",
            "exactly 0": "ashar2025_5yr.pain_free_5y",
        },
        "ashar2025_5yr.pain_mean_5y",
        "ashar2025_5yr.pain_sd_5y",
    ),
}

TIMES: tuple[Time, ...] = tuple(_KEYS)
"""Every time, the first first."""


def people(time: Time, arm: str, result: Result = "0 or 1") -> Arm:
    """Return how many did well, were heard from and were randomised.

    Parameters
    ----------
    time : when people were asked.
    arm : ``prt``, ``placebo`` or ``usual_care``.
    result : the ratings that count as doing well.

    Raises
    ------
    UnknownKeyError
        When there is no such arm.
    """
    keys = _KEYS[time]
    return Arm(
        well=ev(keys.good[result], arm).counts()[0],
        heard=_heard(time, arm),
        randomised=int(ev("ashar2022.randomised", arm).value),
    )


def pain(time: Time, arm: str) -> tuple[float, float, int]:
    """Return mean, standard deviation and number of people, in points from 0 to 10.

    At 4 weeks and 1 year it is the *change* since before treatment, below 0 for a fall. Five years
    later it is the pain itself: a change was not published. Only people heard from are in it.

    Parameters
    ----------
    time : when people were asked.
    arm : ``prt``, ``placebo`` or ``usual_care``.

    Raises
    ------
    UnknownKeyError
        When there is no such arm.
    """
    keys = _KEYS[time]
    return ev(keys.mean, arm).value, ev(keys.spread, arm).value, _heard(time, arm)


def gap_in_pain(time: Time, against: str) -> Estimate:
    """Return Hedges g of PRT against another arm, in standard deviations; below 0 favours PRT.

    The means are those of `pain`, not adjusted for anything.

    Parameters
    ----------
    time : when people were asked.
    against : ``placebo`` or ``usual_care``.

    Raises
    ------
    UnknownKeyError
        When there is no such arm.

    References
    ----------
    As for `painlab.means.hedges_g_interval`.
    """
    return hedges_g_interval(*pain(time, "prt"), *pain(time, against))


def _heard(time: Time, arm: str) -> int:
    return int(ev(_KEYS[time].heard, arm).value)
