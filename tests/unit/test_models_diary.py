"""The diary falls back as its formula says, and the three arms give back what went in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlab import ev
from painlab.models.diary import Arms, Diary, three_arm_trial

DIARY = Diary(level=50, sd=20, likeness=0.6)


def test_the_example_of_the_course() -> None:
    # Mean 5, spread 2, likeness 0.6: 8.1 on the day at 7 or more, 6.8 a month later.
    small = Diary()
    assert small.at_visit(7) == pytest.approx(8.05, abs=0.01)
    assert small.around_visit(7, 1) == pytest.approx(6.83, abs=0.01)


@given(st.floats(0, 100), st.integers(0, 24))
def test_a_bad_month_is_followed_by_one_nearer_the_usual_level(
    threshold: float, month: int
) -> None:
    here, next_one = DIARY.around_visit(threshold, month), DIARY.around_visit(threshold, month + 1)
    assert DIARY.level <= next_one <= here
    assert DIARY.around_visit(threshold, -month) == here
    assert DIARY.at_visit(threshold) >= threshold


@given(st.floats(20, 80), st.floats(0, 0.9))
def test_the_more_alike_the_months_the_less_a_bad_one_passes(
    threshold: float, likeness: float
) -> None:
    looser, tighter = (
        Diary(50, 20, one).around_visit(threshold, 1) for one in (likeness, likeness + 0.05)
    )
    assert tighter >= looser


def test_simulated_diaries_agree_with_the_formula() -> None:
    pain = DIARY.simulate(months=6, people=60_000, seed=0)
    assert pain.mean() == pytest.approx(50, abs=0.3)
    assert pain.std() == pytest.approx(20, abs=0.3)
    came = pain[pain[:, 2] >= 70]
    for month in range(2, 6):
        expected = DIARY.around_visit(70, month - 2)
        assert came[:, month].mean() == pytest.approx(expected, abs=0.6)
    assert np.array_equal(pain, DIARY.simulate(months=6, people=60_000, seed=0))


def test_the_split_finds_what_was_put_in_and_can_match_the_measured_one() -> None:
    arms = three_arm_trial(DIARY, 70, placebo=4.5, specific=8.2, people=40_000, seed=0)
    assert arms.placebo - arms.nothing == pytest.approx(4.5, abs=0.4)
    assert arms.treatment - arms.placebo == pytest.approx(8.2, abs=0.4)
    key = "pedersen2024.share_of_fall_in_pain"
    measured = [ev(key, part).value / 100 for part in ("no_treatment", "placebo", "specific")]
    assert list(arms.parts()) == pytest.approx(measured, abs=0.02)


@given(st.floats(0, 30), st.floats(0, 30), st.floats(0.1, 30))
def test_the_parts_add_up_to_the_whole(nothing: float, placebo: float, specific: float) -> None:
    parts = Arms(nothing, nothing + placebo, nothing + placebo + specific).parts()
    assert sum(parts) == pytest.approx(1)
    assert parts.specific > 0


def test_impossible_diaries_and_trials_are_refused() -> None:
    with pytest.raises(ValueError, match="give a spread above 0"):
        Diary(sd=0)
    with pytest.raises(ValueError, match="likeness"):
        Diary(likeness=1)
    with pytest.raises(ValueError, match="give 1 or more"):
        DIARY.simulate(0, 1, seed=0)
    with pytest.raises(ValueError, match="give 1 or more"):
        three_arm_trial(DIARY, 70, placebo=1, specific=1, people=0, seed=0)
    with pytest.raises(ValueError, match="no fall to split"):
        Arms(1, 1, 0).parts()
