"""Find where the course uses each evidence key: pages, quiz banks, notebooks and our own code."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from painlab.findings import ContentError
from painlab.markdown_source import Page, scan_page, scan_text
from painlab.yaml_source import Route, read_yaml

Kind = Literal["page", "quiz", "notebook", "code"]

_KEY = r"[a-z]\w*(?:\.[a-z]\w*(?:\[[^\]`\"']+\])?)?"
_ROLE = re.compile(rf"\{{(?:ev(?::\w+)?|study)\}}`\s*({_KEY})\s*`")
_CALL = re.compile(
    r"\b(?:ev|lookup)\(\s*[\"']([^\"']+)[\"'](?:\s*,\s*(?:[\"']([^\"']+)[\"']|(\d+))\s*\))?"
)
_STRING = re.compile(rf"[\"']({_KEY})[\"']")
_STUDY = re.compile(r"^- key: *[\"']?(\w+)", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Use:
    """One place that uses a key.

    Attributes
    ----------
    path : file, relative to the root that was scanned.
    line : 1-based line in that file.
    kind : ``page``, ``quiz``, ``notebook`` or ``code``.
    item : id of the quiz item, for a quiz.
    """

    path: str
    line: int
    kind: Kind
    item: str = ""


def find_uses(root: Path) -> dict[str, list[Use]]:
    """Return every use of every evidence key under `root`.

    A key is given as it stands in the source: ``study`` (from the role ``{study}``),
    ``study.figure``, ``study.figure[label]`` or ``calc.name``. A labelled figure named without its
    label stands for all its labels. Keys are not checked here; a broken bank is passed over, since
    its own reader reports it.

    Parameters
    ----------
    root : the checkout: the folder with ``index.md``, ``book/`` and ``notebooks/``.
    """
    uses: dict[str, set[Use]] = defaultdict(set)
    studies = _studies(root)
    for path in sorted([*root.glob("*.md"), *(root / "book").rglob("*.md")]):
        for key, line in _in_prose(scan_page(path, path.name)):
            uses[key].add(Use(_shown(path, root), line, "page"))
    for path in sorted((root / "book" / "quizzes").glob("*.yml")):
        for key, line, item in _in_bank(path):
            uses[key].add(Use(_shown(path, root), line, "quiz", item))
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        for key, line in _in_notebook(path, studies):
            uses[key].add(Use(_shown(path, root), line, "notebook"))
    for path in _modules(root):
        for key, line in keys_in_code(path.read_text(encoding="utf-8"), studies):
            uses[key].add(Use(_shown(path, root), line, "code"))
    return {key: sorted(uses[key]) for key in sorted(uses)}


def covering(key: str) -> tuple[str, ...]:
    """Return what stands for `key` where it is used: itself, and the figure without its label."""
    return tuple(dict.fromkeys((key, key.partition("[")[0])))


def keys_in_code(text: str, studies: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Yield each key that Python `text` names, with its line.

    Parameters
    ----------
    text : Python source.
    studies : study keys; a string ``"book.js"`` is no key, since no study is called "book".
    """
    for match in _CALL.finditer(text):
        label = match[2] or match[3]
        key = match[1] + (f"[{label}]" if label else "")
        if re.fullmatch(_KEY, key):
            yield _fixed(key), text.count("\n", 0, match.start()) + 1
    for match in _STRING.finditer(text):
        study, dot, _ = match[1].partition(".")
        if dot and study in studies:
            yield _fixed(match[1]), text.count("\n", 0, match.start()) + 1


def _fixed(key: str) -> str:
    """Leave out a label that the code fills in later: ``study.figure[{label}]``."""
    return key.partition("[")[0] if "{" in key else key


def _modules(root: Path) -> list[Path]:
    """Return the modules that may name a figure: computed figures, charts, models, pieces."""
    package = root / "src" / "painlab"
    folders = ("charts", "models", "pieces", "quiz")
    inner = [path for name in folders for path in (package / name).rglob("*.py")]
    return sorted([*package.glob("*.py"), *inner])


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _studies(root: Path) -> frozenset[str]:
    names = {"calc"}
    for path in (root / "book" / "evidence").glob("*.yml"):
        names.update(_STUDY.findall(path.read_text(encoding="utf-8")))
    return frozenset(names)


def _in_prose(page: Page) -> Iterator[tuple[str, int]]:
    for directive in page.directives("ev-list"):
        for key in directive.argument.split():
            yield key, directive.line
    for segment in page.segments():
        for piece in segment.pieces:
            if piece.role.partition(":")[0] in ("ev", "study"):
                yield piece.text.strip(), piece.line
            elif not piece.role:
                # The title of a box is a line of text to the scanner, and prose to the reader.
                yield from ((match[1], piece.line) for match in _ROLE.finditer(piece.text))


def _in_bank(path: Path) -> Iterator[tuple[str, int, str]]:
    try:
        source = read_yaml(path)
    except ContentError:
        return
    for route, text in _strings(source.data, ()):
        item = _item_id(source.data, route)
        names = [part for part in route if isinstance(part, str)]
        if names and names[-1] in {"evidence", "ev", "people"}:
            labels = _labels(source.data, route) if names[-1] == "ev" else []
            for label in labels or [""]:
                yield text + (f"[{label}]" if label else ""), source.line(route), item
        else:
            for match in _ROLE.finditer(text):
                line = source.line(route) + text.count("\n", 0, match.start())
                yield match[1], line, item


def _item_id(data: Any, route: Route) -> str:
    index = route[0] if route else None
    item = data[index] if isinstance(data, list) and isinstance(index, int) else None
    return str(item.get("id", "")) if isinstance(item, dict) else ""


def _strings(data: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*route, index))


def _labels(data: Any, route: Route) -> list[str]:
    """Return the ``labels`` beside an ``ev`` (a curve to draw), if there are any."""
    for part in route[:-1]:
        data = data[part]
    labels = data.get("labels") if isinstance(data, dict) else None
    return [str(label) for label in labels] if isinstance(labels, list) else []


def _in_notebook(path: Path, studies: frozenset[str]) -> Iterator[tuple[str, int]]:
    text = path.read_text(encoding="utf-8")
    try:
        cells = list(json.loads(text)["cells"])
    except (ValueError, KeyError, TypeError):
        return
    stored = text.splitlines()
    cursor = 0
    for cell in cells:
        source = cell.get("source", "")
        lines = source if isinstance(source, list) else source.splitlines(keepends=True)
        numbers = []
        for line in lines:
            wanted = json.dumps(line, ensure_ascii=False)
            found = next((i for i in range(cursor, len(stored)) if wanted in stored[i]), None)
            cursor = cursor if found is None else found + 1
            numbers.append(cursor)
        joined = "".join(lines)
        scan = (
            keys_in_code(joined, studies)
            if cell.get("cell_type") == "code"
            else _in_prose(scan_text(joined, path.name))
        )
        for key, line_number in scan:
            yield key, numbers[line_number - 1]
