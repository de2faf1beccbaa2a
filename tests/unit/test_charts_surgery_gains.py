"""Gains of operations: every sign is turned the way the evidence says, and no row lacks a study."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from painlab import ev
from painlab.charts.fusion_reviews import REVIEWS
from painlab.charts.gains import Compared
from painlab.charts.surgery_legs import CANAL, DISC
from painlab.content import content_dir

COMPARED = [*REVIEWS, *DISC, *CANAL]
_SAYS = {"below zero": -1, "below 0": -1, "above zero": 1, "above 0": 1}
SORTED = "## What has been found, in one table"


def _favours_surgery(what: str) -> int:
    found = re.search(r"(below zero|below 0|above zero|above 0)[^;.]*(favours|better)", what)
    assert found, f"'{what}' does not say which sign favours the operation"
    return _SAYS[found.group(1)]


@pytest.mark.parametrize("one", COMPARED, ids=lambda one: one.key)
def test_the_sign_is_the_one_that_the_evidence_names(one: Compared) -> None:
    assert one.better_is == _favours_surgery(ev(one.key).what)


@pytest.mark.parametrize("one", COMPARED, ids=lambda one: one.key)
def test_below_zero_favours_the_operation_on_every_picture(one: Compared) -> None:
    figure, effect = ev(one.key), one.effect()
    assert effect.low <= effect.value <= effect.high
    assert effect.value == pytest.approx(-one.better_is * figure.value)


def _rows() -> list[str]:
    page = (Path(content_dir()) / "surgery" / "index.md").read_text(encoding="utf-8")
    table = page.split(SORTED)[1].split("**And the harm.**")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")]
    return [line for line in rows if not line.startswith("| Problem")]


def test_every_row_of_the_sorting_table_names_a_study() -> None:
    rows = _rows()
    assert len(rows) >= 14
    assert [row for row in rows if "{study}`" not in row] == []


def test_each_small_or_none_names_what_it_was_compared_with() -> None:
    page = (Path(content_dir()) / "surgery" / "index.md").read_text(encoding="utf-8")
    small = page.split("### Small or none")[1].split("###")[0]
    rows = [line for line in small.splitlines() if "{study}`" in line]
    assert len(rows) == 5
    for row in rows:
        assert re.match(r"\*[^*]+:\*", row.split("|")[2].strip()), row
