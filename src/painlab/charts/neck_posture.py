"""Pictures of posture: what a bent neck could add up to, and what a false view does to pain."""

from __future__ import annotations

import pandas as pd

from painlab.charts.dots import Dots, dot_plot
from painlab.charts.forest import Effect, EffectAxis, effect_table, forest_plot
from painlab.charts.icon_array import Group, icon_array
from painlab.charts.picture import Picture
from painlab.charts.values import estimate
from painlab.derived import lookup
from painlab.evidence.format import plain
from painlab.recipes_neck import DEGREES, EXAMPLE_HURTING

MOST = max(DEGREES)
"""The larger of the two example bends, in degrees."""
VIEWS = {"Less turning than true": "understates", "More turning than true": "overstates"}


def text_neck_bend() -> Picture:
    """Forest plot of the odds of neck pain for one degree and for many (correia2021)."""
    effects = [
        Effect(f"{position}, {words} more", *estimate(key))
        for position in ("Standing", "Sitting")
        for words, key in _bends(position.lower())
    ]
    last = effects[len(DEGREES)]
    return Picture(
        name="text_neck_bend",
        title="Odds of neck pain when the neck bends further over a phone",
        sentence=(
            "Every line crosses the middle: no link was shown. But over "
            f"{MOST} degrees, standing, the line runs from {plain(last.low)} to "
            f"{plain(last.high)}. So a link, either way, is not ruled out."
        ),
        table=effect_table(effects, "position, and how much further", "odds, times"),
        note=(
            "Only the rows of one degree are published. The others are our sums, and suppose that "
            "each degree counts the same. The ends are rounded in print, and many degrees blow "
            "that up, so read them as rough. Measured once, so not years of use."
        ),
        sources=("correia2021",),
        chart=forest_plot(
            effects,
            EffectAxis(
                title=("odds of neck pain, times (1: the same)",),
                low=0.4,
                high=2.5,
                ticks=(0.5, 1, 2),
                no_effect=1,
                log=True,
                sides=("less often", "more often"),
            ),
        ),
    )


def text_neck_people() -> Picture:
    """Both ends of what a larger bend could mean, in people of 100 (correia2021)."""
    start = round(EXAMPLE_HURTING)
    fewest, most = (round(end) for end in estimate(f"calc.bend_{MOST}_hurting")[1:])
    groups = [
        Group("If bending goes with less pain", fewest),
        Group("If bending makes no difference", start),
        Group("If bending goes with more pain", most),
    ]
    return Picture(
        name="text_neck_people",
        title=f"Neck pain with {MOST} degrees more bend: three answers that fit one study",
        sentence=(
            f"Say that {start} of 100 people with a slight bend have neck pain. With {MOST} "
            f"degrees more, anything from {fewest} to {most} of 100 fits what was measured. "
            "No difference fits best."
        ),
        table=pd.DataFrame(
            {
                "if": [group.label.removeprefix("If ") for group in groups],
                f"neck pain with {MOST} degrees more, of 100": [group.count for group in groups],
            }
        ),
        note=(
            f"The {start} of 100 are made up, to have somewhere to start. The rest is our sum from "
            "the margin while standing, one degree at a time. The ends are rough. To go with "
            "pain is not to cause it."
        ),
        sources=("correia2021",),
        chart=icon_array(groups),
    )


def neck_views() -> Picture:
    """Where pain began, by what people saw of their own turning (harvie2015)."""
    rows = [Dots("The true turning", (0.0,))] + [
        Dots(label, (lookup("harvie2015.rom_shift", view).value,)) for label, view in VIEWS.items()
    ]
    _true, less, more = (row.values[0] for row in rows)
    return Picture(
        name="neck_views",
        title="How far people turned before pain began, by what they saw",
        sentence=(
            f"When the view showed less turning than was true, pain began {plain(less)} percent "
            f"later in the turn. When it showed more, pain began {plain(abs(more))} percent "
            "sooner."
        ),
        table=pd.DataFrame(
            {
                "what the view showed": [row.label for row in rows],
                "start of pain moved by, percent of the turn": [row.values[0] for row in rows],
            }
        ),
        note=(
            f"{plain(lookup('harvie2015.n').value)} people, and our source gives no intervals. A "
            "larger study found clearly only the lower row. What moved was the point at which "
            "pain began, not how strong it was."
        ),
        sources=("harvie2015", "kragting2023"),
        chart=dot_plot(rows, "start of pain, percent of the turn (right: later)", -10, 10),
    )


def _bends(position: str) -> list[tuple[str, str]]:
    """Return words and evidence key of the odds for one degree and for the examples."""
    return [
        ("1 degree", f"correia2021.angle_or[{position}]"),
        *((f"{degrees} degrees", f"calc.bend_{degrees}_{position}") for degrees in DEGREES),
    ]
