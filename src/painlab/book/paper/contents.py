"""Which pages stand in the book for paper, in which order, and what is left out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

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


@dataclass(frozen=True)
class Part:
    """A part of the book.

    Attributes
    ----------
    title : as in the table of contents.
    pages : document names, in order.
    """

    title: str
    pages: tuple[str, ...]


def read_parts(toc: Path) -> list[Part]:
    """Return the parts of the course with the pages that go on paper; empty parts are dropped.

    Parameters
    ----------
    toc : the file ``_toc.yml``.
    """
    parts = yaml.safe_load(toc.read_text(encoding="utf-8"))["parts"]
    found = [
        Part(part["caption"], tuple(filter(goes_on_paper, _files(part["chapters"]))))
        for part in parts
    ]
    return [part for part in found if part.pages]


def goes_on_paper(docname: str) -> bool:
    """Tell whether a page stands in the book for paper."""
    return not docname.startswith(LEFT_OUT)


def _files(entries: list[dict[str, Any]]) -> Iterator[str]:
    for entry in entries:
        yield entry["file"]
        yield from _files(entry.get("sections", []))
