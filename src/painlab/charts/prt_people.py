"""Pictures of who was nearly free of pain in the trial of PRT, and of what PRT added to others."""

from __future__ import annotations

from itertools import pairwise

import altair as alt
import pandas as pd

from painlab.charts.forest import Effect, EffectAxis, effect_table, forest_plot
from painlab.charts.icon_kinds import Kind, Mixed, kind_arrays
from painlab.charts.people import Look
from painlab.charts.picture import Picture
from painlab.charts.prt_trial import ARMS
from painlab.charts.values import estimate
from painlab.evidence.format import plain
from painlab.prt_trial import Time, people

FREE, NEARLY, MORE, SILENT = ("0 of 10", "1 of 10", "more than 1 of 10", "not heard from")
TIMES = {"post": "After 4 weeks", "1y": "After 1 year", "5y": "After 5 years"}
_NOT_BLIND = "Nobody was blinded, and people rated their own pain."


def prt_three_arms() -> Picture:
    """Draw 100 people of each arm by their pain after treatment (ashar2022)."""
    counts = {arm: _shares("4 weeks", arm) for arm in ARMS}
    nearly = {arm: kinds[FREE] + kinds[NEARLY] for arm, kinds in counts.items()}
    return Picture(
        name="prt_three_arms",
        title="Pain four weeks later, of 100 people in each of three groups",
        sentence=(
            f"With PRT {nearly['prt']} of 100 rated their pain 0 or 1 of 10, with a placebo "
            f"they knew of {nearly['placebo']}, with usual care {nearly['usual_care']}. For "
            f"exactly 0 it is {counts['prt'][FREE]}, {counts['placebo'][FREE]} and "
            f"{counts['usual_care'][FREE]}."
        ),
        table=_table(counts),
        note=f"Of everyone drawn for the group, about 50 people each. {_NOT_BLIND}",
        sources=("ashar2022",),
        chart=_arrays(counts),
    )


def prt_five_years() -> Picture:
    """Draw 100 people of each arm by their pain about five years later (ashar2025_5yr)."""
    counts = {arm: _shares("5 years", arm) for arm in ARMS}
    nearly = {arm: kinds[FREE] + kinds[NEARLY] for arm, kinds in counts.items()}
    return Picture(
        name="prt_five_years",
        title="Pain five years later, of 100 people in each of three groups",
        sentence=(
            f"Of 100 drawn for PRT {nearly['prt']} rated their pain 0 or 1 of 10, and "
            f"{counts['prt'][SILENT]} were not heard from. With the placebo it was "
            f"{nearly['placebo']} and {counts['placebo'][SILENT]}, with usual care "
            f"{nearly['usual_care']} and {counts['usual_care'][SILENT]}."
        ),
        table=_table(counts),
        note=(
            "Of everyone drawn for the group. How those not heard from fared, nobody knows. What "
            f"other treatments people had in five years is not known either. {_NOT_BLIND}"
        ),
        sources=("ashar2025_5yr",),
        chart=_arrays(counts),
    )


def prt_gaps() -> Picture:
    """Forest plot of people of 100 more who are nearly free of pain with PRT, by time."""
    effects = [
        Effect(
            f"{name}, {TIMES[time].lower()}", *estimate(f"calc.prt_more_nearly_free_{arm}_{time}")
        )
        for arm, name in (("v_placebo", "v open placebo"), ("v_usual_care", "v usual care"))
        for time in TIMES
    ]
    first, last = effects[len(TIMES)], effects[-1]
    return Picture(
        name="prt_gaps",
        title="What PRT added: people of 100 more who were nearly free of pain",
        sentence=(
            f"Against usual care it was {plain(first.value)} more of 100 after four weeks. Five "
            f"years later it was {plain(last.value)} more, with a margin from "
            f"{plain(last.low)} to {plain(last.high)}, so it may be none."
        ),
        table=effect_table(effects, "compared with, and when", "more of 100 with PRT"),
        note=(
            "Nearly free: 0 or 1 of 10, of everyone drawn for the group; people not heard "
            "from count as not free of pain. Differences and intervals (Newcombe) are our sums. "
            f"{_NOT_BLIND}"
        ),
        sources=("ashar2022", "ashar2025_5yr"),
        chart=forest_plot(
            effects,
            EffectAxis(
                ("nearly free of pain: people of 100", "more with PRT than without"),
                -30,
                80,
                (-20, 0, 20, 40, 60),
                0,
                sides=("fewer", "more with PRT"),
            ),
        ),
    )


def _shares(time: Time, arm: str) -> dict[str, int]:
    """Return people of 100 of each kind, rounded so that they add up to 100."""
    free, nearly = people(time, arm, "exactly 0"), people(time, arm)
    # The running sums are rounded, so each kind ends where its own share would put it.
    sums = (0, free.well, nearly.well, nearly.heard, nearly.randomised)
    ends = [round(100 * one / nearly.randomised) for one in sums]
    widths = [after - before for before, after in pairwise(ends)]
    return dict(zip((FREE, NEARLY, MORE, SILENT), widths, strict=True))


def _arrays(counts: dict[str, dict[str, int]]) -> alt.VConcatChart:
    looks: dict[str, Look] = {FREE: "solid", NEARLY: "striped", MORE: "hollow", SILENT: "dashed"}
    return kind_arrays(
        [
            Mixed(ARMS[arm], tuple(Kind(kind, kinds[kind], looks[kind]) for kind in looks))
            for arm, kinds in counts.items()
        ]
    )


def _table(counts: dict[str, dict[str, int]]) -> pd.DataFrame:
    rows = [{"group": ARMS[arm], **kinds} for arm, kinds in counts.items()]
    return pd.DataFrame(rows).rename(columns={FREE: f"{FREE}, of 100"})
