"""Pictures of treatments that ask you to move: by comparator, by ruler, and in people of 100."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from painlab.charts.forest import Effect, EffectAxis, effect_table, forest_plot
from painlab.charts.icon_array import Group, icon_array
from painlab.charts.picture import Picture
from painlab.charts.ruler import ruler
from painlab.charts.values import estimate, of_100
from painlab.derived import lookup
from painlab.evidence.format import plain

_WORTHWHILE = "ostelo2008.smallest_worthwhile_change"


@dataclass(frozen=True)
class Gain:
    """A gain over a comparison group: its name, its key, and the change it is held against.

    Attributes
    ----------
    label : treatment, comparison and time.
    key : evidence key of the difference.
    yardstick : evidence key of the smallest worthwhile change on the same scale.
    better_is : sign of a difference that favours the treatment, 1 or -1.
    """

    label: str
    key: str
    yardstick: str
    better_is: int

    def effect(self, unit: float = 1) -> Effect:
        """Return the gain in multiples of `unit`, better counted upwards."""
        ends = sorted(round(self.better_is * end / unit, 2) for end in estimate(self.key))
        return Effect(self.label, ends[1], ends[0], ends[2])


_PAIN, _ROLAND, _OSWESTRY = (
    f"{_WORTHWHILE}[{scale}]" for scale in ("pain_0_10", "roland_0_24", "oswestry_0_100")
)
CFT_PAIN = (
    Gain("Against usual care, 3 years", "hancock2025.pain_3_years[cft]", _PAIN, -1),
    Gain("Against a class, 12 months", "okeeffe2020.pain_better[12]", _PAIN, 1),
    Gain("Against trunk exercise, 8 weeks", "castro2022.pain_8_weeks", _PAIN, -1),
)
RULER = (
    Gain("Exercise, pain", "hayden2021.pain_better", "hayden2021.authors_own_line[pain]", 1),
    Gain(
        "Exercise, daily life",
        "hayden2021.function_better",
        "hayden2021.authors_own_line[function]",
        1,
    ),
    Gain("CFT v usual care, daily life", "hancock2025.disability_3_years[cft]", _ROLAND, -1),
    Gain("CFT v usual care, pain", "hancock2025.pain_3_years[cft]", _PAIN, -1),
    Gain("CFT v class, daily life", "okeeffe2020.disability_better[12]", _OSWESTRY, 1),
    Gain("CFT v trunk exercise, daily life", "castro2022.disability_8_weeks", _OSWESTRY, -1),
    Gain("Explain and move v sham, pain", "bagg2022.pain_18_weeks", _PAIN, -1),
    Gain("Explaining v listening, pain", "traeger2019.pain_difference_3_months", _PAIN, -1),
)


def fear_cft_pain() -> Picture:
    """Forest plot of cognitive functional therapy by what it was compared with, pain."""
    effects = [gain.effect() for gain in CFT_PAIN]
    usual, group, active = effects
    return Picture(
        name="fear_cft_pain",
        title="Cognitive functional therapy and pain: compared with what?",
        sentence=(
            f"Of 10 points, the gain against usual care is {plain(usual.value)}. Against a class "
            f"of exercise and advice it is {plain(group.value)}, and against trunk exercise with "
            f"treatment by hand {plain(active.value)}. Both of these margins take in no "
            "difference."
        ),
        table=_table(effects, "points less pain, of 10"),
        note=(
            "Three trials in different people at different times. The people knew what they had, "
            "so hope and extra time are part of each number."
        ),
        sources=("hancock2025", "okeeffe2020", "castro2022"),
        chart=forest_plot(
            effects,
            EffectAxis(
                title=("points less pain, of 10",),
                low=-1,
                high=2,
                ticks=(-1, 0, 1, 2),
                no_effect=0,
                sides=("worse", "better"),
            ),
        ),
    )


def fear_ruler() -> Picture:
    """Draw gains as a share of the smallest change that may matter to one person (ostelo2008)."""
    effects = [gain.effect(lookup(gain.yardstick).value) for gain in RULER]
    exercise, listening = effects[0], effects[-1]
    axis = EffectAxis(
        title=("gain, in smallest worthwhile changes",),
        low=-1.2,
        high=1.5,
        ticks=(-1, -0.5, 0, 0.5, 1, 1.5),
        no_effect=0,
        sides=("worse", "better"),
    )
    return Picture(
        name="fear_ruler",
        title="All gains on one ruler",
        sentence=(
            f"Only one average reaches the line: exercise on pain ({plain(exercise.value)}), and "
            f"that against nothing, usual care or placebo mixed. Explaining alone, in new pain, "
            f"stays near the start ({plain(listening.value)})."
        ),
        table=_table(effects, "gain, in smallest worthwhile changes"),
        note=(
            "CFT is cognitive functional therapy. The ruler is made for change in one person; an "
            "average below it can hold some people who gained much and many who did not. "
            "Different people, times and comparisons."
        ),
        sources=(
            "ostelo2008",
            "hayden2021",
            "hancock2025",
            "okeeffe2020",
            "castro2022",
            "bagg2022",
            "traeger2019",
        ),
        chart=ruler(effects, axis, 1, "less than matters to one person"),
    )


def fear_less_limited() -> Picture:
    """Draw people clearly less limited after three years, by group (hancock2025)."""
    key = "hancock2025.clearly_less_limited_3_years"
    therapy, usual = of_100(f"{key}[cft]"), of_100(f"{key}[usual_care]")
    return Picture(
        name="fear_less_limited",
        title="Clearly less limited after three years",
        sentence=(
            f"Of 100 people, more than {therapy} were clearly less limited after cognitive "
            f"functional therapy, and {usual} after usual care. Up to {100 - therapy} were not, "
            "even with the therapy."
        ),
        table=pd.DataFrame(
            {
                "group": ["Cognitive functional therapy", "Usual care"],
                "clearly less limited, of 100": [therapy, usual],
                "not clearly less limited, of 100": [100 - therapy, 100 - usual],
            }
        ),
        note=(
            "Read in a news report, which says 'more than' for the therapy. Clearly means at least "
            "five points on a scale of 24. People knew what they had, and many could not be "
            "reached."
        ),
        sources=("hancock2025",),
        chart=icon_array([Group("With the therapy", therapy), Group("With usual care", usual)]),
    )


def _table(effects: list[Effect], unit: str) -> pd.DataFrame:
    return effect_table(effects, "treatment and comparison", unit)
