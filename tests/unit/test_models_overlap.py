"""Two bell curves: published overlaps, and what must always hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlab.models.overlap import curves, overlap_share, share_above

effects = st.floats(-3, 3)


@pytest.mark.parametrize(
    ("d", "overlap", "above"), [(0, 1, 0.5), (0.5, 0.803, 0.691), (0.8, 0.689, 0.788)]
)
def test_published_values(d: float, overlap: float, above: float) -> None:
    # U3: Cohen 1988, table 2.2.1; overlap: 2 * Phi(-d / 2) from printed tables of Phi.
    assert overlap_share(d) == pytest.approx(overlap, abs=0.0006)
    assert share_above(d) == pytest.approx(above, abs=0.0006)


@given(effects)
def test_the_drawn_overlap_has_the_area_that_is_said(d: float) -> None:
    table = curves(d, points=2001)
    step = table.x[1] - table.x[0]
    assert table.shared.sum() * step == pytest.approx(overlap_share(d), abs=0.004)


@given(effects)
def test_direction_does_not_change_the_overlap(d: float) -> None:
    assert overlap_share(d) == pytest.approx(overlap_share(-d))
    assert share_above(d) + share_above(-d) == pytest.approx(1)
