"""Pictures of operations for leg pain: an early start, a gain that fades, a narrow canal."""

from __future__ import annotations

import pandas as pd

from painlab.charts.forest import forest_plot
from painlab.charts.gains import LEFT_IS_BETTER, Compared, gain_axis, gain_table
from painlab.charts.picture import Picture
from painlab.charts.timeline import Point, TimeAxes, TimeLine, timeline
from painlab.charts.values import of_100
from painlab.derived import lookup
from painlab.evidence.format import plain

YEAR = 52
"""Weeks in a year."""

DISC = tuple(
    Compared(words, f"liu2023.leg_pain_difference[{time}]", -1)
    for time, words in {
        "up_to_6_weeks": "Up to 6 weeks",
        "up_to_3_months": "Up to 3 months",
        "under_12_months": "Under 12 months",
        "at_12_months": "At 12 months",
    }.items()
)
_SPORT, _COCHRANE = "sport_stenosis2008", "zaina2016.odi_difference"
CANAL = (
    Compared("v usual care, pain, 2 years", f"{_SPORT}.pain_difference_as_drawn_2y", 1),
    Compared("v mixed care, 6 months", f"{_COCHRANE}[months_6]", -1),
    Compared("v mixed care, 12 months", f"{_COCHRANE}[months_12]", -1),
    Compared("v mixed care, 24 months", f"{_COCHRANE}[months_24]", -1),
    Compared("v physical therapy, 2 years", "delitto2015.function_difference_2y", 1),
)


def disc_recovery() -> Picture:
    """Draw how many had recovered, early surgery and waiting (peul2007)."""
    weeks = [
        lookup("peul2007.median_weeks_to_recovery", arm).value for arm in ("early_surgery", "wait")
    ]
    well = [of_100(f"peul2007.recovered_1y[{arm}]") for arm in ("early_surgery", "wait")]
    operated = [of_100(f"peul2007.operated_1y[{arm}]") for arm in ("early_surgery", "wait")]
    names = ("early", "waiting first")
    return Picture(
        name="disc_recovery",
        title="Leg pain from a disc: an early operation is faster, and the lines meet",
        sentence=(
            f"Half had recovered after {plain(weeks[0])} weeks with an early operation, and after "
            f"{plain(weeks[1])} weeks when they waited first. After a year it was {well[0]} of 100 "
            f"in one group and {well[1]} of 100 in the other."
        ),
        table=pd.DataFrame(
            {
                "group": names,
                "weeks until half had recovered": weeks,
                "recovered within a year, of 100": well,
                "operated on within a year, of 100": operated,
            }
        ),
        note=(
            "People said themselves that they had recovered, once or for good. We know three "
            "points of each line; between them it is drawn straight. The weeks come from a "
            f"summary of the paper. Of those who waited, {operated[1]} of 100 had an operation "
            "within the year. Everyone knew what they had."
        ),
        sources=("peul2007",),
        chart=timeline(
            [
                TimeLine(name, (Point(0, 0), Point(median, 50), Point(YEAR, share)))
                for name, median, share in zip(names, weeks, well, strict=True)
            ],
            TimeAxes(
                times={week: plain(week) for week in (0, *weeks, YEAR)},
                time_title="weeks since the draw (later weeks closer)",
                value_title="recovered, of 100",
                low=0,
                high=100,
                squeezed=True,
            ),
        ),
    )


def disc_gain_fades() -> Picture:
    """Forest plot of the gain in leg pain from taking out a disc, by time (liu2023)."""
    effects = [one.effect() for one in DISC]
    first, *_, last = effects
    return Picture(
        name="disc_gain_fades",
        title="Leg pain from a disc: how much the operation adds, as time goes on",
        sentence=(
            f"In the first six weeks people with an operation had {plain(abs(first.value))} of 100 "
            f"points less leg pain than people without. After a year it was "
            f"{plain(abs(last.value))} points."
        ),
        table=gain_table(effects, "time since the start"),
        note=(
            f"{LEFT_IS_BETTER} Trials pooled by the review; other care could be an injection. The "
            "authors call the certainty low or very low. Many people in the other group were "
            "operated on later, which makes the late gap smaller."
        ),
        sources=("liu2023",),
        chart=forest_plot(
            effects,
            gain_axis("difference in leg pain, points of 100", -30, 10, (-30, -20, -10, 0, 10)),
        ),
    )


def canal_gains() -> Picture:
    """Forest plot of operations for a narrow canal, counted as drawn (sport_stenosis2008)."""
    effects = [one.effect() for one in CANAL]
    return Picture(
        name="canal_gains",
        title="A narrow canal: an operation against other care",
        sentence=(
            f"Against usual care, pain was {plain(abs(effects[0].value))} of 100 points lower "
            f"after two years. Against physical therapy the gap was {plain(abs(effects[-1].value))}"
            " of 100, and its margin reaches well to both sides."
        ),
        table=gain_table(effects, "compared with, and when"),
        note=(
            f"{LEFT_IS_BETTER} Everyone is counted as drawn by chance. The scales differ, each "
            "from 0 to 100: pain, then disability in a Cochrane review, then physical function. "
            "The review may hold some of the same people. Many changed groups, which makes a true "
            "gap look smaller."
        ),
        sources=("sport_stenosis2008", "zaina2016", "delitto2015"),
        chart=forest_plot(
            effects,
            gain_axis(
                "difference, points of 100, each on its own scale", -20, 12, (-20, -10, 0, 10)
            ),
        ),
    )
