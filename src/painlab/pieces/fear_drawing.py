"""The drawing of the fear map: where its boxes and arrows lie, and the static picture.

The front end draws the same shapes (``frontend/src/fear-map.js``): it gets them from here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape
from typing import Any, NamedTuple

from painlab.pieces.pictures import svg

WIDTH, HEIGHT = 340, 360
BOX = (100, 36)
WIDTHS = (1.5, 2, 4, 6.5, 9)
"""Width of a line on each step of `painlab.models.arrow_steps`."""

_HEAD_LENGTH, _HEAD_HALF = 12, 8
_INK, _PAPER = "var(--pl-ink, #1b1f24)", "var(--pl-paper, #fff)"
_MUTED = "var(--pl-muted, #59626d)"

Point = tuple[float, float]


class Box(NamedTuple):
    """A box: its middle, the lines of its words, and whether it stands beside the loop."""

    x: int
    y: int
    lines: tuple[str, ...]
    beside: bool = False


BOXES = (
    Box(170, 20, ("Injury or", "fright")),
    Box(170, 92, ("Pain",)),
    Box(288, 158, ("Fearing", "the worst")),
    Box(288, 262, ("Fear of", "moving")),
    Box(170, 338, ("Avoiding",)),
    Box(52, 262, ("A smaller", "life")),
    Box(52, 158, ("Confidence",), beside=True),
)

_WAYS: dict[str, tuple[tuple[Point, Point], ...]] = {
    "start": (((170, 38), (170, 74)),),
    "pain-worst": (((220, 90), (286, 140)),),
    "worst-fear": (((288, 176), (288, 244)),),
    "fear-avoid": (((302, 280), (220, 344)),),
    "avoid-less": (((120, 338), (62, 280)),),
    "less-pain": (((78, 244), (148, 110)),),
    "fear-less": (((238, 262), (102, 262)),),
    "fear-pain": (((262, 244), (176, 110)),),
    "worst-pain": (((250, 140), (208, 110)),),
    "avoid-fear": (((196, 320), (248, 280)),),
    "confidence": (((120, 98), (64, 140)), ((52, 176), (52, 244))),
}
"""From where to where each arrow runs; the one by way of confidence has two parts."""


class Look(NamedTuple):
    """How an arrow is drawn: its number, its step and whether it is dashed."""

    number: int
    step: int
    dashed: bool


def paint(look: Look) -> dict[str, str]:
    """Return width and dashes of a line as SVG attributes."""
    width = {"stroke-width": f"{WIDTHS[look.step]:g}"}
    if look.step == 0:
        return {**width, "stroke-dasharray": "2 4"}
    return {**width, "stroke-dasharray": "8 5"} if look.dashed else width


def frame() -> dict[str, Any]:
    """Return size, boxes and opening arrow of the map, as the front end takes them."""
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "box": list(BOX),
        "boxes": [box._asdict() for box in BOXES],
        "start": shapes("start"),
    }


def shapes(arrow: str) -> dict[str, Any]:
    """Return line and head of an arrow as SVG paths, and the place of its number.

    Parameters
    ----------
    arrow : ``start`` or the id of an arrow of the map.

    Raises
    ------
    KeyError
        When there is no such arrow.
    """
    parts = _WAYS[arrow]
    (x, y), (tip_x, tip_y) = parts[-1]
    return {
        "line": "".join(_line(*part) for part in parts),
        "head": "".join(_head(*part) for part in parts),
        "at": [round((x + tip_x) / 2), round((y + tip_y) / 2)],
    }


def draw(title: str, text: str, looks: Mapping[str, Look]) -> str:
    """Return the map as static SVG.

    Parameters
    ----------
    title : what the picture is.
    text : what it shows, in words.
    looks : how each arrow is drawn, by its id.
    """
    drawn = _arrow("start", Look(0, 1, dashed=False), _MUTED)
    drawn += "".join(_arrow(arrow, look, _INK) for arrow, look in looks.items())
    return svg(title, text, WIDTH, HEIGHT, drawn + "".join(map(_box, BOXES)))


def _arrow(arrow: str, look: Look, colour: str) -> str:
    shape = shapes(arrow)
    line = " ".join(f'{name}="{value}"' for name, value in paint(look).items())
    drawn = (
        f'<path class="pl-arrow" fill="none" stroke="{colour}" {line} d="{shape["line"]}"/>'
        f'<path class="pl-head" fill="{colour}" d="{shape["head"]}"/>'
    )
    if not look.number:
        return drawn
    x, y = shape["at"]
    ring = f'class="pl-number" cx="{x}" cy="{y}" r="10" fill="{_PAPER}" stroke="{_INK}"'
    return f"{drawn}<circle {ring}/>{_text(x, y + 4, str(look.number))}"


def _box(box: Box) -> str:
    width, height = BOX
    dash = ' stroke-dasharray="4 3"' if box.beside else ""
    first = box.y + 4 - 7 * (len(box.lines) - 1)
    words = "".join(_text(box.x, first + 14 * row, line) for row, line in enumerate(box.lines))
    return (
        f'<rect class="pl-box" x="{box.x - width // 2}" y="{box.y - height // 2}" rx="6" '
        f'width="{width}" height="{height}" fill="{_PAPER}" stroke="{_MUTED}"{dash}/>{words}'
    )


def _text(x: float, y: float, words: str) -> str:
    at = f'x="{x:g}" y="{y:g}" text-anchor="middle" font-size="12" fill="{_INK}"'
    return f'<text class="pl-tick" {at}>{escape(words)}</text>'


def _line(start: Point, tip: Point) -> str:
    x, y = _back(start, tip, _HEAD_LENGTH - 2)
    return f"M{start[0]:g} {start[1]:g}L{x:g} {y:g}"


def _head(start: Point, tip: Point) -> str:
    x, y = _back(start, tip, _HEAD_LENGTH)
    length = math.dist(start, tip)
    across = (
        (tip[1] - start[1]) / length * _HEAD_HALF,
        (start[0] - tip[0]) / length * _HEAD_HALF,
    )
    left = f"{round(x + across[0], 1):g} {round(y + across[1], 1):g}"
    right = f"{round(x - across[0], 1):g} {round(y - across[1], 1):g}"
    return f"M{tip[0]:g} {tip[1]:g}L{left}L{right}z"


def _back(start: Point, tip: Point, distance: float) -> Point:
    """Return the point that lies `distance` before the tip."""
    share = distance / math.dist(start, tip)
    return (
        round(tip[0] + share * (start[0] - tip[0]), 1),
        round(tip[1] + share * (start[1] - tip[1]), 1),
    )
