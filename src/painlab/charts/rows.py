"""Rows with their name above the mark, so that long names fit a phone."""

from __future__ import annotations

import altair as alt
import pandas as pd

from painlab.charts.theme import INK, PAPER

ROW_HEIGHT = 40


def row_position(rows: int) -> alt.Y:
    """Return the vertical position of ``row``, 0 at the top, with room for names above."""
    return alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[rows - 0.6, -0.6], nice=False))


def names_above(data: pd.DataFrame, lift: int = 11) -> alt.LayerChart | alt.FacetChart:
    """Write the column ``name`` at the left edge, `lift` pixels above the mark of its ``row``."""
    base = alt.Chart(data).encode(x=alt.value(0), y=row_position(len(data)), text="name:N")
    # Drawn twice: first as a broad edge in the paper's colour, so that no line strikes it through.
    edge = base.mark_text(
        align="left", baseline="bottom", dy=-lift, color=PAPER, stroke=PAPER, strokeWidth=5
    )
    return alt.layer(edge, base.mark_text(align="left", baseline="bottom", dy=-lift, color=INK))
