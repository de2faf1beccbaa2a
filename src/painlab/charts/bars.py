"""Bars of people of 100, one a row, drawn inside a frame that stands for all 100."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from painlab.charts.rows import ROW_HEIGHT, names_above, row_position
from painlab.charts.theme import ACCENT, MUTED, PAPER, WIDTH


@dataclass(frozen=True)
class Bar:
    """One row: its name and how many people of 100, from 0 to 100."""

    label: str
    percent: float


def bars_of_100(bars: Sequence[Bar], title: str) -> alt.LayerChart | alt.FacetChart:
    """Draw one bar a row, the count written beside its name.

    Parameters
    ----------
    bars : name and percent of each row.
    title : what is counted.

    Raises
    ------
    ValueError
        When a bar is not between 0 and 100.
    """
    for bar in bars:
        if not 0 <= bar.percent <= 100:
            raise ValueError(f"'{bar.label}' is {bar.percent}; give people of 100, 0 to 100.")
    data = pd.DataFrame(
        [
            {
                "row": place,
                "name": f"{bar.label}: {bar.percent:.0f} of 100",
                "percent": bar.percent,
                "all": 100,
            }
            for place, bar in enumerate(bars)
        ]
    )
    axis = alt.Axis(values=[0, 25, 50, 75, 100], grid=False)
    scale = alt.Scale(domain=[0, 100], nice=False)

    def across(field: str) -> alt.X:
        return alt.X(field, title=title, scale=scale, axis=axis)

    rows = alt.Chart(data).encode(y=row_position(len(bars)))
    return alt.layer(
        rows.mark_bar(orient="horizontal", size=12, fill=PAPER, stroke=MUTED, strokeWidth=1).encode(
            x=across("all:Q")
        ),
        rows.mark_bar(
            orient="horizontal", size=12, fill=ACCENT, stroke=ACCENT, strokeWidth=1
        ).encode(x=across("percent:Q")),
        names_above(data),
        width=WIDTH,
        height=ROW_HEIGHT * len(bars),
    )
