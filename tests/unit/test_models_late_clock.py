"""The world without an effect: a gap with two clocks, and none with one and a fair choice."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from painlab import ev
from painlab.models.late_clock import WINDOW, World
from painlab.quiz.bank import load_items
from painlab.quiz.models import Numeric

PEOPLE = 60_000


def test_the_world_of_the_lab_gives_the_shares_of_the_cohort() -> None:
    shares = World().shares(1_000_000, seed=0)
    seen = [ev("nguyen2011.back_at_work", group).value for group in ("fusion", "no_surgery")]
    assert [100 * shares.operated, 100 * shares.not_operated] == pytest.approx(seen, abs=0.5)
    # Counted from the same months, the gap is smaller by half or more; the rest is the severity.
    gap, rest = (other - shares.operated for other in (shares.not_operated, shares.same_clock))
    assert 0 < rest < gap / 2


def test_the_question_of_the_lab_knows_the_gap_of_its_world() -> None:
    (item,) = load_items(["surgery-lab-cohort-01"])
    shares = World().shares(1_000_000, seed=0)
    assert isinstance(item, Numeric)
    assert item.answer.value == round(100 * (shares.not_operated - shares.operated))


@settings(max_examples=15, deadline=None)
@given(st.floats(0.02, 0.08), st.floats(0, 1.5))
def test_with_one_clock_and_operations_by_chance_no_gap_is_left(work: float, spread: float) -> None:
    shares = World(work=work, operate=0.01, spread=spread, pull=0).shares(PEOPLE, seed=1)
    assert shares.operated == pytest.approx(shares.same_clock, abs=0.025)


@settings(max_examples=15, deadline=None)
@given(st.floats(0.02, 0.08), st.floats(0, 1.5))
def test_without_severity_everyone_goes_back_at_the_same_pace(work: float, pull: float) -> None:
    # The pace is constant, so the wait does not matter: 1 - exp(-work * months) from any month on.
    shares = World(work=work, operate=0.01, spread=0, pull=pull).shares(PEOPLE, seed=2)
    expected = 1 - math.exp(-work * WINDOW)
    assert shares.operated == pytest.approx(expected, abs=0.025)
    assert shares.same_clock == pytest.approx(expected, abs=0.025)


@settings(max_examples=15, deadline=None)
@given(st.floats(0.5, 1.5))
def test_two_clocks_alone_make_a_gap(spread: float) -> None:
    shares = World(spread=spread, pull=0).shares(PEOPLE, seed=3)
    assert shares.not_operated > shares.operated + 0.03


@settings(max_examples=15, deadline=None)
@given(st.floats(0.4, 1.2))
def test_the_sicker_at_the_operation_make_a_gap_with_one_clock_too(pull: float) -> None:
    shares = World(pull=pull).shares(PEOPLE, seed=4)
    assert shares.same_clock > shares.operated


def test_one_seed_gives_one_world() -> None:
    assert World().shares(5_000, seed=5) == World().shares(5_000, seed=5)
    assert World().shares(5_000, seed=5) != World().shares(5_000, seed=6)


def test_impossible_worlds_are_refused() -> None:
    with pytest.raises(ValueError, match="give rates above 0"):
        World(work=0)
    with pytest.raises(ValueError, match="none is left"):
        World(first=9, last=8)
    with pytest.raises(ValueError, match="give more people"):
        World(operate=1e-9).shares(100, seed=0)
