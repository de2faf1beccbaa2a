"""Pictures of what helps a neck: exercise and talks on one scale, surgery for arm pain."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from painlab.charts.bars import Bar, bars_of_100
from painlab.charts.forest import Effect, EffectAxis, effect_table, forest_plot
from painlab.charts.picture import Picture
from painlab.charts.ruler import ruler
from painlab.charts.values import estimate, of_100
from painlab.derived import lookup
from painlab.evidence.format import plain
from painlab.stats import Estimate
from painlab.trials import turned


@dataclass(frozen=True)
class Treated:
    """A pooled difference in standard deviations, as a review prints it.

    Attributes
    ----------
    label : treatment, comparison where known, and when.
    key : evidence key of the difference; below 0 favours the treatment.
    """

    label: str
    key: str

    def effect(self) -> Effect:
        """Return the gain: the difference with its sign turned, so that more is better."""
        return Effect(self.label, *turned(estimate(self.key)))


TREATED = (
    Treated("Strength training, right after", "gross2015.strengthening_pain_post"),
    Treated("With stretching, right after", "gross2015.combined_pain_post"),
    Treated("With stretching, long term", "gross2015.combined_pain_longterm"),
    Treated("CBT v no treatment, short term", "ploutarchou2023.pain_vs_nothing"),
    Treated("Fear: with CBT v without", "ploutarchou2023.fear_vs_conservative"),
)
ARM_PAIN = {
    f"{group}, {months} months": f"engquist2013.better_or_much_better[{arm}_{months}_months]"
    for months in (12, 24)
    for group, arm in {"Operation too": "surgery", "Physiotherapy alone": "physio"}.items()
}
_TASO = "taso2025.disability_gap_herniation"


def neck_gains() -> Picture:
    """Forest plot of exercise and talks for lasting neck pain (gross2015, ploutarchou2023)."""
    effects = [one.effect() for one in TREATED]
    strength, _both, later, talks, fear = effects
    return Picture(
        name="neck_gains",
        title="Lasting neck pain: gains on one scale, four in pain and one in fear",
        sentence=(
            f"Strength training gained {plain(strength.value)} standard deviations in pain, and "
            f"talks against no treatment {plain(talks.value)}. Both lines are long. With "
            f"stretching, the long-term gain was {plain(later.value)}. The largest gain, "
            f"{plain(fear.value)}, is in fear of moving, not in pain."
        ),
        table=effect_table(effects, "treatment, comparison, time", "gain, standard deviations"),
        note=(
            "CBT is cognitive behavioural therapy, alone or in other care. 0.2 is called small, "
            "0.5 medium, 0.8 large. Do not rank the rows: people, times and comparisons differ. "
            "What the groups without exercise got, our source does not say. People knew what they "
            "had, so hope is part of each row. Certainty: moderate at best for exercise, low or "
            "very low for CBT."
        ),
        sources=("gross2015", "ploutarchou2023"),
        chart=forest_plot(
            effects,
            EffectAxis(
                title=("gain, in standard deviations",),
                low=-0.5,
                high=2,
                ticks=(0, 0.5, 1, 1.5, 2),
                no_effect=0,
                sides=("worse", "better"),
            ),
        ),
    )


def neck_arm_better() -> Picture:
    """Draw people who felt better with and without an operation for arm pain (engquist2013)."""
    people = {label: of_100(key) for label, key in ARM_PAIN.items()}
    surgery, physio, surgery_later, physio_later = people.values()
    return Picture(
        name="neck_arm_better",
        title="Arm pain from a pinched nerve in the neck: who felt better?",
        sentence=(
            f"After a year {surgery} of 100 felt better or much better with an operation as well, "
            f"and {physio} of 100 with physiotherapy alone. After two years it was "
            f"{surgery_later} and {physio_later} of 100, which can be chance."
        ),
        table=pd.DataFrame(
            {"group and time": [*people], "better or much better, of 100": [*people.values()]}
        ),
        note=(
            f"One trial with {plain(lookup('engquist2013.n').value)} people. Both groups had "
            "physiotherapy. Everyone knew who was operated on. In trouble with daily life, no "
            "clear gap was found over two years. Shares from a summary of the abstract."
        ),
        sources=("engquist2013",),
        chart=bars_of_100([Bar(*row) for row in people.items()], "people of 100"),
    )


def neck_arm_gain() -> Picture:
    """Draw the gain of an operation beside the gap called important beforehand (taso2025)."""
    gain, important = Estimate(*estimate(_TASO)), lookup("taso2025.important_gap").value
    effect = Effect("Slipped disc, 12 months", *gain)
    axis = EffectAxis(
        title=("less trouble in daily life, points of 100",),
        low=-20,
        high=20,
        ticks=(-15, 0, 15),
        no_effect=0,
        sides=("worse", "better with surgery"),
    )
    return Picture(
        name="neck_arm_gain",
        title="An operation for a slipped disc in the neck: is the gain large enough?",
        sentence=(
            f"The operation was ahead by {plain(gain.value)} of 100 points. Beforehand the trial "
            f"had called {plain(important)} points important. Even the far end of the line, "
            f"{plain(gain.high)}, does not reach that."
        ),
        table=pd.DataFrame(
            {
                "what": ["gain of the operation", "called important beforehand"],
                "points of 100": [gain.value, important],
                "interval from": [plain(gain.low), "set, not measured"],
                "to": [plain(gain.high), "set, not measured"],
            }
        ),
        note=(
            "An average can hold people who gained much and people who gained nothing. Everyone "
            "knew who was operated on. The other group had six visits of medical and physiotherapy "
            "support. For wear, no clear gain was found; the number we have not seen."
        ),
        sources=("taso2025",),
        chart=ruler([effect], axis, important, "less than called important"),
    )
