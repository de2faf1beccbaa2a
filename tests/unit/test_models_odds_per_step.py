"""Odds over many steps multiply, and an interval grows with them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlab.models.odds_per_step import OddsPerStep, before_rounding

STEPS = st.floats(0, 60)


def test_the_example_of_the_course() -> None:
    # 1.00 per degree with an interval from 0.98 to 1.02: over 30 degrees from 0.55 to 1.81.
    over = OddsPerStep(1.0, 0.98, 1.02).over(30)
    assert (over.ratio, over.low, over.high) == pytest.approx((1, 0.545, 1.811), abs=0.001)


def test_it_is_what_a_logistic_regression_says_of_two_people_so_many_units_apart() -> None:
    slope, level = np.log(1.07), -1.3
    odds = [np.exp(level + slope * degrees) for degrees in (12, 47)]
    assert OddsPerStep(1.07, 1.0, 1.1).over(35).ratio == pytest.approx(odds[1] / odds[0])


@given(STEPS, STEPS)
def test_two_ways_one_after_the_other_multiply(one: float, two: float) -> None:
    odds = OddsPerStep(0.99, 0.98, 1.01)
    first, second, both = odds.over(one), odds.over(two), odds.over(one + two)
    for name in ("ratio", "low", "high"):
        product = getattr(first, name) * getattr(second, name)
        assert getattr(both, name) == pytest.approx(product)


@given(STEPS, st.floats(0.1, 10))
def test_the_interval_holds_its_estimate_and_never_narrows(steps: float, more: float) -> None:
    near, far = (OddsPerStep(0.99, 0.98, 1.01).over(n) for n in (steps, steps + more))
    assert near.low <= near.ratio <= near.high
    assert far.high / far.low > near.high / near.low


def test_no_step_is_no_change() -> None:
    assert OddsPerStep(0.99, 0.98, 1.01).over(0) == OddsPerStep(1, 1, 1)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="inside its interval"):
        OddsPerStep(1.1, 0.98, 1.02)
    with pytest.raises(ValueError, match="inside its interval"):
        OddsPerStep(0.5, 0, 1)
    with pytest.raises(ValueError, match="give 0 or more"):
        OddsPerStep(1, 1, 1).over(-1)


@given(st.floats(0.9, 1.1))
def test_the_number_before_rounding_lies_between_both_ends(value: float) -> None:
    low, high = before_rounding(round(value, 2), 2)
    assert low - 1e-12 <= value <= high + 1e-12
    assert high - low == pytest.approx(0.01)
