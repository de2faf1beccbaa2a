"""Icon arrays: 100 figures, filled in blocks, with the count in words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import altair as alt

from painlab.charts.people import PEOPLE, Grid, figures
from painlab.charts.theme import ACCENT, WIDTH

# Between arrays that stand side by side, in pixels.
_GAP = 24


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
    tones = [*colours, *([ACCENT] * (len(groups) - len(colours)))]
    return alt.vconcat(
        *(
            _array(group, Grid(columns, WIDTH), tone, [_title(group)])
            for group, tone in zip(groups, tones, strict=True)
        ),
        spacing=18,
    )


def icon_pair(left: Group, right: Group) -> alt.HConcatChart:
    """Draw two arrays of 100 figures side by side, to be compared row by row.

    Raises
    ------
    ValueError
        When a count is not between 0 and 100.
    """
    grid = Grid(10, (WIDTH - _GAP) / 2)
    return alt.hconcat(
        *(
            _array(group, grid, ACCENT, [*_lines(group), f"{group.count} of {PEOPLE}"])
            for group in (left, right)
        ),
        spacing=_GAP,
    )


def _title(group: Group) -> str:
    return f"{group.label}: {group.count} of {PEOPLE}"


def _lines(group: Group) -> list[str]:
    """Break a label over two lines, so that the figures of both arrays begin at one height."""
    lines = wrap(group.label, 21)
    return [*([""] * (2 - len(lines))), *lines]


def _array(group: Group, grid: Grid, colour: str, title: list[str]) -> alt.LayerChart:
    if not 0 <= group.count <= PEOPLE:
        raise ValueError(f"'{group.label}' fills {group.count} of {PEOPLE}; give 0 to {PEOPLE}.")
    base = grid.chart()
    filled = base.transform_filter(f"datum.place < {group.count}")
    hollow = base.transform_filter(f"datum.place >= {group.count}")
    return alt.LayerChart(
        layer=[
            *figures(hollow, "hollow", colour, grid.cell),
            *figures(filled, "solid", colour, grid.cell),
        ],
        title=alt.Title(title, offset=6),
        **grid.size,
    )
