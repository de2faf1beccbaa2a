"""Will it replicate? What the next trial would find if only luck stood between."""

from __future__ import annotations

from painlab import ev
from painlab.models.replication import Repeats, chance_of_gap
from painlab.pieces.explore import explore
from painlab.pieces.model_pictures import Axis, Bars, Part
from painlab.pieces.simulation import Frame, Guess, Setting, Simulation, Slider
from painlab.pieces.words import whole

__all__ = ["simulation"]

NAME = "will-it-replicate"
SMALL_EFFECT = 0.3
"""Where the piece starts: a small true effect, as an example."""


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    return explore(simulation()).html(base)


def found() -> float:
    """Return the size of the effect that the trial found against placebo; above 0 favours PRT."""
    return -float(ev("ashar2022.hedges_g_post", "placebo"))


def repeats_of(effect: float) -> Repeats:
    """Return repeats of the trial, PRT against placebo, at a true effect."""
    prt, placebo = (int(ev("ashar2022.randomised", arm).value) for arm in ("prt", "placebo"))
    return Repeats(prt, placebo, effect)


def frame(setting: Setting) -> Frame:
    """Return what is shown at one setting: how 100 repeats would come out."""
    repeats = repeats_of(setting["effect"])
    large = 100 * repeats.share_above(found())
    significant = 100 * repeats.power()
    leans = 100 * repeats.share_above(0)
    rows = (large, significant - large, leans - significant, 100 - leans)
    return Frame(
        says=(
            f"If the true effect is {setting['effect']:.1f}, {whole(significant)} of 100 repeats "
            f"come out clearly for PRT. A result as large as {found():.2f} comes "
            f"{_how_often(large)}.",
            f"{whole(leans - significant)} of 100 lean to PRT but could be luck, and "
            f"{whole(100 - leans)} of 100 lean the other way.",
        ),
        values=tuple((row,) for row in rows),
    )


def simulation() -> Simulation:
    """Return the simulation, its words worked out from the model and the trial."""
    course, mindful = (
        ev("donnino2021.pain_free_26_weeks", arm) for arm in ("course", "mindfulness")
    )
    counts = [int(n or 0) for one in (course, mindful) for n in (one.events, one.total)]
    luck = whole(100 * chance_of_gap(*counts))
    return Simulation(
        name=NAME,
        title="Will it come out again?",
        question=f"The trial of PRT found {found():.2f} against placebo: a very large effect. Say "
        f"the truth is only {SMALL_EFFECT:g}, a small one. Of 100 repeats of the trial, how many "
        "come out clearly for PRT?",
        setting="An effect counts standard deviations: 0.2 is called small and 0.8 large. "
        f"Each repeat has as many people as the trial: {repeats_of(0).people} with PRT and "
        f"{repeats_of(0).others} with placebo. Clearly means that luck alone would hardly do it.",
        ask="Set your guess.",
        commit="Show me 100 repeats",
        kind="Illustrative",
        label="The size of the trial and its result are measured. The true effect is your choice, "
        "and in every repeat nothing but luck is at work.",
        sources=("ashar2022", "donnino2021"),
        sliders=(
            Slider(
                "effect",
                "Say the true effect is",
                tuple(round(0.1 * step, 1) for step in range(13)),
                SMALL_EFFECT,
                lambda effect: f"{effect:.1f}",
            ),
        ),
        picture=Bars(
            title="How 100 repeats of the trial would come out",
            x=Axis(0, 100, (0, 25, 50, 75, 100), "of 100 repeats"),
            bars=(
                Part("as large as the trial found, or larger", "on"),
                Part("clearly for PRT, but smaller", "on"),
                Part("leans to PRT, could be luck", "off"),
                Part("leans the other way", "other"),
            ),
            decimals=0,
        ),
        frame=frame,
        decimals=0,
        guess=Guess(
            label="Repeats that come out clearly for PRT",
            low=0,
            high=100,
            step=1,
            say="{value} of 100",
            truth=whole(100 * repeats_of(SMALL_EFFECT).power()),
            said="You said {guess} of 100. It is {truth}.",
        ),
        caveat="So luck is not the main doubt about PRT. What luck cannot settle: nobody was "
        "blinded, the people who made PRT took part, it was one place, with milder pain and people "
        "who wanted to take part. A repeat with the same leanings repeats them. In a much smaller "
        f"trial of a related course, {counts[0]} of {counts[1]} people and {counts[2]} of "
        f"{counts[3]} had no pain. Luck alone makes a gap like that {luck} times in 100.",
        item="prt-piece-replicate-01",
    )


def _how_often(percent: float) -> str:
    """Say how often something comes, with one denominator for all that is rare."""
    if percent >= 0.5:
        return f"in {whole(percent)} of them"
    rare = whole(1000 * percent)
    return f"in {rare} of 100,000" if rare else "in fewer than 1 of 100,000"
