"""Dots with their interval: one value or two a row, on a scale that is shown from end to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from painlab.charts.rows import ROW_HEIGHT, names_above, row_position
from painlab.charts.theme import ACCENT, ACCENT_2, INK, LINE, PAPER, WIDTH
from painlab.evidence.format import plain
from painlab.stats import Estimate

# With two series a row is taller, and each series stands this far from the row's middle.
_APART = 7


@dataclass(frozen=True)
class IntervalRow:
    """One row: its name, and one estimate for each series, in the unit of the scale."""

    label: str
    estimates: tuple[Estimate, ...]


def interval_plot(
    rows: Sequence[IntervalRow],
    title: str,
    low: float,
    high: float,
    series: tuple[str, ...] = ("",),
) -> alt.LayerChart | alt.FacetChart:
    """Draw a dot and its 95 percent interval for each series of each row.

    Parameters
    ----------
    rows : each with one estimate a series.
    title : what the scale measures.
    low, high : ends of the scale.
    series : names of one or two series: a filled circle for the first, an open diamond for the
        second; a legend is drawn when there are two.

    Raises
    ------
    ValueError
        When an interval does not fit the scale.
    """
    apart = _APART if len(series) > 1 else 0
    data = _table(rows, series, low, high)
    names = pd.DataFrame(
        [
            {"row": place, "name": _name(row), "low": low, "high": high}
            for place, row in enumerate(rows)
        ]
    )
    scale = alt.Scale(domain=[low, high], nice=False)

    def across(field: str) -> alt.X:
        return alt.X(field, title=title, scale=scale, axis=alt.Axis(grid=False, tickCount=6))

    y = row_position(len(rows))
    layers = [
        alt.Chart(names)
        .mark_rule(color=LINE, strokeWidth=1, yOffset=shift)
        .encode(x=across("low:Q"), x2="high:Q", y=y)
        for shift in sorted({-apart, apart})
    ]
    shapes = _series_scale(series, ["circle", "diamond"])
    fills = _series_scale(series, [ACCENT, PAPER])
    strokes = _series_scale(series, [ACCENT, ACCENT_2])
    legend = (
        alt.Legend(orient="top", direction="vertical", labelLimit=WIDTH)
        if len(series) > 1
        else None
    )
    for place, name in enumerate(series):
        shift = apart * (2 * place - 1)
        one = alt.Chart(data[data.series == name]).encode(y=y)
        layers += [
            one.mark_rule(color=INK, strokeWidth=2, yOffset=shift).encode(
                x=across("from:Q"), x2="to:Q"
            ),
            one.mark_point(size=90, opacity=1, strokeWidth=2, yOffset=shift).encode(
                x=across("value:Q"),
                shape=alt.Shape("series:N", title=None, scale=shapes, legend=legend),
                fill=alt.Fill("series:N", title=None, scale=fills, legend=legend),
                stroke=alt.Stroke("series:N", title=None, scale=strokes, legend=legend),
            ),
        ]
    height = ROW_HEIGHT + 2 * apart
    return alt.layer(
        *layers, names_above(names, 10 + apart), width=WIDTH, height=height * len(rows)
    )


def _table(
    rows: Sequence[IntervalRow], series: tuple[str, ...], low: float, high: float
) -> pd.DataFrame:
    for row in rows:
        for one in row.estimates:
            if one.low < low or one.high > high:
                raise ValueError(f"'{_name(row)}' runs beyond the scale; make the scale longer.")
    return pd.DataFrame(
        [
            {"row": place, "series": name, "value": one.value, "from": one.low, "to": one.high}
            for place, row in enumerate(rows)
            for name, one in zip(series, row.estimates, strict=True)
        ]
    )


def _name(row: IntervalRow) -> str:
    numbers = (
        f"{plain(one.value)} ({plain(one.low)} to {plain(one.high)})" for one in row.estimates
    )
    return f"{row.label}: {', '.join(numbers)}"


def _series_scale(series: tuple[str, ...], values: list[str]) -> alt.Scale:
    return alt.Scale(domain=list(series), range=values[: len(series)])
