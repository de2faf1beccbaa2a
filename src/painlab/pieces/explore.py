"""`explore`: a simulation that needs no kernel in the book, and runs live in JupyterLab.

In the book the model is computed over its grid when the page is built, and the sliders pick from
what was computed. In JupyterLab the same sliders have a hundred steps, and each runs the model.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from functools import cached_property
from typing import Any

import numpy as np
import traitlets

from painlab.frontend import built, styles
from painlab.pieces.shell import piece_html, table
from painlab.pieces.simulation import Choice, Frame, Guess, Simulation, Slider, settings
from painlab.pieces.words import GAP_ENDS, studies
from painlab.widget import CourseWidget

MODULE = "simulation"
LIVE_STEPS = 100
"""Steps of a slider in JupyterLab."""


def explore(
    simulation: Simulation, grid: Mapping[str, Sequence[float]] | None = None
) -> Exploration:
    """Return a simulation that can be moved: over `grid` in the book, anywhere in JupyterLab.

    Parameters
    ----------
    simulation : the model with its sliders, words and picture.
    grid : other values for some sliders, by name, ascending; a slider starts on the value nearest
        to its published one.

    Raises
    ------
    KeyError
        When the grid names a slider that there is not.
    ValueError
        When the values of a slider do not rise.
    """
    known = {slider.name: slider for slider in simulation.sliders}
    for name, values in (grid or {}).items():
        if name not in known:
            raise KeyError(f"{simulation.name} has no slider '{name}': use {', '.join(known)}.")
        start = min(values, key=lambda value: abs(value - known[name].start))
        known[name] = replace(known[name], values=tuple(values), start=start)
    return Exploration(replace(simulation, sliders=tuple(known.values())))


class Exploration(CourseWidget):
    """A simulation in a notebook; in the book its grid.

    Attributes
    ----------
    reader : what the reader has done: ``guess`` (None after a skip) and ``setting``, the place of
        each slider; empty before.

    Examples
    --------
    >>> from painlab.pieces import expectation
    >>> moved = explore(expectation.simulation())  # doctest: +SKIP
    >>> moved.at(pull=0.3, disconfirming=0.1).says[0]  # doctest: +SKIP
    """

    _esm = built(f"{MODULE}.js")
    _css = styles(MODULE)

    piece: Any = traitlets.Dict().tag(sync=True)
    reader: Any = traitlets.Dict().tag(sync=True)
    wanted: Any = traitlets.List().tag(sync=True)
    frame: Any = traitlets.Dict().tag(sync=True)

    def __init__(self, simulation: Simulation) -> None:
        """Take a `simulation`; `explore` is the way in."""
        self.simulation = simulation
        self._fine = tuple(_finer(slider) for slider in simulation.sliders)
        start = simulation.at(simulation.start())
        super().__init__(
            piece=_words(simulation, self._fine, None), frame=_packed(start, simulation.decimals)
        )
        self.observe(self._answer, "wanted")

    def at(self, **setting: float) -> Frame:
        """Run the model at any value.

        Parameters
        ----------
        setting : a value for each slider, in its unit.

        Raises
        ------
        ValueError
            When a slider has no value or an unknown one has; also what the model itself refuses.
        """
        return self.simulation.at(setting)

    @cached_property
    def grid(self) -> list[tuple[dict[str, float], Frame]]:
        """Every setting of the book's grid, a value by slider, with its frame."""
        return [(one, self.simulation.at(one)) for one in settings(self.simulation.sliders)]

    def html(self, base: str) -> str:
        """Return the simulation for a page; `base` is the way from it to the book's root."""
        simulation = self.simulation
        first = simulation.at(simulation.start())
        frames = [_packed(frame, simulation.decimals) for _, frame in self.grid]
        return piece_html(
            MODULE,
            {**_words(simulation, simulation.sliders, base), "frames": frames},
            picture=simulation.picture.draw(first.says[0], _rounded(first, simulation.decimals)),
            sentences=first.says,
            caveat=simulation.caveat,
            numbers=_all_numbers(simulation, first),
            item=simulation.item,
            base=base,
        )

    def _answer(self, change: Mapping[str, Any]) -> None:
        places = zip(self._fine, change["new"], strict=True)
        setting = {slider.name: slider.values[int(place)] for slider, place in places}
        self.frame = _packed(self.simulation.at(setting), self.simulation.decimals)

    def __repr__(self) -> str:
        """Return the call that makes this; no addresses, so that stored outputs compare."""
        return f"explore({self.simulation.name.replace('-', '_')}.simulation())"

    def as_text(self) -> str:
        """Return title, question and what the first setting shows."""
        first = self.simulation.at(self.simulation.start())
        return f"{self.simulation.title}. {self.simulation.question}\n{' '.join(first.says)}"

    def as_html(self) -> str:
        """Return the page's form, for a notebook that is read and not run."""
        return self.html("../")


def _finer(slider: Slider) -> Slider:
    """Return a slider with a hundred steps; the start stays on it, and a switch stays a switch."""
    if slider.switch:
        return slider
    low, high = slider.values[0], slider.values[-1]
    values = {round(float(value), 6) for value in np.linspace(low, high, LIVE_STEPS + 1)}
    return replace(slider, values=tuple(sorted(values | {slider.start})))


def _rounded(frame: Frame, decimals: int) -> list[list[float]]:
    """Return a frame's values as the front end has them, so that both pictures are the same."""
    return [[round(value, decimals) for value in row] for row in frame.values]


def _packed(frame: Frame, decimals: int) -> dict[str, Any]:
    """Return a frame as whole numbers, which are short to store; the front end divides again."""
    scale = 10**decimals
    return {
        "says": list(frame.says),
        "values": [[round(value * scale) for value in row] for row in frame.values],
    }


def _words(simulation: Simulation, sliders: Sequence[Slider], base: str | None) -> dict[str, Any]:
    picture = simulation.picture
    return {
        "title": simulation.title,
        "question": simulation.question,
        "setting": simulation.setting,
        "ask": simulation.ask,
        "commit": simulation.commit,
        "kind": simulation.kind,
        "label": simulation.label,
        "sources": studies(simulation.sources, base),
        "caveat": simulation.caveat,
        "guess": _guess(simulation.guess),
        "sliders": [
            {
                "label": slider.label,
                "said": [slider.say(value) for value in slider.values],
                "start": slider.values.index(slider.start),
                "switch": slider.switch,
            }
            for slider in sliders
        ],
        "picture": {**asdict(picture), "kind": picture.kind, "layout": picture.layout},
        "decimals": simulation.decimals,
        "columns": picture.columns,
        "heads": picture.heads,
        "listed": picture.listed,
        "shownFirst": simulation.shown_first,
    }


def _guess(guess: Guess | Choice) -> dict[str, Any]:
    if isinstance(guess, Choice):
        return asdict(guess)
    return {**asdict(guess), "gap": {"said": guess.said, **GAP_ENDS}}


def _all_numbers(simulation: Simulation, frame: Frame) -> dict[str, Any]:
    picture = simulation.picture
    shown = [
        [head, *(f"{value:.{simulation.decimals}f}" for value in row)]
        for head, row in zip(picture.heads, picture.cells(frame.values), strict=True)
    ]
    return table(picture.title, picture.columns, shown)
