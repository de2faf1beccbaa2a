"""The expectation models keep their bounds, meet their closed forms, and recover what made them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from painlab.models.expectation import (
    Followed,
    cued_pain,
    felt,
    firmness_pull,
    follow,
    recover,
)

SHARES = st.floats(0, 1)
POINTS = st.floats(0, 100)


@given(POINTS, POINTS, SHARES)
def test_felt_pain_lies_between_the_heat_and_the_expectation(
    heat: float, expected: float, pull: float
) -> None:
    pain = felt(heat, expected, pull)
    assert min(heat, expected) - 1e-9 <= pain <= max(heat, expected) + 1e-9


@given(POINTS, POINTS)
def test_without_pull_the_heat_alone_is_felt(heat: float, expected: float) -> None:
    assert felt(heat, expected, 0) == heat
    assert felt(heat, expected, 1) == expected


@given(SHARES, SHARES, SHARES, st.floats(0, 60), st.floats(0, 30))
@settings(max_examples=60, deadline=None)
def test_everything_stays_on_the_scale(
    pull: float, confirming: float, disconfirming: float, gap: float, noise: float
) -> None:
    pains = cued_pain(pull, confirming, disconfirming, gap=gap, noise=noise, people=20)
    for series in pains:
        assert series.shape == (35, 2)
        assert series.min() >= -1e-9
        assert series.max() <= 100 + 1e-9


@given(st.floats(0, 0.99), SHARES, SHARES, st.floats(0, 60))
@settings(deadline=None)
def test_without_noise_the_gap_shrinks_by_the_closed_form(
    pull: float, confirming: float, disconfirming: float, gap: float
) -> None:
    pains = cued_pain(pull, confirming, disconfirming, gap=gap, noise=0, people=1)
    # Every surprise disconfirms: each trial leaves 1 - rate * (1 - pull) of the gap.
    left = (1 - disconfirming * (1 - pull)) ** np.arange(35)
    apart = pains.expected[:, 0] - pains.expected[:, 1]
    assert apart == pytest.approx(gap * left, abs=1e-6)
    assert pains.difference == pytest.approx(pull * gap * left, abs=1e-6)


def test_equal_learning_forgets_and_one_sided_learning_does_not() -> None:
    fair = cued_pain(0.4, 0.2, 0.2, gap=20, noise=15, trials=200)
    one_sided = cued_pain(0.4, 0.2, 0.05, gap=20, noise=15, trials=200)
    assert abs(fair.difference[-50:].mean()) < 1
    assert one_sided.difference[-50:].mean() > 4


@given(st.floats(0, 0.9), st.floats(0.05, 0.1))
@settings(max_examples=20, deadline=None)
def test_the_more_pull_the_more_the_first_cue_changes_pain(pull: float, more: float) -> None:
    less, greater = (
        cued_pain(one, 0.3, 0.1, gap=20, noise=10).difference[0] for one in (pull, pull + more)
    )
    assert greater >= less


def test_the_same_seed_gives_the_same_people() -> None:
    first, again, other = (
        cued_pain(0.4, 0.3, 0.1, gap=20, noise=15, seed=seed) for seed in (1, 1, 2)
    )
    assert np.array_equal(first.felt, again.felt)
    assert not np.array_equal(first.felt, other.felt)
    # NumPy keeps the stream of a seed, so these hold on every platform.
    assert first.difference[[0, 17, 34]] == pytest.approx([8, 5.796151, 5.406473], abs=1e-6)


@given(st.floats(0.05, 0.9), st.floats(0.05, 0.95))
@settings(max_examples=25, deadline=None)
def test_pull_and_rate_are_recovered_from_ratings_without_noise(pull: float, rate: float) -> None:
    heat = 50 + 25 * np.sin(np.arange(60) / 3)
    learner = recover(heat, follow(heat, pull, rate, start=30))
    assert learner == pytest.approx((pull, rate), abs=0.01)


def test_an_expectation_follows_a_steady_heat_to_its_value() -> None:
    end = follow([70.0] * 200, 0.25, 0.8, start=10)
    assert end.expected[-1] == pytest.approx(70)
    assert end.felt[-1] == pytest.approx(70)
    assert isinstance(end, Followed)


@given(st.floats(0.5, 50), st.floats(0.5, 50))
def test_the_firmer_expectation_pulls_more(expected_sd: float, heat_sd: float) -> None:
    pull = firmness_pull(expected_sd, heat_sd)
    assert 0 < pull < 1
    assert firmness_pull(expected_sd / 2, heat_sd) > pull
    assert firmness_pull(heat_sd, expected_sd) == pytest.approx(1 - pull)


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_share_out_of_range_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="pull is"):
        cued_pain(share, 0.1, 0.1, gap=1, noise=1)
    with pytest.raises(ValueError, match="rate is"):
        follow([50], 0.5, share, start=50)


def test_nobody_and_negative_noise_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one trial"):
        cued_pain(0.1, 0.1, 0.1, gap=1, noise=1, people=0)
    with pytest.raises(ValueError, match="noise"):
        cued_pain(0.1, 0.1, 0.1, gap=1, noise=-1)
    with pytest.raises(ValueError, match="spreads above 0"):
        firmness_pull(0, 1)
