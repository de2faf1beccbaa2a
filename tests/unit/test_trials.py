"""Trials of operations: their signs, and the pooled result against published ones.

The reviews ibrahim2008 and saltychev2014 pool the *change* of disability. The evidence holds that
change for three trials of fusion against a programme of training: brox2003, brox2006 and
fairbank2005. It holds no difference with an interval for the Swedish trial (fritzell2001), so what
is pooled here is three trials, and the reviews may hold others. brox2010 is never pooled.
"""

from __future__ import annotations

import inspect
from math import sqrt

import pytest

from painlab import ev, trials
from painlab.derived import estimate
from painlab.pooling import leave_one_out, pool
from painlab.stats import Estimate
from painlab.trials import (
    cement_differences,
    change,
    fusion_changes,
    fusion_differences,
    turned,
)

TOLERANCE = 0.5
"""Points on the scale of 100: about two standard deviations of what rounding alone does."""

FUSION = tuple(fusion_changes())
OLDER = turned(estimate("ibrahim2008.odi_difference"))
NEWER = estimate("saltychev2014.odi_difference")


def pooled_changes(*flipped: str) -> Estimate:
    """Return the pooled change, with the sign of some trials turned the wrong way."""
    changes = fusion_changes().items()
    return pool([turned(one) if name in flipped else one for name, one in changes]).estimate


def test_the_tolerance_is_what_rounding_can_do() -> None:
    # Printed to whole points: four means of each Norwegian trial and one of the British;
    # the other three to a tenth. An even rounding error has a variance of step squared over 12.
    variances = (4 / 12, 4 / 12, (1 + 3 * 0.01) / 12)
    weights = pool(list(fusion_changes().values())).weights
    spread = sqrt(sum(w**2 * var for w, var in zip(weights, variances, strict=True)))
    assert 2 * spread == pytest.approx(TOLERANCE, abs=0.05)


def test_the_newer_review_is_reproduced_within_half_a_point() -> None:
    ours = pooled_changes()
    assert ours.value == pytest.approx(NEWER.value, abs=TOLERANCE)
    assert ours.low == pytest.approx(NEWER.low, abs=TOLERANCE)
    assert ours.high == pytest.approx(NEWER.high, abs=TOLERANCE)


@pytest.mark.parametrize("trial", FUSION)
def test_one_sign_turned_wrongly_is_noticed(trial: str) -> None:
    assert abs(pooled_changes(trial).value - NEWER.value) > TOLERANCE


def test_two_wrong_signs_can_hide_each_other() -> None:
    # So a total that fits is no proof; the next test looks at each trial by itself.
    assert pooled_changes("Norway, 2003", "Norway, 2006").value == pytest.approx(
        NEWER.value, abs=TOLERANCE
    )


@pytest.mark.parametrize("trial", FUSION)
def test_published_differences_point_the_way_the_arms_point(trial: str) -> None:
    assert fusion_differences()[trial].value * fusion_changes()[trial].value > 0


def test_the_older_review_is_not_reproduced_but_its_interval_holds_ours() -> None:
    ours = pooled_changes().value
    assert abs(ours - OLDER.value) > TOLERANCE
    assert OLDER.low < ours < OLDER.high
    # With its sign left as printed ours would fall outside.
    assert not turned(OLDER).low < ours < turned(OLDER).high


def test_the_older_review_is_met_only_without_the_trial_of_2006() -> None:
    near = {
        name: abs(left.estimate.value - OLDER.value) <= TOLERANCE
        for name, left in leave_one_out(fusion_changes()).items()
    }
    assert near == {"Norway, 2003": False, "Norway, 2006": True, "UK, 2005": False}


def test_adjusted_differences_do_not_reproduce_the_newer_review() -> None:
    ours = pool(list(fusion_differences().values())).estimate
    assert ours.value == pytest.approx(-0.88, abs=0.01)
    assert abs(ours.value - NEWER.value) > TOLERANCE
    assert NEWER.low < ours.value < NEWER.high


@pytest.mark.parametrize(
    ("key", "stated", "pooled"),
    [
        ("brox2003.odi_difference_1y", "above zero favours fusion", -2.3),
        ("brox2006.odi_difference_1y", "below zero favours the programme", 7.3),
        ("fairbank2005.odi_difference_24m", "below zero favours surgery", -4.1),
        ("kallmes2009.pain_difference_1m", "above zero favours cement", -0.7),
        ("buchbinder2009.pain_difference_3m", "above zero favours cement", -0.6),
        ("firanescu2018.pain_difference[week_1]", "below zero favours cement", -0.11),
    ],
)
def test_every_sign_is_turned_as_its_figure_states(key: str, stated: str, pooled: float) -> None:
    assert stated in ev(key).what
    effects = [*fusion_differences().values(), *cement_differences().values()]
    assert pooled in [one.value for one in effects]
    favours_operation = stated.startswith("below") == (not stated.endswith("programme"))
    assert (pooled == ev(key).value) == favours_operation


def test_intervals_turn_with_their_value() -> None:
    assert turned(Estimate(2.3, -6.7, 11.4)) == Estimate(-2.3, -11.4, 6.7)
    for one in (*fusion_differences().values(), *cement_differences().values()):
        assert one.low < one.value < one.high


def test_a_change_below_zero_is_a_fall() -> None:
    assert change("brox2003.odi_fusion", "year_1") == 26 - 41


def test_cement_is_pooled_with_one_sign() -> None:
    # Turned by hand: -0.7 (0.51 standard errors), -0.6 (0.64) and -0.11 (0.38).
    weights = [1 / 0.5102**2, 1 / 0.6378**2, 1 / 0.3776**2]
    by_hand = sum(w * value for w, value in zip(weights, (-0.7, -0.6, -0.11), strict=True)) / sum(
        weights
    )
    pooled = pool(list(cement_differences().values()))
    assert pooled.between == 0
    assert pooled.estimate.value == pytest.approx(by_hand, abs=0.001)
    assert pooled.estimate.low < 0 < pooled.estimate.high


def test_the_trial_that_contradicts_itself_is_never_pooled() -> None:
    assert '"brox2010' not in inspect.getsource(trials)
