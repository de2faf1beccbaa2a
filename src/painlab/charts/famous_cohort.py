"""Pictures of a much-quoted cohort: who was back at work, when counting began, what went wrong."""

from __future__ import annotations

import altair as alt
import pandas as pd

from painlab.charts.bars import Bar, bars_of_100
from painlab.charts.icon_array import Group, icon_pair
from painlab.charts.picture import Picture
from painlab.charts.rows import names_above, row_position
from painlab.charts.theme import ACCENT, INK, MUTED, PAPER, SMALL, WIDTH
from painlab.charts.values import of_100
from painlab.derived import lookup
from painlab.evidence.format import format_figure

_WORK = "nguyen2011.back_at_work"
_AWARD = "nguyen2011.permanent_disability"
_DEATHS = "nguyen2011.deaths"
_GROUPS = ("fusion", "no_surgery")
HARMS = {
    "Fusion: still on opioids": "nguyen2011.opioids_after_fusion",
    "Fusion: any complication": "nguyen2011.complications",
    "Fusion: operated on again": "nguyen2011.operated_again",
    "Fusion: permanent disability": f"{_AWARD}[fusion]",
    "No operation: permanent disability": f"{_AWARD}[no_surgery]",
    "Fusion: died": f"{_DEATHS}[fusion]",
    "No operation: died": f"{_DEATHS}[no_surgery]",
}

COUNTED = 2
"""Years for which each group was counted."""
WAIT = 2.5
"""Years from injury to operation in the drawing of the clocks; made up."""


def cohort_back_at_work() -> Picture:
    """Draw people back at work within two years, by group (nguyen2011)."""
    fused, others = of_100(f"{_WORK}[fusion]"), of_100(f"{_WORK}[no_surgery]")
    return Picture(
        name="cohort_back_at_work",
        title="Back at work within two years, in a cohort from Ohio",
        sentence=(
            f"Of 100 hurt workers who had a fusion, {fused} were back at work within two years. "
            f"Of 100 who had no operation it was {others}."
        ),
        table=pd.DataFrame(
            {
                "group": ["fusion", "no operation"],
                "two years, counted from": ["the operation", "the injury"],
                "back at work, of 100": [fused, others],
                "not back at work, of 100": [100 - fused, 100 - others],
            }
        ),
        note=(
            "Nobody drew lots, the groups were not alike, and the two years began at different "
            "times. So the gap is not the effect of the operation. Not back at work does not mean "
            "that an operation failed."
        ),
        sources=("nguyen2011",),
        chart=icon_pair(
            Group("With a fusion, from the operation", fused),
            Group("No operation, from the injury", others),
        ),
    )


def cohort_clocks() -> Picture:
    """Draw when the two years of each group begin and end (nguyen2011); the wait is made up."""
    clocks = pd.DataFrame(
        [
            {"row": 0, "name": "With a fusion", "starts": WAIT, "ends": WAIT + COUNTED},
            {"row": 1, "name": "No operation", "starts": 0.0, "ends": float(COUNTED)},
        ]
    )
    return Picture(
        name="cohort_clocks",
        title="Two groups, two clocks",
        sentence=(
            "Without an operation, the two years begin on the day of the injury. With a fusion "
            "they begin on the day of the operation, after a wait in which work may long be lost. "
            "The wait itself is not counted."
        ),
        table=pd.DataFrame(
            {
                "group": ["with a fusion", "no operation"],
                "two years begin": ["at the operation", "at the injury"],
                "time before that": ["a wait that is not counted", "none"],
            }
        ),
        note=(
            "Circle: the injury. Diamond: the operation. The length of the wait is drawn freely: "
            "we have not seen it."
        ),
        sources=("nguyen2011",),
        chart=_clocks(clocks),
    )


def cohort_harms() -> Picture:
    """Draw what went wrong in the cohort, people of 100 (nguyen2011)."""
    counts = {words: of_100(key) for words, key in HARMS.items()}
    figures = [lookup(key) for key in HARMS.values()]
    died = [format_figure(lookup(f"{_DEATHS}[{group}]"), "counts") for group in _GROUPS]
    return Picture(
        name="cohort_harms",
        title="What went wrong, as the cohort counts it",
        sentence=(
            f"Of 100 people with a fusion, {counts['Fusion: operated on again']} were operated on "
            f"again and {counts['Fusion: permanent disability']} were awarded permanent "
            f"disability. Without an operation {counts['No operation: permanent disability']} of "
            "100 were awarded it."
        ),
        table=pd.DataFrame(
            {
                "what happened": list(HARMS),
                "people of 100": list(counts.values()),
                "counted": [format_figure(figure, "counts") for figure in figures],
            }
        ),
        note=(
            "Complications and opioids were counted after a fusion only. People with a fusion may "
            "have been worse off before it. Deaths came from any cause: "
            f"{died[0]} and {died[1]}, a difference that could be chance."
        ),
        sources=("nguyen2011",),
        chart=bars_of_100([Bar(words, count) for words, count in counts.items()], "people of 100"),
    )


def _clocks(clocks: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    scale = alt.Scale(domain=[-0.1, WAIT + COUNTED + 0.1], nice=False)

    def across(field: str) -> alt.X:
        return alt.X(field, scale=scale, axis=None)

    rows = len(clocks)
    base = alt.Chart(clocks.assign(injury=0)).encode(y=row_position(rows))
    waited = base.transform_filter("datum.starts > 0")
    words = pd.DataFrame(
        [
            {"row": row, "at": (left + right) / 2, "words": said}
            for row, left, right, said in (
                (0, 0, WAIT, "not counted"),
                (0, WAIT, WAIT + COUNTED, "two years, counted"),
                (1, 0, COUNTED, "two years, counted"),
            )
        ]
    )
    return alt.layer(
        waited.mark_rule(color=MUTED, strokeWidth=2, strokeDash=[4, 4]).encode(
            x=across("injury:Q"), x2="starts:Q"
        ),
        base.mark_rule(color=ACCENT, strokeWidth=8).encode(x=across("starts:Q"), x2="ends:Q"),
        base.mark_point(shape="circle", size=110, opacity=1, fill=PAPER, stroke=INK).encode(
            x=across("injury:Q")
        ),
        waited.mark_point(shape="diamond", size=150, opacity=1, fill=INK, stroke=INK).encode(
            x=across("starts:Q")
        ),
        alt.Chart(words)
        .mark_text(baseline="top", dy=10, fontSize=SMALL, color=INK)
        .encode(x=across("at:Q"), y=row_position(rows), text="words:N"),
        names_above(clocks),
        width=WIDTH,
        height=62 * rows,
    )
