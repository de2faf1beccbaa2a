"""Pictures of how people learn."""

from __future__ import annotations

import pandas as pd

from painlab.charts.overlap import overlap_curves
from painlab.charts.picture import Picture
from painlab.derived import lookup
from painlab.evidence.format import format_figure
from painlab.models.overlap import overlap_share, share_above


def quiz_overlap() -> Picture:
    """Exam scores with and without quizzes, as two bell curves (yang2021)."""
    effect = lookup("yang2021.quiz_effect")
    d = effect.value
    shared, above = round(100 * overlap_share(d)), round(100 * share_above(d))
    return Picture(
        name="quiz_overlap",
        title="What a middling effect looks like: exam scores with and without quizzes",
        sentence=(
            f"With quizzes, {above} of 100 students do better than the average student without. "
            f"Still, {shared} of 100 scores would fit either group."
        ),
        table=pd.DataFrame(
            {
                "what": [
                    "difference in standard deviations",
                    "scores that would fit either group, of 100",
                    "with quizzes, above the average without, of 100",
                ],
                "number": [d, shared, above],
            }
        ),
        note=(
            f"Only the difference, {format_figure(effect)} standard deviations, is measured. The "
            "curves are drawn from it: they take both groups to be bell-shaped with the same "
            "spread. Students and exam scores, not patients."
        ),
        sources=("yang2021",),
        chart=overlap_curves(
            d, ("without quizzes", "with quizzes"), "exam score: more to the right"
        ),
    )
