"""Pictures of what happens later: trials of scanning, discs that shrink, outcome by scan."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from painlab.charts.bars import Bar, bars_of_100
from painlab.charts.forest import Effect, EffectAxis, forest_plot
from painlab.charts.icon_array import Group, icon_pair
from painlab.charts.picture import Picture
from painlab.charts.values import estimate, of_100
from painlab.derived import lookup
from painlab.evidence.format import format_figure

TRIALS = {
    "pain_up_to_3_months": "Pain, up to 3 months",
    "function_up_to_3_months": "Daily life, up to 3 months",
    "pain_6_to_12_months": "Pain, 6 to 12 months",
    "function_6_to_12_months": "Daily life, 6 to 12 months",
}
TYPES = {
    "sequestration": "Free fragment (sequestration)",
    "extrusion": "Extrusion",
    "protrusion": "Protrusion",
    "bulge": "Bulge",
}


def scan_trials() -> Picture:
    """Forest plot of trials of immediate scans against usual care (chou2009)."""
    effects = [Effect(words, *estimate(f"chou2009.{name}")) for name, words in TRIALS.items()]
    people = lookup("chou2009.n")
    return Picture(
        name="scan_trials",
        title="Do people do better when they are scanned at once?",
        sentence=(
            f"In six trials with {format_figure(people)} people, pain and daily life were about "
            "the same with and without an immediate scan. All four margins take in no difference."
        ),
        table=pd.DataFrame(
            {
                "outcome": [effect.label for effect in effects],
                "difference in standard deviations": [effect.value for effect in effects],
                "margin of error from": [effect.low for effect in effects],
                "to": [effect.high for effect in effects],
            }
        ),
        note=(
            "Below 0 favours the scan. Mostly recent pain seen in primary care, with no sign of "
            "serious disease; it does not apply to people with warning signs."
        ),
        sources=("chou2009",),
        chart=forest_plot(
            effects,
            EffectAxis(
                title=("difference in standard deviations",),
                low=-0.6,
                high=0.6,
                ticks=(-0.4, -0.2, 0, 0.2, 0.4),
                no_effect=0,
                sides=("better with a scan", "worse"),
            ),
        ),
    )


def shrinking_discs() -> Picture:
    """Herniated discs that shrink without an operation, by type (zou2023)."""
    counts = {
        words: of_100(f"zou2023.resorption_by_type[{label}]") for label, words in TYPES.items()
    }
    overall = of_100("zou2023.resorption_by_type[overall]")
    return Picture(
        name="shrinking_discs",
        title="How many herniated discs shrink without an operation?",
        sentence=(
            f"About {overall} of 100 shrink. The further the disc has come out, the more often: "
            f"{counts[TYPES['sequestration']]} of 100 free fragments, but only "
            f"{counts[TYPES['bulge']]} of 100 bulges."
        ),
        table=pd.DataFrame(
            {
                "type": [*counts, "All types"],
                "shrink, of 100": [*counts.values(), overall],
            }
        ),
        note=(
            "Pooled from studies of people treated without surgery; margins not seen. A disc "
            "that shrinks and a pain that eases are two things."
        ),
        sources=("zou2023",),
        chart=bars_of_100([Bar(words, count) for words, count in counts.items()], "shrink, of 100"),
    )


def herniation_and_outcome() -> Picture:
    """Good outcome one year after sciatica care, by what the scan then shows (elbarzouhi2013)."""
    key = "elbarzouhi2013.favourable_outcome_by_scan"
    visible, gone = of_100(f"{key}[herniation_visible]"), of_100(f"{key}[no_herniation]")
    area = lookup("elbarzouhi2013.area_under_roc")
    return Picture(
        name="herniation_and_outcome",
        title="One year after sciatica: does the scan show who is well?",
        sentence=(
            f"Of 100 people whose scan still showed a herniation, {visible} were doing well. Of "
            f"100 whose scan showed none, {gone} were doing well."
        ),
        table=pd.DataFrame(
            {
                "scan after one year": ["herniation still visible", "no herniation"],
                "doing well, of 100": [visible, gone],
                "not doing well, of 100": [100 - visible, 100 - gone],
            }
        ),
        note=(
            "Scans after treatment, not first scans. As a test of who is well, the scan scored "
            f"{format_figure(area)}, where 0.5 is a coin toss and 1 is perfect."
        ),
        sources=("elbarzouhi2013",),
        chart=bars_of_100(
            [Bar("Herniation still visible", visible), Bar("No herniation", gone)],
            "doing well, of 100",
        ),
    )


def herniation_pair() -> Picture:
    """Draw the picture of `herniation_and_outcome` as two arrays side by side."""
    key = "elbarzouhi2013.favourable_outcome_by_scan"
    return replace(
        herniation_and_outcome(),
        name="herniation_pair",
        chart=icon_pair(
            Group("Herniation still visible", of_100(f"{key}[herniation_visible]")),
            Group("No herniation", of_100(f"{key}[no_herniation]")),
        ),
    )
