"""Pictures of operations that cannot wait."""

from __future__ import annotations

import pandas as pd

from painlab.charts.icon_array import Group, icon_array
from painlab.charts.picture import Picture
from painlab.charts.values import of_100
from painlab.derived import lookup
from painlab.evidence.format import format_figure

_WALKING = "patchell2005.able_to_walk"


def urgent_cancer_walking() -> Picture:
    """Draw people who could walk after cancer had pressed on the cord, by arm (patchell2005)."""
    both, alone = of_100(f"{_WALKING}[surgery_and_radiation]"), of_100(f"{_WALKING}[radiation]")
    again = [
        format_figure(lookup("patchell2005.walked_again", arm), "counts")
        for arm in ("surgery_and_radiation", "radiation")
    ]
    return Picture(
        name="urgent_cancer_walking",
        title="Cancer that presses on the spinal cord: who can walk after treatment?",
        sentence=(
            f"Of 100 people with an operation and radiation {both} could walk after treatment. Of "
            f"100 with radiation alone {alone} could."
        ),
        table=pd.DataFrame(
            {
                "treatment": ["operation and radiation", "radiation alone"],
                "able to walk, of 100": [both, alone],
                "not able to walk, of 100": [100 - both, 100 - alone],
            }
        ),
        note=(
            "A trial in people with pressure at one place only; chance decided. It was stopped "
            "early, which tends to make an effect look larger. Of those who could not walk before, "
            f"{again[0]} walked again with the operation, and {again[1]} without."
        ),
        sources=("patchell2005",),
        chart=icon_array([Group("Operation and radiation", both), Group("Radiation alone", alone)]),
    )
