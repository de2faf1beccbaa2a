"""How figures on the neck are worked out: odds over many degrees, gains as people of 100."""

from __future__ import annotations

from painlab import stats
from painlab.evidence import Figure
from painlab.models.odds_per_step import odds_over
from painlab.models.overlap import share_above
from painlab.recipes import Derived
from painlab.recipes_fear import points_better

DEGREES = (20, 30)
"""How much further a neck bends in the sums on posture, in degrees; examples."""
EXAMPLE_HURTING = 40.0
"""People of 100 with neck pain at the smaller bend that the sums start from; an example."""
EXERCISES = {
    "strength": ("strengthening_pain_post", "right after strength training"),
    "both": ("combined_pain_post", "right after strength training and stretching"),
    "both_later": (
        "combined_pain_longterm",
        "in the long term, after strength training and stretching",
    ),
}
"""Short name of each pooled result of gross2015: its figure, and what it is in words."""
_ROUNDED = (
    "Supposes that each degree counts the same. The published ends have two decimals, and many "
    "degrees blow up what rounding took away, so read them as rough"
)


def neck_sums() -> dict[str, Derived]:
    """Return what a bend could add up to, and gains of exercise, as figures to show."""
    made: dict[str, Derived] = {}
    for degrees in DEGREES:
        for position in ("standing", "sitting"):
            made[f"calc.bend_{degrees}_{position}"] = _odds_over(degrees, position)
        made[f"calc.bend_{degrees}_hurting"] = _hurting_at(degrees)
    for name, (figure, words) in EXERCISES.items():
        key = f"gross2015.{figure}"
        made[f"calc.neck_{name}_gain"] = points_better(
            f"gain in neck pain {words}, in standard deviations", key, "standard deviations"
        )
        made[f"calc.neck_{name}_above_middle"] = _above_the_middle(key, words)
    return made


def _odds_over(degrees: int, position: str) -> Derived:
    """Odds ratio for many degrees, from that for one."""
    key = f"correia2021.angle_or[{position}]"
    return Derived(
        what=f"odds of neck pain when the neck bends {degrees} degrees more over a phone, "
        f"{position}, over the odds at the smaller bend. {_ROUNDED}",
        unit=f"odds ratio for {degrees} degrees",
        inputs=(key,),
        compute=lambda ratio: odds_over(ratio.value, degrees),
        digits=1,
        interval_from=key,
    )


def _hurting_at(degrees: int) -> Derived:
    """People of 100 with neck pain at the larger bend, from the example start."""
    key = "correia2021.angle_or[standing]"
    return Derived(
        what=f"people of 100 with neck pain when the neck bends {degrees} degrees more over a "
        f"phone, standing, if {EXAMPLE_HURTING:g} of 100 have it at the smaller bend (an example). "
        f"{_ROUNDED}",
        unit="percent",
        inputs=(key,),
        compute=lambda ratio: (
            100
            * stats.share_from_odds_ratio(EXAMPLE_HURTING / 100, odds_over(ratio.value, degrees))
        ),
        interval_from=key,
    )


def _above_the_middle(key: str, words: str) -> Derived:
    """People of 100 who exercised and have less pain than the middle person who did not."""
    return Derived(
        what=f"people of 100 with less neck pain {words} than the middle person of the comparison "
        "group; without any gain it would be 50. Supposes two bell curves of one width",
        unit="percent",
        inputs=(key,),
        compute=_less_pain_than_middle,
        interval_from=key,
    )


def _less_pain_than_middle(gain: Figure) -> float:
    # Below 0 favours exercise.
    return 100 * share_above(-gain.value)
