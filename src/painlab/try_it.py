"""Answers to the "try it" cells of the labs: right or not, and why."""

from __future__ import annotations

from painlab.evidence.format import plain


def check_guess(guess: float | None, truth: float, tolerance: float, because: str) -> str:
    """Say whether a guess is right, which way it is off, and how the answer comes about.

    Parameters
    ----------
    guess : the learner's number, or None while there is none.
    truth : the answer, in the same unit.
    tolerance : distance that still counts as right.
    because : the explanation, shown with every answer.

    Returns
    -------
    str
        One or more sentences; without a guess only how to go on.
    """
    if guess is None:
        return "Put your number in place of None and run this cell again."
    answer = plain(round(truth, 2))
    if abs(guess - truth) <= tolerance:
        return f"Yes: {answer}. {because}"
    side = "lower" if guess < truth else "higher"
    return f"Your {plain(guess)} is {side} than {answer}. {because}"
