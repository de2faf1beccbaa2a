"""Slopes: where each group stood before and where it stood after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from painlab.charts.timeline import Point, TimeAxes, TimeLine, timeline


@dataclass(frozen=True)
class Slope:
    """One group: its name, at most 14 letters, and its two values."""

    label: str
    before: float
    after: float


def slope_chart(
    slopes: Sequence[Slope], title: str, low: float, high: float, ends: tuple[str, str]
) -> alt.LayerChart | alt.FacetChart:
    """Draw one line a group from before to after, both values written.

    Parameters
    ----------
    slopes : at most four groups.
    title : what the values measure.
    low, high : ends of the value axis.
    ends : the words under both times.

    Raises
    ------
    ValueError
        When there are more than four groups, a name is too long or a value is off the axis.
    """
    lines = [
        TimeLine(slope.label, (Point(0, slope.before), Point(1, slope.after))) for slope in slopes
    ]
    axes = TimeAxes(
        times=dict(enumerate(ends)),
        time_title="",
        value_title=title,
        low=low,
        high=high,
        first_values=True,
    )
    return timeline(lines, axes)
