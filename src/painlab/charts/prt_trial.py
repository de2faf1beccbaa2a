"""Pictures of the trial of Pain Reprocessing Therapy (PRT)."""

from __future__ import annotations

import pandas as pd

from painlab.charts.icon_kinds import Kind, Mixed, kind_arrays
from painlab.charts.intervals import IntervalRow, interval_plot
from painlab.charts.picture import Picture
from painlab.charts.timeline import Point, TimeAxes, TimeLine, timeline
from painlab.charts.values import of_100
from painlab.derived import lookup
from painlab.evidence.format import plain
from painlab.means import mean_interval
from painlab.stats import Estimate, wilson_interval

ARMS = {"prt": "PRT", "placebo": "Open placebo", "usual_care": "Usual care"}
_MEANS = {
    0: ("ashar2022", "baseline", "randomised"),
    1: ("ashar2022", "post", "heard_post"),
    12: ("ashar2022", "1y", "heard_1y"),
    60: ("ashar2025_5yr", "5y", "answered_5y"),
}
"""Study, time and count of people behind each mean, by months since the start."""
_MONTHS = {0: "before", 1: "4 weeks", 12: "1 year", 60: "5 years"}
_NOT_BLIND = "Nobody was blinded, and people rated their own pain."


def prt_better_anyway() -> Picture:
    """Nearly pain-free with usual care, with PRT on top, and not (ashar2022)."""
    key = "ashar2022.pain_free_or_nearly_post"
    anyway, with_prt = of_100(f"{key}[usual_care]"), of_100(f"{key}[prt]")
    kinds = (
        Kind("as with usual care", anyway, "solid"),
        Kind("more than with usual care", with_prt - anyway, "striped"),
        Kind("not, or not heard from", 100 - with_prt, "hollow"),
    )
    return Picture(
        name="prt_better_anyway",
        title="Nearly free of pain after four weeks: how many would have been anyway?",
        sentence=(
            f"With usual care {anyway} of 100 were nearly free of pain. With PRT it was {with_prt} "
            f"of 100: those {anyway}, and {with_prt - anyway} more."
        ),
        table=pd.DataFrame(
            {
                "people with PRT": [kind.label for kind in kinds],
                "of 100": [kind.count for kind in kinds],
            }
        ),
        note=(
            f"Nearly free: 0 or 1 of 10. {_NOT_BLIND} Part of the difference "
            "may come from hope or attention. Five years later the gap to usual care was much "
            "smaller."
        ),
        sources=("ashar2022", "ashar2025_5yr"),
        chart=kind_arrays([Mixed("100 people with PRT, nearly free of pain", kinds)]),
    )


def prt_over_time() -> Picture:
    """Mean pain by arm over five years (ashar2022, ashar2025_5yr)."""
    means = {arm: {month: _mean(arm, *keys) for month, keys in _MEANS.items()} for arm in ARMS}
    prt, usual = (
        [plain(mean.value) for mean in means[arm].values()] for arm in ("prt", "usual_care")
    )
    return Picture(
        name="prt_over_time",
        title="Pain over five years in three groups",
        sentence=(
            f"With PRT pain fell from {prt[0]} to {prt[1]} of 10 and was {prt[-1]} five years "
            f"later. With usual care it fell more slowly, from {usual[0]} to {usual[-1]}."
        ),
        table=pd.DataFrame(
            {
                "group": list(ARMS.values()),
                **{
                    words: [_with_interval(means[arm][month]) for arm in ARMS]
                    for month, words in _MONTHS.items()
                },
            }
        ),
        note=(
            "Averages of those who answered; after five years a quarter did not. Upright lines, "
            "and brackets in the table, are 95% intervals worked out from the averages and their "
            f"spread. {_NOT_BLIND} Points stand a little beside one another, and later times "
            "closer together than they were."
        ),
        sources=("ashar2022", "ashar2025_5yr"),
        chart=timeline(
            [
                TimeLine(words, tuple(Point(month, *mean) for month, mean in means[arm].items()))
                for arm, words in ARMS.items()
            ],
            TimeAxes(
                times={month: plain(month) for month in _MEANS},
                time_title="months (later ones squeezed)",
                value_title="mean pain, 0 to 10",
                low=0,
                high=5,
                squeezed=True,
            ),
        ),
    )


def prt_nearly_free() -> Picture:
    """Nearly free of pain after four weeks and five years, with intervals (ashar2022 and later)."""
    first, later = "ashar2022.pain_free_or_nearly_post", "ashar2025_5yr.pain_free_or_nearly_5y"
    rows = {arm: (_share(f"{first}[{arm}]"), _share(f"{later}[{arm}]")) for arm in ARMS}
    return Picture(
        name="prt_nearly_free",
        title="Nearly free of pain, of 100 people: after four weeks and after five years",
        sentence=(
            f"After four weeks {of_100(f'{first}[prt]')} of 100 with PRT and "
            f"{of_100(f'{first}[usual_care]')} of 100 with usual care were nearly free of pain. "
            f"Five years later it was {of_100(f'{later}[prt]')} and "
            f"{of_100(f'{later}[usual_care]')}, and the intervals overlap."
        ),
        table=pd.DataFrame(
            [
                {
                    "group": ARMS[arm],
                    "4 weeks, of 100": early.value,
                    "4 weeks, interval": f"{early.low:g} to {early.high:g}",
                    "5 years, of 100": late.value,
                    "5 years, interval": f"{late.low:g} to {late.high:g}",
                }
                for arm, (early, late) in rows.items()
            ]
        ),
        note=(
            "Of everyone drawn for the group; people not heard from count as not free of pain. "
            f"Wilson intervals worked out from the counts. {_NOT_BLIND}"
        ),
        sources=("ashar2022", "ashar2025_5yr"),
        chart=interval_plot(
            [IntervalRow(ARMS[arm], pair) for arm, pair in rows.items()],
            "nearly free of pain, of 100",
            0,
            100,
            ("after four weeks", "after five years"),
        ),
    )


def _mean(arm: str, study: str, time: str, counted: str) -> Estimate:
    mean, sd = (lookup(f"{study}.pain_{part}_{time}", arm).value for part in ("mean", "sd"))
    return mean_interval(mean, sd, int(lookup(f"{study}.{counted}", arm).value))


def _with_interval(mean: Estimate) -> str:
    return f"{mean.value:.1f} ({mean.low:.1f} to {mean.high:.1f})"


def _share(key: str) -> Estimate:
    share = wilson_interval(*lookup(key).counts())
    return Estimate(*(round(100 * end) for end in share))
