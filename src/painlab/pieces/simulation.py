"""What a simulation is: a model with a few sliders, a picture, and a sentence for every setting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from painlab.pieces.dial import Dial
from painlab.pieces.model_pictures import Bars, Lines, People

__all__ = ["Choice", "Frame", "Guess", "Simulation", "Slider"]

Picture = Lines | Bars | People | Dial
"""How the values of a setting are drawn."""

Setting = Mapping[str, float]
"""A value for each slider, by the name of the slider."""

Kind = Literal["Measured", "Fitted", "Illustrative"]
"""How far a simulation rests on data: the first word of its label."""


@dataclass(frozen=True)
class Slider:
    """One thing that the reader can change.

    Attributes
    ----------
    name : parameter of the model.
    label : the words beside the slider.
    values : the grid for the book, ascending, at least two, in the unit that `say` writes.
    start : the value that is shown first, one of `values`, same unit.
    say : writes a value in words, with its unit.
    switch : whether its values are drawn as a choice between words; there is nothing between them.
    """

    name: str
    label: str
    values: tuple[float, ...]
    start: float
    say: Callable[[float], str]
    switch: bool = False

    def __post_init__(self) -> None:
        """Refuse a grid that a slider cannot stand on.

        Raises
        ------
        ValueError
            When the values do not rise, or the start is none of them.
        """
        if len(self.values) < 2 or list(self.values) != sorted(set(self.values)):
            raise ValueError(f"slider '{self.name}': give two or more values, each higher.")
        if self.start not in self.values:
            raise ValueError(f"slider '{self.name}': {self.start} is not one of its values.")


@dataclass(frozen=True)
class Frame:
    """What is shown at one setting.

    Attributes
    ----------
    says : sentences in words, the one that matters most first.
    values : numbers to draw, in rows as the picture's `shape` says.
    """

    says: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Guess:
    """The number that a reader commits to before the reveal.

    Attributes
    ----------
    label : the words beside the slider.
    low, high, step : what can be chosen: both ends and the step between, in the unit of `say`.
    say : template with ``{value}``.
    truth : the published number to compare with, same unit, rounded as it is shown.
    said : template with ``{guess}`` and ``{truth}``.
    """

    label: str
    low: int
    high: int
    step: int
    say: str
    truth: int
    said: str


@dataclass(frozen=True)
class Choice:
    """The answer in words that a reader commits to before the reveal.

    Attributes
    ----------
    label : the words above the answers.
    options : each answer, and what is said about it after the reveal.
    """

    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Simulation:
    """A model that a reader can move.

    Attributes
    ----------
    name : unique; lower-case words with hyphens.
    title, question, setting, ask, commit : the words of every piece, in the order they are met.
    kind : how far it rests on data.
    label : what is measured, fitted or made up here, and what the model leaves out.
    sources : study keys.
    sliders : one to three.
    picture : how the values are drawn.
    frame : takes a value for each slider; pure, the same setting always gives the same frame.
    decimals : decimals of the values that are kept and shown.
    guess : what to commit to.
    caveat : what the picture does not say.
    item : id of the quiz item that closes it.
    shown_first : whether the picture of the first setting stands there before the guess, because
        it is what the guess starts from.
    """

    name: str
    title: str
    question: str
    setting: str
    ask: str
    commit: str
    kind: Kind
    label: str
    sources: tuple[str, ...]
    sliders: tuple[Slider, ...]
    picture: Picture
    frame: Callable[[Setting], Frame]
    decimals: int
    guess: Guess | Choice
    caveat: str
    item: str
    shown_first: bool = False

    def start(self) -> dict[str, float]:
        """Return the setting that is shown first, a value by slider: the published case."""
        return {slider.name: slider.start for slider in self.sliders}

    def at(self, setting: Setting) -> Frame:
        """Run the model at any value, on the grid or not.

        Parameters
        ----------
        setting : a value for each slider by its name, in the slider's unit.

        Raises
        ------
        ValueError
            When a slider has no value, an unknown one has, or the values do not fit the picture.
        """
        names = [slider.name for slider in self.sliders]
        if sorted(setting) != sorted(names):
            raise ValueError(f"{self.name}: give a value for each of {', '.join(names)}.")
        frame = self.frame(setting)
        shape = [len(row) for row in frame.values]
        if shape != self.picture.shape:
            raise ValueError(
                f"{self.name}: rows of {shape} do not fit the picture, which takes "
                f"{self.picture.shape}."
            )
        return frame


def settings(sliders: Sequence[Slider]) -> list[dict[str, float]]:
    """Return every setting of a grid, the last slider moving fastest."""
    names = [slider.name for slider in sliders]
    return [
        dict(zip(names, values, strict=True))
        for values in product(*(slider.values for slider in sliders))
    ]
