"""How figures of the module on PRT are worked out: two arms of a trial compared by their counts."""

from __future__ import annotations

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
    return Derived(
        what=f"people of 100 who rated their pain 0 or 1 of 10 with PRT {when}, less those "
        f"{words}, {_COUNTED}",
        unit="people of 100",
        inputs=(f"{key}[prt]", f"{key}[{arm}]"),
        compute=lambda prt, other: _gap(prt, other).value,
        interval=_gap,
    )


def _times_as_many(key: str, arm: str, words: str, when: str) -> Derived:
    """Ratio of two shares, with the interval of Katz."""
    return Derived(
        what=f"share who rated their pain 0 or 1 of 10 with PRT {when}, over the share {words}, "
        f"{_COUNTED}",
        unit="risk ratio",
        inputs=(f"{key}[prt]", f"{key}[{arm}]"),
        compute=lambda prt, other: stats.risk_ratio(*_counts(prt), *_counts(other)).value,
        digits=1,
        interval=lambda prt, other: stats.risk_ratio(*_counts(prt), *_counts(other)),
    )


def _needed_to_treat(key: str, arm: str, words: str, when: str) -> Derived:
    """One over the difference of two shares, and over the ends of its interval."""
    return Derived(
        what=f"people who have PRT, not what the others had ({words}), for one more who rates "
        f"pain 0 or 1 of 10 {when}, {_COUNTED}",
        unit="people",
        inputs=(f"{key}[prt]", f"{key}[{arm}]"),
        compute=lambda prt, other: 100 / _gap(prt, other).value,
        digits=1,
        interval=_per_one_more,
    )


def _gap(prt: Figure, other: Figure) -> stats.Estimate:
    gap = stats.risk_difference(*_counts(prt), *_counts(other))
    return stats.Estimate(*(100 * end for end in gap))


def _per_one_more(prt: Figure, other: Figure) -> stats.Estimate:
    # The larger the gap, the fewer people it takes: the ends change places.
    gap = _gap(prt, other)
    return stats.Estimate(100 / gap.value, 100 / gap.high, 100 / gap.low)


def _counts(figure: Figure) -> tuple[int, int]:
    if figure.events is None or figure.total is None:
        raise ValueError(f"'{figure.key}' has no counts; add events and total to the evidence.")
    return figure.events, figure.total
