"""Silent danger: the game adds up what Python drew, and its words follow the model."""

from __future__ import annotations

import re
from typing import Any

import pytest

from painlab.models.avoidance import after, published_rewards
from painlab.pieces import silent_danger

STATE = silent_danger.state("../../")
PATHS: list[Any] = STATE["paths"]


def belief(odds: int) -> int:
    """Turn thousandths of log-odds into a belief of 100, as the front end does."""
    return sum(step <= odds for step in STATE["steps"])


def test_it_starts_where_the_lesson_does() -> None:
    assert belief(STATE["startOdds"]) == silent_danger.START == 60
    assert STATE["limit"] == 29


@pytest.mark.parametrize("place", range(3))
def test_adding_up_on_the_page_is_bayes_rule(place: int) -> None:
    shown = PATHS[place]
    signal = silent_danger.paths()[place].signal
    odds, exact = STATE["startOdds"], silent_danger.START / 100
    for seen, told in zip(shown["seen"], shown["told"], strict=True):
        odds += told
        exact = after(exact, seen, signal)
        assert belief(odds) == pytest.approx(100 * exact, abs=0.6)
    assert len(shown["seen"]) == STATE["days"]


def test_the_short_path_finds_out_and_the_long_one_does_not() -> None:
    ends = {}
    for path in PATHS:
        ends[path["id"]] = belief(STATE["startOdds"] + sum(path["told"]))
    assert ends["short"] < STATE["limit"] < ends["long"]


def test_crowds_say_what_each_way_of_walking_finds_out() -> None:
    long, middle, short = (silent_danger.crowd(path.id) for path in silent_danger.paths())
    assert long.found_out < 10
    assert short.found_out > 90
    assert long.found_out < middle.found_out < short.found_out
    # Going near is not free: some wrongly take the danger for gone, but few.
    assert 0 <= short.fooled < 10
    for path, shown in zip(silent_danger.paths(), STATE["crowds"], strict=True):
        numbers = [int(number) for number in re.findall(r"\d+", shown["sentence"])]
        assert numbers == [100, STATE["days"], *silent_danger.crowd(path.id)]


def test_the_price_of_a_mistake_stands_in_the_caveat() -> None:
    assert "safety check comes first" in STATE["caveat"]
    assert "fresh injury" in STATE["caveat"]
    assert published_rewards().act_injured == -400
    assert "400" in STATE["caveat"]
