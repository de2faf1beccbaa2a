"""Confounder: how strong a hidden difference must be to make a gap, and what a late clock adds."""

from __future__ import annotations

from functools import cache

from painlab import ev, stats
from painlab.confounding import e_value, e_value_of_interval, ratio_left
from painlab.models.late_clock import Shares, World
from painlab.pieces.explore import explore
from painlab.pieces.model_pictures import Axis, Bars, Part
from painlab.pieces.simulation import Choice, Frame, Setting, Simulation, Slider
from painlab.pieces.words import shown, whole

__all__ = ["simulation"]

NAME = "confounder"
OWN, SAME = 0.0, 1.0
"""The clocks: each group its own, as in the study, or the same for both."""


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    return explore(simulation()).html(base)


def published() -> stats.Estimate:
    """Return the ratio of those back at work, fusion over no operation (nguyen2011)."""
    return stats.risk_ratio(*_counts("fusion"), *_counts("no_surgery"))


@cache
def made_up() -> Shares:
    """Return what the made-up world shows, in which the operation does nothing."""
    return World().shares(1_000_000, seed=0)


def shares(setting: Setting) -> tuple[float, float, float]:
    """Return people of 100 back at work: fusion, the same with the advantage, no operation.

    With one clock the last number comes from the made-up world.
    """
    fused, others = _counted("fusion"), _counted("no_surgery")
    if setting["clock"] == SAME:
        others = 100 * made_up().same_clock
    strength = setting["strength"]
    return fused, others * ratio_left(fused / others, strength, strength), others


def frame(setting: Setting) -> Frame:
    """Return what is shown at one setting: two sentences, and the three bars."""
    values = shares(setting)
    return Frame(
        says=(_strength(setting["strength"], *values), _clock(setting["clock"], values[2])),
        values=tuple((value,) for value in values),
    )


def simulation() -> Simulation:
    """Return the simulation, its words and its grid worked out from the evidence."""
    fused, others = whole(_counted("fusion")), whole(_counted("no_surgery"))
    return Simulation(
        name=NAME,
        title="Is the gap the operation?",
        question=f"Of 100 hurt workers who had a spinal fusion, {fused} were back at work within "
        f"two years. Of 100 who had no operation, {others} were. How much of this gap is due to "
        "the operation?",
        setting="Nobody drew lots. The two years ran from the operation for one group, and from "
        "the injury for the other.",
        ask="Choose the answer that you would give.",
        commit="Show me what it takes",
        kind="Illustrative",
        label="Measured: the two shares. Worked out by a published formula: the most that an "
        "advantage of this strength can do. Made up: the advantage, and the world in which both "
        "clocks start in the same month.",
        sources=("nguyen2011", "vanderweele2017", "mirza2013", "atlas2010"),
        sliders=(
            Slider("strength", "How strong is the hidden advantage?", _grid(), 1.0, _times),
            Slider(
                "clock",
                "When do the two years start?",
                (OWN, SAME),
                OWN,
                lambda clock: "in the same month (made up)" if clock else "as in the study",
                switch=True,
            ),
        ),
        picture=Bars(
            title="Back at work within two years, of 100 people",
            x=Axis(0, 100, (0, 25, 50, 75, 100), "people of 100"),
            bars=(
                Part("fusion", "on"),
                Part("fusion, given the same advantage, at most", "off"),
                Part("no operation", "other"),
            ),
            decimals=0,
        ),
        frame=frame,
        decimals=0,
        guess=_choice(),
        caveat=_caveat(),
        item="surgery-piece-confounder-01",
    )


def _counts(group: str) -> tuple[int, int]:
    """Return people back at work, and all people of the group."""
    return ev("nguyen2011.back_at_work", group).counts()


def _counted(group: str) -> float:
    events, total = _counts(group)
    return 100 * events / total


def _grid() -> tuple[float, ...]:
    """Return strengths from none to more than enough; with each clock, the one that is enough."""
    fused, _, late = shares({"strength": 1.0, "clock": SAME})
    enough = {e_value(published().value), e_value(fused / late)}
    return tuple(sorted({1.0, 1.5, 2.0, 3.0, 3.5, 4.0, 5.0} | enough))


def _times(strength: float) -> str:
    return f"{round(strength, 1):g} times" if strength > 1 else "none"


def _strength(strength: float, fused: float, most: float, others: float) -> str:
    """Say what an advantage of this strength can do."""
    ratio = f"{fused / others:.2f}"
    if strength == 1:
        return (
            f"Without a hidden advantage it stays at {whole(fused)} against {whole(others)}, a "
            f"ratio of {ratio}."
        )
    opening = (
        f"Say an advantage is {_times(strength)} as common without an operation, and makes people "
        f"{_times(strength)} as likely to go back to work."
    )
    if round(most / others, 2) < 1:
        return (
            f"{opening} Taken out, it moves the ratio from {ratio} to {most / others:.2f} at most."
        )
    if round(most / others, 2) == 1:
        return f"{opening} Taken out, it moves the ratio from {ratio} to 1: no gap need be left."
    return f"{opening} That is more than enough to make the whole gap."


def _clock(clock: float, others: float) -> str:
    if clock == OWN:
        return (
            "Two years still run from the operation for some, and from the injury for the others."
        )
    counted, late = whole(_counted("no_surgery")), whole(others)
    return (
        "In a made-up world with the same two shares, the operation does nothing. There, "
        f"starting both clocks in the same month takes the others from {counted} to {late}."
    )


def _choice() -> Choice:
    likeness = "were alike in all else, and were counted from the same day. Nobody can say that."
    return Choice(
        label="Due to the operation is",
        options=(
            ("all of it", f"You said all of it. That holds only if both groups {likeness}"),
            ("some of it", "You said some of it. It may be. These counts cannot say how much."),
            ("none of it", "You said none of it. It may be. These counts cannot show that either."),
            ("these counts cannot tell", "You said that they cannot tell. That is so; see why."),
        ),
    )


def _caveat() -> str:
    ratio = published()
    doing_well = [shown(f"mirza2013.success_1y[{group}]") for group in ("surgery", "no_surgery")]
    return (
        "To make the whole gap alone, one advantage must have a strength of "
        f"{e_value(ratio.value):.1f}, or {e_value_of_interval(ratio):.1f} if the ratio lies at the "
        "end of its margin. That is a lot. But people differ in many ways at once. "
        "One was measured: people without a lawyer were said to be "
        f"{shown('nguyen2011.lawyer')} times as likely to go back to work. That it could be so "
        "does not show that it was, nor whether a fusion helps or harms. In another study without "
        f"lots, more people did well with an operation ({doing_well[0]} of 100 against "
        f"{doing_well[1]}). In a third, on leg pain, work went no better with one."
    )
