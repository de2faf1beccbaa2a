"""Prevalence by age: one small panel a finding, each point marked by what stands behind it."""

from __future__ import annotations

import altair as alt
import pandas as pd

from painlab.charts.theme import ACCENT, INK, PAPER, SMALL, WIDTH

IN_ABSTRACT = "seen in the paper's abstract"
IN_COPY = "seen in a copy of the table"
NOBODY = "no people behind this point"
_KINDS = [IN_ABSTRACT, IN_COPY, NOBODY]
_LEGEND = alt.Legend(orient="top", direction="vertical", labelLimit=WIDTH)


def point_kind(people: float, status: str) -> str:
    """Return what stands behind a point, in words: nobody, the abstract, or a copy."""
    if people == 0:
        return NOBODY
    return IN_ABSTRACT if status == "verified" else IN_COPY


def prevalence_panels(
    table: pd.DataFrame, labelled: tuple[int, ...] = (20, 50, 80)
) -> alt.FacetChart:
    """Draw percent by age, two panels a row, commonest finding at 50 first.

    Parameters
    ----------
    table : columns ``finding``, ``age`` (years), ``percent``, ``people`` (0 where nobody),
        ``status``, as from :func:`painlab.models.prevalence_curve.prevalence_table`.
    labelled : ages whose points carry their number.
    """
    data = table.drop(columns=["people", "status"]).assign(
        kind=[point_kind(*cells) for cells in zip(table.people, table.status, strict=True)],
        number=table.percent.where(table.age.isin(labelled)).map("{:.0f}".format, "ignore"),
        # Numbers stand above the curve, and below it where the panel ends.
        lift=[16 if percent > 80 else -11 for percent in table.percent],
    )
    order = list(data[data.age == 50].sort_values("percent", ascending=False).finding)
    x = alt.X(
        "age:Q",
        title="age in years",
        scale=alt.Scale(domain=[14, 86], nice=False),
        axis=alt.Axis(values=[20, 40, 60, 80], grid=False),
    )
    y = alt.Y(
        "percent:Q",
        title="people of 100",
        scale=alt.Scale(domain=[0, 100]),
        axis=alt.Axis(values=[0, 50, 100], domain=False, ticks=False),
    )
    base = alt.Chart(data).encode(x=x, y=y)
    line = base.mark_line(color=ACCENT, strokeWidth=1.5)
    points = base.mark_point(opacity=1, strokeWidth=1.5).encode(
        shape=alt.Shape(
            "kind:N",
            title=None,
            scale=alt.Scale(domain=_KINDS, range=["circle", "circle", "cross"]),
            legend=_LEGEND,
        ),
        fill=alt.Fill(
            "kind:N",
            title=None,
            scale=alt.Scale(domain=_KINDS, range=[ACCENT, PAPER, INK]),
            legend=_LEGEND,
        ),
        stroke=alt.Stroke(
            "kind:N",
            title=None,
            scale=alt.Scale(domain=_KINDS, range=[ACCENT, ACCENT, INK]),
            legend=_LEGEND,
        ),
        size=alt.Size(
            "kind:N",
            title=None,
            scale=alt.Scale(domain=_KINDS, range=[42, 42, 80]),
            legend=_LEGEND,
        ),
    )
    numbers = base.transform_filter("datum.number != null")
    layers = [
        numbers.transform_filter(f"datum.lift == {lift}")
        .mark_text(dy=lift, fontSize=SMALL, color=INK)
        .encode(text="number:N")
        for lift in (-11, 16)
    ]
    panels: alt.FacetChart = alt.layer(
        line, points, *layers, width=WIDTH / 2 - 30, height=84
    ).facet(
        alt.Facet("finding:N", title=None, sort=order, header=alt.Header(labelPadding=2)),
        columns=2,
    )
    return panels
