"""From a line of source to the page where a reader meets it: quiz items and charts included."""

from __future__ import annotations

import importlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from painlab.book.sources import Drawn, scope
from painlab.derived import DERIVED
from painlab.evidence.uses import Use, covers, find_uses

_DIRECTIVE = re.compile(r"^[ \t]*[:`]{3,}\{(quiz|form|chart|piece)\}[ \t]+(.+)$", re.MULTILINE)
_ITEM = re.compile(r"[\"']([a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{2})[\"']")
_REGISTRIES: dict[Drawn, tuple[str, str]] = {
    "chart": ("painlab.charts", "PICTURES"),
    "piece": ("painlab.pieces", "PIECES"),
}


@dataclass(frozen=True, order=True)
class Place:
    """Where a figure is met.

    Attributes
    ----------
    docname : the page; empty when the figure is met on none (shared text, code).
    how : ``text``, ``question``, ``picture``, ``lab``, or where it stands when there is no page.
    """

    docname: str
    how: str


class Places:
    """Every place of every key, found once a build."""

    def __init__(self, root: Path) -> None:
        """Scan the checkout at `root`."""
        self._uses = find_uses(root)
        self._users = embedders(root)
        self._drawn = _drawn(root)

    def of(self, key: str) -> list[Place]:
        """Return the places that use `key`, its unlabelled figure, or a number made of it."""
        found = set(self._direct(key))
        for name, entry in DERIVED.items():
            if key in entry.inputs:
                found.update(Place(one.docname, "worked-out number") for one in self._direct(name))
        return sorted(found)

    def _direct(self, key: str) -> Iterable[Place]:
        for used, uses in self._uses.items():
            if covers(used, key):
                for use in uses:
                    yield from self._resolve(use)

    def lines(self, key: str) -> list[str]:
        """Return the uses of `key` as ``file:line``."""
        return sorted(
            f"{use.path}:{use.line}"
            for used, uses in self._uses.items()
            if covers(used, key)
            for use in uses
        )

    def _resolve(self, use: Use) -> Iterable[Place]:
        docname = use.path.rpartition(".")[0]
        if use.kind == "page":
            if "/_" in use.path:
                return [Place("", "warning-signs box")]
            return [Place(docname, "text")]
        if use.kind == "notebook":
            return [Place(docname, "lab")]
        if use.kind == "quiz":
            pages = self._users.get(("quiz", use.item), set())
            return [Place(page, "question") for page in pages] or [Place("", "question bank")]
        pages = {
            page
            for kind, name, file, lines in self._drawn
            if file == use.path and use.line in lines
            for page in self._users.get((kind, name), set())
        }
        return [Place(page, "picture") for page in pages] or [Place("", "course code")]


def embedders(root: Path) -> Mapping[tuple[str, str], set[str]]:
    """Return the pages that embed each quiz item, form, chart and piece, by kind and name."""
    users: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in [*root.glob("*.md"), *(root / "book").rglob("*.md")]:
        docname = path.relative_to(root).as_posix().removesuffix(".md")
        for kind, names in _DIRECTIVE.findall(path.read_text(encoding="utf-8")):
            for name in names.split():
                users["quiz" if kind == "form" else kind, name].add(docname)
    for path in (root / "notebooks").glob("*.ipynb"):
        docname = path.relative_to(root).as_posix().removesuffix(".ipynb")
        for item in _ITEM.findall(path.read_text(encoding="utf-8").replace("\\", "")):
            users["quiz", item].add(docname)
    return users


def _drawn(root: Path) -> list[tuple[str, str, str, range]]:
    """Return kind, name, file and lines of every chart and piece."""
    drawn: list[tuple[str, str, str, range]] = []
    for kind, (module, registry) in _REGISTRIES.items():
        for name, make in getattr(importlib.import_module(module), registry).items():
            file, lines = scope(make, kind)
            shown = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
            drawn.append((kind, name, shown, lines))
    return drawn
