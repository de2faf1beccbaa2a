"""Flow of people: boxes from top to bottom, and bands as wide as the number of people in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import altair as alt
import numpy as np

from painlab.charts.canvas import Canvas, Place, Words
from painlab.charts.theme import ACCENT, ACCENT_2, LINE, PANEL, PAPER, SMALL, WIDTH
from painlab.evidence.format import plain

# Heights in pixels: the heading of a stage, its boxes, what is under them, the bands between two
# stages, and the room between two stages without bands.
_HEADING, _BOX, _FOOT, _BANDS, _NO_BANDS = 24, 50, 5, 66, 14
# Room left and right of a stage's boxes, least room between two boxes, and the width of a letter.
_SIDE, _GAP, _LETTER = 6, 26, 6.9


@dataclass(frozen=True)
class Box:
    """People who are in one place at one stage: a name used nowhere else, and how many."""

    name: str
    people: int


@dataclass(frozen=True)
class Stage:
    """One row of boxes, with what it is about."""

    heading: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Band:
    """People who went from one box to another; `crossed` when that was not what was planned."""

    start: str
    end: str
    people: int
    crossed: bool = False


def flow(stages: Sequence[Stage], bands: Sequence[Band]) -> alt.LayerChart | alt.FacetChart:
    """Draw stages from top to bottom; everything is as wide as its number of people.

    Bands of people who crossed over have a dashed edge; all others have a full one.

    Parameters
    ----------
    stages : rows of boxes; a stage may hold fewer people than the one above.
    bands : who went where, from left to right; leave them out where that is not known.

    Raises
    ------
    ValueError
        When more people enter or leave a box than it holds, or its name does not fit.
    """
    _check(stages, bands)
    most = max(sum(box.people for box in stage.boxes) for stage in stages)
    widest = max(len(stage.boxes) for stage in stages)
    wide = (WIDTH - 2 * _SIDE - _GAP * (widest - 1)) / most
    corners, headings, height = _places(stages, {band.end for band in bands}, wide)
    canvas = Canvas(height)
    layers = [_panel(canvas, top) for (_, top), _ in headings]
    left: dict[str, float] = defaultdict(float)
    counts = []
    # Bands of those who stayed lie under those who crossed.
    for band in bands:
        begin, end = corners[band.start], corners[band.end]
        top = (begin[0] + left[f"from {band.start}"], begin[1] + _BOX + _FOOT)
        low = (end[0] + left[f"to {band.end}"], end[1] - _HEADING)
        left[f"from {band.start}"] += band.people * wide
        left[f"to {band.end}"] += band.people * wide
        layers.append(_band(canvas, top, low, band, wide))
        across, down = (1, 3) if band.crossed else (1, 1)
        share = across / (across + down)
        counts.append(
            Words(
                (
                    _eased(top[0], low[0], share) + band.people * wide / 2,
                    top[1] + (low[1] - top[1]) * share,
                ),
                plain(band.people),
                bold=True,
            )
        )
    for stage in stages:
        for box in stage.boxes:
            layers += _box(canvas, corners[box.name], box, wide)
    words = [Words((x, top + 12), text, "left", SMALL) for (x, top), text in headings]
    return canvas.sheet([*layers, *canvas.words([*words, *counts])])


def _check(stages: Sequence[Stage], bands: Sequence[Band]) -> None:
    for box in (box for stage in stages for box in stage.boxes):
        for moved in (
            sum(band.people for band in bands if band.start == box.name),
            sum(band.people for band in bands if band.end == box.name),
        ):
            if moved > box.people:
                raise ValueError(f"'{box.name}' holds {box.people} people, but {moved} move.")


def _places(
    stages: Sequence[Stage], linked: set[str], wide: float
) -> tuple[dict[str, Place], list[tuple[Place, str]], float]:
    """Return the top left corner of each box, the place of each heading, and the height."""
    corners: dict[str, Place] = {}
    headings: list[tuple[Place, str]] = []
    top = 0.0
    for number, stage in enumerate(stages):
        if number:
            # Without bands nobody knows who came from where, so no room is kept for them.
            top += _BANDS if linked & {box.name for box in stage.boxes} else _NO_BANDS
        headings.append(((8, top), stage.heading))
        used = sum(box.people for box in stage.boxes) * wide
        gap = (WIDTH - 2 * _SIDE - used) / max(1, len(stage.boxes) - 1)
        left = float(_SIDE)
        for box in stage.boxes:
            corners[box.name] = (left, top + _HEADING)
            left += box.people * wide + gap
        top += _HEADING + _BOX + _FOOT
    return corners, headings, top


def _panel(canvas: Canvas, top: float) -> alt.Chart:
    """Draw what holds a stage together: its heading and its boxes."""
    low = top + _HEADING + _BOX + _FOOT
    corners = [(0.0, top), (float(WIDTH), top), (float(WIDTH), low), (0.0, low)]
    return canvas.shape(corners, fill=PANEL, fillOpacity=1, color=PANEL, strokeWidth=1)


def _band(canvas: Canvas, top: Place, low: Place, band: Band, wide: float) -> alt.Chart:
    """Draw one band as a shape with two curved edges."""
    shares = np.linspace(0, 1, 17)
    edge = [
        (_eased(top[0], low[0], share), top[1] + (low[1] - top[1]) * float(share))
        for share in shares
    ]
    outline = [*edge, *((x + band.people * wide, y) for x, y in reversed(edge))]
    if band.crossed:
        look = {"fill": ACCENT_2, "fillOpacity": 0.15, "color": ACCENT_2, "strokeDash": [5, 3]}
    else:
        look = {"fill": LINE, "fillOpacity": 0.45, "color": LINE}
    return canvas.shape(outline, strokeWidth=1.5, **look)


def _eased(start: float, end: float, share: float) -> float:
    return float(start + (end - start) * share * share * (3 - 2 * share))


def _box(canvas: Canvas, corner: Place, box: Box, wide: float) -> list[alt.Chart]:
    (x, y), width = corner, box.people * wide
    lines = wrap(box.name, max(1, int((width - 8) / _LETTER)), break_long_words=False)
    if len(lines) > 2 or max(map(len, lines)) * _LETTER > width:
        raise ValueError(f"'{box.name}' does not fit its box of {width:.0f} pixels; shorten it.")
    corners = [(x, y), (x + width, y), (x + width, y + _BOX), (x, y + _BOX)]
    middle = x + width / 2
    top = y + _BOX / 2 - 8 * len(lines)
    words = [Words((middle, top + 16 * place), line) for place, line in enumerate(lines)]
    words.append(Words((middle, top + 16 * len(lines)), plain(box.people), bold=True))
    frame = canvas.shape(corners, fill=PAPER, fillOpacity=1, color=ACCENT, strokeWidth=1.5)
    return [frame, *canvas.words(words)]
