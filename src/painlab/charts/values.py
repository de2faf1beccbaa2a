"""Figures in the form a chart needs: people of 100, or a value with its interval."""

from __future__ import annotations

from painlab.derived import lookup
from painlab.evidence.format import format_figure
from painlab.stats import Estimate


def of_100(key: str) -> int:
    """Return people of 100 under an evidence key, rounded half up.

    Raises
    ------
    ValueError
        When the figure is no share.
    """
    words = format_figure(lookup(key), "of100")
    return 0 if words.startswith("fewer") else int(words.split()[0])


def estimate(key: str) -> Estimate:
    """Return a figure and its interval.

    Raises
    ------
    ValueError
        When the figure has no interval.
    """
    figure = lookup(key)
    if figure.ci95 is None:
        raise ValueError(f"'{key}' has no ci95; choose a figure with an interval.")
    return Estimate(figure.value, *figure.ci95)
