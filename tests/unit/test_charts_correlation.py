"""The scatters of invented people show what their words and their model say."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from painlab.charts.correlation import correlation_scatters
from painlab.models.correlation import share_in_both_halves
from painlab.quiz.bank import load_items
from painlab.quiz.models import Numeric

PICTURE = correlation_scatters([0, 0.2, 0.4, 0.6])


def test_the_counts_are_typical_ones_and_grow_with_the_link() -> None:
    here = PICTURE.table["in both halves, of 50, here"].tolist()
    usual = PICTURE.table["in both halves, of 50, on average"].tolist()
    assert here == sorted(set(here))
    assert all(abs(one - other) <= 2 for one, other in zip(here, usual, strict=True))
    assert PICTURE.sentence.startswith(f"At r = 0, {here[0]} of the 50 most fearful")
    for r, count in zip((0.2, 0.4, 0.6), here[1:], strict=True):
        assert f"At r = {r:g} it is {count}." in PICTURE.sentence


def test_as_many_dots_are_filled_as_the_words_say() -> None:
    groups = [
        group
        for group in ET.fromstring(PICTURE.svg()).iter("{http://www.w3.org/2000/svg}g")
        if "accent" in group.get("stroke", "")
    ]
    filled = [len(group) for group in groups if "accent" in group.get("fill", "")]
    assert filled == PICTURE.table["in both halves, of 50, here"].tolist()
    assert sum(len(group) for group in groups) == 400


def test_a_picture_of_invented_people_names_no_source_and_says_that_they_are_invented() -> None:
    assert "Source" not in PICTURE.html()
    assert PICTURE.note.startswith("Invented people")


def test_the_question_about_it_has_the_models_answer() -> None:
    (item,) = load_items(["fear-arrows-07"])
    assert isinstance(item, Numeric)
    assert item.answer.value == pytest.approx(50 * share_in_both_halves(0.4), abs=0.5)
