"""Open or sham: one device, tested when people knew what they got and when they did not."""

from __future__ import annotations

from painlab.pieces.explore import explore
from painlab.pieces.model_pictures import Axis, Bars, Part
from painlab.pieces.simulation import Frame, Guess, Setting, Simulation, Slider
from painlab.pieces.words import shown, whole
from painlab.trials import falls_when_hidden, falls_when_known

__all__ = ["simulation"]

NAME = "open-or-sham"


def html(base: str = "../../") -> str:
    """Return the whole piece; `base` is the way from the page to the book's root."""
    return explore(simulation()).html(base)


def frame(setting: Setting) -> Frame:
    """Return what is shown of one trial: what it found, and what is other than in the second."""
    known, hidden = falls_when_known(), falls_when_hidden()
    knew = setting["knew"] > 0.5
    here, there = (known, hidden) if knew else (hidden, known)
    device, other = here.device - there.device, here.other - there.other
    return Frame(
        says=(
            f"{'People knew' if knew else 'Nobody knew'}: disability fell by {here.device:.1f} "
            f"points with the device and by {here.other:.1f} with "
            f"{'usual care' if knew else 'a sham'}. The gap is {here.gap:.1f} points.",
            f"In the other trial {'nobody' if knew else 'people'} knew. Next to it, the bar of the "
            f"device is {_longer(device)} here, and the bar of the other group {_longer(other)}.",
        ),
        values=((here.device,), (here.other,)),
    )


def simulation() -> Simulation:
    """Return the simulation, its words worked out from the evidence."""
    known, hidden = falls_when_known(), falls_when_hidden()
    return Simulation(
        name=NAME,
        title="One device, two trials",
        question="A device is tested twice. In the first trial people know what they get. In the "
        "second they do not. Which bar moves?",
        setting="The device puts heat on a nerve in a bone of the back. First trial: people knew. "
        f"After three months disability had fallen by {known.device:.1f} points of 100 with the "
        f"device, and by {known.other:.1f} with usual care. Second trial: the device, or a sham. "
        f"Nobody knew which. With the device it fell by {hidden.device:.1f}.",
        ask="Set your guess.",
        commit="Show me the sham group",
        kind="Measured",
        label="Both trials were done. Nothing is made up, and there is no model.",
        sources=("bvn_ablation", "jonas2015"),
        sliders=(
            Slider(
                "knew",
                "Did people know what they got?",
                (0.0, 1.0),
                0.0,
                lambda knew: "Yes, they knew" if knew > 0.5 else "No, nobody knew",
                switch=True,
            ),
        ),
        picture=Bars(
            title="How far disability fell in three months",
            x=Axis(0, 30, (0, 10, 20, 30), "points of 100; more is better"),
            bars=(
                Part("with the device", "on"),
                Part("in the other group: usual care, or a sham", "other"),
            ),
            decimals=1,
        ),
        frame=frame,
        decimals=1,
        guess=Guess(
            label="With a sham, disability fell by",
            low=0,
            high=30,
            step=1,
            say="{value} points",
            truth=whole(hidden.other),
            said="You said {guess}. It was about {truth}.",
        ),
        caveat="These are two trials with different rules on who could enter, so this is no pure "
        "test of what knowing does. The second counts only people treated by its rules; counted as "
        "drawn, we have not seen it. It was part of getting the device approved. The device still "
        "did better than the sham, and chance alone is not a likely reason. A sham is not nothing. "
        f"Over {shown('jonas2015.pain_trials')} trials on pain with real procedures of many kinds, "
        f"the real one came out {shown('jonas2015.smd_pain')} standard deviations better, which "
        "could be chance. People got better in all four groups, and that is real.",
        item="surgery-piece-sham-01",
    )


def _longer(points: float) -> str:
    """Write a difference of two bars in words: ``3.2 points shorter``."""
    return f"{abs(points):.1f} points {'shorter' if points < 0 else 'longer'}"
