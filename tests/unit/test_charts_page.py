"""The page of all charts shows each picture of the gallery, and its code draws what it says."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import altair as alt
import pytest

from painlab.charts import GALLERY
from painlab.charts.svg import chart_svg

PAGE = Path(__file__).parents[2] / "book" / "reference" / "charts.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def test_the_page_shows_the_whole_gallery() -> None:
    assert set(re.findall(r"\{chart\} (\w+)", TEXT)) >= set(GALLERY)


def test_every_family_has_its_code() -> None:
    assert len(BLOCKS) == TEXT.count("\n### ") == TEXT.count("{chart}")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split()[1].rpartition(".")[2])
def test_the_code_runs_in_four_lines(block: str) -> None:
    *setup, last = ast.parse(block).body
    assert len(setup) <= 4
    assert isinstance(last, ast.Expr)
    names: dict[str, Any] = {}
    exec(compile(ast.Module(setup, []), str(PAGE), "exec"), names)
    chart = eval(compile(ast.Expression(last.value), str(PAGE), "eval"), names)
    assert isinstance(chart, alt.TopLevelMixin)
    assert chart_svg(chart, "example", "Example", "An example.").startswith("<svg")
