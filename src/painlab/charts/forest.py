"""Forest plots: an effect and its interval a row, on a log or a plain axis, pooled or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from painlab.charts.rows import ROW_HEIGHT, names_above, row_position
from painlab.charts.theme import ACCENT, INK, MUTED, PAPER, SMALL, WIDTH
from painlab.evidence.format import plain

# Area of a square in pixels: without weights, and of a study that carries all of the weight.
_SQUARE, _WHOLE_WEIGHT = 90, 520


@dataclass(frozen=True)
class Effect:
    """One row: an effect with its 95 percent interval, in the unit of the axis.

    Attributes
    ----------
    label : name of the row.
    value, low, high : the effect and the ends of its interval.
    weight : share of the study in a pooled result, 0 to 1; the area of its square.
    """

    label: str
    value: float
    low: float
    high: float
    weight: float | None = None

    @property
    def name(self) -> str:
        """Name and numbers, as they stand above the row."""
        return f"{self.label}: {plain(self.value)} ({plain(self.low)} to {plain(self.high)})"


def effect_table(effects: Sequence[Effect], rows: str, measure: str) -> pd.DataFrame:
    """Return the numbers behind a forest plot.

    Parameters
    ----------
    effects : its rows.
    rows : what a row is; heads the first column.
    measure : what is measured, with its unit; heads the second.
    """
    return pd.DataFrame(
        {
            rows: [effect.label for effect in effects],
            measure: [effect.value for effect in effects],
            "interval from": [effect.low for effect in effects],
            "to": [effect.high for effect in effects],
        }
    )


@dataclass(frozen=True)
class EffectAxis:
    """What the horizontal axis is.

    Attributes
    ----------
    title : lines of text under the axis: what is measured.
    low, high : ends of the axis; an interval that runs beyond gets an arrow.
    ticks : values that are written.
    no_effect : where the dashed line stands: 1 for ratios, 0 for differences.
    log : whether the axis is logarithmic.
    sides : what lies left and right of "no effect", written over the rows on either side of it.
    """

    title: tuple[str, ...]
    low: float
    high: float
    ticks: tuple[float, ...]
    no_effect: float
    log: bool = False
    sides: tuple[str, str] | None = None

    def across(self, field: str) -> alt.X:
        """Return `field` on this axis."""
        scale = alt.Scale(
            type="log" if self.log else "linear", domain=[self.low, self.high], nice=False
        )
        # On a plain axis "~g" would write 20 as 2e+1; on a log axis "~f" would write 0.5 as 1.
        ticks = alt.Axis(values=list(self.ticks), grid=False, format="~g" if self.log else "~f")
        return alt.X(field, title=list(self.title), scale=scale, axis=ticks)


def forest_plot(
    effects: Sequence[Effect], axis: EffectAxis, pooled: Effect | None = None
) -> alt.LayerChart | alt.FacetChart:
    """Draw one row an effect, and a diamond under them for the pooled one.

    A filled square stands for an interval that leaves out "no effect", an open one for an
    interval that includes it; an arrow for an interval that goes on beyond the axis. With
    weights, the area of a square is the weight of its study.

    Raises
    ------
    ValueError
        When the pooled interval does not fit the axis.
    """
    rows = [*effects, pooled] if pooled else list(effects)
    data = _table(rows, axis)
    studies = alt.Chart(data[: len(effects)]).encode(y=row_position(len(rows)))
    square = studies.mark_point(shape="square", opacity=1, stroke=ACCENT, strokeWidth=2).encode(
        x=axis.across("value:Q"), size=alt.Size("area:Q", scale=None)
    )
    layers = [
        _no_effect(axis),
        studies.mark_rule(color=INK, strokeWidth=2).encode(x=axis.across("from:Q"), x2="to:Q"),
        square.transform_filter("datum.clear").encode(fill=alt.value(ACCENT)),
        square.transform_filter("!datum.clear").encode(fill=alt.value(PAPER)),
        _arrows(studies, "triangle-left", "cut_low", axis.across("from:Q")),
        _arrows(studies, "triangle-right", "cut_high", axis.across("to:Q")),
        names_above(data),
    ]
    if pooled:
        layers.append(_diamond(pooled, len(effects), axis))
    if axis.sides:
        layers += side_words(axis.sides, axis)
    return alt.layer(*layers, width=WIDTH, height=ROW_HEIGHT * len(rows))


def side_words(sides: tuple[str, str], axis: EffectAxis) -> list[alt.Chart]:
    """Write what lies left and right of "no effect", over the first row."""
    left, right = (
        f"\N{BLACK LEFT-POINTING POINTER} {sides[0]}",
        f"{sides[1]} \N{BLACK RIGHT-POINTING POINTER}",
    )
    base = alt.Chart(pd.DataFrame({"value": [axis.no_effect]})).encode(
        x=axis.across("value:Q"), y=alt.value(-9)
    )
    return [
        base.mark_text(align="right", baseline="bottom", dx=-7, fontSize=SMALL, text=left),
        base.mark_text(align="left", baseline="bottom", dx=7, fontSize=SMALL, text=right),
    ]


def _table(effects: Sequence[Effect], axis: EffectAxis) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "row": row,
                "name": effect.name,
                "value": effect.value,
                "from": max(effect.low, axis.low),
                "to": min(effect.high, axis.high),
                "area": _SQUARE if effect.weight is None else _WHOLE_WEIGHT * effect.weight,
                "clear": not effect.low <= axis.no_effect <= effect.high,
                "cut_low": effect.low < axis.low,
                "cut_high": effect.high > axis.high,
            }
            for row, effect in enumerate(effects)
        ]
    )


def _no_effect(axis: EffectAxis) -> alt.Chart:
    line = alt.Chart(pd.DataFrame({"value": [axis.no_effect]}))
    drawn: alt.Chart = line.mark_rule(color=MUTED, strokeDash=[4, 3]).encode(
        x=axis.across("value:Q")
    )
    return drawn


def _arrows(rows: alt.Chart, shape: str, cut: str, end: alt.X) -> alt.Chart:
    arrows = rows.transform_filter(f"datum.{cut}").mark_point(
        shape=shape, size=90, opacity=1, fill=INK, stroke=INK
    )
    placed: alt.Chart = arrows.encode(x=end)
    return placed


def _diamond(pooled: Effect, row: int, axis: EffectAxis) -> alt.Chart:
    """Draw the pooled effect: its ends are the ends of the interval."""
    if pooled.low < axis.low or pooled.high > axis.high:
        raise ValueError(f"'{pooled.name}' runs beyond the axis; make the axis longer.")
    half = 8 / ROW_HEIGHT
    corners = pd.DataFrame(
        {
            "corner": range(4),
            "value": [pooled.low, pooled.value, pooled.high, pooled.value],
            "row": [row, row - half, row, row + half],
        }
    )
    drawn: alt.Chart = (
        alt.Chart(corners)
        .mark_line(interpolate="linear-closed", fill=ACCENT, color=ACCENT, strokeWidth=1)
        .encode(x=axis.across("value:Q"), y=row_position(row + 1), order="corner:O")
    )
    return drawn
