"""Prevalence by age: one small panel a finding, each point marked by what stands behind it.

A reader can choose a finding, an age and a second finding: the signals ``finding``, ``age`` and
``beside`` (empty for none).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from painlab.charts.explorable import Control
from painlab.charts.theme import ACCENT, ACCENT_2, INK, MUTED, PAPER, SMALL, WIDTH

IN_ABSTRACT = "seen in the paper's abstract"
IN_COPY = "seen in a copy of the table"
NOBODY = "no people behind this point"
_KINDS = [IN_ABSTRACT, IN_COPY, NOBODY]
_LEGEND = alt.Legend(orient="top", direction="vertical", labelLimit=WIDTH)
_HEIGHT = 84
_DECADE = 19
"""Width of ten years, in pixels: where a tap chooses the age."""
_CHOSEN = "datum.finding == finding"
_AGE = alt.X(
    "age:Q",
    title="age in years",
    scale=alt.Scale(domain=[14, 86], nice=False),
    axis=alt.Axis(values=[20, 40, 60, 80], grid=False),
)
_PERCENT = alt.Y(
    "percent:Q",
    title="people of 100",
    scale=alt.Scale(domain=[0, 100]),
    axis=alt.Axis(values=[0, 50, 100], domain=False, ticks=False),
)


def point_kind(people: float, status: str) -> str:
    """Return what stands behind a point, in words: nobody, the abstract, or a copy."""
    if people == 0:
        return NOBODY
    return IN_ABSTRACT if status == "verified" else IN_COPY


def prevalence_panels(
    table: pd.DataFrame, controls: Sequence[Control], labelled: tuple[int, ...] = (20, 80)
) -> alt.FacetChart:
    """Draw percent by age, two panels a row, commonest finding at 50 first.

    Parameters
    ----------
    table : columns ``finding``, ``age`` (years), ``percent``, ``people`` (0 where nobody),
        ``status``, as from :func:`painlab.models.prevalence_curve.prevalence_table`.
    controls : those of the signals ``finding``, ``age`` and ``beside``.
    labelled : ages whose points always carry their number; the chosen age does so too.
    """
    data = table[["finding", "age", "percent"]].assign(
        kind=[point_kind(*cells) for cells in zip(table.people, table.status, strict=True)],
        # Numbers stand above the curve, and below it where the panel ends.
        lift=[16 if percent > 80 else -11 for percent in table.percent],
    )
    order = list(data[data.age == 50].sort_values("percent", ascending=False).finding)
    base = alt.Chart().encode(x=_AGE, y=_PERCENT)
    shown = " || ".join(["datum.age == age", *(f"datum.age == {age}" for age in labelled)])
    panels: alt.FacetChart = alt.layer(
        alt.Chart().transform_filter("datum.age == age").mark_rule(color=MUTED).encode(x=_AGE),
        _beside(table),
        base.mark_line().encode(
            stroke=alt.condition(_CHOSEN, alt.value(ACCENT), alt.value(MUTED)),
            strokeWidth=alt.condition(_CHOSEN, alt.value(3.5), alt.value(1.5)),
        ),
        _points(base),
        *(
            _number(base.transform_filter(f"datum.lift == {lift} && ({shown})"), lift, **edge)
            for lift in (-11, 16)
            # First as a broad edge in the paper's colour, so that no line strikes it through.
            for edge in ({"color": PAPER, "stroke": PAPER, "strokeWidth": 4}, {"color": INK})
        ),
        # Nothing to see: where a tap chooses a finding and an age.
        base.mark_rect(opacity=0, width=_DECADE, height=_HEIGHT, cursor="pointer").encode(
            y=alt.value(_HEIGHT / 2)
        ),
        width=WIDTH / 2 - 30,
        height=_HEIGHT,
    ).facet(
        alt.Facet("finding:N", title=None, sort=order, header=alt.Header(labelPadding=2)),
        data=data,
        columns=2,
    )
    return panels.add_params(*(control.param() for control in controls))


def _beside(table: pd.DataFrame) -> alt.Chart:
    """Draw the second finding into every panel: data of its own are not split by the panels."""
    lines = alt.Chart(table[["finding", "age", "percent"]])
    dashed = lines.transform_filter("datum.finding == beside")
    drawn: alt.Chart = dashed.mark_line(color=ACCENT_2, strokeWidth=2, strokeDash=[5, 3]).encode(
        x=_AGE, y=_PERCENT
    )
    return drawn


def _number(base: alt.Chart, lift: int, **look: Any) -> alt.Chart:
    numbers = base.mark_text(
        dy=lift,
        fontSize=SMALL,
        fontWeight=alt.ExprRef("datum.age == age ? 'bold' : 'normal'"),
        **look,
    )
    written: alt.Chart = numbers.encode(text="percent:Q")
    return written


def _points(base: alt.Chart) -> alt.Chart:
    def by_kind(looks: list[Any]) -> dict[str, Any]:
        return {
            "field": "kind",
            "type": "nominal",
            "title": None,
            "scale": alt.Scale(domain=_KINDS, range=looks),
            "legend": _LEGEND,
        }

    points: alt.Chart = base.mark_point(opacity=1, strokeWidth=1.5).encode(
        shape=alt.Shape(**by_kind(["circle", "circle", "cross"])),
        fill=alt.Fill(**by_kind([ACCENT, PAPER, INK])),
        stroke=alt.Stroke(**by_kind([ACCENT, ACCENT, INK])),
        size=alt.Size(**by_kind([42, 42, 80])),
    )
    return points
