"""The belief model keeps Bayes' rule, and gives the sums that the lesson on avoiding quotes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import entropy, norm

from painlab.models.avoidance import (
    Rewards,
    Signal,
    after,
    belief_of,
    draw_signals,
    log_odds,
    looks_needed,
    published,
    published_rewards,
    simulate_beliefs,
)

BELIEFS = st.floats(0.01, 0.99)
SIGNALS = st.floats(1, 100)


@given(BELIEFS, SIGNALS)
def test_the_belief_follows_bayes_rule_with_normal_signals(belief: float, seen: float) -> None:
    move = published("move")
    injured = belief * norm.pdf(seen, move.injured, move.sd)
    healed = (1 - belief) * norm.pdf(seen, move.healed, move.sd)
    assert after(belief, seen, move) == pytest.approx(injured / (injured + healed))


@given(BELIEFS)
def test_log_odds_and_belief_undo_each_other(belief: float) -> None:
    assert belief_of(log_odds(belief)) == pytest.approx(belief)


@given(BELIEFS, SIGNALS, SIGNALS)
def test_the_order_of_signals_does_not_matter(belief: float, one: float, other: float) -> None:
    rest = published("rest")
    there = after(after(belief, one, rest), other, rest)
    back = after(after(belief, other, rest), one, rest)
    assert there == pytest.approx(back, abs=1e-9)


@pytest.mark.parametrize("way", ["move", "rest"])
def test_evidence_is_the_divergence_of_the_two_signals(way: str) -> None:
    signal = published(way)
    grid = np.linspace(-200, 300, 200_001)
    healed = norm.pdf(grid, signal.healed, signal.sd)
    injured = norm.pdf(grid, signal.injured, signal.sd)
    assert signal.evidence == pytest.approx(entropy(healed, injured), rel=1e-4)


def test_moving_tells_36_times_as_much_and_acting_pays_below_two_sevenths() -> None:
    # mahajan2026: arithmetic from its published parameters, (15/15)²/2 and (5/30)²/2; 200 / 700.
    assert published("move").evidence / published("rest").evidence == pytest.approx(36)
    assert published_rewards().threshold == pytest.approx(2 / 7)


@given(st.floats(1, 500), st.floats(1, 500))
def test_at_the_threshold_acting_and_resting_earn_alike(gain: float, loss: float) -> None:
    rewards = Rewards(act_healed=gain, rest_healed=-gain, act_injured=-loss, rest_injured=loss)
    b = rewards.threshold
    act = (1 - b) * rewards.act_healed + b * rewards.act_injured
    rest = (1 - b) * rewards.rest_healed + b * rewards.rest_injured
    assert act == pytest.approx(rest, abs=1e-6)


def test_looks_needed_are_what_simulated_people_need() -> None:
    move, goal = published("move"), published_rewards().threshold
    assert looks_needed(0.6, goal, move) == pytest.approx(2.64, abs=0.01)
    assert looks_needed(0.6, goal, published("rest")) == pytest.approx(95.2, abs=0.1)
    assert looks_needed(0.2, goal, move) == 0
    # The mean of the log-odds falls by the evidence of a look, day after day.
    clear = Signal(40, 60, 20)
    beliefs = simulate_beliefs(0.6, clear, injured=False, days=6, people=20_000, seed=0)
    fall = np.mean(np.log(beliefs / (1 - beliefs)), axis=1)
    assert np.diff(fall) == pytest.approx([-clear.evidence] * 6, abs=0.03)


def test_whoever_believes_the_truth_more_is_right_more_often() -> None:
    move = published("move")
    for injured in (True, False):
        beliefs = simulate_beliefs(0.5, move, injured=injured, days=20, people=2000, seed=3)
        right = beliefs[-1] > 0.5 if injured else beliefs[-1] < 0.5
        assert right.mean() > 0.95
        assert np.all((beliefs > 0) & (beliefs < 1))


def test_signals_stay_on_the_scale_and_come_back_with_their_seed() -> None:
    rest = published("rest")
    one, same, other = (
        draw_signals(rest, injured=True, shape=(50, 40), seed=seed) for seed in (5, 5, 6)
    )
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)
    assert one.min() >= 1
    assert one.max() <= 100


@pytest.mark.parametrize("belief", [0, 1, -0.2, 1.4])
def test_a_belief_that_nothing_can_move_is_refused(belief: float) -> None:
    with pytest.raises(ValueError, match="give a number between 0 and 1"):
        log_odds(belief)
