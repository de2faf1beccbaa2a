"""Dot plots: a value a row on a scale that is shown from end to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from painlab.charts.rows import ROW_HEIGHT, names_above, row_position
from painlab.charts.theme import ACCENT, ACCENT_2, INK, LINE, PAPER, WIDTH
from painlab.evidence.format import plain


@dataclass(frozen=True)
class Dots:
    """One row: its name, and one value for each series."""

    label: str
    values: tuple[float, ...]


def dot_plot(
    rows: Sequence[Dots], title: str, low: float, high: float, series: tuple[str, ...] = ("",)
) -> alt.LayerChart | alt.FacetChart:
    """Draw one row of dots on a whole scale, the value written beside the name.

    Parameters
    ----------
    rows : each with one value a series, in the unit of the scale.
    title : what the scale measures.
    low, high : ends of the scale.
    series : names of one or two series: a filled circle for the first, an open diamond for the
        second; a legend is drawn when there are two.
    """
    data = pd.DataFrame(
        [
            {"row": place, "series": name, "value": value}
            for place, row in enumerate(rows)
            for name, value in zip(series, row.values, strict=True)
        ]
    )
    names = pd.DataFrame(
        [
            {"row": place, "name": f"{row.label}: {' and '.join(map(plain, row.values))}"}
            for place, row in enumerate(rows)
        ]
    )
    names["low"], names["high"] = low, high
    scale = alt.Scale(domain=[low, high], nice=False)

    def across(field: str) -> alt.X:
        return alt.X(field, title=title, scale=scale, axis=alt.Axis(grid=False, tickCount=6))

    y = row_position(len(rows))
    shapes = alt.Scale(domain=list(series), range=["circle", "diamond"][: len(series)])
    fills = alt.Scale(domain=list(series), range=[ACCENT, PAPER][: len(series)])
    strokes = alt.Scale(domain=list(series), range=[ACCENT, ACCENT_2][: len(series)])
    legend = (
        alt.Legend(orient="top", direction="vertical", labelLimit=WIDTH)
        if len(series) > 1
        else None
    )
    return alt.layer(
        alt.Chart(names)
        .mark_rule(color=LINE, strokeWidth=2)
        .encode(x=across("low:Q"), x2="high:Q", y=y),
        alt.Chart(data)
        .mark_point(size=110, opacity=1, strokeWidth=2, color=INK)
        .encode(
            x=across("value:Q"),
            y=y,
            shape=alt.Shape("series:N", title=None, scale=shapes, legend=legend),
            fill=alt.Fill("series:N", title=None, scale=fills, legend=legend),
            stroke=alt.Stroke("series:N", title=None, scale=strokes, legend=legend),
        ),
        names_above(names),
        width=WIDTH,
        height=ROW_HEIGHT * len(rows),
    )
