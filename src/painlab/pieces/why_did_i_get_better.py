"""Why did I get better? People ask for help when it is bad, and bad months pass (pedersen2024)."""

from __future__ import annotations

from painlab.models.diary import Diary
from painlab.pieces.explore import explore
from painlab.pieces.model_pictures import Axis, Line, Lines
from painlab.pieces.simulation import Frame, Guess, Setting, Simulation, Slider
from painlab.pieces.words import shown, whole

__all__ = ["simulation"]

NAME = "why-did-i-get-better"
DIARY = Diary(level=50, sd=20, likeness=0.6)
"""Made up; points from 0 to 100."""
PUBLISHED = 70.0
"""What the picture starts with: an example, nobody's own number."""
MONTHS = tuple(range(-4, 9))


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    return explore(simulation()).html(base)


def frame(setting: Setting) -> Frame:
    """Return what is shown at one setting: two sentences, and the two lines."""
    threshold = setting["threshold"]
    course = tuple(DIARY.around_visit(threshold, month) for month in MONTHS)
    then, later = whole(DIARY.at_visit(threshold)), whole(DIARY.around_visit(threshold, 1))
    return Frame(
        says=(
            f"People who come at {threshold:g} or more average {then} that day and {later} a month "
            "later, with no treatment.",
            f"Nothing was done to them. They came on a bad day, and {DIARY.level:g} is their usual "
            "level.",
        ),
        values=(course, (DIARY.level,) * len(MONTHS)),
    )


def simulation() -> Simulation:
    """Return the simulation, its words worked out from the model and the evidence."""
    return Simulation(
        name=NAME,
        title="Why did I get better?",
        question="Your pain goes up and down, around 50 of 100. In a bad month, at 70 or more, you "
        "go for help. What will your pain be a month later if nothing is done?",
        setting="Pain runs from 0 (none) to 100 (the worst).",
        ask="Set your guess.",
        commit="Show me what happens",
        kind="Illustrative",
        label="The diary is made up: a usual level of 50, months that differ by 20 points or so, "
        "and neighbours that are alike. It leaves out people whose pain really gets better or "
        "worse for good, and everything that you do about it.",
        sources=("pedersen2024", "artus2014"),
        sliders=(
            Slider(
                "threshold",
                "How bad before people go for help?",
                (50.0, 55.0, 60.0, 65.0, PUBLISHED, 75.0, 80.0),
                PUBLISHED,
                lambda value: f"{value:g} or more",
            ),
        ),
        picture=Lines(
            title="Average pain before and after people go for help, without treatment",
            at=tuple(float(month) for month in MONTHS),
            x=Axis(-4, 8, (-4, 0, 4, 8), "months since they came"),
            y=Axis(40, 100, (40, 60, 80, 100), "pain, points of 100"),
            lines=(Line("people who came", "line"), Line("their usual level", "second-dashed")),
        ),
        frame=frame,
        decimals=0,
        guess=Guess(
            label="A month later",
            low=0,
            high=100,
            step=1,
            say="{value} of 100",
            truth=whole(DIARY.around_visit(PUBLISHED, 1)),
            said="You said {guess} of 100. The diary says {truth}.",
        ),
        caveat="Now the real thing. In trials with three arms, of the fall in pain with treatment "
        f"{shown('pedersen2024.share_of_fall_in_pain[no_treatment]')} parts of 100 came without "
        f"any, {shown('pedersen2024.share_of_fall_in_pain[placebo]')} with a sham, and "
        f"{shown('pedersen2024.share_of_fall_in_pain[specific]')} from the treatment itself. That "
        "is short term, and mostly treatments that are done to you. The last part is not nothing. "
        "And your getting better is real, whichever part it was.",
        item="fear-piece-better-01",
    )
