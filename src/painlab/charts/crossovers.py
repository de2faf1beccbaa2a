"""Pictures of people who did not get the treatment that was drawn for them."""

from __future__ import annotations

import pandas as pd

from painlab.charts.flow import Band, Box, Stage, flow
from painlab.charts.picture import Picture
from painlab.derived import lookup
from painlab.evidence.format import format_figure


def sport_flow() -> Picture:
    """Who was drawn for what, and who was operated on within eight years (sport_disc)."""
    surgery = lookup("sport_disc.operated_by_8_years", "surgery")
    other = lookup("sport_disc.operated_by_8_years", "no_surgery")
    answered = lookup("sport_disc.followed_8_years")
    drawn = [one.total or 0 for one in (surgery, other)]
    operated = [int(one.value) for one in (surgery, other)]
    kept = [total - events for total, events in zip(drawn, operated, strict=True)]
    return Picture(
        name="sport_flow",
        title="Drawn by lot, and then? Eight years of a trial of disc surgery",
        sentence=(
            f"Of those drawn for an operation, {format_figure(surgery, 'of100')} had one within "
            f"eight years. Of those drawn for care without one, {format_figure(other, 'of100')} "
            "had one too."
        ),
        table=pd.DataFrame(
            {
                "drawn for": ["an operation", "care without one"],
                "people": drawn,
                "had an operation": operated,
                "had none": kept,
            }
        ),
        note=(
            f"After eight years {format_figure(answered, 'counts')} still gave answers; from which "
            "groups, we have not seen. Dashed: people who crossed over. When so many cross, groups "
            "as drawn look more alike than the treatments are; groups as treated differ in more "
            "than the treatment."
        ),
        sources=("sport_disc",),
        chart=flow(
            [
                Stage("Drawn by lot", (Box("Surgery", drawn[0]), Box("Other care", drawn[1]))),
                Stage(
                    "What they had within eight years",
                    (Box("An operation", sum(operated)), Box("No operation", sum(kept))),
                ),
                Stage(
                    "After eight years",
                    (
                        Box("Gave answers", int(answered.value)),
                        Box("Not heard from", sum(drawn) - int(answered.value)),
                    ),
                ),
            ],
            [
                Band("Surgery", "An operation", operated[0]),
                Band("Surgery", "No operation", kept[0], crossed=True),
                Band("Other care", "An operation", operated[1], crossed=True),
                Band("Other care", "No operation", kept[1]),
            ],
        ),
    )
