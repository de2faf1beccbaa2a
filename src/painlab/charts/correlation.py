"""Scatters of invented people: what a correlation looks like."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from painlab.charts.picture import Picture
from painlab.charts.theme import ACCENT, LINE, MUTED, PAPER
from painlab.models.correlation import share_in_both_halves, typical_people

__all__ = ["correlation_scatters"]

SIDE = 150
SEED = 4
_ENDS = [-3.2, 3.2]


def correlation_scatters(correlations: Sequence[float]) -> Picture:
    """Draw 100 invented people for each correlation, two scatters beside each other.

    Parameters
    ----------
    correlations : from -1 to 1, at least one; shape (k,).

    Raises
    ------
    ValueError
        When one of them is no correlation.
    """
    counts = [typical_people(r, SEED).in_both_halves for r in correlations]
    typical = [round(50 * share_in_both_halves(r)) for r in correlations]
    return Picture(
        name="correlation_scatters",
        title="What does a correlation look like?",
        sentence=(
            f"At r = {correlations[0]:g}, {counts[0]} of the 50 most fearful are also among the 50 "
            "most limited. "
            + " ".join(
                f"At r = {r:g} it is {count}."
                for r, count in zip(correlations[1:], counts[1:], strict=True)
            )
        ),
        table=pd.DataFrame(
            {
                "correlation r": list(correlations),
                "in both halves, of 50, here": counts,
                "in both halves, of 50, on average": typical,
            }
        ),
        note="Invented people; filled: in both upper halves. At r = 0, luck alone gives about 25.",
        sources=(),
        chart=alt.concat(
            *(_scatter(r, count) for r, count in zip(correlations, counts, strict=True)), columns=2
        ),
    )


def _scatter(r: float, count: int) -> alt.LayerChart | alt.FacetChart:
    people = typical_people(r, SEED)
    data = pd.DataFrame({"fear": people.fear, "limits": people.limits, "both": people.both_high})
    middle = data[["fear", "limits"]].median()
    scale = alt.Scale(domain=_ENDS, nice=False)
    bare = alt.Axis(ticks=False, labels=False, grid=False, domainColor=LINE)
    x = alt.X("fear:Q", title="more fear ►", scale=scale, axis=bare)
    y = alt.Y("limits:Q", title="more limits ►", scale=scale, axis=bare)
    points = alt.Chart(data).mark_circle(size=22, opacity=1, stroke=ACCENT, strokeWidth=1)
    rules = alt.Chart(pd.DataFrame([middle])).mark_rule(color=MUTED, strokeDash=[3, 3])
    return alt.layer(
        rules.encode(x=x),
        rules.encode(y=y),
        points.transform_filter("!datum.both").encode(x=x, y=y, fill=alt.value(PAPER)),
        points.transform_filter("datum.both").encode(x=x, y=y, fill=alt.value(ACCENT)),
        title=f"r = {r:g}: {count} of 50",
        width=SIDE,
        height=SIDE,
    )
