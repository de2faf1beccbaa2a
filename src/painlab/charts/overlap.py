"""Two groups as bell curves, and how much of them is the same."""

from __future__ import annotations

import altair as alt
import pandas as pd

from painlab.charts.theme import ACCENT, ACCENT_2, LINE, WIDTH
from painlab.models.overlap import curves

_HEIGHT = 150


def overlap_curves(
    d: float, groups: tuple[str, str], title: str
) -> alt.LayerChart | alt.FacetChart:
    """Draw two normal curves, the second shifted by `d`, and shade what both share.

    Parameters
    ----------
    d : how far the second average lies above the first, in standard deviations.
    groups : names of both, for the legend; the first has a full line, the second a dashed one.
    title : what is measured, and which way is more.
    """
    data = curves(d)
    low, high = float(data.x.min()), float(data.x.max())
    x = alt.X(
        "x:Q",
        title=[title, "shaded: would fit either group"],
        scale=alt.Scale(domain=[low, high], nice=False),
        axis=alt.Axis(labels=False, ticks=False, grid=False),
    )

    def height(field: str) -> alt.Y:
        return alt.Y(field, axis=None, scale=alt.Scale(domain=[0, 0.42], nice=False))

    tall = data.melt("x", ["first", "second"], "curve", "height")
    tall["group"] = tall.curve.map({"first": groups[0], "second": groups[1]})
    domain = list(groups)
    legend = alt.Legend(
        orient="top", direction="vertical", labelLimit=WIDTH, symbolType="stroke", symbolSize=500
    )
    averages = pd.DataFrame({"x": [0.0, d], "group": domain, "top": [0.4, 0.4]})
    colours = alt.Scale(domain=domain, range=[ACCENT, ACCENT_2])
    dashes = alt.Scale(domain=domain, range=[[1, 0], [6, 3]])
    colour = alt.Color("group:N", title=None, scale=colours, legend=legend)
    dash = alt.StrokeDash("group:N", title=None, scale=dashes, legend=legend)
    return alt.layer(
        alt.Chart(data).mark_area(color=LINE, opacity=1).encode(x=x, y=height("shared:Q")),
        alt.Chart(averages)
        .mark_rule(strokeWidth=1)
        .encode(x=x, y=height("top:Q"), color=colour, strokeDash=dash),
        alt.Chart(tall)
        .mark_line(strokeWidth=2)
        .encode(x=x, y=height("height:Q"), color=colour, strokeDash=dash),
        width=WIDTH,
        height=_HEIGHT,
    )
