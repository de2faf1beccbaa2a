"""Pictures of trials that compared an operation for back pain with a programme of training."""

from __future__ import annotations

import pandas as pd

from painlab.charts.forest import Effect, EffectAxis, forest_plot
from painlab.charts.picture import Picture
from painlab.charts.ruler import ruler
from painlab.charts.slope import Slope, slope_chart
from painlab.charts.values import estimate
from painlab.derived import lookup
from painlab.evidence.format import format_figure, plain
from painlab.pooling import pool
from painlab.trials import fusion_differences

_SIDES = ("favours surgery", "favours training")
_SCALE = "points on a disability scale from 0 to 100"


def fusion_forest() -> Picture:
    """Forest plot of three trials of surgery against training, pooled (brox2003 and others)."""
    trials = fusion_differences()
    pooled = pool(list(trials.values()))
    effects = [
        Effect(name, *effect, weight=weight)
        for (name, effect), weight in zip(trials.items(), pooled.weights, strict=True)
    ]
    swedes = [lookup("fritzell2001.better_at_2_years", arm) for arm in ("fusion", "usual_care")]
    whole = Effect("All three", *(round(end, 1) for end in pooled.estimate))
    return Picture(
        name="fusion_forest",
        title="Steadying the spine by an operation, or training: three trials",
        sentence=(
            f"Taken together, surgery comes out {plain(abs(whole.value))} points better on a scale "
            f"of 100. The margin runs from {plain(abs(whole.low))} better to {plain(whole.high)} "
            "worse, so it includes no difference."
        ),
        table=pd.DataFrame(
            {
                "trial": [*trials, whole.label],
                "difference, points": [*(one.value for one in trials.values()), whole.value],
                "interval from": [*(one.low for one in trials.values()), whole.low],
                "to": [*(one.high for one in trials.values()), whole.high],
                "weight, of 100": [*(round(100 * weight) for weight in pooled.weights), 100],
            }
        ),
        note=(
            "The larger a square, the more its trial counts; an open one includes no difference; "
            "the diamond is all three. Worked out by this course (random effects) from the "
            "published differences, their signs turned one way. Nobody was blinded. Training was "
            "talks and exercises. A Swedish trial set fusion against usual care and is not in "
            f"here: {format_figure(swedes[0], 'of100')} and {format_figure(swedes[1], 'of100')} "
            "said that they were better."
        ),
        sources=("brox2003", "brox2006", "fairbank2005", "fritzell2001"),
        chart=forest_plot(
            effects,
            EffectAxis((_SCALE,), -20, 20, (-20, -10, 0, 10, 20), 0, sides=_SIDES),
            whole,
        ),
    )


def fusion_ruler() -> Picture:
    """Four differences beside the smallest that one trial looked for (hellum2011 and others)."""
    wanted = lookup("hellum2011.difference_looked_for")
    rows = {
        "Artificial disc, 2011": estimate("hellum2011.odi_difference_2y"),
        **fusion_differences(),
    }
    best = rows["Artificial disc, 2011"]
    return Picture(
        name="fusion_ruler",
        title="How large are the differences, and how large would be worth an operation?",
        sentence=(
            f"One trial looked for a difference of {plain(wanted.value)} points. None of the four "
            f"trials reached it on average. The largest was {plain(abs(best.value))} points, and "
            "its margin goes beyond the mark."
        ),
        table=pd.DataFrame(
            {
                "trial": list(rows),
                "difference, points": [one.value for one in rows.values()],
                "interval from": [one.low for one in rows.values()],
                "to": [one.high for one in rows.values()],
            }
        ),
        note=(
            f"The mark of {plain(wanted.value)} points is what the trial of 2011 was made large "
            "enough to find. Other trials chose less, and nobody can say for you what is worth an "
            "operation. Averages: some people gain more, some less. Nobody was blinded."
        ),
        sources=("hellum2011", "brox2003", "brox2006", "fairbank2005"),
        chart=ruler(
            [Effect(name, *one) for name, one in rows.items()],
            EffectAxis((_SCALE,), -20, 20, (-20, -10, 0, 10, 20), 0, sides=_SIDES),
            wanted.value,
            "smaller than one trial looked for",
        ),
    )


def stabilisation_slope() -> Picture:
    """Disability before and two years after surgery or training (fairbank2005)."""
    surgery = [lookup("fairbank2005.odi_surgery", time) for time in ("baseline", "months_24")]
    training = [
        lookup("fairbank2005.odi_rehabilitation", time) for time in ("baseline", "months_24")
    ]
    gap = lookup("fairbank2005.odi_difference_24m")
    return Picture(
        name="stabilisation_slope",
        title="Disability before, and two years after an operation or training",
        sentence=(
            f"Both groups got better: with surgery from {format_figure(surgery[0])} to "
            f"{format_figure(surgery[1])} points, with training from {format_figure(training[0])} "
            f"to {format_figure(training[1])}."
        ),
        table=pd.DataFrame(
            {
                "group": ["surgery", "training"],
                "before, points": [surgery[0].value, training[0].value],
                "two years later, points": [surgery[1].value, training[1].value],
            }
        ),
        note=(
            f"The adjusted difference is {plain(abs(gap.value))} points in favour of surgery "
            f"({format_figure(gap, 'ci')}). How much would have got better without either, this "
            "trial cannot tell. Nobody was blinded."
        ),
        sources=("fairbank2005",),
        chart=slope_chart(
            [
                Slope("Surgery", *(one.value for one in surgery)),
                Slope("Training", *(one.value for one in training)),
            ],
            "disability, 0 to 100",
            0,
            60,
            ("before", "2 years"),
        ),
    )
