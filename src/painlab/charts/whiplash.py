"""Pictures of whiplash: two studies of people in crashes, people who sought care, one trial."""

from __future__ import annotations

import pandas as pd

from painlab.charts.forest import Effect, EffectAxis, effect_table, forest_plot
from painlab.charts.icon_array import Group, icon_array, icon_pair
from painlab.charts.picture import Picture
from painlab.charts.values import estimate, of_100
from painlab.derived import lookup
from painlab.evidence.format import format_figure, plain

OUTCOMES = {
    "neck pain on more than seven days a month": "chronic_neck_pain",
    "any neck pain": "neck_pain",
    "headache": "headache",
}
VISITS = {"week_14": "After 14 weeks", "month_6": "After 6 months", "month_12": "After 12 months"}


def whiplash_lithuania() -> Picture:
    """Draw who had lasting neck pain, after a crash and without one (schrader1996)."""
    table = pd.DataFrame(
        {
            "one to three years later": [*OUTCOMES],
            "after a crash, of 100": [_share(name, "collision") for name in OUTCOMES.values()],
            "no crash, of 100": [_share(name, "controls") for name in OUTCOMES.values()],
        }
    )
    crash, none = _share("chronic_neck_pain", "collision"), _share("chronic_neck_pain", "controls")
    people = format_figure(lookup("schrader1996.chronic_neck_pain", "collision"), "total")
    return Picture(
        name="whiplash_lithuania",
        title="One side: people traced through police records",
        sentence=(
            f"Of 100 drivers hit from behind, {crash} had neck pain on more than seven days a "
            f"month one to three years later. Of 100 people without a crash it was {none}."
        ),
        table=table,
        note=(
            f"{people} drivers in Lithuania and as many people without a crash. Only a small part "
            "of these drivers had felt any neck pain after the crash. So it is mostly about people "
            "in crashes, not about people hurt in them, and it is too small to see a few."
        ),
        sources=("schrader1996",),
        chart=icon_pair(Group("After a crash", crash), Group("No crash", none)),
    )


def whiplash_care_seekers() -> Picture:
    """Draw how many who claimed or sought care are well within six months (shearer2020)."""
    well = of_100("shearer2020.recovery")
    studies = format_figure(lookup("shearer2020.studies"), "value")
    return Picture(
        name="whiplash_care_seekers",
        title="The other side: people hurt in a crash who claimed or sought care",
        sentence=(
            f"Of 100 people with a neck hurt in a crash, about {well} can expect to be free of "
            f"symptoms within six months. About {100 - well} cannot."
        ),
        table=pd.DataFrame(
            {
                "within six months": ["free of symptoms", "still with symptoms"],
                "people of 100": [well, 100 - well],
            }
        ),
        note=(
            f"An estimate over {studies} unlike studies, not one count. Most of these people had "
            "claimed or sought care, so they are not all people in crashes: those who felt "
            "nothing, or were soon well, are mostly missing."
        ),
        sources=("shearer2020",),
        chart=icon_array([Group("Free of symptoms within six months", well)]),
    )


def whiplash_visits() -> Picture:
    """Forest plot of pain, twenty visits for exercise against one for advice (michaleff2014)."""
    effects = [
        Effect(words, *estimate(f"michaleff2014.pain_effect[{when}]"))
        for when, words in VISITS.items()
    ]
    people = format_figure(lookup("michaleff2014.n"), "value")
    widest = max(max(abs(effect.low), abs(effect.high)) for effect in effects)
    return Picture(
        name="whiplash_visits",
        title="Twenty visits for exercise against one visit for advice",
        sentence=(
            "At each of three times the difference in pain is close to zero, and every margin "
            f"includes zero. None reaches further than {plain(widest)} of 10 points."
        ),
        table=effect_table(effects, "when", "difference, points of 10; below 0 favours the visits"),
        note=(
            f"A trial in {people} adults with pain for months to years after a crash; chance "
            "decided. Both groups got a booklet with simple exercises. So it does not show that "
            "exercise is useless. Left of the line: less pain with the twenty visits."
        ),
        sources=("michaleff2014",),
        chart=forest_plot(
            effects,
            EffectAxis(
                ("difference in pain, points of 10",),
                -2,
                2,
                (-2, -1, 0, 1, 2),
                0,
                sides=("better with visits", "better with advice"),
            ),
        ),
    )


def _share(figure: str, group: str) -> int:
    return of_100(f"schrader1996.{figure}[{group}]")
