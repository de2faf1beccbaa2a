"""Icon arrays: 100 figures, filled in blocks, with the count in words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from painlab.charts.theme import ACCENT, MUTED, PAPER, WIDTH

PEOPLE = 100
# A head and shoulders in Vega's coordinates for shapes, where 1 is half the icon's height.
PERSON = (
    "M0,-1A0.3,0.3,0,1,1,0,-0.4A0.3,0.3,0,1,1,0,-1Z"
    "M-0.45,1V0A0.25,0.25,0,0,1,-0.2,-0.25H0.2A0.25,0.25,0,0,1,0.45,0V1Z"
)


@dataclass(frozen=True)
class Group:
    """One array: what it is, and how many of the 100 are filled."""

    label: str
    count: int


def icon_array(
    groups: Sequence[Group], columns: int = 20, colours: Sequence[str] = ()
) -> alt.VConcatChart:
    """Draw one array of 100 figures a group, one under the other.

    The denominator is the same in all of them, the figures are filled in blocks from the top
    left, and filled against hollow is told without colour.

    Parameters
    ----------
    groups : label and count (0 to 100) of each array.
    columns : figures in a row; 100 must be a multiple of it.
    colours : colour of the filled figures for each group; the accent colour where none is given.

    Raises
    ------
    ValueError
        When a count is not between 0 and 100 or `columns` does not divide 100.
    """
    if PEOPLE % columns:
        raise ValueError(f"columns is {columns}; choose a divisor of {PEOPLE}.")
    tones = [*colours, *([ACCENT] * (len(groups) - len(colours)))]
    return alt.vconcat(
        *(_array(group, columns, tone) for group, tone in zip(groups, tones, strict=True)),
        spacing=18,
    )


def _array(group: Group, columns: int, colour: str) -> alt.LayerChart:
    if not 0 <= group.count <= PEOPLE:
        raise ValueError(f"'{group.label}' fills {group.count} of {PEOPLE}; give 0 to {PEOPLE}.")
    # Half a figure of room after every ten, so that tens can be counted at a glance.
    places = pd.DataFrame(
        [
            {
                "x": place % columns + 0.5 * ((place % columns) // 10),
                "y": place // columns,
                "filled": place < group.count,
            }
            for place in range(PEOPLE)
        ]
    )
    wide = columns + 0.5 * ((columns - 1) // 10)
    cell = WIDTH / max(wide, 12)
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.5, wide - 0.5], nice=False))
    rows = PEOPLE / columns
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[rows - 0.5, -0.5], nice=False))
    base = alt.Chart(places).encode(x=x, y=y)
    size = (cell * 0.95) ** 2
    filled = base.transform_filter("datum.filled").mark_point(
        shape=PERSON, size=size, opacity=1, fill=colour, stroke=colour, strokeWidth=1
    )
    hollow = base.transform_filter("!datum.filled").mark_point(
        shape=PERSON, size=size, opacity=1, fill=PAPER, stroke=MUTED, strokeWidth=1
    )
    return alt.LayerChart(
        layer=[hollow, filled],
        width=cell * wide,
        height=cell * 1.25 * rows,
        title=alt.Title(f"{group.label}: {group.count} of {PEOPLE}", offset=6),
    )
