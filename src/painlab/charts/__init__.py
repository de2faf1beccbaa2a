"""Figures as functions that return Altair charts, with their words and their numbers."""

from collections.abc import Callable

from painlab.charts.catalogue import CHARTS
from painlab.charts.gallery import GALLERY
from painlab.charts.picture import Picture

PICTURES: dict[str, Callable[[], Picture]] = {**CHARTS, **GALLERY}
"""Every picture that a page can show: those of the lessons, and those of the page of all charts."""

__all__ = ["CHARTS", "GALLERY", "PICTURES", "Picture"]
