"""A changed view moves what is seen and the point at which pain starts, each its own way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlab.models.changed_view import View

DEGREES = st.floats(0, 90)


def test_the_example_of_the_course() -> None:
    more = View(shown=1.3, shift=-0.07)
    assert more.seen(45) == pytest.approx(58.5)
    assert more.pain_starts(60) == pytest.approx(55.8)


@given(DEGREES)
def test_a_true_view_changes_nothing(turn: float) -> None:
    true = View(1, 0)
    assert true.seen(turn) == turn
    assert true.pain_starts(turn) == turn


@given(DEGREES, st.floats(0.5, 1.5), st.floats(-0.5, 0.5))
def test_both_shares_are_the_same_at_every_turn(turn: float, shown: float, shift: float) -> None:
    view = View(shown, shift)
    assert view.seen(2 * turn) == pytest.approx(2 * view.seen(turn))
    assert view.pain_starts(turn) - turn == pytest.approx(shift * turn)


@pytest.mark.parametrize(("shown", "shift"), [(0, 0), (-1, 0), (1, -1)])
def test_what_cannot_be_is_refused(shown: float, shift: float) -> None:
    with pytest.raises(ValueError, match="give a view above 0"):
        View(shown, shift)
