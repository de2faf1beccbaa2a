"""The piece on hidden differences: its words follow the bars, and it is told both ways."""

from __future__ import annotations

import re

import pytest

from painlab import ev
from painlab.confounding import e_value
from painlab.pieces import confounder, explore
from painlab.pieces.simulation import Choice, Frame, Setting

GRID = explore(confounder.simulation()).grid
RATIO = 188 / 483


def bars(frame: Frame) -> list[float]:
    return [value for (value,) in frame.values]


def numbers(sentence: str) -> list[float]:
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", sentence)]


def test_it_starts_with_the_study_as_it_was_counted() -> None:
    simulation = confounder.simulation()
    first = simulation.at(simulation.start())
    assert bars(first) == pytest.approx([100 * 188 / 725, 100 * 188 / 725, 100 * 483 / 725])
    assert numbers(first.says[0]) == [26, 67, 0.39]


@pytest.mark.parametrize(("setting", "frame"), GRID)
def test_the_sentence_says_what_the_bars_show(setting: Setting, frame: Frame) -> None:
    fused, most, others = bars(frame)
    ratio, left = fused / others, most / others
    said, strength = numbers(frame.says[0]), setting["strength"]
    if strength == 1:
        assert said == [round(fused), round(others), pytest.approx(ratio, abs=0.005)]
        return
    assert left == pytest.approx(ratio * strength**2 / (2 * strength - 1))
    assert said[:2] == pytest.approx([strength] * 2, abs=0.05)
    if left > 1.005:
        assert "more than enough" in frame.says[0]
        assert len(said) == 2
    else:
        assert said[2:] == pytest.approx([ratio, left], abs=0.005)
        assert ("no gap need be left" in frame.says[0]) == (left > 0.995)


def test_with_each_clock_one_strength_of_the_grid_is_just_enough() -> None:
    enough = {
        setting["clock"]: setting["strength"]
        for setting, frame in GRID
        if bars(frame)[1] == pytest.approx(bars(frame)[2])
    }
    assert set(enough) == {confounder.OWN, confounder.SAME}
    assert enough[confounder.OWN] == pytest.approx(e_value(RATIO))
    assert enough[confounder.SAME] < enough[confounder.OWN]


def test_the_clock_moves_the_bar_of_the_made_up_world_alone() -> None:
    for setting, frame in GRID:
        own = bars(confounder.frame({**setting, "clock": confounder.OWN}))
        assert bars(frame)[:2] == pytest.approx(own[:2])
        if setting["clock"] == confounder.SAME:
            assert numbers(frame.says[1]) == [round(own[2]), round(bars(frame)[2])]
            assert "made-up" in frame.says[1]
            assert bars(frame)[2] < own[2] - 10
        else:
            assert "still run from the operation" in frame.says[1]


def test_the_made_up_world_has_the_shares_of_the_study() -> None:
    world = confounder.made_up()
    seen = [ev("nguyen2011.back_at_work", group).value for group in ("fusion", "no_surgery")]
    assert [round(100 * world.operated), round(100 * world.not_operated)] == seen


def test_every_answer_is_met_with_its_own_words_and_none_is_praised_but_the_open_one() -> None:
    guess = confounder.simulation().guess
    assert isinstance(guess, Choice)
    for answer, said in guess.options:
        assert ("That is so" in said) == ("cannot tell" in answer)


def test_the_caveat_holds_how_much_it_takes_and_what_speaks_either_way() -> None:
    caveat = confounder.simulation().caveat
    assert {4.6, 3.9} < set(numbers(caveat))
    assert numbers(caveat)[-3:] == [
        ev("mirza2013.success_1y", "surgery").value,
        100,
        ev("mirza2013.success_1y", "no_surgery").value,
    ]
    # "Work went no better" is what the third study says.
    assert ev("atlas2010.better_work").value == 0
