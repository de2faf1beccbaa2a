"""A curve of recovery goes through its two points and rises between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlab.models.recovery import Recovery

EARLY = Recovery.through(median=4, weeks=52, share=0.95)
WAIT = Recovery.through(median=12, weeks=52, share=0.95)


@given(st.floats(1, 20), st.floats(21, 60), st.floats(0.51, 0.99))
def test_it_goes_through_both_points(median: float, weeks: float, share: float) -> None:
    curve = Recovery.through(median, weeks, share)
    assert curve.share(median) == pytest.approx(0.5)
    assert curve.share(weeks) == pytest.approx(share)
    assert curve.share(0) == 0


def test_the_two_arms_part_and_meet_again() -> None:
    gaps = [EARLY.share(week) - WAIT.share(week) for week in range(53)]
    assert max(gaps) == pytest.approx(0.29, abs=0.02)
    assert gaps.index(max(gaps)) < 10
    assert gaps[-1] == pytest.approx(0, abs=1e-9)
    # A constant rate: half of twelve weeks' people, then half of those left every twelve weeks.
    assert WAIT.shape == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(("weeks", "share"), [(4, 0.95), (52, 0.5), (52, 1.0)])
def test_points_that_no_curve_joins_are_refused(weeks: float, share: float) -> None:
    with pytest.raises(ValueError, match="later and higher"):
        Recovery.through(4, weeks, share)
