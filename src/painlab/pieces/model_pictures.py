"""How the values of a simulation can be drawn: as lines, as bars, or as people out of 100.

Each kind of picture says what values it takes, lists them as a table, and draws itself for pages
without JavaScript. ``frontend/src/pieces/model-pictures.js`` draws the same, with the same layout.
A fourth kind stands in `painlab.pieces.dial`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from math import floor
from typing import ClassVar, Literal

import numpy as np

from painlab.pieces.pictures import mark, people, svg, words

__all__ = ["Axis", "Bars", "Line", "Lines", "Part", "People"]

LAYOUT = {
    "width": 320,
    "left": 40,
    "right": 312,
    "height": 180,
    "key": 18,
    "bar": 22,
    "array": 140,
    "apart": 10,
}
"""Lengths of the pictures in their own units; the front end is given them."""
_TABLE_ROWS = 12

Values = Sequence[Sequence[float]]
"""Numbers to draw, in rows as the picture's ``shape`` says."""


@dataclass(frozen=True)
class Axis:
    """One side of a chart.

    Attributes
    ----------
    low, high : its ends, in the unit that `name` says.
    ticks : the marks on it, same unit.
    name : what it measures, with its unit.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    name: str

    def place(self, value: float, start: float, end: float) -> float:
        """Return where a `value` lies between `start` and `end`, both in units of the picture."""
        share = (value - self.low) / (self.high - self.low)
        # Half a hundredth goes up, as in the browser; `round` would send it to the even side.
        return floor(100 * (start + share * (end - start)) + 0.5) / 100


@dataclass(frozen=True)
class Line:
    """A line of a chart: its `name`, and its `look`: whole or dashed, strong or pale."""

    name: str
    look: Literal["line", "second", "dashed", "second-dashed"]


@dataclass(frozen=True)
class Part:
    """A bar, or one kind of people: its `name`, and its `look`; ``off`` is an empty outline."""

    name: str
    look: Literal["on", "other", "off"]


@dataclass(frozen=True)
class Lines:
    """A line chart.

    Attributes
    ----------
    title : what the picture is.
    at : where the points of every line lie along the bottom, in the unit of `x`.
    x, y : its axes.
    lines : from the first row of values to the last.
    """

    kind: ClassVar = "lines"
    layout: ClassVar = LAYOUT
    title: str
    at: tuple[float, ...]
    x: Axis
    y: Axis
    lines: tuple[Line, ...]

    @property
    def shape(self) -> list[int]:
        """How long each row of values is: one row a line, one value a point."""
        return [len(self.at)] * len(self.lines)

    @property
    def columns(self) -> list[str]:
        """The heads of the table's columns."""
        return [self.x.name, *(line.name for line in self.lines)]

    @property
    def listed(self) -> list[int]:
        """Which points the table lists: about a dozen, the first and the last among them."""
        last = len(self.at) - 1
        return sorted({round(place) for place in np.linspace(0, last, min(_TABLE_ROWS, last + 1))})

    @property
    def heads(self) -> list[str]:
        """The heads of the table's rows."""
        return [f"{self.at[i]:g}" for i in self.listed]

    def cells(self, values: Values) -> list[list[float]]:
        """Return the table, row by row: `values` in rows as `shape` says."""
        return [[row[i] for row in values] for i in self.listed]

    def draw(self, text: str, values: Values) -> str:
        """Return the picture as SVG: `values`, in rows as `shape` says; `text` puts it in words."""
        left, right, key = LAYOUT["left"], LAYOUT["right"], LAYOUT["key"]
        top = key * len(self.lines) + 24
        foot = top + LAYOUT["height"]
        drawn = ""
        for row, line in enumerate(self.lines):
            drawn += mark(f"pl-{line.look}", f"M2 {key * row + 9}h30")
            drawn += words(left, key * row + 13, line.name, "start")
        for tick in self.y.ticks:
            level = self.y.place(tick, foot, top)
            drawn += mark("pl-grid", f"M{left} {level:g}H{right}")
            drawn += words(left - 5, level + 4, f"{tick:g}", "end")
        for tick in self.x.ticks:
            drawn += words(self.x.place(tick, left, right), foot + 15, f"{tick:g}")
        drawn += words(0, top - 10, self.y.name, "start")
        drawn += words(right, foot + 31, self.x.name, "end")
        for line, heights in zip(self.lines, values, strict=True):
            points = (
                f"{self.x.place(at, left, right):g} {self.y.place(value, foot, top):g}"
                for at, value in zip(self.at, heights, strict=True)
            )
            drawn += mark(f"pl-{line.look}", f"M{'L'.join(points)}")
        return svg(self.title, text, LAYOUT["width"], foot + 36, drawn)


