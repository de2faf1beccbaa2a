"""The evidence layer: load, validate, look up and format the figures of ``book/evidence``."""

from painlab.evidence.format import format_figure
from painlab.evidence.load import Evidence, load_evidence
from painlab.evidence.lookup import Figure, UnknownKeyError, ev, figure

__all__ = [
    "Evidence",
    "Figure",
    "UnknownKeyError",
    "ev",
    "figure",
    "format_figure",
    "load_evidence",
]
