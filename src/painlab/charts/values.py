"""Figures in the form a chart needs: people of 100, or a value with its interval."""

from __future__ import annotations

from painlab.derived import estimate, lookup
from painlab.evidence.format import format_figure

__all__ = ["estimate", "of_100"]


def of_100(key: str) -> int:
    """Return people of 100 under an evidence `key`, rounded half up.

    Raises
    ------
    UnknownKeyError
        When the key is not known; the nearest known key is named.
    ValueError
        When the figure is no share.
    """
    words = format_figure(lookup(key), "of100")
    return 0 if words.startswith("fewer") else int(words.split()[0])
