"""Pictures of operations and procedures that were tested against a sham."""

from __future__ import annotations

import pandas as pd

from painlab.charts.bars import Bar, bars_of_100
from painlab.charts.forest import Effect, EffectAxis, effect_table, forest_plot
from painlab.charts.picture import Picture
from painlab.charts.values import of_100
from painlab.derived import lookup
from painlab.evidence.format import format_figure
from painlab.trials import cement_differences

_ALL = "wartolowska2014"
VERDICTS = {
    "People got better after the sham": f"{_ALL}.better_after_sham",
    "The sham did as well": f"{_ALL}.sham_as_good",
    "The operation did better": f"{_ALL}.surgery_better",
}


def sham_verdicts() -> Picture:
    """Draw how trials of operations against a sham came out, of 100 trials (wartolowska2014)."""
    shares = {words: of_100(key) for words, key in VERDICTS.items()}
    trials = lookup(f"{_ALL}.n")
    return Picture(
        name="sham_verdicts",
        title="Operations against a sham, in all fields of medicine",
        sentence=(
            f"Of 100 such trials, people got better after the sham in "
            f"{shares['People got better after the sham']}. In {shares['The sham did as well']} "
            f"the sham did as well as the operation, and in {shares['The operation did better']} "
            "the operation did better."
        ),
        table=pd.DataFrame(
            {
                "what happened": list(shares),
                "of 100 trials": list(shares.values()),
                "trials": [format_figure(lookup(key), "counts") for key in VERDICTS.values()],
            }
        ),
        note=(
            f"Trials are counted here, not people: {format_figure(trials)} in all, mostly of small "
            "procedures and very few on the spine. The last two bars make up the whole. Where the "
            "operation did better, it was mostly by a little."
        ),
        sources=("wartolowska2014",),
        chart=bars_of_100([Bar(words, share) for words, share in shares.items()], "of 100 trials"),
    )


def sham_cement() -> Picture:
    """Forest plot of three trials of bone cement against a sham (buchbinder2009 and others)."""
    effects = [Effect(trial, *one) for trial, one in cement_differences().items()]
    best = min(effect.value for effect in effects)
    return Picture(
        name="sham_cement",
        title="Cement in a broken vertebra, against a sham",
        sentence=(
            f"In all three trials, pain was lower with the cement by less than one point of 10; "
            f"the largest difference was {abs(best):g}. All three margins take in no difference."
        ),
        table=effect_table(effects, "trial, and when", "difference in pain, of 10"),
        note=(
            "Left of the line (below 0): less pain with the cement. Where a paper prints it the "
            "other way round we have turned the sign. Critics say that the sham itself numbed the "
            "bone. It is about broken bones and does not tell about other back pain."
        ),
        sources=("buchbinder2009", "kallmes2009", "firanescu2018"),
        chart=forest_plot(
            effects,
            EffectAxis(
                title=("difference in pain, points of 10",),
                low=-3,
                high=3,
                ticks=(-3, -2, -1, 0, 1, 2, 3),
                no_effect=0,
                sides=("better with cement", "better with sham"),
            ),
        ),
    )
