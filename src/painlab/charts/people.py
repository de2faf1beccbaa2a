"""The people of an icon array: 100 places in full rows, and the four looks a figure can have."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt
import pandas as pd

from painlab.charts.theme import ACCENT_2, MUTED, PAPER, WIDTH

PEOPLE = 100
# A head and shoulders in Vega's coordinates for shapes, where 1 is half the icon's height.
PERSON = (
    "M0,-1A0.3,0.3,0,1,1,0,-0.4A0.3,0.3,0,1,1,0,-1Z"
    "M-0.45,1V0A0.25,0.25,0,0,1,-0.2,-0.25H0.2A0.25,0.25,0,0,1,0.45,0V1Z"
)
# Two bands across the body, and the head.
STRIPES = (
    "M0,-1A0.3,0.3,0,1,1,0,-0.4A0.3,0.3,0,1,1,0,-1Z"
    "M-0.45,-0.02H0.45V0.28H-0.45Z M-0.45,0.58H0.45V0.88H-0.45Z"
)

# Ten figures in a row need not fill the width.
_LARGEST = WIDTH / 12

Look = Literal["solid", "striped", "hollow", "dashed"]
"""How a figure is drawn: each look differs from the others without colour."""


class Grid:
    """100 places in full rows, with half a figure of room after every ten in a row.

    Attributes
    ----------
    columns : figures in a row.
    cell : width of a figure in pixels.
    places : columns ``place`` (0 to 99, row by row from the top left), ``x`` and ``y``.
    """

    def __init__(self, columns: int, width: float) -> None:
        """Fit rows of `columns` figures into `width` pixels.

        Raises
        ------
        ValueError
            When `columns` does not divide 100.
        """
        if PEOPLE % columns:
            raise ValueError(f"columns is {columns}; choose a divisor of {PEOPLE}.")
        self.columns = columns
        self._wide = columns + 0.5 * ((columns - 1) // 10)
        self._rows = PEOPLE / columns
        self.cell = min(width / self._wide, _LARGEST)
        # Tens can be counted at a glance.
        self.places = pd.DataFrame(
            [
                {
                    "place": place,
                    "x": place % columns + 0.5 * ((place % columns) // 10),
                    "y": place // columns,
                }
                for place in range(PEOPLE)
            ]
        )

    def chart(self) -> alt.Chart:
        """Return the places on their two scales, without a mark."""
        x = alt.Scale(domain=[-0.5, self._wide - 0.5], nice=False)
        y = alt.Scale(domain=[self._rows - 0.5, -0.5], nice=False)
        placed: alt.Chart = alt.Chart(self.places).encode(
            x=alt.X("x:Q", axis=None, scale=x), y=alt.Y("y:Q", axis=None, scale=y)
        )
        return placed

    @property
    def size(self) -> dict[str, Any]:
        """Width and height of the array in pixels."""
        return {"width": self.cell * self._wide, "height": self.cell * 1.25 * self._rows}


def figures(base: alt.Chart, look: Look, colour: str, cell: float) -> list[alt.Chart]:
    """Draw a figure at every place of `base`.

    Parameters
    ----------
    base : a chart with two positions.
    look : how the figures are drawn.
    colour : of solid figures; the other looks have their own.
    cell : width of a figure in pixels.
    """
    size = (cell * 0.95) ** 2

    def drawn(shape: str, fill: str, stroke: str, **more: Any) -> alt.Chart:
        marked: alt.Chart = base.mark_point(
            shape=shape, size=size, opacity=1, fill=fill, stroke=stroke, strokeWidth=1, **more
        )
        return marked

    if look == "solid":
        return [drawn(PERSON, colour, colour)]
    if look == "hollow":
        return [drawn(PERSON, PAPER, MUTED)]
    if look == "dashed":
        return [drawn(PERSON, PAPER, MUTED, strokeDash=[1.5, 1.5])]
    return [drawn(PERSON, PAPER, ACCENT_2), drawn(STRIPES, ACCENT_2, ACCENT_2)]
