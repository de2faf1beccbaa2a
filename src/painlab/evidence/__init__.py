"""The evidence layer: load, validate, look up and format the figures of ``book/evidence``."""

from painlab.evidence.bibliography import Reference
from painlab.evidence.format import format_figure
from painlab.evidence.load import Evidence, course_evidence, load_evidence
from painlab.evidence.lookup import Figure, UnknownKeyError, ev, figure
from painlab.evidence.schema import Cell, FigureEntry, StudyEntry

__all__ = [
    "Cell",
    "Evidence",
    "Figure",
    "FigureEntry",
    "Reference",
    "StudyEntry",
    "UnknownKeyError",
    "course_evidence",
    "ev",
    "figure",
    "format_figure",
    "load_evidence",
]
