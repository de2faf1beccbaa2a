"""How thick an arrow of the fear map is: by the kind of its evidence, and how much there is.

The rule is the course's own. It says how well an arrow was tested, never how strong it is.

1. Take the studies whose result fits the arrow: the two go together, or the first comes first.
2. The best kind among them gives the step, see `STEPS`.
3. One study alone counts a step less, and so do studies that tested only a part of a box; but
   never less than a snapshot.
4. With no such study the arrow is on step 0, however good its theory is.

Studies that looked and found something else make no arrow thicker. They stand on its card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["STEPS", "Report", "arrow_step", "best_design", "stands_alone", "tests_a_part"]

STEPS = {"theory": 0, "snapshot": 1, "follow-up": 2, "experiment": 3, "trial": 4}
"""Step of each kind of study.

theory : an argument or a computer model; no people were studied.
snapshot : people were looked at once, so the two can only be seen to go together.
follow-up : the same people were looked at again, so it can be seen what came ahead of what.
experiment : something was changed on purpose, in a laboratory.
trial : in people with pain, chance decided who got a change of the first box.
"""


@dataclass(frozen=True)
class Report:
    """What one paper says about one arrow.

    Attributes
    ----------
    key : key of the paper in the evidence.
    design : a key of `STEPS`.
    fits : studies in the paper behind a result that fits the arrow; 0 when the result does not.
    part : whether only a part of a box was tested, as exercise is only a part of a life.
    """

    key: str
    design: str
    fits: int
    part: bool = False


def best_design(reports: Sequence[Report]) -> str:
    """Return the best kind of study whose result fits; ``theory`` where there is none.

    Parameters
    ----------
    reports : every paper on the arrow's card.
    """
    fitting = [report.design for report in reports if report.fits]
    return max(fitting, key=lambda design: STEPS[design], default="theory")


def stands_alone(reports: Sequence[Report]) -> bool:
    """Say whether one single study of the best kind fits.

    Parameters
    ----------
    reports : every paper on the arrow's card.
    """
    return sum(report.fits for report in _best(reports)) == 1


def tests_a_part(reports: Sequence[Report]) -> bool:
    """Say whether the studies of the best kind that fit all tested only a part of a box.

    Parameters
    ----------
    reports : every paper on the arrow's card.
    """
    best = _best(reports)
    return bool(best) and all(report.part for report in best)


def arrow_step(reports: Sequence[Report]) -> int:
    """Return the step of an arrow, from 0 (no study fits) to 4 (trials).

    Parameters
    ----------
    reports : every paper on the arrow's card.

    Examples
    --------
    >>> arrow_step([Report("a", "follow-up", fits=2), Report("b", "trial", fits=0)])
    2
    """
    step = STEPS[best_design(reports)]
    weaker = stands_alone(reports) or tests_a_part(reports)
    return step - 1 if step > 1 and weaker else step


def _best(reports: Sequence[Report]) -> list[Report]:
    best = best_design(reports)
    return [report for report in reports if report.fits and report.design == best]
