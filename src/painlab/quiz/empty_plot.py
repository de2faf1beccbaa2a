"""The chart of a curve before it is drawn: axes and the given points, to draw on with a pen."""

from __future__ import annotations

from html import escape

from painlab.evidence.format import plain
from painlab.quiz.models import Draw
from painlab.quiz.references import curve_figures
from painlab.strings import say

# The same measures as frontend/src/items/curve.js: the page must not jump when it comes to life.
_WIDTH, _HEIGHT = 360, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 12, 14, 30
_INSET = 10
_STEPS = 4


def empty_plot(item: Draw) -> str:
    """Return the chart of `item` as SVG, without its answer."""
    shapes = []
    for step in range(_STEPS + 1):
        value = item.min + step * (item.max - item.min) / _STEPS
        y = _y(item, value)
        shapes.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:g}" y2="{y:g}"/>'
            f'<text x="{_LEFT - 6}" y="{y + 4:g}" text-anchor="end">{plain(value)}</text>'
        )
    dots = []
    for index, (label, figure) in enumerate(
        zip(item.curve.labels, curve_figures(item), strict=True)
    ):
        x = _x(index, len(item.curve.labels))
        shapes.append(
            f'<text x="{x:g}" y="{_HEIGHT - 10}" text-anchor="middle">{escape(label)}</text>'
        )
        if label in item.curve.given:
            y = _y(item, figure.value)
            dots.append(f'<circle class="pl-curve-dot pl-given" cx="{x:g}" cy="{y:g}" r="6"/>')
    return (
        f'<svg class="pl-curve-plot" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(say("draw_empty"))}"><g class="pl-curve-axes">{"".join(shapes)}</g>'
        f"{''.join(dots)}</svg>"
    )


def _x(index: int, count: int) -> float:
    span = _WIDTH - _LEFT - _RIGHT - 2 * _INSET
    return round(_LEFT + _INSET + index * span / (count - 1), 1)


def _y(item: Draw, value: float) -> float:
    share = (value - item.min) / (item.max - item.min)
    return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)
