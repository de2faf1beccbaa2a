"""What people who were not heard from could have said: the bounds of a trial's shares.

Nobody knows how the missing did. What they cannot do is to move a share beyond two ends: all of
them well, or none (Manski, Identification Problems in the Social Sciences, 1995, chapter 2)::

    share = (well among those heard + w * missing) / randomised,    w from 0 to 1
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Arm"]


@dataclass(frozen=True)
class Arm:
    """One arm of a trial.

    Attributes
    ----------
    well : people heard from who did well.
    heard : people heard from.
    randomised : people drawn for this arm.

    Raises
    ------
    ValueError
        When more did well than were heard from, or more were heard from than randomised.
    """

    well: int
    heard: int
    randomised: int

    def __post_init__(self) -> None:
        """Refuse counts that cannot be."""
        if not 0 <= self.well <= self.heard <= self.randomised or self.randomised == 0:
            raise ValueError(
                f"{self.well} well of {self.heard} heard of {self.randomised} randomised: each "
                "must hold the one before."
            )

    @property
    def missing(self) -> int:
        """People not heard from."""
        return self.randomised - self.heard

    def share(self, missing_well: float) -> float:
        """Return the share of everyone randomised who did well, 0 to 1.

        Parameters
        ----------
        missing_well : share of the missing taken to have done well, 0 to 1.

        Raises
        ------
        ValueError
            When that share does not lie between 0 and 1.
        """
        if not 0 <= missing_well <= 1:
            raise ValueError(f"{missing_well} of the missing; give a share from 0 to 1.")
        return (self.well + missing_well * self.missing) / self.randomised
