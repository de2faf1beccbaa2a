"""Picture of the causes that people wrote down for their pain, before and after treatment."""

from __future__ import annotations

import pandas as pd

from painlab.charts.dots import Dots, dot_plot
from painlab.charts.picture import Picture
from painlab.charts.prt_trial import ARMS
from painlab.derived import lookup
from painlab.evidence.format import plain

_CAUSES = "ashar2023_reattribution.mind_or_brain_causes"
_ASKED = 3
"""Causes that each person was asked to write down."""


def prt_causes() -> Picture:
    """Draw how many of three causes were about mind, brain or stress (ashar2023_reattribution)."""
    rows = [
        Dots(name, tuple(lookup(_CAUSES, f"{arm}_{time}").value for time in ("before", "after")))
        for arm, name in ARMS.items()
    ]
    before, after = map(plain, rows[0].values)
    return Picture(
        name="prt_causes",
        title="How many of their three causes of pain people put down to mind, brain or stress",
        sentence=(
            f"With PRT it rose from {before} to {after} of three causes, on average. In "
            "the other two groups it stayed about where it was."
        ),
        table=pd.DataFrame(
            {
                "group": [row.label for row in rows],
                "before, of 3 causes": [row.values[0] for row in rows],
                "after, of 3 causes": [row.values[1] for row in rows],
                "people after": [int(lookup(_CAUSES, f"{arm}_after").total or 0) for arm in ARMS],
            }
        ),
        note=(
            "Averages of those who answered. Whoever is taught an explanation can be expected to "
            "write it down. The picture does not say whether pain fell because of it."
        ),
        sources=("ashar2023_reattribution",),
        chart=dot_plot(rows, "causes of 3", 0, _ASKED, ("before", "after")),
    )
