"""A view that shows more or less turning than is true, and where pain then starts.

In the experiments people turn their heads with a screen before their eyes until pain starts. The
screen shows their own turn times a factor. With `t` for the true turn and `p` for the turn at which
pain starts under a true view, both in degrees::

    seen turn                    = shown * t
    turn at which pain starts    = (1 + shift) * p

`shift` is an average measured under that view. It is no law: the model moves the point by the same
share wherever it lies, and says nothing of how strong the pain is. The model is the course's own.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["View"]


@dataclass(frozen=True)
class View:
    """What a screen does to a turn of the head.

    Attributes
    ----------
    shown : turn that is seen, over the true turn, above 0; 1 is a true view.
    shift : share by which the point at which pain starts moves, above -1; below 0 it comes sooner.

    Raises
    ------
    ValueError
        When the view shows a turn the other way, or pain would start before the turn does.
    """

    shown: float
    shift: float

    def __post_init__(self) -> None:
        """Refuse a view that cannot be."""
        if self.shown <= 0 or self.shift <= -1:
            raise ValueError(
                f"a view of {self.shown:g} with a shift of {self.shift:g}; give a view above 0 and "
                "a shift above -1."
            )

    def seen(self, turn: float) -> float:
        """Return the turn that is seen, degrees; `turn` is the true one."""
        return self.shown * turn

    def pain_starts(self, with_true_view: float) -> float:
        """Return the true turn at which pain starts, degrees.

        Parameters
        ----------
        with_true_view : the same when the view is true, degrees.
        """
        return (1 + self.shift) * with_true_view
