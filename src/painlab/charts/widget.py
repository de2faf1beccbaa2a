"""The explorable chart in a notebook: the book's front end, with Vega in front of it."""

from __future__ import annotations

from typing import Any

import anywidget
import ipywidgets
import traitlets

from painlab.frontend import built, styles

MODULE = "vega-chart"


class ChartWidget(anywidget.AnyWidget):
    """A chart with its controls.

    Attributes
    ----------
    reader : what the reader has chosen: a value for each signal; empty before.
    """

    _css = styles(MODULE)

    chart: Any = traitlets.Dict().tag(sync=True)
    reader: Any = traitlets.Dict().tag(sync=True)

    def __init__(self, state: dict[str, Any]) -> None:
        """Take :attr:`painlab.charts.explorable.Explorable.state`."""
        scripts = [built(name).read_text("utf-8") for name in ("vega.book.js", f"{MODULE}.js")]
        super().__init__(chart=state, _esm="\n".join(scripts))


def in_notebook(state: dict[str, Any], caption: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what Jupyter shows: the chart with its controls over its caption.

    Parameters
    ----------
    state : state of the chart.
    caption : trusted HTML.
    """
    box = ipywidgets.VBox([ChartWidget(state), ipywidgets.HTML(caption)])
    return box._repr_mimebundle_(), {}
