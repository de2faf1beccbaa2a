"""Crossing over: what a trial shows when people do not get what was drawn for them.

Each person belongs to one of three kinds (principal strata; Angrist, Imbens and Rubin, Journal of
the American Statistical Association 1996;91:444-455): some are operated on whatever was drawn, some
never, and some get what was drawn. With `a`, `n` and `c` for their shares, and an operation that
adds the same `effect` for everybody::

    as drawn (intention to treat)  = c * effect
    complier average               = as drawn / c = effect
    as treated                     = effect + (usual gain of the operated - usual gain of the rest)

The last line holds the snag: who is operated on was not drawn by lot, so the usual gains of the two
groups may differ. All of it is exact; no chance is simulated.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CrossoverTrial"]


@dataclass(frozen=True)
class CrossoverTrial:
    """A trial of an operation in which people cross over.

    Attributes
    ----------
    operated_if_drawn : share operated on among those drawn for the operation, 0 to 1.
    operated_if_not : share among those drawn for care without it, 0 to 1; not higher.
    effect : what the operation adds to anybody's gain, in points.
    usual_always, usual_drawn, usual_never : gain without an operation of those who have one
        whatever is drawn, of those who get what is drawn, and of those who never have one; points.

    Raises
    ------
    ValueError
        When a share does not lie between 0 and 1, or more are operated on without being drawn.
    """

    operated_if_drawn: float
    operated_if_not: float
    effect: float
    usual_always: float = 0.0
    usual_drawn: float = 0.0
    usual_never: float = 0.0

    def __post_init__(self) -> None:
        """Refuse shares that cannot be."""
        if not 0 <= self.operated_if_not <= self.operated_if_drawn <= 1:
            raise ValueError(
                f"shares operated on are {self.operated_if_drawn} and {self.operated_if_not}; "
                "give two between 0 and 1, the second not above the first."
            )

    @property
    def got_what_was_drawn(self) -> float:
        """Share of people whose care follows the lot, 0 to 1: the gap between the two arms."""
        return self.operated_if_drawn - self.operated_if_not

    def as_drawn(self) -> float:
        """Return the difference in gain between the arms as drawn (intention to treat), points."""
        return self.got_what_was_drawn * self.effect

    def complier_average(self) -> float:
        """Return the difference as drawn over the gap in who was operated on, points.

        Raises
        ------
        ValueError
            When both arms were operated on equally often: there is nothing to divide by.
        """
        if self.got_what_was_drawn == 0:
            raise ValueError("Both arms were operated on equally often, so lots tell nothing.")
        return self.as_drawn() / self.got_what_was_drawn

    def as_treated(self) -> float:
        """Return the difference in gain between all who were operated on and all who were not.

        Arms are of one size. In points.

        Raises
        ------
        ValueError
            When everybody was operated on, or nobody was.
        """
        always, never = 2 * self.operated_if_not, 2 * (1 - self.operated_if_drawn)
        drawn = self.got_what_was_drawn
        if always + drawn == 0 or never + drawn == 0:
            raise ValueError("Everybody was operated on, or nobody was: nothing to compare.")
        operated = (always * self.usual_always + drawn * self.usual_drawn) / (always + drawn)
        rest = (never * self.usual_never + drawn * self.usual_drawn) / (never + drawn)
        return self.effect + operated - rest
