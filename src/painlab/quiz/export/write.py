"""Make the files of an export, and count what is in them and what is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from painlab.quiz.export.formats import ExportFormat
from painlab.quiz.export.report import report
from painlab.quiz.export.selection import Entry, Selection

REPORT = "REPORT.md"
"""Name of the file that says what became of every kind, and what was left out."""


@dataclass(frozen=True)
class Export:
    """What is to be written.

    Attributes
    ----------
    files : content by name, the report included.
    held : how many items and forms the file of each format holds.
    left_out : for each format, the items and forms that it cannot hold, with the reason.
    """

    files: Mapping[str, bytes]
    held: Mapping[str, int]
    left_out: Mapping[str, list[tuple[Entry, str]]]


def export(selection: Selection, formats: Sequence[ExportFormat]) -> Export:
    """Return the file of each format with all that it can hold of `selection`, and the report.

    Raises
    ------
    InvalidExportError
        When a file would not be valid in its format.
    """
    files: dict[str, bytes] = {}
    left_out: dict[str, list[tuple[Entry, str]]] = {}
    for one in formats:
        reasons = [(entry, one.why_not(entry)) for entry in selection.entries()]
        left_out[one.name] = [(entry, reason) for entry, reason in reasons if reason]
        files[one.file] = one.write(selection.without(entry for entry, _ in left_out[one.name]))
    files[REPORT] = report(selection, formats, left_out).encode()
    held = {name: len(list(selection.entries())) - len(left) for name, left in left_out.items()}
    return Export(files, held, left_out)
