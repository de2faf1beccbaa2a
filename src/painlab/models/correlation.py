"""What a correlation looks like, and three stories that give the same one.

Invented people have two scores, fear and limits, each with mean 0 and standard deviation 1 and
shaped like a bell. Nobody was measured: the correlation ``r`` is put in by hand.

Source of `share_in_both_halves`: Sheppard WF. Phil Trans R Soc A 1899;192:101-167.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

__all__ = ["STORIES", "People", "Story", "share_in_both_halves", "told", "typical_people"]

Scores = NDArray[np.float64]
Story = Literal["fear makes limits", "limits make fear", "pain makes both"]
"""What causes what."""

STORIES: tuple[Story, ...] = ("fear makes limits", "limits make fear", "pain makes both")
"""Every story, in the order in which a lab tells them."""


@dataclass(frozen=True, eq=False)
class People:
    """Two scores of the same people, in standard deviations.

    Attributes
    ----------
    fear, limits : one number a person, shape (people,).
    """

    fear: Scores
    limits: Scores

    @property
    def r(self) -> float:
        """Pearson's correlation of the two scores, from -1 to 1."""
        return float(np.corrcoef(self.fear, self.limits)[0, 1])

    @property
    def both_high(self) -> NDArray[np.bool_]:
        """Who is in the more fearful half and in the more limited half too; shape (people,)."""
        high: NDArray[np.bool_] = (self.fear > np.median(self.fear)) & (
            self.limits > np.median(self.limits)
        )
        return high

    @property
    def in_both_halves(self) -> int:
        """How many of the more fearful half are in the more limited half too."""
        return int(np.sum(self.both_high))


def share_in_both_halves(r: float) -> float:
    """Return which share of the more fearful half is in the more limited half too.

    Parameters
    ----------
    r : correlation, between -1 and 1.

    Raises
    ------
    ValueError
        When `r` is no correlation.

    Examples
    --------
    >>> share_in_both_halves(0)
    0.5
    """
    _check(r)
    return 0.5 + math.asin(r) / math.pi


def typical_people(r: float, seed: int, people: int = 100) -> People:
    """Return people whose scores have exactly this correlation, so that no luck is in the picture.

    Parameters
    ----------
    r : correlation, between -1 and 1.
    seed : the same seed gives the same people.
    people : how many, at least 4.

    Raises
    ------
    ValueError
        When `r` is no correlation or the people are too few.
    """
    _check(r)
    if people < 4:
        raise ValueError(f"people is {people}; give 4 or more.")
    random = np.random.default_rng(seed)
    fear = _standard(random.normal(size=people))
    other = random.normal(size=people)
    # What is left of `other` when its link with fear is taken out.
    other = _standard(other - fear * np.mean(other * fear))
    return People(fear, r * fear + math.sqrt(1 - r**2) * other)


def told(story: Story, r: float, seed: int, people: int = 100, push: float = 0.0) -> People:
    """Let a story of causes play out in many people.

    All three stories give the correlation `r`, on average. They part when somebody changes fear
    from outside.

    Parameters
    ----------
    story : what causes what.
    r : correlation that the story shall give, from 0 to 1.
    seed : the same seed gives the same people.
    people : how many.
    push : added to everybody's fear from outside, in standard deviations.

    Raises
    ------
    ValueError
        When `r` is not between 0 and 1.
    """
    if not 0 <= r <= 1:
        raise ValueError(f"r is {r}; these stories give one between 0 and 1.")
    first, second, cause = np.random.default_rng(seed).normal(size=(3, people))
    rest = math.sqrt(1 - r**2)
    if story == "fear makes limits":
        fear = first + push
        return People(fear, r * fear + rest * second)
    if story == "limits make fear":
        return People(r * first + rest * second + push, first)
    shared, own = math.sqrt(r), math.sqrt(1 - r)
    return People(shared * cause + own * first + push, shared * cause + own * second)


def _standard(scores: Scores) -> Scores:
    standard: Scores = (scores - scores.mean()) / scores.std()
    return standard


def _check(r: float) -> None:
    if not -1 <= r <= 1:
        raise ValueError(f"r is {r}; a correlation lies between -1 and 1.")
