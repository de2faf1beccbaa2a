"""A sheet measured in pixels, for charts whose marks stand where their code puts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import pandas as pd

from painlab.charts.theme import INK, TEXT, WIDTH

Place = tuple[float, float]
"""Pixels from the left and from the top."""


@dataclass(frozen=True)
class Words:
    """A line of text and its middle left, middle or right, as `align` says."""

    place: Place
    text: str
    align: Literal["left", "center", "right"] = "center"
    size: int = TEXT
    colour: str = INK
    bold: bool = False


@dataclass(frozen=True)
class Canvas:
    """A sheet as wide as every chart and `height` pixels high."""

    height: float

    def outline(self, places: Sequence[Place], **look: Any) -> alt.Chart:
        """Draw through `places` in their order; `look` is what Altair's ``mark_line`` takes."""
        data = pd.DataFrame(places, columns=["x", "y"]).assign(order=range(len(places)))
        drawn: alt.Chart = (
            alt.Chart(data).mark_line(**look).encode(**self._on("x", "y"), order="order:Q")
        )
        return drawn

    def shape(self, places: Sequence[Place], **look: Any) -> alt.Chart:
        """Draw the closed shape with these corners."""
        return self.outline(places, interpolate="linear-closed", **look)

    def words(self, lines: Sequence[Words]) -> list[alt.Chart]:
        """Write each line, vertically centred on its place; lines that look alike are one layer."""
        alike: dict[tuple[Any, ...], list[Words]] = defaultdict(list)
        for line in lines:
            alike[line.align, line.size, line.colour, line.bold].append(line)
        return [self._written(group) for group in alike.values()]

    def _written(self, lines: Sequence[Words]) -> alt.Chart:
        data = pd.DataFrame(
            [(*line.place, line.text) for line in lines], columns=["x", "y", "text"]
        )
        marked = alt.Chart(data).mark_text(
            align=lines[0].align,
            baseline="middle",
            fontSize=lines[0].size,
            color=lines[0].colour,
            fontWeight="bold" if lines[0].bold else "normal",
        )
        written: alt.Chart = marked.encode(**self._on("x", "y"), text="text:N")
        return written

    def sheet(self, layers: Sequence[alt.Chart]) -> alt.LayerChart | alt.FacetChart:
        """Lay all layers on the sheet, the first lowest."""
        return alt.layer(*layers, width=WIDTH, height=self.height)

    def _on(self, x: str, y: str) -> dict[str, Any]:
        return {
            "x": alt.X(f"{x}:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False)),
            "y": alt.Y(f"{y}:Q", axis=None, scale=alt.Scale(domain=[self.height, 0], nice=False)),
        }
