"""A picture that its reader can explore: controls, and a sentence for everything they can show.

The page holds the drawing as it stands at the start. When the reader comes near, Vega draws it
anew and the controls set its signals (``frontend/src/vega-chart.js``). Every sentence is written
here; the browser only picks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Literal

import altair as alt

from painlab.charts.picture import Picture
from painlab.charts.vega import vega_spec
from painlab.frontend import embed, json_for_script

__all__ = ["Control", "Explorable", "Words"]

MODULE = "vega-chart"

Value = str | int | float
Setting = Mapping[str, Value]
"""A value for each control, by its signal."""


@dataclass(frozen=True)
class Control:
    """An input of the reader's, bound to a signal of the chart.

    Attributes
    ----------
    signal : parameter of the chart; a data field of the same name makes its marks choose a value.
    label : the words beside the input.
    kind : a list to choose from, or a slider.
    values : what the signal can be, each once, in the unit of the chart's field.
    names : the same in words, for readers.
    start : the value that is shown first.
    """

    signal: str
    label: str
    kind: Literal["select", "range"]
    values: tuple[Value, ...]
    names: tuple[str, ...]
    start: Value

    def __post_init__(self) -> None:
        """Refuse a control that cannot be shown.

        Raises
        ------
        ValueError
            When values and names do not go together, or the start is none of the values.
        """
        if len(self.names) != len(self.values) or len(set(self.values)) != len(self.values):
            raise ValueError(f"control '{self.signal}': give each value once, with one name.")
        if self.start not in self.values:
            raise ValueError(f"control '{self.signal}': {self.start!r} is not one of its values.")

    def param(self) -> alt.Parameter:
        """Return the chart's parameter that this control sets."""
        return alt.param(name=self.signal, value=self.start)


@dataclass(frozen=True)
class Words:
    """A sentence that depends on some of the controls; empty where there is nothing to say.

    Attributes
    ----------
    signals : the controls it depends on.
    write : takes a value for each of them, in that order.
    """

    signals: tuple[str, ...]
    write: Callable[..., str]


@dataclass(frozen=True, eq=False, repr=False)
class Explorable(Picture):
    """A picture whose reader can choose what it shows.

    Attributes
    ----------
    controls : in the order in which they stand under the drawing.
    words : what is said of a setting; the first sentence matters most.
    script : address of :meth:`spec_script`, for pages that fetch it when the reader comes near;
        empty where the specification stands in the page.
    """

    controls: tuple[Control, ...]
    words: tuple[Words, ...]
    script: str = ""

    def __post_init__(self) -> None:
        """Refuse sentences about controls that there are not.

        Raises
        ------
        ValueError
            When a sentence names an unknown signal.
        """
        known = {control.signal for control in self.controls}
        for words in self.words:
            if unknown := set(words.signals) - known:
                raise ValueError(f"{self.name}: no control sets {', '.join(sorted(unknown))}.")

    def start(self) -> dict[str, Value]:
        """Return the setting that is shown first: a value by signal."""
        return {control.signal: control.start for control in self.controls}

    def says(self, setting: Setting) -> list[str]:
        """Return the sentences of a `setting`, which has a value for each control by its signal.

        Raises
        ------
        KeyError
            When a control has no value.
        """
        said = (words.write(*(setting[name] for name in words.signals)) for words in self.words)
        return [sentence for sentence in said if sentence]

    @cached_property
    def _still(self) -> str:
        return self.svg()

    @cached_property
    def state(self) -> dict[str, Any]:
        """Everything that the front end shows.

        Raises
        ------
        ValueError
            When the drawing does not say how large it is.
        """
        width, height = _size(self._still)
        return {
            "title": self.title,
            "width": width,
            "height": height,
            "controls": [
                {
                    "signal": control.signal,
                    "label": control.label,
                    "kind": control.kind,
                    "values": control.values,
                    "names": control.names,
                    "start": control.values.index(control.start),
                }
                for control in self.controls
            ],
            "sentences": [self._sentences(words) for words in self.words],
            "spec": self.script or self.spec,
        }

    @cached_property
    def spec(self) -> dict[str, Any]:
        """What Vega draws."""
        return vega_spec(self.chart)

    def spec_script(self) -> str:
        """Return the specification as a script: pages opened as files may fetch no data."""
        return f"globalThis.painlabSpec={json_for_script(self.spec)};\n"

    def _sentences(self, words: Words) -> dict[str, Any]:
        """Write one sentence for every setting, each text once; the last control moves fastest."""
        values = {control.signal: control.values for control in self.controls}
        written = [words.write(*cells) for cells in product(*(values[n] for n in words.signals))]
        texts = list(dict.fromkeys(written))
        place = {text: number for number, text in enumerate(texts)}
        return {
            "signals": words.signals,
            "texts": texts,
            "at": [place[text] for text in written],
        }

    def _drawing(self) -> str:
        return embed(MODULE, {"chart": self.state, "reader": {}}, self._still)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Any:
        """Return the live chart over its caption; HTML and text where no kernel runs."""
        # Only notebooks need the widget, and its packages take long to load.
        from painlab.charts.widget import in_notebook

        data, metadata = in_notebook(self.state, self._caption())
        return {**data, **super()._repr_mimebundle_()}, metadata


def _size(svg: str) -> tuple[int, int]:
    """Return width and height of a drawing, in pixels."""
    found = re.search(r'<svg[^>]* width="(\d+)" height="(\d+)"', svg)
    if found is None:
        raise ValueError("The drawing does not say how large it is.")
    return int(found[1]), int(found[2])
