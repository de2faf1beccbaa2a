"""The table of contents ``_toc.yml``: the parts of the course and their pages, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

TOC = "_toc.yml"


@dataclass(frozen=True)
class Part:
    """A part of the book.

    Attributes
    ----------
    title : as in the table of contents; empty in a book without parts.
    pages : document names of its pages and labs, in order.
    """

    title: str
    pages: tuple[str, ...]


def read_parts(root: Path) -> list[Part]:
    """Return the parts that the table of contents of the checkout `root` lists.

    :func:`painlab.check.contents.contents_findings` says what is wrong with one.
    """
    contents = yaml.safe_load((root / TOC).read_text(encoding="utf-8"))
    parts = contents.get("parts", [contents])
    return [Part(part.get("caption", ""), tuple(_files(part["chapters"]))) for part in parts]


def module_titles(root: Path) -> dict[str, str]:
    """Return what the table of contents calls each module: the part that its folder stands in.

    Where there is no table, or it has no parts, there are none.
    """
    titles: dict[str, str] = {}
    for part in read_parts(root) if (root / TOC).is_file() else []:
        for page in part.pages if part.title else ():
            titles.setdefault(PurePosixPath(page).parent.name, part.title)
    return titles


def _files(entries: list[dict[str, Any]]) -> Iterator[str]:
    for entry in entries:
        yield entry["file"]
        yield from _files(entry.get("sections", []))
