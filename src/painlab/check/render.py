"""Roles as a reader meets them: a key becomes its number, a term its words."""

from __future__ import annotations

from painlab.derived import lookup
from painlab.evidence import UnknownKeyError, format_figure
from painlab.evidence.load import course_evidence
from painlab.markdown_source import Piece

_SILENT = ("cite", "cite:p", "cite:t", "eq", "index")


def as_read(piece: Piece) -> str:
    """Write a role as the page shows it; an unknown key is left as it stands."""
    name, _, style = piece.role.partition(":")
    if name == "ev":
        try:
            return format_figure(lookup(piece.text.strip()), style)
        except (UnknownKeyError, ValueError):
            return piece.text
    if name == "study":
        reference = course_evidence().references.get(piece.text.strip())
        return reference.short if reference else piece.text
    return "" if piece.role in _SILENT else piece.shown
