"""The missing can move a share between two ends, and no further."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlab.models.missing_outcomes import Arm


@given(st.integers(0, 50), st.integers(0, 50), st.integers(1, 50), st.floats(0, 1))
def test_any_share_lies_between_none_and_all(well: int, more: int, lost: int, w: float) -> None:
    arm = Arm(well, well + more, well + more + lost)
    assert arm.share(0) <= arm.share(w) <= arm.share(1)
    assert arm.share(1) - arm.share(0) == pytest.approx(lost / arm.randomised)


def test_the_example_of_the_course() -> None:
    # 33 of 50 with none of the 6 missing well; 10 of 51 with all of the 7 missing well.
    assert 100 * Arm(33, 44, 50).share(0) == pytest.approx(66)
    assert 100 * Arm(10, 44, 51).share(1) == pytest.approx(33, abs=0.5)


def test_counts_and_shares_that_cannot_be_are_refused() -> None:
    for counts in ((5, 4, 10), (1, 11, 10), (0, 0, 0), (-1, 4, 10)):
        with pytest.raises(ValueError, match="each must hold the one before"):
            Arm(*counts)
    with pytest.raises(ValueError, match="from 0 to 1"):
        Arm(1, 2, 3).share(1.5)
