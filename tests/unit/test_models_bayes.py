"""The grid of starting numbers and findings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlab.models.bayes import EXAMPLE_START, after_finding, belief_grid
from painlab.stats import Estimate

WORN, NORMAL = Estimate(2.53, 1.57, 4.07), Estimate(0.15, 0.09, 0.24)


def test_the_published_case_gives_63_and_9() -> None:
    # han2023dx's ratios from 40 of 100; intervals from the ends of the ratios.
    grid = belief_grid([EXAMPLE_START], {"worn": WORN, "normal": NORMAL})
    assert grid.after.round().tolist() == [63, 9]
    assert grid.low.round().tolist() == [51, 6]
    assert grid.high.round().tolist() == [73, 14]


@given(before=st.floats(0.1, 99.9), ratio=st.floats(0.01, 100))
def test_a_finding_and_its_opposite_cancel(before: float, ratio: float) -> None:
    assert after_finding(after_finding(before, ratio), 1 / ratio) == pytest.approx(before)


def test_the_grid_has_a_row_for_each_pair_in_order() -> None:
    grid = belief_grid([5, 40, 80], {"worn": WORN, "normal": NORMAL})
    assert list(grid.before) == [5, 5, 40, 40, 80, 80]
    assert (grid.low < grid.after).all()
    assert (grid.after < grid.high).all()
    worn = grid[grid.finding == "worn"].after
    assert worn.is_monotonic_increasing


def test_a_start_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="prior is 0"):
        belief_grid([0], {"worn": WORN})
