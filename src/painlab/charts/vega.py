"""Compile an Altair chart to the Vega specification that the reader's browser runs."""

from __future__ import annotations

import json
from typing import Any

import altair as alt
import vl_convert

from painlab.charts.svg import VEGA_LITE, with_variables
from painlab.charts.theme import CONFIG, FONT_STACK


def vega_spec(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """Return `chart` as a Vega specification, its colours as CSS variables.

    Parameters
    ----------
    chart : an Altair chart without configuration of its own.
    """
    spec: dict[str, Any] = chart.to_dict()
    # The page around the chart says in words what it shows, so no mark needs words of its own.
    spec["config"] = {**CONFIG, "font": FONT_STACK, "aria": False}
    compiled = vl_convert.vegalite_to_vega(spec, vl_version=VEGA_LITE)
    del compiled["$schema"]
    painted: dict[str, Any] = json.loads(with_variables(json.dumps(compiled)))
    return painted
