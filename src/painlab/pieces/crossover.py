"""Crossover: a true gain looks small when the groups of a trial got nearly the same care."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from painlab import ev
from painlab.evidence.lookup import Figure
from painlab.models.crossover import CrossoverTrial
from painlab.pieces.explore import explore
from painlab.pieces.model_pictures import Part, People
from painlab.pieces.simulation import Frame, Guess, Setting, Simulation, Slider
from painlab.pieces.words import whole

__all__ = ["EFFECT", "Arms", "ladder", "simulation"]

NAME = "crossover"
EFFECT = 15.0
"""What the operation truly adds, made up; points of disability from 0 to 100."""


class Arms(NamedTuple):
    """People operated on, of 100 in each arm, and what is known about such a trial.

    Attributes
    ----------
    drawn, other : people operated on, of 100, among those drawn for the operation and the others.
    about : what is known, in a sentence.
    """

    drawn: float
    other: float
    about: str

    @classmethod
    def measured(cls, about: str, drawn: Figure, other: Figure) -> Arms:
        """Take both numbers from the evidence.

        Parameters
        ----------
        about : what is known, in a sentence.
        drawn, other : shares of either arm operated on, with counts or in percent.
        """
        return cls(_per_100(drawn), _per_100(other), about)


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    return explore(simulation()).html(base)


def ladder() -> tuple[Arms, ...]:
    """Return trials from one in which nobody switches to one in which the arms are alike."""
    return (
        Arms(100, 0, "Nobody switches: what was drawn is what they got."),
        Arms(80, 20, "A made-up trial: 20 of 100 switch in each group."),
        Arms.measured(
            "So it was in a Dutch trial on leg pain, after a year.",
            ev("peul2007.operated_1y[early_surgery]"),
            ev("peul2007.operated_1y[wait]"),
        ),
        Arms(75, 45, "A made-up trial: 25 of 100 in one group switch, and 45 in the other."),
        Arms.measured(
            "So it was in a US trial on leg pain, after eight years.",
            ev("sport_disc.operated_by_8_years[surgery]"),
            ev("sport_disc.operated_by_8_years[no_surgery]"),
        ),
        Arms(50, 50, "A made-up trial: the lot made no difference to what people got."),
    )


def arms_at(place: float) -> tuple[float, float]:
    """Return the people operated on, of 100 in each arm, at a place on the ladder or between."""
    rungs = ladder()
    steps = range(len(rungs))
    return (
        float(np.interp(place, steps, [rung.drawn for rung in rungs])),
        float(np.interp(place, steps, [rung.other for rung in rungs])),
    )


def frame(setting: Setting) -> Frame:
    """Return what is shown at one setting: what lots can show, and who got what."""
    place = setting["place"]
    drawn, other = arms_at(place)
    trial = CrossoverTrial(drawn / 100, other / 100, EFFECT)
    more = whole(drawn - other)
    exact = "" if whole(drawn) - whole(other) == more else f" ({drawn:.1f} less {other:.1f})"
    known = [ladder()[int(place)].about] if place == int(place) else []
    return Frame(
        says=(
            f"{whole(drawn)} and {whole(other)} of 100 had an operation: {more or 'no'} more"
            f"{exact}. A true gain of {EFFECT:g} points shows up as {_halves(trial.as_drawn())}.",
            *known,
        ),
        values=tuple((float(whole(n)), float(100 - whole(n))) for n in (drawn, other)),
    )


def simulation() -> Simulation:
    """Return the simulation, its words worked out from the model and the evidence."""
    places = tuple(float(place) for place in range(len(ladder())))
    published = places[-2]
    drawn, other = (value / 100 for value in arms_at(published))
    return Simulation(
        name=NAME,
        title="Drawn for it, or got it?",
        question=f"An operation truly adds {EFFECT:g} points. A trial drew lots, but many people "
        "switched. How much better does the group drawn for the operation come out?",
        setting=f"Of 100 people drawn for it, {whole(100 * drawn)} were operated on. Of 100 drawn "
        f"for no operation, {whole(100 * other)} were too. What counts is the group that people "
        "were drawn for, not what they got. Points run from 0 to 100.",
        ask="Set your guess.",
        commit="Show me what the trial says",
        kind="Illustrative",
        label="How many were operated on was measured in two of these trials. The gain is made up, "
        "and the same for all.",
        sources=("sport_disc", "peul2007"),
        sliders=(
            Slider(
                "place",
                "Who was operated on, in the two groups?",
                places,
                published,
                lambda place: " and ".join(str(whole(n)) for n in arms_at(place)) + " of 100",
            ),
        ),
        picture=People(
            title="Who was operated on, of 100 people in each group",
            groups=("drawn for it", "drawn for no operation"),
            kinds=(Part("operated on", "on"), Part("not operated on", "off")),
        ),
        frame=frame,
        decimals=0,
        guess=Guess(
            label="The trial shows a gain of",
            low=0,
            high=20,
            step=1,
            say="{value} points",
            truth=whole(CrossoverTrial(drawn, other, EFFECT).as_drawn()),
            said="You said {guess}. The trial shows about {truth}.",
        ),
        caveat="A small gap between groups as drawn need not mean that an operation adds little. "
        "It does not mean that it adds much either. A large gap between those who got it and those "
        "who did not proves as little, for people chose, and those who switch may differ from the "
        "start. Here everyone gains the same, whenever they are operated on. Real people do not.",
        item="surgery-piece-crossover-01",
        shown_first=True,
    )


def _halves(points: float) -> str:
    """Write points to the nearest half; a made-up model deserves no more."""
    return f"{round(2 * points) / 2:g}"


def _per_100(figure: Figure) -> float:
    """Return people of 100, from the counts where the paper gives them."""
    events = float(figure) if figure.events is None else figure.events
    return events if figure.total is None else 100 * events / figure.total
