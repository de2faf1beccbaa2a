"""Arrow maps: what leads to what, and how much evidence stands behind each arrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from painlab.charts.canvas import Canvas, Place, Words
from painlab.charts.theme import ACCENT, ACCENT_2, INK, MUTED, PAPER, SMALL, WIDTH

# What each thickness says, thinnest first: the kind and amount of evidence, never an effect's size.
EVIDENCE = (
    "one study, one look",
    "many studies, one look each",
    "people followed over time",
    "randomised trials or experiments",
)
_THICK = (1.2, 2.8, 4.8, 7.2)
_LETTER, _LINE, _KEY = 6.9, 16, 21
_NOT_FOUND = "bar at the end: looked for, not shown"
_NO_DIRECTION = "dashed: which way it goes is not known"


@dataclass(frozen=True)
class Node:
    """A box: its name, its lines of text, and the place of its middle in pixels."""

    name: str
    lines: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Arrow:
    """A link between two boxes.

    Attributes
    ----------
    start, end : names of the boxes.
    step : amount and kind of evidence, 1 to 4, as in `EVIDENCE`.
    letter : stands on the arrow, and in the table beside it.
    direction : whether the evidence tells which way the link goes; dashed if not.
    found : whether the link was seen; a bar in place of the head if it was looked for in vain.
    bend : how far the middle is pushed to the left of the way, in pixels.
    """

    start: str
    end: str
    step: int
    letter: str
    direction: bool = True
    found: bool = True
    bend: float = 0


def arrow_map(
    nodes: Sequence[Node], arrows: Sequence[Arrow], height: float
) -> alt.LayerChart | alt.FacetChart:
    """Draw boxes and arrows, and under them a key of the thicknesses and marks in use.

    Parameters
    ----------
    nodes : boxes, on a sheet 340 pixels wide and `height` pixels high.
    arrows : links between them.
    height : of the map without its key, in pixels.

    Raises
    ------
    ValueError
        When an arrow's step is none of the four, its box is unknown, or a box leaves the sheet.
    """
    known = {node.name: node for node in nodes}
    for arrow in arrows:
        if not 1 <= arrow.step <= len(EVIDENCE) or {arrow.start, arrow.end} - set(known):
            raise ValueError(f"arrow {arrow.letter}: name two known boxes and a step from 1 to 4.")
    for node in nodes:
        if node.place[0] < _half(node)[0] or node.place[0] > WIDTH - _half(node)[0]:
            raise ValueError(f"'{node.name}' leaves the sheet; move it or break its lines.")
    key = _key_rows(arrows)
    canvas = Canvas(height + 10 + _KEY * len(key))
    layers: list[alt.Chart] = []
    for arrow in arrows:
        layers += _arrow(canvas, arrow, _way(known[arrow.start], known[arrow.end], arrow.bend))
    for node in nodes:
        layers += _box(canvas, node)
    for row, (sample, words) in enumerate(key):
        y = height + 10 + _KEY * (row + 0.5)
        layers += _arrow(canvas, sample, [(float(x), y) for x in range(4, 55)])
        layers += canvas.words([Words((66, y), words, "left", SMALL)])
    return canvas.sheet(layers)


def _half(node: Node) -> Place:
    """Return half the width and half the height of a box."""
    return max(map(len, node.lines)) * _LETTER / 2 + 7, len(node.lines) * _LINE / 2 + 6


def _way(start: Node, end: Node, bend: float) -> list[Place]:
    """Return the places of a curve from box to box, about one a pixel."""
    first, last = np.array(start.place), np.array(end.place)
    along = last - first
    side = np.array([along[1], -along[0]]) / np.hypot(*along)
    # The middle of the curve lies half as far out as the point that pulls it.
    pull = (first + last) / 2 + 2 * bend * side
    shares = np.linspace(0, 1, 400)[:, None]
    curve = (1 - shares) ** 2 * first + 2 * shares * (1 - shares) * pull + shares**2 * last
    return [
        (float(x), float(y)) for x, y in curve if not any(_inside((x, y), n) for n in (start, end))
    ]


def _inside(place: Place, node: Node) -> bool:
    half = _half(node)
    return all(abs(place[axis] - node.place[axis]) < half[axis] + 4 for axis in (0, 1))


def _arrow(canvas: Canvas, arrow: Arrow, way: Sequence[Place]) -> list[alt.Chart]:
    """Draw shaft, end and letter along `way`."""
    thick = _THICK[arrow.step - 1]
    colour = ACCENT if arrow.found else ACCENT_2
    tip = np.array(way[-1])
    long = 6 + 1.6 * thick if arrow.found else 0
    shaft = [place for place in way if np.hypot(*(np.array(place) - tip)) >= long - 1] or [way[0]]
    along = (tip - np.array(shaft[-1] if arrow.found else way[-8])) + 0.0
    along /= np.hypot(*along)
    side = np.array([along[1], -along[0]]) * (3.5 + 0.9 * thick)
    # A fat line needs longer dashes and gaps to look dashed.
    dash = [1, 0] if arrow.direction else [4 + thick, 3 + thick / 2]
    layers = [canvas.outline(_thinned(shaft), color=colour, strokeWidth=thick, strokeDash=dash)]
    if arrow.found:
        base = tip - along * long
        corners = [_place(tip), _place(base + side), _place(base - side)]
        layers.append(canvas.shape(corners, fill=colour, fillOpacity=1, color=colour))
    else:
        ends = [_place(tip + 1.3 * side), _place(tip - 1.3 * side)]
        layers.append(canvas.outline(ends, color=colour, strokeWidth=3))
    if arrow.letter:
        layers += _letter(canvas, arrow.letter, shaft[len(shaft) // 2])
    return layers


def _place(point: np.ndarray) -> Place:
    return float(point[0]), float(point[1])


def _thinned(way: Sequence[Place]) -> list[Place]:
    """Keep a dozen places: a curve as smooth, in a tenth of the bytes."""
    picked = np.linspace(0, len(way) - 1, min(len(way), 12)).round().astype(int)
    return [way[place] for place in picked]


def _letter(canvas: Canvas, letter: str, place: Place) -> list[alt.Chart]:
    disc = [
        (place[0] + 9.5 * float(np.cos(angle)), place[1] + 9.5 * float(np.sin(angle)))
        for angle in np.linspace(0, 2 * np.pi, 24, endpoint=False)
    ]
    ring = canvas.shape(disc, fill=PAPER, fillOpacity=1, color=MUTED, strokeWidth=1)
    return [ring, *canvas.words([Words(place, letter, size=SMALL, bold=True)])]


def _box(canvas: Canvas, node: Node) -> list[alt.Chart]:
    (x, y), (wide, high) = node.place, _half(node)
    corners = [
        (x - wide, y - high),
        (x + wide, y - high),
        (x + wide, y + high),
        (x - wide, y + high),
    ]
    first = y - (len(node.lines) - 1) * _LINE / 2
    words = [Words((x, first + _LINE * row), line) for row, line in enumerate(node.lines)]
    frame = canvas.shape(corners, fill=PAPER, fillOpacity=1, color=INK, strokeWidth=1.2)
    return [frame, *canvas.words(words)]


def _key_rows(arrows: Sequence[Arrow]) -> list[tuple[Arrow, str]]:
    """Return a sample and its words for each thickness and mark that the map uses."""
    steps = sorted({arrow.step for arrow in arrows})
    rows = [(Arrow("", "", step, ""), EVIDENCE[step - 1]) for step in steps]
    if not all(arrow.direction for arrow in arrows):
        rows.append((Arrow("", "", 2, "", direction=False), _NO_DIRECTION))
    if not all(arrow.found for arrow in arrows):
        rows.append((Arrow("", "", 2, "", found=False), _NOT_FOUND))
    return rows
