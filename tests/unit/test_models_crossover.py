"""Crossing over: what lots show shrinks with those who switch; the complier average undoes it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from painlab.models.crossover import CrossoverTrial

SHARE = st.floats(0, 1)
POINTS = st.floats(-40, 40)


def test_the_example_of_the_course() -> None:
    # 60.4 and 47.7 of 100 operated on: a true 15 shows up as 1.9; 89 and 39 of 100: as 7.5.
    assert CrossoverTrial(0.604, 0.477, 15).as_drawn() == pytest.approx(1.9, abs=0.01)
    assert CrossoverTrial(0.89, 0.39, 15).as_drawn() == pytest.approx(7.5)


@given(SHARE, SHARE, POINTS)
def test_lots_show_no_more_than_the_true_gain_and_dividing_gives_it_back(
    one: float, two: float, effect: float
) -> None:
    high, low = max(one, two), min(one, two)
    assume(high - low > 1e-6)
    trial = CrossoverTrial(high, low, effect)
    assert abs(trial.as_drawn()) <= abs(effect)
    assert trial.complier_average() == pytest.approx(effect, abs=1e-6)


@given(SHARE, SHARE, POINTS, POINTS)
def test_counting_what_people_got_is_right_when_those_who_switch_are_like_the_rest(
    one: float, two: float, effect: float, usual: float
) -> None:
    high, low = max(one, two), min(one, two)
    assume(0.01 < high + low < 1.99)
    trial = CrossoverTrial(high, low, effect, usual, usual, usual)
    assert trial.as_treated() == pytest.approx(effect, abs=1e-6)


def test_people_who_would_have_got_better_anyway_make_a_useless_operation_look_good() -> None:
    trial = CrossoverTrial(0.6, 0.4, 0, usual_always=20, usual_drawn=15, usual_never=10)
    assert trial.as_drawn() == 0
    # By hand: operated on are 80 always and 20 drawn of 100, the rest 20 drawn and 80 never.
    assert trial.as_treated() == pytest.approx((0.8 * 20 + 0.2 * 15) - (0.2 * 15 + 0.8 * 10))


def test_nobody_switches() -> None:
    trial = CrossoverTrial(1, 0, 15)
    assert trial.as_drawn() == trial.as_treated() == trial.complier_average() == 15


@pytest.mark.parametrize(("drawn", "other"), [(0.4, 0.5), (1.2, 0.5), (0.5, -0.1)])
def test_shares_that_cannot_be_are_refused(drawn: float, other: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1, the second not above"):
        CrossoverTrial(drawn, other, 15)


def test_nothing_to_compare_is_refused() -> None:
    with pytest.raises(ValueError, match="equally often"):
        CrossoverTrial(0.5, 0.5, 15).complier_average()
    for share in (0.0, 1.0):
        with pytest.raises(ValueError, match="nothing to compare"):
            CrossoverTrial(share, share, 15).as_treated()
