"""What a format is: its file, how it is written, and what becomes of each kind in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from painlab.quiz.export.selection import Entry, Selection
from painlab.quiz.forms.models import FORM_KINDS
from painlab.quiz.models import KINDS


class InvalidExportError(ValueError):
    """What was made is not valid in its format, so it is not written; the message says where."""


@dataclass(frozen=True)
class Fate:
    """What becomes of a kind of item or form in a format.

    Attributes
    ----------
    held : whether the format can hold it.
    words : how it is written, or why it is left out.
    """

    held: bool
    words: str


@dataclass(frozen=True)
class ExportFormat:
    """A format.

    Attributes
    ----------
    name : what one calls it on the command line.
    file : name of the file.
    use : what reads it.
    fates : what becomes of each kind.
    lost : what no item can take along into this format.
    write : makes the content of the file of a selection that it can hold.
    refuses : says why a single item of a kind that it holds is left out; empty when it is not.
    """

    name: str
    file: str
    use: str
    fates: Mapping[str, Fate]
    lost: tuple[str, ...]
    write: Callable[[Selection], bytes]
    refuses: Callable[[Entry], str] = lambda entry: ""

    def why_not(self, entry: Entry) -> str:
        """Say why an item or form is left out; empty when it is held."""
        fate = self.fates[entry.kind]
        return self.refuses(entry) if fate.held else fate.words


_FORMS = {
    "checklist": "What is ticked here must be kept nowhere; a platform would keep it.",
    "reflection": "Its answers belong to the learner's own device; a platform would keep them.",
    "survey": "It is asked twice and compared on the learner's own device; a quiz cannot do that.",
    "plan": "What is written here belongs to the learner's own device; a platform would keep it.",
    "certificate": "It is a sheet to print, not a question.",
}


def fates(held: Mapping[str, str], left_out: Mapping[str, str]) -> dict[str, Fate]:
    """Return what becomes of every kind: how the `held` ones are written, why others are not.

    A form is left out for the reason that holds in all formats, where nothing else is said.

    Raises
    ------
    KeyError
        When an item's kind is told nowhere.
    """
    reasons = {**_FORMS, **left_out}
    return {
        kind: Fate(True, held[kind]) if kind in held else Fate(False, reasons[kind])
        for kind in (*KINDS, *FORM_KINDS)
    }
