"""Pictures of the course of back pain: three average curves, and who is well after a year."""

from __future__ import annotations

import altair as alt
import pandas as pd

from painlab.charts.icon_array import Group, icon_array
from painlab.charts.picture import Picture
from painlab.charts.theme import ACCENT, INK, PAPER, SMALL, WIDTH
from painlab.charts.values import of_100
from painlab.derived import lookup
from painlab.evidence.format import plain

WEEKS = (0, 6, 26, 52)
COURSES = {
    "pain_under_6_weeks": "Pain for under 6 weeks",
    "pain_6_to_12_weeks": "Pain for 6 to 12 weeks",
    "pain_12_weeks_and_more": "Pain for 3 months to a year",
}


def fear_course() -> Picture:
    """Draw average pain over a year, by how long it had lasted at the start (wallwork2024)."""
    data = pd.DataFrame(
        [
            {"course": words, "week": week, "pain": _pain(course, week)}
            for course, words in COURSES.items()
            for week in WEEKS
        ]
    )
    wide = data.pivot(index="course", columns="week", values="pain").loc[list(COURSES.values())]
    new, lasting = wide.iloc[0], wide.iloc[-1]
    return Picture(
        name="fear_course",
        title="Average pain over a year, by how long it had lasted at the start",
        sentence=(
            f"New pain falls from {plain(new[0])} to {plain(new[52])} of 100 points in a year, "
            f"nearly all of it in the first six weeks. Pain that had lasted three months or more "
            f"falls slowly, from {plain(lasting[0])} to {plain(lasting[52])}. None of the three "
            "curves climbs back to where it began."
        ),
        table=wide.rename(columns=lambda week: f"week {week}").reset_index(),
        note=(
            "Averages of groups who mostly had some care; they hide people who get worse and "
            "people who get well. Intervals not seen. The curve for lasting pain is of very low "
            "certainty."
        ),
        sources=("wallwork2024",),
        chart=_panels(data),
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


def _pain(course: str, week: int) -> float:
    return lookup(f"wallwork2024.{course}", week).value


def _panels(data: pd.DataFrame) -> alt.FacetChart:
    base = alt.Chart(data).encode(
        x=alt.X(
            "week:Q",
            title="weeks since the start",
            scale=alt.Scale(domain=[-3, 57], nice=False),
            axis=alt.Axis(values=list(WEEKS), grid=False),
        ),
        y=alt.Y(
            "pain:Q",
            title="average pain",
            scale=alt.Scale(domain=[0, 100]),
            axis=alt.Axis(values=[0, 50, 100], domain=False, ticks=False),
        ),
    )
    layers = (
        base.mark_line(color=ACCENT, strokeWidth=2),
        base.mark_point(
            shape="circle", size=50, opacity=1, fill=PAPER, stroke=ACCENT, strokeWidth=2
        ),
        base.mark_text(dy=-13, fontSize=SMALL, color=INK).encode(text="pain:Q"),
    )
    panels: alt.FacetChart = alt.layer(*layers, width=WIDTH - 60, height=84).facet(
        alt.Facet(
            "course:N",
            title=None,
            sort=list(COURSES.values()),
            header=alt.Header(labelPadding=2, labelAnchor="start"),
        ),
        columns=1,
    )
    return panels
