"""Repeats of a trial: power as statsmodels has it, luck as rare as it is, significance inflates."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact, norm
from statsmodels.stats.power import TTestIndPower

from painlab.models.replication import Repeats, chance_of_gap

SMALL = Repeats(50, 50, 0.3)


@given(st.integers(5, 200), st.floats(0.05, 1.5))
def test_power_is_that_of_statsmodels(n: int, effect: float) -> None:
    theirs = TTestIndPower().power(effect, n, 0.05, ratio=1, alternative="larger")
    one_sided = TTestIndPower().power(effect, n, 0.025, ratio=1, alternative="larger")
    assert Repeats(n, n, effect).power() == pytest.approx(one_sided, abs=1e-6)
    assert one_sided <= theirs


def test_the_example_of_the_course() -> None:
    # Truth 0.3, 50 an arm: 32 of 100 significant. A result of 1.14 comes 4 times in 100,000; with
    # a normal distribution of one width it would be 1.3 times, but large effects spread wider.
    assert 100 * SMALL.power() == pytest.approx(32, abs=0.5)
    assert 100_000 * SMALL.share_above(1.14) == pytest.approx(4.4, abs=0.1)
    assert 100_000 * norm.sf((1.14 - 0.3) / 0.2) == pytest.approx(1.3, abs=0.1)


def test_without_an_effect_chance_alone_finds_one_as_often_as_the_convention_says() -> None:
    assert Repeats(50, 51, 0).power() == pytest.approx(0.025)


def test_draws_have_the_true_effect_as_their_mean_and_the_same_seed_gives_the_same() -> None:
    drawn = SMALL.draw(20_000, seed=1)
    assert drawn.mean() == pytest.approx(0.3, abs=0.01)
    assert np.array_equal(drawn, SMALL.draw(20_000, seed=1))
    assert np.mean(drawn >= SMALL.just_significant()) == pytest.approx(SMALL.power(), abs=0.01)


@given(st.floats(0, 1))
def test_significant_repeats_alone_make_an_effect_look_larger(effect: float) -> None:
    repeats = Repeats(50, 50, effect)
    assert repeats.published_mean(4000) > effect - 0.02
    if effect < 0.3:
        assert repeats.published_mean(4000) > effect + 0.1


def test_the_gap_of_a_pilot_trial() -> None:
    # 7 of 11 against 3 of 12: 8 times in 100 by chance, when both truths are 10 of 23.
    assert 100 * chance_of_gap(7, 11, 3, 12) == pytest.approx(7.9, abs=0.05)
    assert chance_of_gap(5, 10, 5, 10) == pytest.approx(1)
    # Fisher's exact test fixes both margins and so says it more cautiously.
    assert chance_of_gap(7, 11, 3, 12) < fisher_exact([[7, 4], [3, 9]])[1]


def test_arms_too_small_are_refused_and_so_is_a_mean_of_nothing() -> None:
    with pytest.raises(ValueError, match="two people or more"):
        Repeats(1, 50, 0.3)
    with pytest.raises(ValueError, match="draw more"):
        Repeats(50, 50, -3).published_mean(100)
