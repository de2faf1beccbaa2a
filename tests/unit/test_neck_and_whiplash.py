"""Necks and whiplash: signs come first, pressure on the cord stands apart, both sides are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from painlab import ev
from painlab.charts import CHARTS
from painlab.charts.whiplash import VISITS
from painlab.content import content_dir
from painlab.quiz.bank import course_items

PAGES = ("index", "neck-pain", "whiplash")
# Words one side of a study may have more than the other, as a share of the longer one.
_TILT = 0.15


def page(name: str) -> str:
    return Path(content_dir(), "plan", f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_signs_of_the_neck_stand_before_any_picture_or_guess(name: str) -> None:
    text = page(name)
    signs = text.index("*sudden", text.index(":::{warning-signs}"))
    shown = [text.index(mark) for mark in (":::{chart}", "plan-opening-01") if mark in text]
    assert shown
    assert signs < min(shown)


@pytest.mark.parametrize("name", ["neck_bulge_pain_free", "neck_cord_pressure"])
def test_every_hundred_adds_up(name: str) -> None:
    table = CHARTS[name]().table
    counts = table.select_dtypes("number")
    sums = [int(counts.sum().iloc[0])] if counts.shape[1] == 1 else list(counts.sum(axis=1))
    assert set(sums) == {100}


def test_pressure_on_the_cord_has_a_picture_of_its_own_that_sends_to_a_clinician() -> None:
    bulge, cord = CHARTS["neck_bulge_pain_free"](), CHARTS["neck_cord_pressure"]()
    assert "cord" not in bulge.sentence + bulge.table.to_string()
    assert "bulg" not in cord.sentence + cord.table.to_string()
    assert "always goes to a clinician" in cord.note


def test_the_lithuanian_picture_says_that_few_had_been_hurt() -> None:
    picture = CHARTS["whiplash_lithuania"]()
    assert "Only a small part" in picture.note
    assert picture.table.iloc[0].tolist()[1:] == [8, 7]


def test_the_lithuanian_study_gets_as_much_space_for_as_against() -> None:
    table = page("whiplash").split("| What speaks for it |")[1].split("\n\n")[0]
    shown = re.sub(r"\{ev:of100\}`[^`]+`", "so many of 100", table)
    rows = [row.split("|")[1:3] for row in shown.splitlines()[2:]]
    pro, con = (sum(len(row[side].split()) for row in rows) for side in (0, 1))
    assert abs(pro - con) <= _TILT * max(pro, con)


def test_twenty_visits_add_no_clear_gain_at_any_time_and_left_is_the_visits() -> None:
    table = CHARTS["whiplash_visits"]().table
    assert len(table) == len(VISITS) == 3
    assert all(table["interval from"] < 0)
    assert all(table["to"] > 0)
    assert "below 0 favours the twenty visits" in ev("michaleff2014.pain_effect[week_14]").what
    assert "below 0 favours the visits" in table.columns[1]


def test_no_item_on_warning_signs_asks_how_sure_the_reader_is() -> None:
    items = [
        item for item in course_items().values() if item.objective == "know-when-a-neck-needs-care"
    ]
    assert len(items) >= 4
    assert [item.id for item in items if getattr(item, "confidence", False)] == []
