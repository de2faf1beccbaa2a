"""The moving picture: a view that shows more turning than is true, and where pain then starts."""

from __future__ import annotations

from painlab import ev
from painlab.models.changed_view import View
from painlab.pieces.dial import Dial
from painlab.pieces.explore import explore
from painlab.pieces.model_pictures import Axis, Line
from painlab.pieces.simulation import Choice, Frame, Setting, Simulation, Slider
from painlab.pieces.words import shown, whole

__all__ = ["simulation"]

NAME = "moving-picture"
OFF = 30
"""Percent by which the view is off; as in the larger study (kragting2023)."""
LESS, TRUE, MORE = 0.0, 1.0, 2.0
"""Values of the switch for the view."""
_NAMES = {LESS: "Less than is true", TRUE: "As it is", MORE: "More than is true"}


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    return explore(simulation()).html(base)


def view(shows: float) -> View:
    """Return the view of one value of the switch, with the shift that was measured under it."""
    if shows == TRUE:
        return View(shown=1, shift=0)
    more = shows == MORE
    shift = ev("harvie2015.rom_shift", "overstates" if more else "understates")
    return View(shown=1 + (OFF if more else -OFF) / 100, shift=float(shift) / 100)


def frame(setting: Setting) -> Frame:
    """Return what is shown at one setting: both turns, and where pain starts."""
    turn, sore, shows = setting["turn"], setting["sore"], setting["shows"]
    chosen = view(shows)
    seen, starts = chosen.seen(turn), chosen.pain_starts(sore)
    moved = whole(starts) - whole(sore)
    when = f"{abs(moved)} degrees {'sooner' if moved < 0 else 'later'} than with a true view"
    here = "Here it would hurt." if turn >= starts else "You are not there yet."
    return Frame(
        says=(
            f"You turn {whole(turn)} degrees and see {whole(seen)}. Pain starts at "
            f"{whole(starts)}{f', {when}' if moved else ', the point you set'}. {here}",
            _studied(shows),
        ),
        values=((turn,), (seen,), (starts,), (sore,)),
    )


def simulation() -> Simulation:
    """Return the simulation, its words worked out from the model and the evidence."""
    sooner, later = _percent(MORE), _percent(LESS)
    people, more_people = shown("harvie2015.n"), shown("kragting2023.people")
    return Simulation(
        name=NAME,
        title="What you see, and where it starts to hurt",
        question="You turn your head until your neck starts to hurt. A screen before your eyes "
        "shows more turning than is true, or less. Which of the two moves the point more?",
        setting=f"Two studies did this with people who had neck pain: {people} in the first and "
        f"{more_people} in the second. Here you turn a drawing. Your own neck can rest.",
        ask="Choose what you expect.",
        commit="Show me what they found",
        kind="Illustrative",
        label="How far the point moves is an average, measured in the first study. Where pain "
        f"starts is made up, and yours to set. The view is off by {OFF} percent, as in the second "
        "study. By how much it was off in the first, we have not read.",
        sources=("harvie2015", "kragting2023"),
        sliders=(
            Slider(
                "turn",
                "Turn the head",
                tuple(float(degrees) for degrees in range(0, 91, 5)),
                45.0,
                _degrees,
            ),
            Slider(
                "sore",
                "With a true view, pain starts at",
                (30.0, 45.0, 60.0, 75.0),
                60.0,
                _degrees,
            ),
            Slider(
                "shows",
                "How much turning does the screen show?",
                (LESS, TRUE, MORE),
                MORE,
                _NAMES.__getitem__,
                switch=True,
            ),
        ),
        picture=Dial(
            title="A head from above: what is turned, what is seen, and where pain starts",
            x=Axis(0, 120, (0, 30, 60, 90, 120), "degrees from straight ahead"),
            hands=(Line("you turn", "line"), Line("you see", "dashed")),
            marks=(
                Line("pain starts, with this view", "second"),
                Line("pain starts, with a true view", "second-dashed"),
            ),
        ),
        frame=frame,
        decimals=1,
        guess=Choice(
            label="The point where pain starts moves",
            options=(
                (
                    "more when the screen shows more turning",
                    f"You said more. On average the point came {sooner} percent sooner with more "
                    f"and {later} percent later with less. That is about the same. But only the "
                    "first of the two held up well.",
                ),
                (
                    "more when the screen shows less turning",
                    f"You said less. On average the point came {later} percent later with less and "
                    f"{sooner} percent sooner with more. And the first of these held up only "
                    "weakly.",
                ),
                (
                    "about the same both ways",
                    f"You said the same. In the first study it was, or nearly: {sooner} percent "
                    f"sooner and {later} percent later. In the second, only the move to sooner "
                    "held up well.",
                ),
                (
                    "not at all; only the neck counts",
                    "You said not at all. Most of it is up to the neck, as you thought. But on "
                    f"average the point did move: {sooner} percent sooner, and {later} later.",
                ),
            ),
        ),
        caveat="These are averages of few people, and your neck may do something else. What moved "
        "is the point where pain starts, not how strong it is. The pain was real each time. The "
        "view moved the point only a little: the neck itself counts for most. No one was treated "
        "here, and whether such a screen helps anybody, these studies cannot say. A warning sign "
        "needs care, whatever you see or expect.",
        item="plan-piece-picture-01",
    )


def _studied(shows: float) -> str:
    """Say what both studies found under a view, in words."""
    people, more_people = shown("harvie2015.n"), shown("kragting2023.people")
    if shows == TRUE:
        return "This is what the other two views are set against."
    percent = _percent(shows)
    if shows == MORE:
        return (
            f"In {people} people the point came {percent} percent sooner on average. In "
            f"{more_people} other people it came sooner too."
        )
    return (
        f"In {people} people the point came {percent} percent later on average. In {more_people} "
        "other people this half held up only weakly."
    )


def _percent(shows: float) -> int:
    """Return by how many percent the point moved under a view, whichever way."""
    return whole(abs(100 * view(shows).shift))


def _degrees(degrees: float) -> str:
    return f"{degrees:g} degrees"
