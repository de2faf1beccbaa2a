"""Which pages stand in the book for paper, and what is left out of it."""

from __future__ import annotations

from pathlib import Path

from painlab.toc import Part, read_parts

FIRST = "book/start/warning-signs"
# These live on a screen alone: they count, search, answer or run. Instructors print theirs by hand.
LEFT_OUT = (
    "book/start/progress",
    "book/start/review",
    "book/teach/",
    "book/reference/ledger",
    "book/reference/quiz-engine",
    "book/reference/charts",
    "notebooks/",
)


def parts_on_paper(root: Path) -> list[Part]:
    """Return the parts of the course with the pages that go on paper; empty parts are dropped.

    Parameters
    ----------
    root : the checkout.
    """
    found = [Part(one.title, tuple(filter(goes_on_paper, one.pages))) for one in read_parts(root)]
    return [part for part in found if part.pages]


def goes_on_paper(docname: str) -> bool:
    """Tell whether a page stands in the book for paper."""
    return not docname.startswith(LEFT_OUT)
