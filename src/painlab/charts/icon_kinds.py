"""Icon arrays of several kinds: 100 figures that fall into two to four groups of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from painlab.charts.people import PEOPLE, Grid, Look, figures
from painlab.charts.theme import ACCENT, TEXT, WIDTH

_LINE = 23


@dataclass(frozen=True)
class Kind:
    """One kind of people: what it is, how many of the 100, and how its figures look."""

    label: str
    count: int
    look: Look


@dataclass(frozen=True)
class Mixed:
    """One array: its heading, and its kinds in the order in which they fill the places."""

    label: str
    kinds: tuple[Kind, ...]


def kind_arrays(groups: Sequence[Mixed], columns: int = 20) -> alt.VConcatChart:
    """Draw one array of 100 figures a group, each with a key that counts its kinds.

    Parameters
    ----------
    groups : heading and kinds of each array; the counts of an array add up to 100.
    columns : figures in a row; 100 must be a multiple of it.

    Raises
    ------
    ValueError
        When counts do not add up to 100, a look comes twice, or `columns` does not divide 100.
    """
    grid = Grid(columns, WIDTH)
    parts = [part for group in groups for part in (_array(group, grid), _key(group.kinds))]
    return alt.vconcat(*parts, spacing=10)


def _array(group: Mixed, grid: Grid) -> alt.LayerChart:
    total = sum(kind.count for kind in group.kinds)
    if total != PEOPLE or min(kind.count for kind in group.kinds) < 0:
        raise ValueError(f"the kinds of '{group.label}' add up to {total}; give {PEOPLE} people.")
    if len({kind.look for kind in group.kinds}) < len(group.kinds):
        raise ValueError(f"two kinds of '{group.label}' look alike; give each its own look.")
    layers, first = [], 0
    for kind in group.kinds:
        here = f"datum.place >= {first} && datum.place < {first + kind.count}"
        layers += figures(grid.chart().transform_filter(here), kind.look, ACCENT, grid.cell)
        first += kind.count
    return alt.LayerChart(layer=layers, title=alt.Title(group.label, offset=6), **grid.size)


def _key(kinds: Sequence[Kind]) -> alt.LayerChart:
    """One line a kind: a figure of it, its name, and its count."""
    lines = pd.DataFrame(
        [
            {"line": line, "words": f"{kind.label}: {kind.count} of {PEOPLE}"}
            for line, kind in enumerate(kinds)
        ]
    )
    y = alt.Y("line:Q", axis=None, scale=alt.Scale(domain=[len(kinds) - 0.5, -0.5], nice=False))
    base = alt.Chart(lines).encode(y=y, x=alt.value(8))
    layers = [
        layer
        for line, kind in enumerate(kinds)
        for layer in figures(
            base.transform_filter(f"datum.line == {line}"), kind.look, ACCENT, TEXT + 4
        )
    ]
    words = base.mark_text(align="left", baseline="middle").encode(x=alt.value(24), text="words:N")
    return alt.LayerChart(layer=[*layers, words], width=WIDTH, height=_LINE * len(kinds))
