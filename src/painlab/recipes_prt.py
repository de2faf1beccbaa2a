"""How figures of the module on PRT are worked out: two arms of a trial compared by their counts."""

from __future__ import annotations

from collections.abc import Callable

from painlab import stats
from painlab.evidence import Figure
from painlab.recipes import Derived

ARMS = {"placebo": "with a placebo they knew of", "usual_care": "with usual care"}
TIMES = {
    "post": ("ashar2022.pain_free_or_nearly_post", "after treatment"),
    "1y": ("ashar2022.pain_free_or_nearly_1y", "one year later"),
    "5y": ("ashar2025_5yr.pain_free_or_nearly_5y", "about five years later"),
}
_COUNTED = "of everyone drawn for the arm; those not heard from count as not free of pain"


def prt_comparisons() -> dict[str, Derived]:
    """Return what PRT added to two other arms: people of 100, ratios, people per one more."""
    made: dict[str, Derived] = {}
    for arm, words in ARMS.items():
        for time, (key, when) in TIMES.items():
            made[f"calc.prt_more_nearly_free_v_{arm}_{time}"] = _more_of_100(key, arm, words, when)
        key, when = TIMES["post"]
        made[f"calc.prt_times_as_many_v_{arm}"] = _times_as_many(key, arm, words, when)
        made[f"calc.prt_needed_to_treat_v_{arm}"] = _needed_to_treat(key, arm, words, when)
    return made


def _more_of_100(key: str, arm: str, words: str, when: str) -> Derived:
    """Difference of two shares, with Newcombe's interval."""
    what = f"people of 100 who rated their pain 0 or 1 of 10 with PRT {when}, less those {words}"
    return _compared(key, arm, what, "people of 100", _gap)


def _times_as_many(key: str, arm: str, words: str, when: str) -> Derived:
    """Ratio of two shares, with the interval of Katz."""
    what = f"share who rated their pain 0 or 1 of 10 with PRT {when}, over the share {words}"
    return _compared(key, arm, what, "risk ratio", _ratio, digits=1)


def _needed_to_treat(key: str, arm: str, words: str, when: str) -> Derived:
    """One over the difference of two shares, and over the ends of its interval."""
    what = (
        f"people who have PRT, not what the others had ({words}), for one more who rates pain 0 or "
        f"1 of 10 {when}"
    )
    return _compared(key, arm, what, "people", _per_one_more, digits=1)


def _compared(
    key: str,
    arm: str,
    what: str,
    unit: str,
    result: Callable[[Figure, Figure], stats.Estimate],
    digits: int = 0,
) -> Derived:
    """Return PRT set against another arm: a result and its interval from one function."""
    return Derived(
        what=f"{what}, {_COUNTED}",
        unit=unit,
        inputs=(f"{key}[prt]", f"{key}[{arm}]"),
        compute=lambda prt, other: result(prt, other).value,
        digits=digits,
        interval=result,
    )


def _gap(prt: Figure, other: Figure) -> stats.Estimate:
    gap = stats.risk_difference(*prt.counts(), *other.counts())
    return stats.Estimate(*(100 * end for end in gap))


def _ratio(prt: Figure, other: Figure) -> stats.Estimate:
    return stats.risk_ratio(*prt.counts(), *other.counts())


def _per_one_more(prt: Figure, other: Figure) -> stats.Estimate:
    # The larger the gap, the fewer people it takes: the ends change places.
    gap = _gap(prt, other)
    return stats.Estimate(100 / gap.value, 100 / gap.high, 100 / gap.low)
