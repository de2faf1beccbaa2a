"""Invented people with a correlation put in, and three stories that give the same one."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import multivariate_normal

from painlab.models.correlation import STORIES, Story, share_in_both_halves, told, typical_people

MANY = 200_000


@given(r=st.floats(-1, 1), seed=st.integers(0, 99))
def test_typical_people_have_exactly_the_correlation_asked_for(r: float, seed: int) -> None:
    people = typical_people(r, seed)
    assert people.r == pytest.approx(r, abs=1e-9)
    for scores in (people.fear, people.limits):
        assert scores.mean() == pytest.approx(0, abs=1e-9)
        assert scores.std() == pytest.approx(1)


@pytest.mark.parametrize("r", [-0.5, 0.0, 0.2, 0.4, 0.6, 0.9])
def test_the_share_in_both_halves_is_that_of_the_bell(r: float) -> None:
    # Chance that both scores lie below their medians, as SciPy integrates it.
    corner = multivariate_normal([0, 0], [[1, r], [r, 1]]).cdf([0, 0])
    assert share_in_both_halves(r) == pytest.approx(2 * corner, abs=1e-4)
    assert typical_people(r, 1, MANY).in_both_halves / (MANY / 2) == pytest.approx(
        share_in_both_halves(r), abs=0.01
    )


def test_no_link_and_a_full_link() -> None:
    assert share_in_both_halves(0) == 0.5
    assert share_in_both_halves(1) == 1
    assert typical_people(1, 0).in_both_halves == 50


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("r", [0.0, 0.4, 0.8])
def test_every_story_gives_the_same_correlation_and_spread(story: Story, r: float) -> None:
    people = told(story, r, seed=2, people=MANY)
    assert people.r == pytest.approx(r, abs=0.01)
    assert people.fear.std() == pytest.approx(1, abs=0.01)
    assert people.limits.std() == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("story", "share"),
    [("fear makes limits", 1), ("limits make fear", 0), ("pain makes both", 0)],
)
def test_only_in_one_story_does_less_fear_mean_fewer_limits(story: Story, share: int) -> None:
    before = told(story, 0.4, seed=3)
    after = told(story, 0.4, seed=3, push=-1)
    assert np.mean(after.fear - before.fear) == pytest.approx(-1)
    assert np.mean(after.limits - before.limits) == pytest.approx(-0.4 * share)


def test_people_repeat_with_the_seed() -> None:
    first, second = (typical_people(0.3, seed=5) for _ in range(2))
    assert np.array_equal(first.limits, second.limits)
    assert not np.array_equal(first.limits, typical_people(0.3, seed=6).limits)


@pytest.mark.parametrize("r", [-1.1, 1.1, math.nan])
def test_what_is_no_correlation_is_refused(r: float) -> None:
    with pytest.raises(ValueError, match="r is"):
        share_in_both_halves(r)
    with pytest.raises(ValueError, match="r is"):
        typical_people(r, seed=0)
    with pytest.raises(ValueError, match="r is"):
        told("limits make fear", r, seed=0)


def test_too_few_people_are_refused() -> None:
    with pytest.raises(ValueError, match="people is 3"):
        typical_people(0.2, 0, people=3)
