"""Static pictures of the pieces, for pages without JavaScript and for print.

They look like what ``frontend/src/pieces/kit.js`` draws and carry the same class names. Colours
also stand on the shapes, as a page that shows a notebook's output may not have the style sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_PAINT = {
    "pl-on": 'fill="var(--pl-accent, #0b5c8a)"',
    "pl-other": 'fill="var(--pl-accent-2, #a84300)"',
    "pl-off": 'fill="none" stroke="var(--pl-muted, #59626d)"',
    "pl-differ": 'fill="none" stroke="var(--pl-accent-2, #a84300)" stroke-width="2"',
    "pl-line": 'fill="none" stroke="var(--pl-accent, #0b5c8a)" stroke-width="2.5"',
    "pl-second": 'fill="none" stroke="var(--pl-accent-2, #a84300)" stroke-width="2.5"',
    "pl-dashed": 'fill="none" stroke="var(--pl-accent, #0b5c8a)" stroke-width="2" '
    'stroke-dasharray="6 4"',
    "pl-second-dashed": 'fill="none" stroke="var(--pl-accent-2, #a84300)" stroke-width="2" '
    'stroke-dasharray="2 3"',
    "pl-copied": 'fill="var(--pl-paper, #fff)" stroke="var(--pl-accent, #0b5c8a)" stroke-width="2"',
    "pl-grid": 'stroke="var(--pl-line, #c3c9d1)"',
    "pl-tick": 'fill="var(--pl-ink, #1b1f24)" font-size="12"',
    "pl-caption": 'fill="var(--pl-ink, #1b1f24)" font-size="9"',
}
_GAP = 20
_SIDE = 100


def reader_sheets(
    title: str, text: str, sheets: Sequence[tuple[str, Sequence[bool]]], differ: Sequence[int]
) -> str:
    """Return sheets of 100 squares, the scans on which they differ ringed.

    Parameters
    ----------
    title : what the picture is.
    text : what it shows, in words.
    sheets : caption and one answer a scan for each reader, 100 of them.
    differ : numbers of the scans to ring, counted from 1.
    """
    rings = mark("pl-differ", "".join(_square(number - 1) for number in differ))
    parts = []
    for place, (caption, answers) in enumerate(sheets):
        squares = mark("pl-on", "".join(_square(i) for i, yes in enumerate(answers) if yes))
        squares += mark("pl-off", "".join(_square(i) for i, yes in enumerate(answers) if not yes))
        parts.append(_beside(place, caption, squares + rings))
    return svg(title, text, len(sheets) * (_SIDE + _GAP) - _GAP, _SIDE + 18, "".join(parts))


def curve(
    title: str, text: str, points: Sequence[tuple[int, float]], copied: Iterable[int], x_name: str
) -> str:
    """Return a line through points from 0 to 100; hollow where the value is second-hand.

    Parameters
    ----------
    title, text : as in `reader_sheets`.
    points : position and height of each point, at least two positions.
    copied : positions of second-hand points.
    x_name : what the positions are.
    """
    hollow = set(copied)
    first, last = points[0][0], points[-1][0]
    places = {x: 40 + (x - first) / (last - first) * 300 for x, _ in points}
    heights = {x: 210 - 2 * y for x, y in points}
    drawn = "".join(
        f'<path class="pl-grid" {_PAINT["pl-grid"]} d="M34 {210 - 2 * level}H346"/>'
        + words(30, 214 - 2 * level, str(level), "end")
        for level in range(0, 101, 25)
    )
    path = "L".join(f"{places[x]:g} {heights[x]:g}" for x, _ in points)
    drawn += f'<path class="pl-line" {_PAINT["pl-line"]} d="M{path}"/>'
    for x, y in points:
        name = "pl-copied" if x in hollow else "pl-on"
        dot = f'cx="{places[x]:g}" cy="{heights[x]:g}" r="4.5"'
        drawn += f'<circle class="{name}" {_PAINT[name]} {dot}/>'
        drawn += words(places[x], heights[x] - 9, f"{y:g}") + words(places[x], 226, str(x))
    return svg(title, text, 360, 245, drawn + words(346, 242, x_name, "end"))


def people(looks: Sequence[str]) -> str:
    """Return 100 people, ten a row, each painted by the class at its place.

    Those of ``pl-other`` are squares, to be told apart without colour.
    """
    shapes = {"pl-other": _square}
    return "".join(
        mark(
            name,
            "".join(shapes.get(name, _person)(i) for i, look in enumerate(looks) if look == name),
        )
        for name in dict.fromkeys(looks)
    )


def svg(title: str, text: str, width: int, height: int, shapes: str) -> str:
    """Return a picture with a name and a description; `shapes` is SVG already."""
    return (
        f'<svg class="pl-picture" role="img" viewBox="0 0 {width} {height}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>'
        f"<desc>{escape(text)}</desc>{shapes}</svg>"
    )


def _beside(place: int, caption: str, shapes: str) -> str:
    left = place * (_SIDE + _GAP)
    at = f'x="{_SIDE / 2:g}" y="{_SIDE + 13}" text-anchor="middle"'
    words = f'<text class="pl-caption" {_PAINT["pl-caption"]} {at}>{escape(caption)}</text>'
    return f'<g transform="translate({left} 0)">{shapes}{words}</g>'


def _square(index: int) -> str:
    return f"M{index % 10 * 10 + 1} {index // 10 * 10 + 1}h8v8h-8z"


def _person(index: int) -> str:
    x, y = index % 10 * 10, index // 10 * 10
    head = f"M{x + 3} {y + 2.6:g}a2 2 0 1 0 4 0a2 2 0 1 0-4 0z"
    return f"{head}M{x + 1.8:g} {y + 9.6:g}v-1.7a3.2 3.2 0 0 1 6.4 0v1.7z"


def mark(name: str, outline: str) -> str:
    """Return one shape, painted by its class; `outline` is the path."""
    return f'<path class="{name}" {_PAINT[name]} d="{outline}"/>'


def words(x: float, y: float, text: str, anchor: str = "middle") -> str:
    """Return words at a place; `anchor` is ``start``, ``middle`` or ``end``."""
    at = f'x="{x:g}" y="{y:g}" text-anchor="{anchor}"'
    return f'<text class="pl-tick" {_PAINT["pl-tick"]} {at}>{escape(text)}</text>'
