"""E-values and bounding factors: published values, closed forms, and worlds that keep the bound."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from painlab import ev, stats
from painlab.confounding import bounding_factor, e_value, e_value_of_interval, ratio_left
from painlab.stats import Estimate

STRENGTHS = st.floats(1, 50)
RATIOS = st.floats(0.02, 50)
SHARES = st.floats(0.01, 1)


def test_e_values_give_the_published_ones() -> None:
    # VanderWeele TJ, Ding P. Ann Intern Med 2017;167:268-274, first example: a risk ratio of 3.9
    # with interval 1.8 to 8.7 has E-values 7.26 and 3.0.
    assert e_value(3.9) == pytest.approx(7.26, abs=0.005)
    assert e_value_of_interval(Estimate(3.9, 1.8, 8.7)) == pytest.approx(3.0, abs=0.005)


def test_e_values_of_the_cohort_by_hand() -> None:
    # 188 of 725 against 483 of 725: 1 / 0.389 = 2.569, and 2.569 + sqrt(2.569 * 1.569) = 4.58.
    counts = [ev("nguyen2011.back_at_work", group) for group in ("fusion", "no_surgery")]
    assert [(cell.events, cell.total) for cell in counts] == [(188, 725), (483, 725)]
    ratio = stats.risk_ratio(188, 725, 483, 725)
    assert e_value(ratio.value) == pytest.approx(4.58, abs=0.005)
    assert e_value_of_interval(ratio) == pytest.approx(3.92, abs=0.005)
    assert ratio_left(ratio.value, 3, 3) == pytest.approx(0.70, abs=0.005)


@given(RATIOS)
def test_a_ratio_and_its_inverse_have_one_e_value(ratio: float) -> None:
    assert e_value(ratio) == pytest.approx(e_value(1 / ratio))
    assert e_value(ratio) >= max(ratio, 1 / ratio)


@given(RATIOS)
def test_a_trait_as_strong_as_the_e_value_leaves_nothing(ratio: float) -> None:
    strength = e_value(ratio)
    assert ratio_left(ratio, strength, strength) == pytest.approx(1)


@given(STRENGTHS)
def test_with_one_strength_the_bound_has_its_short_form(strength: float) -> None:
    assert bounding_factor(strength, strength) == pytest.approx(strength**2 / (2 * strength - 1))


@given(STRENGTHS, STRENGTHS, st.floats(0.01, 5))
def test_the_bound_grows_with_both_links_and_never_passes_the_weaker(
    in_groups: float, on_outcome: float, more: float
) -> None:
    factor = bounding_factor(in_groups, on_outcome)
    assert factor == pytest.approx(bounding_factor(on_outcome, in_groups))
    assert 1 - 1e-9 <= factor <= min(in_groups, on_outcome) + 1e-9
    assert bounding_factor(in_groups + more, on_outcome) >= factor - 1e-9


@given(STRENGTHS)
def test_a_trait_with_one_link_only_moves_nothing(strength: float) -> None:
    assert bounding_factor(strength, 1) == pytest.approx(1)
    assert ratio_left(0.4, 1, strength) == pytest.approx(0.4)


@given(SHARES, st.floats(0.001, 1), STRENGTHS)
def test_no_world_without_an_effect_shows_more_than_the_bound(
    better: float, part: float, on_outcome: float
) -> None:
    worse = better * part
    assume(worse > 0.001)
    risk = [share * on_outcome + 1 - share for share in (worse, better)]
    shown = risk[0] / risk[1]
    assert shown <= 1 + 1e-9
    assert ratio_left(shown, better / worse, on_outcome) >= 1 - 1e-9


def test_the_trait_is_an_advantage_of_the_group_that_does_better() -> None:
    # Said the other way round, as a burden of the operated, the bound does not hold: a burden 3
    # times as common (90 against 30 of 100) that cuts going back to a third gives a ratio of 0.5.
    operated, not_operated = 0.9 / 3 + 0.1, 0.3 / 3 + 0.7
    assert operated / not_operated == pytest.approx(0.5)
    assert ratio_left(operated / not_operated, 3, 3) < 1


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (Estimate(1.2, 0.9, 1.6), 1.0),
        (Estimate(1.5, 1.0, 2.0), 1.0),
        (Estimate(2.0, 1.5, 2.7), e_value(1.5)),
        (Estimate(0.5, 0.4, 0.8), e_value(0.8)),
    ],
)
def test_an_interval_counts_by_its_end_nearer_to_one(ratio: Estimate, expected: float) -> None:
    assert e_value_of_interval(ratio) == pytest.approx(expected)


def test_impossible_ratios_and_strengths_are_refused() -> None:
    for ratio in (0, -1, math.inf, math.nan):
        with pytest.raises(ValueError, match="give a number above 0"):
            e_value(ratio)
    with pytest.raises(ValueError, match="give a number above 0"):
        e_value_of_interval(Estimate(0.5, 0.0, 0.9))
    for strength in (0.5, math.inf, math.nan):
        with pytest.raises(ValueError, match="1 or more"):
            bounding_factor(strength, 2)
        with pytest.raises(ValueError, match="1 or more"):
            ratio_left(0.5, 2, strength)
