"""Missing outcomes: what the people who were not heard from could do to PRT's lead."""

from __future__ import annotations

from painlab.models.missing_outcomes import Arm
from painlab.pieces.explore import explore
from painlab.pieces.model_pictures import Part, People
from painlab.pieces.simulation import Choice, Frame, Setting, Simulation, Slider
from painlab.pieces.words import whole
from painlab.prt_trial import Time, people

__all__ = ["NAMES", "missing_well", "simulation"]

NAME = "missing-outcomes"
STEPS = 5
"""Steps of the slider from the published count to either end."""
NAMES = {"prt": "PRT", "placebo": "placebo", "usual_care": "usual care"}
"""The arms of the trial in the evidence, and in words."""
_TIMES = ("about four weeks after they began", "about five years later")


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    return explore(simulation()).html(base)


def arms_at(years: int) -> dict[str, Arm]:
    """Return the arms by name, after treatment (0 years) or five years later."""
    time: Time = "4 weeks" if years == 0 else "5 years"
    return {arm: people(time, arm) for arm in NAMES}


def missing_well(arm: str, lean: float) -> float:
    """Return the share of an arm's missing that is taken to be well.

    Parameters
    ----------
    arm : a key of `NAMES`.
    lean : from -1 (kindest to PRT: all its missing are well, nobody else's) over 0 (the published
        count: nobody's are) to 1 (hardest on it: all others' missing are well, none of its own).

    Returns
    -------
    float
        A share from 0 to 1.
    """
    return max(0.0, -lean) if arm == "prt" else max(0.0, lean)


def frame(setting: Setting) -> Frame:
    """Return what is shown at one setting: the three shares, and who leads."""
    lean, arms = setting["lean"] / STEPS, arms_at(int(setting["years"]))
    share = {name: 100 * arm.share(missing_well(name, lean)) for name, arm in arms.items()}
    shown = {name: whole(value) for name, value in share.items()}
    ahead = [other for other in ("placebo", "usual_care") if share["prt"] > share[other]]
    if len(ahead) == 2:
        verdict = "PRT leads both."
    elif ahead:
        verdict = f"PRT no longer leads {_other(ahead)}."
    else:
        verdict = "PRT leads neither."
    return Frame(
        says=(
            f"{_ends(lean)}: {shown['prt']} of 100 with PRT, {shown['placebo']} with placebo, "
            f"{shown['usual_care']} with usual care. {verdict}",
            f"Not heard from: {_missing(arms['prt'])} people with PRT, {_missing(arms['placebo'])} "
            f"with placebo and {_missing(arms['usual_care'])} with usual care.",
        ),
        values=tuple(_people(arm, missing_well(name, lean)) for name, arm in arms.items()),
    )


def simulation() -> Simulation:
    """Return the simulation, its words worked out from the counts of the trial."""
    arms = arms_at(0)
    hardest = {name: whole(100 * arm.share(missing_well(name, 1))) for name, arm in arms.items()}
    answer = (
        f"{hardest['prt']} of 100 with PRT, against {hardest['placebo']} and "
        f"{hardest['usual_care']}."
    )
    return Simulation(
        name=NAME,
        title="The people nobody heard from",
        question="Some people in the trial of PRT did not answer at the end. In the "
        "hardest case for PRT, does it still lead?",
        setting="Each figure is one of 100 people in a group. Filled: pain of 0 or 1 of 10 in the "
        "past week. In the published count, nobody who was not heard from is filled. "
        "In the hardest case all the missing of the other groups are filled, and none of PRT's.",
        ask="Look at the three groups, then choose.",
        commit="Show me the hardest case",
        kind="Measured",
        label="The counts are the trial's. What the missing would have said is your choice; nobody "
        "knows it.",
        sources=("ashar2022", "ashar2025_5yr"),
        sliders=(
            Slider(
                "lean",
                "What if the missing could speak?",
                tuple(float(step) for step in range(-STEPS, STEPS + 1)),
                0.0,
                _say,
            ),
            Slider("years", "When?", (0.0, 5.0), 0.0, lambda years: _TIMES[years > 0], switch=True),
        ),
        picture=People(
            title="Pain of 0 or 1 of 10, of 100 people in each group",
            groups=tuple(NAMES.values()),
            kinds=(
                Part("said 0 or 1", "on"),
                Part("not heard from, taken to be at 0 or 1", "other"),
                Part("everyone else", "off"),
            ),
        ),
        frame=frame,
        decimals=0,
        guess=Choice(
            "In the hardest case, after treatment, PRT",
            (
                ("still leads by a lot", f"You said it still leads by a lot. It does: {answer}"),
                ("leads by a little", f"You said by a little. It is by a lot: {answer}"),
                ("no longer leads", f"You said it no longer leads. It still does: {answer}"),
            ),
        ),
        caveat="The hardest case is unlikely, and so is the kindest. They only show how far the "
        "missing could move things. Nobody was blinded: people knew what they got, and no slider "
        "mends that. People with usual care got better over the years, too.",
        item="prt-piece-missing-01",
        shown_first=True,
    )


def _missing(arm: Arm) -> str:
    return f"{arm.missing} of {arm.randomised}"


def _other(ahead: list[str]) -> str:
    return next(NAMES[name] for name in ("placebo", "usual_care") if name not in ahead)


def _ends(lean: float) -> str:
    if lean == 0:
        return "As published"
    if abs(lean) == 1:
        return "Hardest on PRT" if lean > 0 else "Kindest to PRT"
    return "Harder on PRT" if lean > 0 else "Kinder to PRT"


def _say(step: float) -> str:
    if step == 0:
        return "as published"
    side = "hard on PRT" if step > 0 else "kind to PRT"
    return f"{abs(step):g} of {STEPS}, {side}"


def _people(arm: Arm, well: float) -> tuple[float, ...]:
    """Return people of 100: known to be well, taken to be well, and the rest; whole, adding up."""
    known = whole(100 * arm.well / arm.randomised)
    all_well = whole(100 * arm.share(well))
    return (float(known), float(all_well - known), float(100 - all_well))
