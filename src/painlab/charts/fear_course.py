"""Pictures of the course of back pain: three average curves, and who is well after a year."""

from __future__ import annotations

import pandas as pd

from painlab.charts.icon_array import Group, icon_array
from painlab.charts.picture import Picture
from painlab.charts.timeline import Point, TimeAxes, TimeLine, timeline
from painlab.charts.values import of_100
from painlab.derived import lookup
from painlab.evidence.format import plain

WEEKS = (0, 6, 26, 52)
_TIMES = [f"week {week}" for week in WEEKS]
COURSES = {
    "pain_under_6_weeks": "0 to 6 weeks",
    "pain_6_to_12_weeks": "6 to 12 weeks",
    "pain_12_weeks_and_more": "12+ weeks",
}


def fear_course() -> Picture:
    """Draw average pain over a year, by how long it had lasted at the start (wallwork2024)."""
    pain = {
        words: [lookup(f"wallwork2024.{course}", week).value for week in WEEKS]
        for course, words in COURSES.items()
    }
    new, _, lasting = pain.values()
    return Picture(
        name="fear_course",
        title="Average pain over a year, by how long it had lasted at the start",
        sentence=(
            f"New pain falls from {plain(new[0])} to {plain(new[-1])} of 100 points in a year, "
            f"nearly all of it in the first six weeks. Pain that had lasted three months or more "
            f"falls slowly, from {plain(lasting[0])} to {plain(lasting[-1])}. None of the three "
            "curves climbs back to where it began."
        ),
        table=pd.DataFrame(
            [{"pain so far": words} | dict(zip(_TIMES, pain[words], strict=True)) for words in pain]
        ),
        note=(
            "Averages of groups who mostly had some care; they hide people who get worse and "
            "people who get well. Margins not seen. The curve for lasting pain is of very low "
            "certainty."
        ),
        sources=("wallwork2024",),
        chart=timeline(
            [TimeLine(words, tuple(map(Point, WEEKS, values))) for words, values in pain.items()],
            TimeAxes(
                times={week: str(week) for week in WEEKS},
                time_title="weeks since the start",
                value_title="average pain, 0 to 100",
                low=0,
                high=100,
                first_values=True,
            ),
        ),
    )


def fear_recovered() -> Picture:
    """Draw people with new back pain who had fully recovered a year later (henschke2008)."""
    well = of_100("henschke2008.recovered_in_a_year")
    people = lookup("henschke2008.n")
    return Picture(
        name="fear_recovered",
        title="New back pain: who has fully recovered after a year?",
        sentence=(
            f"Of 100 people with new back pain, {well} had fully recovered a year later, and "
            f"{100 - well} had not."
        ),
        table=pd.DataFrame(
            {
                "after a year": ["fully recovered", "not fully recovered"],
                "people of 100": [well, 100 - well],
            }
        ),
        note=(
            f"{plain(people.value)} people in Sydney whose pain had lasted under two weeks. It "
            "says nothing about pain that has lasted for months or years."
        ),
        sources=("henschke2008",),
        chart=icon_array([Group("Fully recovered", well)]),
    )
