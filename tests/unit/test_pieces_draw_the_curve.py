"""Draw the curve says what the evidence holds: values, people behind them, where we saw them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from painlab import ev
from painlab.evidence import UnknownKeyError
from painlab.pieces import draw_the_curve

AGES = (20, 30, 40, 50, 60, 70, 80)
STATE = draw_the_curve.state("../../")
FINDINGS: dict[str, Any] = {finding["id"]: finding for finding in STATE["findings"]}


@cache
def people(name: str, age: int) -> float | None:
    try:
        return ev(f"brinjikji2015.people_behind_{name}", age).value
    except UnknownKeyError:
        return None


def test_all_eight_findings_are_there_and_the_first_picture_is_the_bulge() -> None:
    assert len(FINDINGS) == 8
    assert STATE["start"] == "disk_bulge"
    assert FINDINGS["disk_bulge"]["curve"] == [30, 40, 50, 60, 69, 77, 84]


@pytest.mark.parametrize("name", FINDINGS)
def test_every_point_is_the_evidence_with_its_people_and_its_status(name: str) -> None:
    finding = FINDINGS[name]
    for i, age in enumerate(AGES):
        cell = ev(f"brinjikji2015.{name}", age)
        assert finding["curve"][i] == cell.value
        assert finding["people"][i] == people(name, age)
        if people(name, age) == 0:
            assert finding["marks"][i] == "nobody"
        else:
            assert finding["marks"][i] == {"verified": "seen", "secondary": "copied"}[cell.status]


@pytest.mark.parametrize("name", FINDINGS)
def test_sentences_say_the_values_and_the_people(name: str) -> None:
    finding = FINDINGS[name]
    twenty, fifty, eighty = (finding["curve"][i] for i in (0, 3, 6))
    assert f"{twenty} of 100 people without back pain have" in finding["sentence"]
    assert finding["sentence"].endswith(f"at 20, {fifty} at 50 and {eighty} at 80.")
    for age in (20, 30, 40, 50):
        if count := people(name, age):
            assert re.search(rf"\b{count:.0f} (people )?at {age}\b", finding["caveat"])
    assert "For 60, 70 and 80 we have not seen how many." in finding["caveat"]
    nobody = "At 20 and 30 there was nobody" in finding["caveat"]
    assert nobody == (people(name, 20) == 0)


@pytest.mark.parametrize("name", FINDINGS)
def test_half_is_said_where_the_curve_first_reaches_it(name: str) -> None:
    finding = FINDINGS[name]
    reached = [age for age, value in zip(AGES, finding["curve"], strict=True) if value >= 50]
    if not reached:
        assert finding["insight"].startswith("Even at 80, most people who feel no pain do not")
        return
    much = "half" if finding["curve"][AGES.index(reached[0])] == 50 else "more than half"
    assert finding["insight"].startswith(f"So at {reached[0]}, {much} of the people")


@pytest.mark.parametrize("name", FINDINGS)
def test_the_table_repeats_the_picture(name: str) -> None:
    finding = FINDINGS[name]
    for i, (age, value, behind, where) in enumerate(finding["table"]["rows"]):
        assert (age, value) == (AGES[i], finding["curve"][i])
        assert behind == ("not seen" if finding["people"][i] is None else finding["people"][i])
        assert ("copy" in where) == (ev(f"brinjikji2015.{name}", age).status == "secondary")


def test_the_other_half_comes_with_counts_intervals_and_a_link() -> None:
    aside = STATE["aside"]
    text = " ".join(aside["paragraphs"])
    for finding in ("disc_protrusion", "disc_extrusion"):
        ratio = ev(f"brinjikji2015b.odds_ratio[{finding}]")
        assert ratio.ci95
        assert f"{ratio.value:g} for" in text
        assert f"{ratio.ci95[0]:g} to {ratio.ci95[1]:g}" in text
    for key in ("brinjikji2015.disk_protrusion[40]", "calc.protrusion_with_pain_40"):
        assert f"{ev(key).value:g}" in text
    assert aside["link"]["href"] == "../../book/imaging/people-with-pain.html"


def test_in_a_notebook_no_link_leads_into_a_book_that_is_not_there() -> None:
    state = draw_the_curve.state(None)
    assert "link" not in state["aside"]
    assert state["sources"][0]["href"].startswith("https://doi.org/")
