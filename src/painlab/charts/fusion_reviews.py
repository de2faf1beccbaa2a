"""Pictures of reviews that pooled trials of fusion, old and new."""

from __future__ import annotations

from painlab.charts.forest import forest_plot
from painlab.charts.gains import LEFT_IS_BETTER, Compared, gain_axis, gain_table
from painlab.charts.picture import Picture
from painlab.derived import lookup
from painlab.evidence.format import plain

REVIEWS = (
    Compared("2008, three trials", "ibrahim2008.odi_difference", 1),
    Compared("2014, four trials", "saltychev2014.odi_difference", -1),
    Compared("2014, five trials", "bydon2014.odi_difference", -1),
    Compared("2025, mixed problems", "fusion_meta2025.odi_difference", -1),
)


def fusion_reviews() -> Picture:
    """Forest plot of four reviews of fusion against other care (ibrahim2008 and others)."""
    effects = [one.effect() for one in REVIEWS]
    newest = effects[-1]
    wanted = lookup("hellum2011.difference_looked_for")
    return Picture(
        name="fusion_reviews",
        title="Four reviews of fusion against other care",
        sentence=(
            "All four lean to fusion. Three margins take in no difference. The newest does not: "
            f"it finds fusion {plain(abs(newest.value))} of 100 points better, in people with "
            "several kinds of problem."
        ),
        table=gain_table(effects, "review"),
        note=(
            f"{LEFT_IS_BETTER} The reviews share trials, so they are not four separate proofs. "
            "Other care was usual care in some trials and a full programme in others. The newest "
            "adds slipped bones and narrow canals; we read its abstract in a copy. One trial set "
            f"out to find {plain(wanted.value)} points."
        ),
        sources=("ibrahim2008", "saltychev2014", "bydon2014", "fusion_meta2025", "hellum2011"),
        chart=forest_plot(
            effects,
            gain_axis("difference in disability, points of 100", -25, 12, (-20, -10, 0, 10)),
        ),
    )
