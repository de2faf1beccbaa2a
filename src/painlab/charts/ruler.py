"""Rulers: effects on the scale they were measured on, beside what would be worth having."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from painlab.charts.forest import Effect, EffectAxis, forest_plot
from painlab.charts.theme import INK, MUTED, PANEL, SMALL


def ruler(
    effects: Sequence[Effect], axis: EffectAxis, worthwhile: float, words: str
) -> alt.LayerChart | alt.FacetChart:
    """Draw effects with their intervals over a zone that is too small to matter.

    Parameters
    ----------
    effects : rows, in the unit of the axis.
    axis : a plain (not logarithmic) axis.
    worthwhile : smallest difference worth having, above 0, in the unit of the axis.
    words : what the zone is, written over the rows.

    Raises
    ------
    ValueError
        When the axis is logarithmic or the zone does not fit it.
    """
    low, high = axis.no_effect - worthwhile, axis.no_effect + worthwhile
    if axis.log or worthwhile <= 0 or low < axis.low or high > axis.high:
        raise ValueError(
            f"a zone from {low:g} to {high:g} does not fit the axis from {axis.low:g} to "
            f"{axis.high:g}; use a plain axis that is long enough."
        )
    zone = alt.Chart(pd.DataFrame({"low": [low], "high": [high], "middle": [axis.no_effect]}))
    edges = alt.Chart(pd.DataFrame({"edge": [low, high]}))
    plot = forest_plot(effects, axis)
    return alt.layer(
        zone.mark_rect(fill=PANEL).encode(x=axis.across("low:Q"), x2="high:Q"),
        edges.mark_rule(color=MUTED, strokeWidth=1.5).encode(x=axis.across("edge:Q")),
        plot,
        zone.mark_text(baseline="bottom", fontSize=SMALL, color=INK, text=words).encode(
            x=axis.across("middle:Q"), y=alt.value(-28 if axis.sides else -9)
        ),
    )
