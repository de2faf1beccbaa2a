"""Why resting teaches so little: the belief model of mahajan2026, with its published numbers.

A body is injured or healed; the mind holds a belief ``b``, the probability that it is injured. Each
look gives a signal, normally distributed around a mean that depends on the body. By Bayes' rule::

    odds(injured | signal) = odds(injured) * p(signal | injured) / p(signal | healed)

Moving gives a clear signal, resting a blurred one. In the end one acts or goes on resting; acting
pays once the belief is below a threshold that the rewards fix. Every number was chosen by the
authors; nobody was measured.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from painlab.evidence import ev

__all__ = [
    "SCALE",
    "Rewards",
    "Signal",
    "after",
    "belief_of",
    "draw_signals",
    "log_odds",
    "looks_needed",
    "published",
    "published_rewards",
    "simulate_beliefs",
]

Beliefs = npt.NDArray[np.float64]

SCALE = (1.0, 100.0)
"""Ends of the scale of signals."""


@dataclass(frozen=True)
class Signal:
    """What a way of looking tells.

    Attributes
    ----------
    healed, injured : mean of the signal in a healed and in an injured body, points from 1 to 100.
    sd : standard deviation of the signal, in points, the same for both.
    """

    healed: float
    injured: float
    sd: float

    def log_ratio(self, seen: float) -> float:
        """Return how much a signal speaks for "injured": the log of the likelihood ratio.

        Parameters
        ----------
        seen : the signal, in points from 1 to 100.
        """
        return float(((seen - self.healed) ** 2 - (seen - self.injured) ** 2) / (2 * self.sd**2))

    @property
    def evidence(self) -> float:
        """What one look tells on average, in nats.

        Kullback-Leibler divergence of two normal distributions with one spread: half the squared
        standardised distance of the means.
        """
        return ((self.injured - self.healed) / self.sd) ** 2 / 2


@dataclass(frozen=True)
class Rewards:
    """What acting or resting earns in the end, by the true state of the body; made-up points.

    Attributes
    ----------
    act_healed, rest_healed : points for acting and for resting in a healed body.
    act_injured, rest_injured : the points for both in an injured body.
    """

    act_healed: float
    rest_healed: float
    act_injured: float
    rest_injured: float

    @property
    def threshold(self) -> float:
        """The probability of an injury below which acting earns more than resting, on average."""
        gain = self.act_healed - self.rest_healed
        loss = self.rest_injured - self.act_injured
        return gain / (gain + loss)


def published(way: str) -> Signal:
    """Return the signal that mahajan2026 gives to looking in a `way`, ``move`` or ``rest``.

    Raises
    ------
    UnknownKeyError
        When there is no such way.
    """
    return Signal(
        healed=ev(f"mahajan2026.signal_mean[{way}_healed]").value,
        injured=ev(f"mahajan2026.signal_mean[{way}_injured]").value,
        sd=ev(f"mahajan2026.signal_sd[{way}_healed]").value,
    )


def published_rewards() -> Rewards:
    """Return the rewards that mahajan2026 gives to acting and resting."""
    names = ("act_healed", "rest_healed", "act_injured", "rest_injured")
    return Rewards(*(ev(f"mahajan2026.reward[{name}]").value for name in names))


def log_odds(belief: float) -> float:
    """Return the log-odds of a belief.

    Parameters
    ----------
    belief : probability of an injury, strictly between 0 and 1.

    Raises
    ------
    ValueError
        When the belief is not strictly between 0 and 1: no signal could ever move it.
    """
    if not 0 < belief < 1:
        raise ValueError(f"belief is {belief}; give a number between 0 and 1, both left out.")
    return math.log(belief / (1 - belief))


def belief_of(odds: float) -> float:
    """Return the belief behind log-odds, between 0 and 1.

    Parameters
    ----------
    odds : log-odds of an injury.
    """
    return 1 / (1 + math.exp(-odds))


def after(belief: float, seen: float, signal: Signal) -> float:
    """Return the belief in an injury after one signal (Bayes' rule).

    Parameters
    ----------
    belief : probability of an injury before, strictly between 0 and 1.
    seen : the signal, in points from 1 to 100.
    signal : the way of looking that gave it.

    Raises
    ------
    ValueError
        When the belief is not strictly between 0 and 1.
    """
    return belief_of(log_odds(belief) + signal.log_ratio(seen))


def looks_needed(belief: float, goal: float, signal: Signal) -> float:
    """Return after how many looks a healed body has brought the belief down to a goal, on average.

    Each look moves the log-odds by `Signal.evidence` on average, so this is a distance over a
    speed (Wald's identity, without the overshoot of the last look).

    Parameters
    ----------
    belief, goal : probability of an injury before and after, strictly between 0 and 1.
    signal : the way of looking.

    Returns
    -------
    float
        Looks, not rounded; 0 when the belief is at the goal already.

    Raises
    ------
    ValueError
        When a belief is not strictly between 0 and 1.
    """
    return max(0.0, log_odds(belief) - log_odds(goal)) / signal.evidence


def simulate_beliefs(
    belief: float, signal: Signal, *, injured: bool, days: int, people: int, seed: int
) -> Beliefs:
    """Let many invented people look once a day, always in the same way.

    Parameters
    ----------
    belief : what all of them believe before the first day, strictly between 0 and 1.
    signal : their way of looking.
    injured : the true state of their bodies, which does not change.
    days, people : how many days, with one look each, and how many people.
    seed : the same seed gives the same signals on every machine.

    Returns
    -------
    array
        Belief in an injury, shape (days + 1, people); the first row is `belief`.

    Raises
    ------
    ValueError
        When the belief is not strictly between 0 and 1.
    """
    seen = draw_signals(signal, injured=injured, shape=(days, people), seed=seed)
    told = ((seen - signal.healed) ** 2 - (seen - signal.injured) ** 2) / (2 * signal.sd**2)
    odds = log_odds(belief) + np.vstack([np.zeros(people), np.cumsum(told, axis=0)])
    beliefs: Beliefs = 1 / (1 + np.exp(-odds))
    return beliefs


def draw_signals(
    signal: Signal, *, injured: bool, shape: tuple[int, int], seed: int
) -> npt.NDArray[np.float64]:
    """Return signals in points, kept on the scale from 1 to 100.

    Parameters
    ----------
    signal : the way of looking that gives them.
    injured : the true state of the body.
    shape : shape of the result, (days, people) for looks on many days.
    seed : the same seed gives the same signals on every machine.
    """
    mean = signal.injured if injured else signal.healed
    drawn = np.random.default_rng(seed).normal(mean, signal.sd, shape)
    return np.clip(drawn, *SCALE)
