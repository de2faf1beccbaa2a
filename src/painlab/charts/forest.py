"""Forest plots: an effect and its interval a row, on a log or a plain axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from painlab.charts.rows import ROW_HEIGHT, names_above, row_position
from painlab.charts.theme import ACCENT, INK, MUTED, PAPER, WIDTH
from painlab.evidence.format import plain


@dataclass(frozen=True)
class Effect:
    """One row: an effect with its 95 percent interval, in the unit of the axis."""

    label: str
    value: float
    low: float
    high: float

    @property
    def name(self) -> str:
        """Name and numbers, as they stand above the row."""
        return f"{self.label}: {plain(self.value)} ({plain(self.low)} to {plain(self.high)})"


@dataclass(frozen=True)
class EffectAxis:
    """What the horizontal axis is.

    Attributes
    ----------
    title : lines of text under the axis: what lies on either side, and what is measured.
    low, high : ends of the axis; an interval that runs beyond gets an arrow.
    ticks : values that are written.
    no_effect : where the dashed line stands: 1 for ratios, 0 for differences.
    log : whether the axis is logarithmic.
    """

    title: tuple[str, ...]
    low: float
    high: float
    ticks: tuple[float, ...]
    no_effect: float
    log: bool = False


def forest_plot(effects: Sequence[Effect], axis: EffectAxis) -> alt.LayerChart | alt.FacetChart:
    """Draw one row an effect.

    A filled square stands for an interval that leaves out "no effect", an open one for an
    interval that includes it; an arrow for an interval that goes on beyond the axis.
    """
    data = pd.DataFrame(
        [
            {
                "row": row,
                "name": effect.name,
                "value": effect.value,
                "from": max(effect.low, axis.low),
                "to": min(effect.high, axis.high),
                "clear": not effect.low <= axis.no_effect <= effect.high,
                "cut_low": effect.low < axis.low,
                "cut_high": effect.high > axis.high,
            }
            for row, effect in enumerate(effects)
        ]
    )
    scale = alt.Scale(
        type="log" if axis.log else "linear", domain=[axis.low, axis.high], nice=False
    )
    ticks = alt.Axis(values=list(axis.ticks), grid=False, format="~g")

    def across(field: str) -> alt.X:
        return alt.X(field, title=list(axis.title), scale=scale, axis=ticks)

    rows = alt.Chart(data).encode(y=row_position(len(effects)))
    square = rows.mark_point(
        shape="square", size=90, opacity=1, stroke=ACCENT, strokeWidth=2
    ).encode(x=across("value:Q"))
    return alt.layer(
        alt.Chart(pd.DataFrame({"value": [axis.no_effect]}))
        .mark_rule(color=MUTED, strokeDash=[4, 3])
        .encode(x=across("value:Q")),
        rows.mark_rule(color=INK, strokeWidth=2).encode(x=across("from:Q"), x2="to:Q"),
        square.transform_filter("datum.clear").encode(fill=alt.value(ACCENT)),
        square.transform_filter("!datum.clear").encode(fill=alt.value(PAPER)),
        _arrows(rows, "triangle-left", "cut_low", across("from:Q")),
        _arrows(rows, "triangle-right", "cut_high", across("to:Q")),
        names_above(data),
        width=WIDTH,
        height=ROW_HEIGHT * len(effects),
    )


def _arrows(rows: alt.Chart, shape: str, cut: str, end: alt.X) -> alt.Chart:
    arrows = rows.transform_filter(f"datum.{cut}").mark_point(
        shape=shape, size=90, opacity=1, fill=INK, stroke=INK
    )
    placed: alt.Chart = arrows.encode(x=end)
    return placed
