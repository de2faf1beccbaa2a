"""Figures as functions that return Altair charts, with their words and their numbers."""

from painlab.charts.catalogue import CHARTS
from painlab.charts.picture import Picture

__all__ = ["CHARTS", "Picture"]