class RowByRow:
    """A picture whose table has the rows of its values."""

    layout: ClassVar = LAYOUT
    listed: ClassVar[None] = None

    def cells(self, values: Values) -> list[list[float]]:
        """Return the table, row by row: `values` in rows as `shape` says."""
        return [list(row) for row in values]


@dataclass(frozen=True)
class Bars(RowByRow):
    """Bars that lie one below the other on one axis; each value stands at the end of its bar.

    The axis starts where the bars do, so that lengths compare.

    Attributes
    ----------
    title : what the picture is.
    x : the axis below the bars.
    bars : from the top down.
    decimals : decimals of the number at the end of each bar.
    """

    kind: ClassVar = "bars"
    title: str
    x: Axis
    bars: tuple[Part, ...]
    decimals: int

    @property
    def shape(self) -> list[int]:
        """How long each row of values is: one row a bar, of one value."""
        return [1] * len(self.bars)

    @property
    def columns(self) -> list[str]:
        """The heads of the table's columns."""
        return ["Who", self.x.name]

    @property
    def heads(self) -> list[str]:
        """The heads of the table's rows."""
        return [bar.name for bar in self.bars]

    def draw(self, text: str, values: Values) -> str:
        """Return the picture as SVG: `values`, in rows as `shape` says; `text` puts it in words."""
        thick, right, step = LAYOUT["bar"], LAYOUT["right"] - 40, LAYOUT["bar"] + 26
        foot, rows = step * len(self.bars) + 4, range(len(self.bars))
        drawn = ""
        for tick in self.x.ticks:
            place = self.x.place(tick, 2, right)
            # Behind the bars alone: through a name, a line would look like a letter.
            behind = "".join(f"M{place:g} {step * row + 18}v{thick}" for row in rows)
            drawn += mark("pl-grid", behind) + words(place, foot + 15, f"{tick:g}")
        for row, (bar, (value,)) in enumerate(zip(self.bars, values, strict=True)):
            end, top = self.x.place(value, 2, right), step * row + 18
            drawn += words(2, top - 5, bar.name, "start")
            drawn += mark(f"pl-{bar.look}", f"M2 {top}H{end:g}v{thick}H2z")
            drawn += words(end + 5, top + 16, f"{value:.{self.decimals}f}", "start")
        drawn += words(2, foot + 31, self.x.name, "start")
        return svg(self.title, text, LAYOUT["width"], foot + 36, drawn)


@dataclass(frozen=True)
class People(RowByRow):
    """Groups of 100 people side by side, each person of one kind, filled in blocks.

    Attributes
    ----------
    title : what the picture is.
    groups : one to three names, short enough to stand below 100 people.
    kinds : the kinds of people, in the order they are filled in.
    """

    kind: ClassVar = "people"
    title: str
    groups: tuple[str, ...]
    kinds: tuple[Part, ...]

    @property
    def shape(self) -> list[int]:
        """How long each row of values is: one row a group, one count a kind."""
        return [len(self.kinds)] * len(self.groups)

    @property
    def columns(self) -> list[str]:
        """The heads of the table's columns."""
        return ["Of 100 people", *(kind.name for kind in self.kinds)]

    @property
    def heads(self) -> list[str]:
        """The heads of the table's rows."""
        return list(self.groups)

    def draw(self, text: str, values: Values) -> str:
        """Return the picture as SVG: `values`, in rows as `shape` says; `text` puts it in words.

        Raises
        ------
        ValueError
            When the counts of a group do not add up to 100.
        """
        key, count = LAYOUT["key"], len(self.groups)
        size = min(LAYOUT["array"], (LAYOUT["width"] - LAYOUT["apart"] * (count - 1)) / count)
        step = (LAYOUT["width"] - size) / max(1, count - 1)
        top = key * len(self.kinds) + 8
        drawn = ""
        for row, part in enumerate(self.kinds):
            drawn += mark(f"pl-{part.look}", f"M3 {key * row + 3}h12v12h-12z")
            drawn += words(22, key * row + 13, part.name, "start")
        for place, (group, counts) in enumerate(zip(self.groups, values, strict=True)):
            left = place * step
            if round(sum(counts), 6) != 100:
                raise ValueError(f"{self.title}: '{group}' has {sum(counts):g} people, not 100.")
            looks = chain.from_iterable(
                repeat(f"pl-{part.look}", round(count))
                for part, count in zip(self.kinds, counts, strict=True)
            )
            at = f"translate({left:g} {top}) scale({size / 100:g})"
            drawn += f'<g transform="{at}">{people(list(looks))}</g>'
            drawn += words(round(left + size / 2, 2), round(top + size + 15), group)
        return svg(self.title, text, LAYOUT["width"], round(top + size + 22), drawn)
