"""Treatments beside Pain Reprocessing Therapy (PRT): gains in pain, people with less pain."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from painlab.charts.dots import Dots, dot_plot
from painlab.charts.forest import Effect, EffectAxis, effect_table, forest_plot
from painlab.charts.picture import Picture
from painlab.charts.values import estimate, of_100
from painlab.derived import lookup
from painlab.evidence.format import plain
from painlab.means import mean_difference
from painlab.prt_trial import Time, pain, people
from painlab.stats import Estimate


@dataclass(frozen=True)
class Rival:
    """A difference in pain as a paper gives it.

    Attributes
    ----------
    label : treatment, what it was compared with, and when.
    key : evidence key of the difference.
    people : evidence key of the number of people behind it.
    better_is : sign of a difference that favours the treatment, 1 or -1.
    scale : top of the scale of pain; the gain is drawn on one from 0 to 10.
    """

    label: str
    key: str
    people: str
    better_is: int = -1
    scale: int = 10

    def gain(self) -> Estimate:
        """Return the points less pain, of 10, with their interval."""
        turned = [self.better_is * 10 / self.scale * end for end in estimate(self.key)]
        return Estimate(turned[0], min(turned[1:]), max(turned[1:]))

    def count(self) -> int:
        """Return how many people stand behind the difference."""
        figure = lookup(self.people)
        return int(figure.value if figure.total is None else figure.total)


RIVALS = (
    Rival("CFT v usual care, 3 years", "hancock2025.pain_3_years[cft]", "hancock2025.n"),
    Rival("CFT v trunk exercise, 8 weeks", "castro2022.pain_8_weeks", "castro2022.n"),
    Rival("Explain, move v sham, 18 weeks", "bagg2022.pain_18_weeks", "bagg2022.n"),
    Rival(
        "Exercise v mixed care, 3 months",
        "hayden2021.pain_better",
        "hayden2021.pain_better",
        better_is=1,
        scale=100,
    ),
    Rival("App v waiting, 6 weeks", "thomson2024.pain_difference", "thomson2024.n"),
)
# Weight of the row with most people: larger, and its square would cover its interval.
_LARGEST = 0.6
TIMES: tuple[Time, ...] = ("4 weeks", "5 years")
ARMS = {"usual_care": "usual care", "placebo": "open placebo"}
_THERAPIES = ("emotional_therapy", "behavioural_therapy")
_ONLINE = "debar2025.less_by_30_percent_3m"
# Rows of the second picture beside PRT: name, key of the shares, and both groups in it.
SHARES = (
    ("EAET v CBT, 10 weeks", "yarns2024.less_by_30_percent_post", _THERAPIES),
    ("EAET v CBT, 6 months later", "yarns2024.less_by_30_percent_6m", _THERAPIES),
    ("CBT with coach v usual care", _ONLINE, ("coach", "usual_care")),
    ("CBT online v usual care", _ONLINE, ("online_alone", "usual_care")),
)


def prt_gain(arm: str, time: Time) -> tuple[Estimate, int]:
    """Return the points less pain with PRT than in `arm`, and the people heard from.

    After treatment it is the difference in change; after 5 years, where no change was published,
    the difference in pain.
    """
    own, other = pain(time, arm), pain(time, "prt")
    return mean_difference(*own, *other), own[2] + other[2]


def fair_forest() -> Picture:
    """Draw gains in pain of PRT and of other treatments on one scale."""
    rows = [
        (f"PRT v {words}, {time}", *prt_gain(arm, time))
        for time in TIMES
        for arm, words in ARMS.items()
    ] + [(rival.label, rival.gain(), rival.count()) for rival in RIVALS]
    most = max(people for *_rest, people in rows)
    effects = [
        Effect(label, round(value, 1), round(low, 1), round(high, 1), _LARGEST * people / most)
        for label, (value, low, high), people in rows
    ]
    first, later = effects[0], effects[2]
    return Picture(
        name="fair_forest",
        title="Less pain than with what? Nine comparisons on one scale",
        sentence=(
            f"The largest gaps are those of PRT after four weeks: {plain(first.value)} of 10 "
            f"points against usual care. They rest on few people. Five years later the gap "
            f"to usual care is {plain(later.value)}, and its margin includes no difference."
        ),
        table=effect_table(
            effects, "treatment, comparison, time", "points less pain, of 10"
        ).assign(people=[people for *_rest, people in rows]),
        note=(
            "The area of a square is the number of people behind it. Do not rank the rows: "
            "people, times and comparisons differ. Only the sham row had a sham, and waiting is an "
            "easier rival than a treatment. Exercise pools many trials; CFT counts all three of "
            "its groups. PRT at five years compares pain, not change."
        ),
        sources=(
            "ashar2022",
            "ashar2025_5yr",
            "hancock2025",
            "castro2022",
            "bagg2022",
            "hayden2021",
            "thomson2024",
        ),
        chart=forest_plot(
            effects,
            EffectAxis(
                title=("points less pain, of 10",),
                low=-1,
                high=3,
                ticks=(-1, 0, 1, 2, 3),
                no_effect=0,
                sides=("worse", "better"),
            ),
        ),
    )


def fair_shares() -> Picture:
    """Draw people of 100 whose pain fell by at least 30 percent, by treatment and comparison."""
    prt = _everyone("prt")
    rows = [
        Dots(f"PRT v {words}, 4 weeks", (prt, _everyone(arm))) for arm, words in ARMS.items()
    ] + [
        Dots(label, tuple(of_100(f"{key}[{group}]") for group in groups))
        for label, key, groups in SHARES
    ]
    names = ("with the treatment", "compared with")
    return Picture(
        name="fair_shares",
        title="Pain down by 30 percent or more: people of 100",
        sentence=(
            f"With PRT it was {plain(prt)} of 100, and {plain(rows[0].values[1])} with usual care. "
            "In the large trial of online care it was "
            f"{plain(rows[-1].values[0])} and {plain(rows[-1].values[1])}."
        ),
        table=pd.DataFrame(
            {
                "treatment, comparison, time": [row.label for row in rows],
                **{
                    f"{name}, of 100": [row.values[place] for row in rows]
                    for place, name in enumerate(names)
                },
            }
        ),
        note=(
            "EAET: emotional awareness and expression therapy. CBT: cognitive behavioural "
            f"therapy. People drawn: {_drawn('prt') + _drawn('usual_care')} and "
            f"{_drawn('prt') + _drawn('placebo')} for PRT, {plain(lookup('yarns2024.n').value)} "
            f"for EAET, {plain(lookup('debar2025.n').value)} in three groups for online care, at "
            "three months. For PRT, people not heard from count as not better. Unlike people: "
            "milder pain with PRT, older veterans with EAET, strong limits with online care. No "
            "intervals: how many stand behind the shares with EAET, we have not seen."
        ),
        sources=("ashar2022", "yarns2024", "debar2025"),
        chart=dot_plot(rows, "people of 100", 0, 100, names),
    )


def _everyone(arm: str) -> int:
    better = lookup("ashar2022.less_by_30_percent_post", arm).value
    return round(100 * better / _drawn(arm))


def _drawn(arm: str) -> int:
    return people("4 weeks", arm).randomised
