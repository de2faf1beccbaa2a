"""The charts of the course that are explored, drawn without all the others."""

from __future__ import annotations

from typing import get_type_hints

from painlab.charts import CHARTS
from painlab.charts.explorable import Explorable

EXPLORABLES = {
    name: chart
    for name, make in CHARTS.items()
    if get_type_hints(make)["return"] is Explorable and isinstance(chart := make(), Explorable)
}
