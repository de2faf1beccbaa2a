"""The two pieces on the neck: their words follow the models, and say how far the studies go."""

from __future__ import annotations

import re

import pytest

from painlab import ev
from painlab.pieces import explore, moving_picture, text_neck

# ---------------------------------------------------------------- text neck


def test_the_sentence_on_a_bent_neck_follows_the_model_over_the_whole_grid() -> None:
    for setting, frame in explore(text_neck.simulation()).grid:
        figure = ev("correia2021.angle_or", "sitting" if setting["sitting"] else "standing")
        degrees = setting["angle"]
        ends = figure.ci95 or (0, 0)
        straight, *bent = (row[0] for row in frame.values)
        assert straight == 100
        assert bent == pytest.approx([100 * one**degrees for one in (float(figure), *ends)])
        numbers = [int(number) for number in re.findall(r"\d+", frame.says[0])]
        if degrees == 0:
            assert numbers == [100]
            continue
        assert numbers[0] == degrees
        assert numbers[1] == pytest.approx(bent[0], abs=0.5)
        assert numbers[-2:] == pytest.approx(bent[1:], abs=0.5)
        assert ("the same as" in frame.says[0]) == (numbers[1] == 100)
        assert ("not a proof" in frame.says[1]) == (numbers[1] == 100)


def test_flat_always_fits_and_never_stands_alone() -> None:
    # Nothing here may read as "no link": no change fits everywhere, and so does a clear one.
    for setting, frame in explore(text_neck.simulation()).grid:
        low, high = frame.values[2][0], frame.values[3][0]
        assert low <= 100 <= high
        if setting["angle"] >= 30:
            assert high - low > 50


def test_the_caveat_says_what_rounding_alone_can_do() -> None:
    numbers = [int(number) for number in re.findall(r"\d+", text_neck.simulation().caveat)]
    ends = [100 * ratio**60 for ratio in (0.995, 1.005, 1.02, 1.015, 1.025)]
    assert numbers == pytest.approx([60, *ends], abs=0.5)


# ---------------------------------------------------------------- moving picture


def test_the_sentence_on_a_turned_head_follows_the_model_over_the_whole_grid() -> None:
    for setting, frame in explore(moving_picture.simulation()).grid:
        turn, seen, starts, sore = (row[0] for row in frame.values)
        numbers = [int(number) for number in re.findall(r"\d+", frame.says[0])]
        assert (turn, sore) == (setting["turn"], setting["sore"])
        assert numbers[:3] == pytest.approx([turn, seen, starts], abs=0.5 + 1e-9)
        # The three numbers of the reader add up, whatever was rounded.
        assert numbers[3:] == ([] if starts == sore else [abs(numbers[2] - sore)])
        assert ("sooner" in frame.says[0]) == (starts < sore)
        assert ("later" in frame.says[0]) == (starts > sore)
        assert ("would hurt" in frame.says[0]) == (turn >= starts)


def test_each_view_moves_the_point_by_what_was_measured_and_says_so() -> None:
    said = {"overstates": (moving_picture.MORE, "sooner"), "understates": (0.0, "later")}
    for label, (shows, word) in said.items():
        measured = ev("harvie2015.rom_shift", label).value
        frame = explore(moving_picture.simulation()).at(turn=50, sore=60, shows=shows)
        assert frame.values[2][0] == pytest.approx(60 * (1 + measured / 100))
        assert f"{abs(measured):g} percent {word}" in frame.says[1]
        for _, answer in moving_picture.simulation().guess.options:  # type: ignore[union-attr]
            assert f"{abs(measured):g} " in answer


def test_the_half_that_held_up_and_the_half_that_did_not_are_told_apart() -> None:
    assert ev("kragting2023.overstated_view_shortens").value == 1
    live = explore(moving_picture.simulation())
    assert "sooner too" in live.at(turn=0, sore=60, shows=moving_picture.MORE).says[1]
    assert "only weakly" in live.at(turn=0, sore=60, shows=moving_picture.LESS).says[1]
