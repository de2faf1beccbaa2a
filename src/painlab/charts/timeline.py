"""Values over time: a line a group, uneven times in their places, names at the lines' ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from painlab.charts.theme import ACCENT, ACCENT_2, INK, MUTED, PAPER, WIDTH
from painlab.evidence.format import plain

# Room right of the last point for names, left of the first for the axis, and the plot's height.
_NAMES, _AXIS, _HEIGHT = 122, 44, 210
_LETTERS = 14
# More room on the left when the first values stand there.
_FIRST = 30
# Least distance between two names at the ends of lines: one line of text.
_LINE = 17
# Shape, fill, line and dashes of the first, second, third and fourth line.
_LOOKS = (
    ("circle", ACCENT, ACCENT, [1, 0]),
    ("diamond", PAPER, ACCENT_2, [6, 3]),
    ("square", PAPER, MUTED, [2, 2]),
    ("triangle-up", INK, INK, [8, 3, 2, 3]),
)


@dataclass(frozen=True)
class Point:
    """One value at one time, with the ends of its interval where they are known."""

    time: float
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class TimeLine:
    """One group: its name, at most 14 letters, and its points in the order of time."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class TimeAxes:
    """What both axes are.

    Attributes
    ----------
    times : the words under each time.
    time_title, value_title : what time and values are.
    low, high : ends of the value axis.
    squeezed : later times stand closer (square root of time); say so in `time_title`.
    first_values : write the values of the first time too, in place of most ticks.
    """

    times: Mapping[float, str]
    time_title: str
    value_title: str
    low: float
    high: float
    squeezed: bool = False
    first_values: bool = False


def timeline(lines: Sequence[TimeLine], axes: TimeAxes) -> alt.LayerChart | alt.FacetChart:
    """Draw one line a group, told apart by shape and dashes, its name and last value at its end.

    Raises
    ------
    ValueError
        When there are more than four lines, a name is too long or a value is off the axis.
    """
    if len(lines) > len(_LOOKS):
        raise ValueError(f"{len(lines)} lines cannot be told apart; draw at most {len(_LOOKS)}.")
    for line in lines:
        if len(line.label) > _LETTERS:
            raise ValueError(f"'{line.label}' is too long; use at most {_LETTERS} letters.")
        for point in line.points:
            if not axes.low <= point.value <= axes.high:
                raise ValueError(f"'{line.label}' holds {point.value}; make the value axis longer.")
    # Intervals at one time would hide one another, so each line stands a little beside the last.
    known = any(point.low is not None for line in lines for point in line.points)
    layers: list[alt.Chart] = []
    for place, (line, (shape, fill, colour, dash)) in enumerate(zip(lines, _LOOKS, strict=False)):
        beside = 4 * place if known else 0
        data = pd.DataFrame([vars(point) for point in line.points])
        base = alt.Chart(data).encode(x=_x(axes), y=_y(axes, "value:Q"))
        ends = alt.Chart(data[data.low.notna()]).encode(x=_x(axes))
        layers += [
            ends.mark_rule(color=colour, strokeWidth=1.5, xOffset=beside).encode(
                y=_y(axes, "low:Q"), y2="high:Q"
            ),
            base.mark_line(color=colour, strokeWidth=2, strokeDash=dash, xOffset=beside),
            base.mark_point(
                xOffset=beside,
                shape=shape,
                size=70,
                opacity=1,
                fill=fill,
                stroke=colour,
                strokeWidth=2,
            ),
        ]
    layers += _names(lines, axes)
    if axes.first_values:
        layers += _first_values(lines, axes)
    return alt.layer(*layers, width=_width(axes), height=_HEIGHT)


def spread(values: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move values apart until neighbours are `gap` away, as little as possible (least squares).

    Parameters
    ----------
    values : where names would stand by themselves, in any order.
    gap : least distance between two names.
    low, high : no name leaves this range.

    Raises
    ------
    ValueError
        When the names do not fit the range.

    References
    ----------
    Isotonic regression of ``value - rank * gap``; SciPy ``isotonic_regression``.
    """
    # Loads slowly, and most charts do without.
    from scipy.optimize import isotonic_regression

    room = high - low - gap * (len(values) - 1)
    if room < 0:
        raise ValueError(f"{len(values)} names do not fit; draw fewer lines.")
    order = sorted(range(len(values)), key=lambda place: values[place])
    free = [values[place] - rank * gap for rank, place in enumerate(order)]
    placed = [0.0] * len(values)
    for rank, (place, value) in enumerate(zip(order, isotonic_regression(free).x, strict=True)):
        placed[place] = min(max(float(value), low), low + room) + rank * gap
    return placed


def _x(axes: TimeAxes) -> alt.X:
    times = list(axes.times)
    words = " : ".join(f"datum.value == {time} ? '{axes.times[time]}'" for time in times) + " : ''"
    return alt.X(
        "time:Q",
        title=axes.time_title,
        scale=alt.Scale(
            type="sqrt" if axes.squeezed else "linear", domain=[times[0], times[-1]], nice=False
        ),
        axis=alt.Axis(
            values=times, labelExpr=words, grid=True, labelFlush=False, labelOverlap=False
        ),
    )


def _y(axes: TimeAxes, field: str) -> alt.Y:
    scale = alt.Scale(domain=[axes.low, axes.high], nice=False)
    ends: dict[str, Any] = {"tickCount": 5}
    if axes.first_values:
        ends = {"values": [axes.low, axes.high], "titlePadding": _FIRST}
    return alt.Y(field, title=axes.value_title, scale=scale, axis=alt.Axis(grid=False, **ends))


def _width(axes: TimeAxes) -> float:
    return WIDTH - _NAMES - _AXIS - (_FIRST if axes.first_values else 0)


def _places(values: Sequence[float], axes: TimeAxes) -> list[float]:
    gap = _LINE / _HEIGHT * (axes.high - axes.low)
    return spread(values, gap, axes.low, axes.high)


def _names(lines: Sequence[TimeLine], axes: TimeAxes) -> list[alt.Chart]:
    """Write name and last value at each end, with a thin line to it where it had to move."""
    last = [line.points[-1].value for line in lines]
    ends = pd.DataFrame(
        {
            "value": last,
            "place": _places(last, axes),
            "name": [f"{line.label} {plain(end)}" for line, end in zip(lines, last, strict=True)],
        }
    )
    right = _width(axes)
    base = alt.Chart(ends)
    return [
        base.mark_rule(color=MUTED, strokeWidth=1).encode(
            x=alt.value(right + 9), x2=alt.value(right + 17), y=_y(axes, "value:Q"), y2="place:Q"
        ),
        base.mark_text(align="left", baseline="middle", color=INK).encode(
            x=alt.value(right + 20), y=_y(axes, "place:Q"), text="name:N"
        ),
    ]


def _first_values(lines: Sequence[TimeLine], axes: TimeAxes) -> list[alt.Chart]:
    first = [line.points[0].value for line in lines]
    starts = pd.DataFrame({"place": _places(first, axes), "number": [plain(one) for one in first]})
    return [
        alt.Chart(starts)
        .mark_text(align="right", baseline="middle", color=INK)
        .encode(x=alt.value(-9), y=_y(axes, "place:Q"), text="number:N")
    ]
