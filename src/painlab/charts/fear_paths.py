"""Pictures of the fear-avoidance loop: what lies between pain and disability, what a look tells."""

from __future__ import annotations

import pandas as pd

from painlab.charts.dots import Dots, dot_plot
from painlab.charts.forest import Effect, EffectAxis, effect_table, forest_plot
from painlab.charts.picture import Picture
from painlab.charts.values import estimate
from painlab.derived import lookup
from painlab.evidence.format import plain

FACTORS = {
    "confidence": "Confidence to do things in pain",
    "distress": "Low mood and worry",
    "fear": "Fear of pain or of moving",
    "catastrophising": "Fearing the worst",
}
WAYS = {"move": "Trying the movement", "rest": "Resting"}


def fear_paths() -> Picture:
    """Draw the paths from pain to disability, one a factor between them (lee2015)."""
    effects = [
        Effect(words, *estimate(f"lee2015.indirect_path[{factor}]"))
        for factor, words in FACTORS.items()
    ]
    strongest, fear = effects[0], effects[2]
    studies, people = lookup("lee2015.studies"), lookup("lee2015.n")
    return Picture(
        name="fear_paths",
        title="What lies between pain and disability?",
        sentence=(
            f"The strongest path runs through confidence ({plain(strongest.value)}). Fear carries "
            f"some ({plain(fear.value)}). For fearing the worst no path is shown, for its margin "
            "includes nought."
        ),
        table=effect_table(effects, "between pain and disability", "strength of the path"),
        note=(
            f"From {plain(studies.value)} studies with {plain(people.value)} people, most of them "
            "snapshots. The strengths compare the factors; they are no shares of anything."
        ),
        sources=("lee2015",),
        chart=forest_plot(
            effects,
            EffectAxis(
                title=("0 = no path\u2003\u2003stronger path ►", "standardised strength"),
                low=-0.1,
                high=0.4,
                ticks=(0, 0.1, 0.2, 0.3, 0.4),
                no_effect=0,
            ),
        ),
    )


def fear_signals() -> Picture:
    """Average signal when healed and when injured, by way of looking (mahajan2026)."""
    means = {
        way: tuple(
            lookup("mahajan2026.signal_mean", f"{way}_{state}").value
            for state in ("healed", "injured")
        )
        for way in WAYS
    }
    spreads = {way: lookup("mahajan2026.signal_sd", f"{way}_healed").value for way in WAYS}
    gaps = {way: injured - healed for way, (healed, injured) in means.items()}
    return Picture(
        name="fear_signals",
        title="What does one look tell you?",
        sentence=(
            f"In the model, trying pulls the two signals {plain(gaps['move'])} points apart, and "
            f"single signals spread by {plain(spreads['move'])}. With rest they lie "
            f"{plain(gaps['rest'])} points apart and spread by {plain(spreads['rest'])}, so healed "
            "and injured look nearly alike."
        ),
        table=pd.DataFrame(
            {
                "way of looking": list(WAYS.values()),
                "average signal, healed": [healed for healed, _ in means.values()],
                "average signal, injured": [injured for _, injured in means.values()],
                "spread of single signals (SD)": list(spreads.values()),
            }
        ),
        note=(
            "Made-up numbers from a theory paper: no person was measured. It is about an injury "
            "that may have healed, not about a fresh one."
        ),
        sources=("mahajan2026",),
        chart=dot_plot(
            [Dots(words, means[way]) for way, words in WAYS.items()],
            "average signal, on a scale from 1 to 100",
            1,
            100,
            ("healed", "still injured"),
        ),
    )
