"""How far can expecting pain change pain, and how long does that last? (jepma2018, onysk2024)."""

from __future__ import annotations

from painlab import ev
from painlab.evidence.record import remembered
from painlab.models.expectation import CuedPain, cued_pain
from painlab.pieces.explore import explore
from painlab.pieces.model_pictures import Axis, Line, Lines
from painlab.pieces.simulation import Frame, Guess, Setting, Simulation, Slider
from painlab.pieces.words import listed, shown, whole

__all__ = ["simulation"]

NAME = "expectation"
STUDIES = ("study1", "study2")
TRIALS = 36
NOISE = 15.0
"""How much the heat differs from moment to moment, in points: made up, see the label."""


@remembered
def pains(pull: float, disconfirming: float) -> CuedPain:
    """Return the course of pain after both cues at one setting.

    Parameters
    ----------
    pull : share of what is felt that comes from the expectation, between 0 and 1.
    disconfirming : how fast a surprise that speaks against the cue is learned, between 0 and 1.

    Raises
    ------
    ValueError
        When one is not between 0 and 1.
    """
    return cued_pain(
        pull,
        ev("jepma2018.our_least_squares_confirming[study2]").value,
        disconfirming,
        gap=ev("jepma2018.cue_effect_on_expected_pain[study2]").value,
        noise=NOISE,
        trials=TRIALS,
    )


def frame(setting: Setting) -> Frame:
    """Return what is shown at one setting: sentences, and the four lines."""
    course = pains(setting["pull"], setting["disconfirming"])
    rows = [course.felt[:, 0], course.felt[:, 1], course.expected[:, 0], course.expected[:, 1]]
    return Frame(
        says=_sentences(setting, course),
        values=tuple(tuple(float(value) for value in row) for row in rows),
    )


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    return explore(simulation()).html(base)


def _sentences(setting: Setting, course: CuedPain) -> tuple[str, ...]:
    first, last = whole(course.difference[0]), whole(course.difference[-1])
    pull = f"{whole(100 * setting['pull'])} parts of 100 of what is felt come from the expectation."
    if first == 0:
        return ("Both signs feel the same: what is expected changes nothing.", pull)
    opening = f"At first the strong sign makes the same heat hurt {first} points more."
    return (f"{opening} {_later(first, last)}", pull)


def _later(first: int, last: int) -> str:
    """Say what has become of the difference by the last trial, in points."""
    if last <= 0:
        return f"By round {TRIALS} that is gone: the surprise has been learned."
    if last < first:
        return f"By round {TRIALS} it is still {last}, though the heat gives no reason for it."
    grown = f"has grown to {last}" if last > first else f"is still {last}"
    return f"By round {TRIALS} it {grown}: what fits the sign is learned faster."


def _share(value: float) -> str:
    return f"{whole(100 * value)} of 100"


def _caveat() -> str:
    cue = [shown(f"jepma2018.cue_effect_on_pain[{study}]") for study in STUDIES]
    heat = [shown(f"jepma2018.heat_effect_on_pain[{study}]") for study in STUDIES]
    return (
        f"Measured: the sign moved pain by {listed(cue)} points in the two studies; one degree "
        f"more heat moved it by {listed(heat)}. Part of that may be how people rate, and not what "
        "they feel. These were healthy people and seconds of heat. It does not show that your "
        "pain comes from what you expect, nor that expecting less makes a back better."
    )


def simulation() -> Simulation:
    """Return the simulation, its words and its grid worked out from the evidence."""
    pull = ev("jepma2018.our_least_squares_pull[study2]").value
    other_pull = ev("jepma2018.our_least_squares_pull[study1]").value
    confirming = ev("jepma2018.our_least_squares_confirming[study2]").value
    disconfirming = ev("jepma2018.our_least_squares_disconfirming[study2]").value
    measured = ev("jepma2018.cue_effect_on_pain[study1]")
    return Simulation(
        name=NAME,
        title="What expecting pain does",
        question="You feel the same heat twice. Once a sign says that it will be strong, once "
        "that it will be mild. How far apart do the two feel?",
        setting="Pain runs from 0 (none) to 100 (the worst).",
        ask="Set your guess.",
        commit="Show me what they found",
        kind="Illustrative",
        label="The equations are the authors'. The starting pull and speeds are medians of our own "
        f"fit to {shown('jepma2018.sample_sizes[study2]')} healthy people who felt short heat. How "
        f"much the heat wavers (spread {whole(NOISE)} points) and the {1000:,} people are made up. "
        "It leaves out long-lasting pain, injury, fear, and what you do about pain.",
        sources=("jepma2018", "onysk2024"),
        sliders=(
            Slider(
                "pull",
                "How much does the expectation count?",
                tuple(sorted({0.0, 0.1, 0.25, pull, other_pull, 0.65, 0.8})),
                pull,
                _share,
            ),
            Slider(
                "disconfirming",
                "How fast do you learn when the pain is not as the sign said?",
                tuple(sorted({0.0, 0.03, disconfirming, 0.15, 0.2, confirming})),
                disconfirming,
                _share,
            ),
        ),
        picture=Lines(
            title="The same heat after a strong-pain sign and after a mild-pain sign",
            at=tuple(range(1, TRIALS + 1)),
            x=Axis(1, TRIALS, (1, 12, 24, 36), "round"),
            y=Axis(20, 80, (20, 35, 50, 65, 80), "pain, points of 100"),
            lines=(
                Line("felt after the strong sign", "line"),
                Line("felt after the mild sign", "second"),
                Line("expected after the strong sign", "dashed"),
                Line("expected after the mild sign", "second-dashed"),
            ),
        ),
        frame=frame,
        decimals=1,
        guess=Guess(
            label="The two feel apart by",
            low=0,
            high=60,
            step=1,
            say="{value} points of 100",
            truth=whole(measured.value),
            said="You said {guess} points. The first of two studies measured {truth}.",
        ),
        caveat=_caveat(),
        item="start-expectation-01",
    )
