"""Guided attention: six prompts, safety first, and no promise that the pain falls."""

from __future__ import annotations

import re

import pytest

from painlab.pieces import guided_attention
from painlab.pieces.guided_attention import MINUTES, PROMPTS, sentence, state

STATE = state("../../")


def test_there_are_six_prompts_and_each_says_which_it_is() -> None:
    assert len(STATE["prompts"]) == len(PROMPTS) == 6
    assert STATE["prompts"][2].startswith("Prompt 3 of 6: Notice where it is softest.")


def test_the_reader_chooses_the_time() -> None:
    assert [length["seconds"] for length in STATE["lengths"]] == [60, 120, 300]
    assert STATE["lengths"][STATE["chosen"]]["name"] == "2 minutes"


def test_the_prompts_share_the_time_in_equal_parts() -> None:
    rows = STATE["table"]["rows"]
    assert rows[0][1:] == ["0:00", "0:00", "0:00"]
    assert rows[5][1:] == ["0:50", "1:40", "4:10"]
    assert len(rows[0]) == 1 + len(MINUTES)


def test_safety_stands_before_the_start() -> None:
    for words in ("warning sign", "stop at any time", "not alone"):
        assert words in STATE["setting"]
    assert STATE["gateLink"].endswith("start/safety-check.html")
    assert state(None)["gateLink"] is None


def test_caveat_says_untested_and_counts_side_effects() -> None:
    assert "has not been tested" in STATE["caveat"]
    assert re.findall(r"\d+", STATE["caveat"]) == ["91", "67", "100"]
    assert "not that the pain must fall" in STATE["aha"]


@pytest.mark.parametrize("place", range(6))
def test_the_picture_says_where_one_is(place: int) -> None:
    picture = guided_attention.track(place)
    assert sentence(place) in picture
    assert picture.count("pl-on") == place + 1
