"""Pictures of what a finding does to a starting number."""

from __future__ import annotations

import pandas as pd

from painlab.charts.icon_array import Group, icon_array
from painlab.charts.picture import Picture
from painlab.charts.theme import MUTED
from painlab.charts.values import estimate
from painlab.models.bayes import EXAMPLE_START, belief_grid
from painlab.stats import Estimate


def worn_disc_arrays() -> Picture:
    """Three icon arrays: before the scan, after a worn disc, after a normal one (han2023dx)."""
    return belief_arrays(
        "worn_disc_arrays",
        "What a worn disc tells you, and what a normal one tells you",
        EXAMPLE_START,
        {
            "a worn disc": estimate("han2023dx.lr_positive[disc_degeneration]"),
            "a normal disc": estimate("han2023dx.lr_negative[disc_degeneration]"),
        },
        ("han2023dx",),
        "The starting number is an example, not your own. The test that stood in for the truth was "
        "an injection into the disc, which is itself disputed, in patients of specialists. A "
        "source of pain is not a reason to operate.",
    )


def belief_arrays(
    name: str,
    title: str,
    before: float,
    ratios: dict[str, Estimate],
    sources: tuple[str, ...],
    note: str,
) -> Picture:
    """One icon array before the scan, and one after each finding.

    Parameters
    ----------
    name, title, sources, note : as in :class:`Picture`.
    before : people of 100 in whom the disc is the source before the scan.
    ratios : likelihood ratio with its interval for each finding, named as in "after a worn disc".

    Raises
    ------
    ValueError
        When `before` is not between 0 and 100.
    """
    grid = belief_grid([before], ratios).round()
    groups = [Group("Before the scan", round(before))]
    groups += [
        Group(f"After {finding}", int(after))
        for finding, after in zip(grid.finding, grid.after, strict=True)
    ]
    return Picture(
        name=name,
        title=title,
        sentence=(
            f"Say that the disc is the source of pain in {groups[0].count} of 100 people before "
            "the scan. "
            + " ".join(f"{group.label} it is {group.count} of 100." for group in groups[1:])
        ),
        table=pd.DataFrame(
            {
                "when": [group.label for group in groups],
                "disc is the source, of 100": [group.count for group in groups],
                "95% interval": [
                    "example",
                    *(
                        f"{low:.0f} to {high:.0f}"
                        for low, high in zip(grid.low, grid.high, strict=True)
                    ),
                ],
            }
        ),
        note=note,
        sources=sources,
        chart=icon_array(groups, colours=[MUTED]),
    )
