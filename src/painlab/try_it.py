"""Answers to the "try it" cells of the labs: right or not, and why. Solutions for who teaches."""

from __future__ import annotations

from painlab.evidence.format import plain

__all__ = ["check_guess", "reveal"]

_solutions_shown = False


def reveal(show: bool = True) -> None:
    """Let each check without a guess show its solution, from the next run of its cell on.

    No stored lab calls it, so a learner meets no solution unasked. Those who teach run it in a cell
    of their own, or open the solved copies that ``make solutions`` writes.

    Parameters
    ----------
    show : False hides the solutions again.
    """
    global _solutions_shown
    _solutions_shown = show


def check_guess(guess: float | None, truth: float, tolerance: float, because: str) -> str:
    """Say whether a guess is right, which way it is off, and how the answer comes about.

    Parameters
    ----------
    guess : the learner's number, in any unit, or None while there is none.
    truth : the answer, in the same unit.
    tolerance : distance that still counts as right, in the same unit, 0 or more.
    because : the explanation, shown with every answer.

    Returns
    -------
    str
        One or more sentences; without a guess only how to go on, or after `reveal` the solution.
    """
    answer = plain(round(truth, 2))
    if guess is None and _solutions_shown:
        leeway = f", give or take {plain(tolerance)}" if tolerance else ""
        return f"Solution: {answer}{leeway}. {because}"
    if guess is None:
        return "Put your number in place of None and run this cell again."
    if abs(guess - truth) <= tolerance:
        return f"Yes: {answer}. {because}"
    side = "lower" if guess < truth else "higher"
    return f"Your {plain(guess)} is {side} than {answer}. {because}"
