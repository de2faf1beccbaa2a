"""A head seen from above on a dial: hands that point, and marks on the rim.

``frontend/src/pieces/dial.js`` draws the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import ClassVar

from painlab.pieces import model_pictures
from painlab.pieces.model_pictures import Axis, Line, RowByRow, Values
from painlab.pieces.pictures import mark, svg, words

__all__ = ["Dial"]

LAYOUT = {**model_pictures.LAYOUT, "middle": 128, "head": 26, "rim": 108}
"""Lengths of the dial beside those of the other pictures: where the middle of the head lies from
the left, as there is more room on the side that it turns to, and two radii."""


@dataclass(frozen=True)
class Dial(RowByRow):
    """A head from above, whose nose follows the first hand.

    Attributes
    ----------
    title : what the picture is.
    x : the rim, in degrees clockwise from straight ahead, from 0 to less than 180.
    hands : turns, drawn from the head to the rim.
    marks : places on the rim.
    """

    kind: ClassVar = "dial"
    layout: ClassVar = LAYOUT
    title: str
    x: Axis
    hands: tuple[Line, ...]
    marks: tuple[Line, ...]

    @property
    def shape(self) -> list[int]:
        """How long each row of values is: one row a hand, then one a mark, of one value."""
        return [1] * len(self.heads)

    @property
    def columns(self) -> list[str]:
        """The heads of the table's columns."""
        return ["What", self.x.name]

    @property
    def heads(self) -> list[str]:
        """The heads of the table's rows."""
        return [line.name for line in (*self.hands, *self.marks)]

    def draw(self, text: str, values: Values) -> str:
        """Return the picture as SVG: `values`, in rows as `shape` says; `text` puts it in words."""
        key, head, rim = LAYOUT["key"], LAYOUT["head"], LAYOUT["rim"]
        across, down = LAYOUT["middle"], key * len(self.heads) + rim + 32
        lines = (*self.hands, *self.marks)
        turned = [value for (value,) in values]

        def at(degrees: float, far: float) -> str:
            """Write the place that lies `far` from the middle of the head."""
            turn = radians(degrees)
            return f"{across + far * sin(turn):.2f} {down - far * cos(turn):.2f}"

        drawn = ""
        for row, line in enumerate(lines):
            drawn += mark(f"pl-{line.look}", f"M2 {key * row + 9}h30")
            drawn += words(LAYOUT["left"], key * row + 13, line.name, "start")
        ends = f"{at(self.x.low, rim)}A{rim} {rim} 0 0 1 {at(self.x.high, rim)}"
        drawn += mark("pl-off", f"M{ends}")
        for tick in self.x.ticks:
            x, y = at(tick, rim + 20).split()
            drawn += words(float(x), float(y) + 4, f"{tick:g}")
        # Shoulders first: the head lies over them.
        drawn += mark("pl-off", f"M{across - 70} {down}a70 20 0 1 0 140 0a70 20 0 1 0-140 0z")
        nose = turned[0]
        tip = f"M{at(nose - 16, head)}L{at(nose, head + 12)}L{at(nose + 16, head)}z"
        drawn += mark("pl-on", tip)
        circle = f"a{head} {head} 0 1 0 {2 * head} 0a{head} {head} 0 1 0-{2 * head} 0z"
        drawn += mark("pl-copied", f"M{across - head} {down}{circle}")
        for line, degrees in zip(self.hands, turned, strict=False):
            drawn += mark(f"pl-{line.look}", f"M{at(degrees, head + 14)}L{at(degrees, rim - 26)}")
        for line, degrees in zip(self.marks, turned[len(self.hands) :], strict=True):
            drawn += mark(f"pl-{line.look}", f"M{at(degrees, rim - 22)}L{at(degrees, rim + 5)}")
        foot = down + round(rim * max(0.0, -cos(radians(self.x.high)))) + 38
        drawn += words(2, foot, self.x.name, "start")
        return svg(self.title, text, LAYOUT["width"], foot + 6, drawn)
