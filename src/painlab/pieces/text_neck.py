"""Text neck: what a bent neck does to the odds of neck pain, and how sure that is."""

from __future__ import annotations

from painlab import ev
from painlab.derived import estimate
from painlab.models.odds_per_step import OddsPerStep, before_rounding, odds_over
from painlab.pieces.explore import explore
from painlab.pieces.model_pictures import Axis, Bars, Part
from painlab.pieces.simulation import Frame, Guess, Setting, Simulation, Slider
from painlab.pieces.words import whole

__all__ = ["simulation"]

NAME = "text-neck"
STRAIGHT = 100
"""The odds with a straight head, to compare with; the study gives ratios, and no odds."""
MOST = 60.0
"""Degrees of bend; as far as the slider goes."""
START = 30.0
_DECIMALS = 2


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    return explore(simulation()).html(base)


def per_degree(sitting: bool) -> OddsPerStep:
    """Return what the survey found for each degree more that the neck bends.

    Raises
    ------
    ValueError
        When the evidence has no interval for it.
    """
    position = "sitting" if sitting else "standing"
    return OddsPerStep(*estimate(f"correia2021.angle_or[{position}]"))


def frame(setting: Setting) -> Frame:
    """Return what is shown at one setting: the best guess and both ends of what fits."""
    sitting = setting["sitting"] > 0.5
    degrees, one = setting["angle"], per_degree(sitting)
    odds = one.over(degrees)
    best, low, high = (STRAIGHT * value for value in (odds.ratio, odds.low, odds.high))
    place = "Sitting" if sitting else "Standing"
    room = f"{one.low:.{_DECIMALS}f} to {one.high:.{_DECIMALS}f} times"
    if degrees == 0:
        says = (
            f"{place}, with a straight head: {STRAIGHT}. All the rest is set against it.",
            f"One degree of bend may change the odds {room}. Bend the neck, and watch that "
            "multiply.",
        )
    else:
        says = (
            f"{place}, bent by {degrees:g} degrees: {_against_straight(whole(best))} Anything "
            f"from {whole(low)} to {whole(high)} would still fit.",
            f"For one degree there is little room: {room}. Multiplied over {degrees:g} degrees, "
            f"it is wide. {_best_guess(whole(best))}",
        )
    return Frame(says=says, values=((float(STRAIGHT),), (best,), (low,), (high,)))


def simulation() -> Simulation:
    """Return the simulation, its words worked out from the model and the evidence."""
    people = whole(ev("correia2021.n").value)
    one = per_degree(sitting=False)
    best, high = (
        _range(odds_over(least, MOST), odds_over(most, MOST))
        for least, most in (before_rounding(end, _DECIMALS) for end in (one.ratio, one.high))
    )
    highest = whole(STRAIGHT * one.over(MOST).high)
    return Simulation(
        name=NAME,
        title="How far does a phone bend the odds?",
        question="People say that looking down at a phone hurts the neck. Set the odds of neck "
        f"pain with a straight head to {STRAIGHT}. What are they with the neck bent by {START:g} "
        "degrees?",
        setting=f"In a survey, {people} people stood and sat with a phone. The bend of the neck "
        "was measured once. Odds set people with neck pain against people without it.",
        ask="Set your guess.",
        commit="Show me what they found",
        kind="Fitted",
        label="The survey printed the change in the odds for one degree. Here it is multiplied up "
        "to the bend you choose. How common the pain was with a straight head, we have not seen.",
        sources=("correia2021",),
        sliders=(
            Slider(
                "angle",
                "How far is the neck bent?",
                tuple(float(degrees) for degrees in range(0, int(MOST) + 1, 5)),
                START,
                lambda degrees: f"{degrees:g} degrees",
            ),
            Slider(
                "sitting",
                "Standing or sitting?",
                (0.0, 1.0),
                0.0,
                lambda sitting: "Sitting" if sitting > 0.5 else "Standing",
                switch=True,
            ),
        ),
        picture=Bars(
            title="Odds of neck pain by the bend of the neck",
            x=Axis(0, 400, (0, 100, 200, 300, 400), f"odds; a straight head is {STRAIGHT}"),
            bars=(
                Part("straight head", "off"),
                Part("bent: best guess", "on"),
                Part("bent: lowest that fits", "other"),
                Part("bent: highest that fits", "other"),
            ),
            decimals=0,
        ),
        frame=frame,
        decimals=0,
        guess=Guess(
            label=f"The odds with the neck bent by {START:g} degrees",
            low=0,
            high=400,
            step=10,
            say="{value}",
            truth=whole(STRAIGHT * one.over(START).ratio),
            said="You said {guess}. The best guess from the survey is {truth}.",
        ),
        caveat="So the survey found no link, but it does not prove that there is none. It looked "
        "once, so it cannot say what came first, or what years with a phone do. The model makes "
        "each degree count the same, and we have not seen how many people bent far. The printed "
        f"numbers are rounded, and many degrees blow that up. At {MOST:g} degrees, standing, the "
        f"best guess could lie anywhere {best}, and the highest that fits, {highest}, anywhere "
        f"{high}. An ache after a long time on the phone is real. Odds over many people do not say "
        "where yours comes from.",
        item="plan-piece-textneck-01",
    )


def _range(low: float, high: float) -> str:
    """Write two odds ratios as odds next to a straight head."""
    return f"from {whole(STRAIGHT * low)} to {whole(STRAIGHT * high)}"


def _against_straight(best: int) -> str:
    """Say what the best guess is, next to a straight head."""
    if best == STRAIGHT:
        return f"the best guess is {best}, the same as with a straight head."
    return f"the best guess is {best}. A straight head has {STRAIGHT}."


def _best_guess(best: int) -> str:
    """Say what the best guess is not."""
    if best == STRAIGHT:
        return "Flat is the best guess. It is not a proof."
    lean = "less" if best < STRAIGHT else "more"
    return f"The best guess leans to {lean} pain, but no change at all fits too."
