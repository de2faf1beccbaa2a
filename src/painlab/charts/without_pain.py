"""Pictures of what scans find in people without back pain."""

from __future__ import annotations

import pandas as pd

from painlab.charts.explorable import Explorable
from painlab.charts.icon_array import Group, icon_array
from painlab.charts.picture import Picture
from painlab.charts.prevalence import point_kind, prevalence_panels
from painlab.charts.prevalence_words import prevalence_controls, prevalence_words
from painlab.charts.values import of_100
from painlab.models.prevalence_curve import FINDINGS, prevalence_table


def pain_free_by_age() -> Explorable:
    """Eight findings by age in people without back pain, to explore (brinjikji2015)."""
    table = prevalence_table()
    bulge = "brinjikji2015.disk_bulge"
    controls = prevalence_controls(table, FINDINGS["disk_bulge"], 50)
    return Explorable(
        name="pain_free_by_age",
        title="Findings in people without back pain, by age",
        sentence=(
            "Every finding becomes more common with age in people whose backs do not hurt. A disc "
            f"bulge goes from {of_100(f'{bulge}[20]')} of 100 people at 20 to "
            f"{of_100(f'{bulge}[50]')} at 50 and {of_100(f'{bulge}[80]')} at 80."
        ),
        table=pd.DataFrame(
            {
                "finding": table.finding,
                "age": table.age,
                "of 100 people": table.percent,
                "people behind the point": table.people,
                "where we saw it": [
                    point_kind(*cells) for cells in zip(table.people, table.status, strict=True)
                ],
            }
        ),
        note=(
            "Points on a fitted curve, not counts of people. Filled: seen in the paper's abstract. "
            "Open: seen in a copy of its table. Cross: no people of that age behind the point. "
            "Thick line: the finding you chose, at first disc bulge. Upright line: the age you "
            "chose, at first 50. Dashed line: the finding you compare with. "
            "These people had no pain; several findings are more common in people with pain."
        ),
        sources=("brinjikji2015",),
        chart=prevalence_panels(table, controls),
        controls=controls,
        words=prevalence_words(table),
    )


def bulge_at_50() -> Picture:
    """One icon array: disc bulges at 50 without pain (brinjikji2015)."""
    key = "brinjikji2015.disk_bulge[50]"
    count = of_100(key)
    return Picture(
        name="bulge_at_50",
        title="Disc bulges at 50, without back pain",
        sentence=f"Of 100 people of 50 without back pain, about {count} have a bulging disc.",
        table=pd.DataFrame(
            {"disc bulge at 50": ["yes", "no"], "people of 100": [count, 100 - count]}
        ),
        note=("A point on a fitted curve, not a count; seen in a copy of the paper's table."),
        sources=("brinjikji2015",),
        chart=icon_array([Group("Have a bulging disc", count)], columns=10),
    )
