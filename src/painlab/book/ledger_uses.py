"""From a line of source to the page where a reader meets it: quiz items and charts included."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from painlab.book.sources import Drawn, Keys
from painlab.check.registries import piece_code
from painlab.derived import DERIVED
from painlab.evidence.uses import Use, covering, find_uses
from painlab.quiz.bank import course_forms

_DIRECTIVE = re.compile(r"^[ \t]*[:`]{3,}\{(quiz|form|chart|piece)\}[ \t]+(.+)$", re.MULTILINE)
_ITEM = re.compile(r"[\"']([a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{2})[\"']")


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

    def __init__(self, root: Path, drawn: Mapping[tuple[Drawn, str], Keys]) -> None:
        """Scan the checkout at `root`; `drawn` names the keys behind its charts and pieces."""
        self._uses = find_uses(root)
        self._users = embedders(root)
        self._pictured: dict[str, set[str]] = defaultdict(set)
        for picture, keys in drawn.items():
            for key in keys:
                self._pictured[key] |= self._users.get(picture, set())

    def of(self, key: str) -> list[Place]:
        """Return the places that use `key`, its unlabelled figure, or a number made of it."""
        found = set(self._direct(key))
        for name, entry in DERIVED.items():
            if key in entry.inputs:
                found.update(Place(one.docname, "worked-out number") for one in self._direct(name))
        return sorted(found)

    def _direct(self, key: str) -> Iterable[Place]:
        for used in covering(key):
            for use in self._uses.get(used, ()):
                yield from self._resolve(use)
            yield from (Place(page, "picture") for page in self._pictured.get(used, ()))

    def lines(self, key: str) -> list[str]:
        """Return the uses of `key` as ``file:line``."""
        return sorted(
            f"{use.path}:{use.line}" for used in covering(key) for use in self._uses.get(used, ())
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
        return [Place("", "course code")]


def embedders(root: Path) -> Mapping[tuple[str, str], set[str]]:
    """Return the pages that embed each quiz item, form, chart and piece, by kind and name.

    A form that opens only after a checklist brings that checklist to its page, a piece the
    question that closes it.
    """
    users: dict[tuple[str, str], set[str]] = defaultdict(set)
    gates = {name: form.gate for name, form in course_forms().items() if form.gate}
    for path in [*root.glob("*.md"), *(root / "book").rglob("*.md")]:
        docname = path.relative_to(root).as_posix().removesuffix(".md")
        for kind, names in _DIRECTIVE.findall(path.read_text(encoding="utf-8")):
            for name in names.split():
                users["quiz" if kind == "form" else kind, name].add(docname)
                if kind == "form" and name in gates:
                    users["quiz", gates[name]].add(docname)
    for name, code in piece_code().items():
        for item in _ITEM.findall(code) if ("piece", name) in users else ():
            users["quiz", item] |= users["piece", name]
    for path in (root / "notebooks").glob("*.ipynb"):
        docname = path.relative_to(root).as_posix().removesuffix(".ipynb")
        for item in _ITEM.findall(path.read_text(encoding="utf-8").replace("\\", "")):
            users["quiz", item].add(docname)
    return users
