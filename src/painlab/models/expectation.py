"""How expecting pain changes pain: three published models of short heat in healthy volunteers.

All pains are points on a scale from 0 to 100. On each trial a heat would hurt ``heat`` points by
itself, the person expects ``expected``, and feels a mix of both::

    felt     = (1 - pull) * heat + pull * expected
    surprise = felt - expected
    expected = expected + rate * surprise          for the next trial

`pull` is how much of what is felt comes from what was expected, `rate` how fast a surprise is
learned; both lie between 0 and 1.

jepma2018 (model RL_Full in the authors' archive): one expectation for each of two cues, and two
rates: `confirming` when the surprise agrees with the cue (more pain than expected after the
strong cue, less after the mild one), else `disconfirming`. onysk2024 (model eRL): one expectation
that follows a changing heat at one rate. grahl2018: `pull` follows from how firm the expectation
and how clear the heat are, each as the inverse of a variance.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import least_squares

__all__ = [
    "SCALE",
    "CuedPain",
    "Followed",
    "Learner",
    "cued_pain",
    "felt",
    "firmness_pull",
    "follow",
    "recover",
]

Series = npt.NDArray[np.float64]

SCALE = (0.0, 100.0)
"""Ends of the pain scale, in points."""


class CuedPain(NamedTuple):
    """What happens after each of two cues, on average over the people simulated.

    Attributes
    ----------
    expected, felt : points from 0 to 100, shape (trials, 2): first the strong cue, then the mild.
    """

    expected: Series
    felt: Series

    @property
    def difference(self) -> Series:
        """How much more hurts after the strong cue, in points; shape (trials,)."""
        difference: Series = self.felt[:, 0] - self.felt[:, 1]
        return difference


class Followed(NamedTuple):
    """An expectation that follows a changing heat.

    Attributes
    ----------
    expected, felt : points from 0 to 100, shape (trials,).
    """

    expected: Series
    felt: Series


class Learner(NamedTuple):
    """What `recover` finds in one person's ratings.

    Attributes
    ----------
    pull, rate : as in the equations of this module, between 0 and 1.
    """

    pull: float
    rate: float


def felt(heat: float | Series, expected: float | Series, pull: float) -> float | Series:
    """Return how much a heat hurts when a certain pain is expected, in points from 0 to 100.

    Parameters
    ----------
    heat : what it would hurt with no expectation, in points.
    expected : pain expected, in points; same shape as `heat`.
    pull : share of what is felt that comes from the expectation, between 0 and 1.

    Raises
    ------
    ValueError
        When `pull` is not between 0 and 1.
    """
    _share("pull", pull)
    return (1 - pull) * heat + pull * expected


def cued_pain(
    pull: float,
    confirming: float,
    disconfirming: float,
    *,
    gap: float,
    noise: float,
    heat: float = 50.0,
    trials: int = 35,
    people: int = 1000,
    seed: int = 0,
) -> CuedPain:
    """Let simulated people feel the very same heats after a strong and after a mild cue.

    Parameters
    ----------
    pull, confirming, disconfirming : see the module; between 0 and 1.
    gap : how far apart the two expectations begin, in points, around `heat`.
    noise : standard deviation of the heat from moment to moment, in points; 0 for none.
    heat : mean of the heat, in points, the same after both cues.
    trials : trials with each cue.
    people : how many people the result is the mean of.
    seed : the same seed gives the same people on every machine.

    Raises
    ------
    ValueError
        When a share is not between 0 and 1, `gap` or `noise` is negative, or there is no trial or
        nobody.
    """
    for name, share in (
        ("pull", pull),
        ("confirming", confirming),
        ("disconfirming", disconfirming),
    ):
        _share(name, share)
    if min(gap, noise) < 0 or min(trials, people) < 1:
        raise ValueError(
            f"gap is {gap}, noise {noise}, trials {trials}, people {people}; "
            "give gap and noise of 0 or more, and at least one trial and one person."
        )
    random = np.random.default_rng(seed)
    towards = np.array([1.0, -1.0])
    expected = np.clip(heat + np.full((people, 2), gap / 2) * towards, *SCALE)
    means = []
    for _ in range(trials):
        hurt = np.clip(heat + noise * random.standard_normal((people, 1)), *SCALE)
        pain = felt(hurt, expected, pull)
        means.append((expected.mean(axis=0), np.mean(pain, axis=0)))
        surprise = pain - expected
        rate = np.where(surprise * towards > 0, confirming, disconfirming)
        expected = expected + rate * surprise
    return CuedPain(*(np.array(series) for series in zip(*means, strict=True)))


def follow(heat: Sequence[float] | Series, pull: float, rate: float, start: float) -> Followed:
    """Let one expectation follow a changing heat (onysk2024, model eRL, without rating noise).

    Parameters
    ----------
    heat : what each trial would hurt with no expectation, in points, shape (trials,).
    pull, rate : between 0 and 1.
    start : expectation before the first trial, in points.

    Raises
    ------
    ValueError
        When a share is not between 0 and 1.
    """
    _share("pull", pull)
    _share("rate", rate)
    steps = []
    expected = start
    for hurt in heat:
        pain = (1 - pull) * hurt + pull * expected
        steps.append((expected, pain))
        expected += rate * (pain - expected)
    return Followed(*(np.array(series) for series in zip(*steps, strict=True)))


def recover(heat: Sequence[float] | Series, ratings: Followed) -> Learner:
    """Find the pull and the rate behind one person's ratings, by least squares.

    Parameters
    ----------
    heat : what each trial would hurt with no expectation, in points, shape (trials,).
    ratings : rated expectation and rated pain, same shape; the first expectation is taken as the
        start.
    """

    def misses(guess: Series) -> Series:
        pull, rate = guess
        model = follow(heat, pull, rate, start=float(ratings.expected[0]))
        missed: Series = np.concatenate(
            [model.expected - ratings.expected, model.felt - ratings.felt]
        )
        return missed

    fit = least_squares(misses, x0=[0.5, 0.5], bounds=(0, 1))
    return Learner(*(float(value) for value in fit.x))


def firmness_pull(expected_sd: float, heat_sd: float) -> float:
    """Return the pull of an expectation, 0 to 1, from how firm it is and how clear the heat is.

    Parameters
    ----------
    expected_sd, heat_sd : standard deviations of the expectation and of what the senses report,
        in points, above 0; the smaller one counts for more (grahl2018).

    Raises
    ------
    ValueError
        When one is not above 0.
    """
    if min(expected_sd, heat_sd) <= 0:
        raise ValueError(f"Give spreads above 0; got {expected_sd} and {heat_sd}.")
    firm, clear = expected_sd**-2, heat_sd**-2
    return firm / (firm + clear)


def _share(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"{name} is {value}; give a number from 0 to 1.")
