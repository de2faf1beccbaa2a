"""Read the item banks ``book/quizzes/*.yml`` and say, with file and line, what must be mended."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from painlab.content import content_dir
from painlab.findings import ContentError, Finding, nearest
from painlab.quiz.errors import explain, independent, show
from painlab.quiz.models import ITEM, Item
from painlab.quiz.references import problems
from painlab.yaml_source import Source, read_yaml

_LARGEST = 1_000_000
"""Largest bank file, in bytes: far above any real one, far below what could stall a build."""


def read_bank(path: Path, shown_as: str | None = None) -> tuple[list[Item], list[Finding]]:
    """Read one bank.

    Parameters
    ----------
    path : the YAML file.
    shown_as : the name to use in messages; the path itself when left out.

    Returns
    -------
    The usable items in file order, and what is wrong with the others.
    """
    shown = shown_as or str(path)
    if path.stat().st_size > _LARGEST:
        message = f"the bank is larger than {_LARGEST:,} bytes; split it."
        return [], [Finding(shown, 0, "quiz", "", message)]
    try:
        source = read_yaml(path, shown)
    except ContentError as error:
        return [], list(error.findings)
    if not isinstance(source.data, list):
        message = "the file must be a list of items; begin each with '- id:'."
        return [], [Finding(shown, 1, "quiz", "", message)]
    items: list[Item] = []
    findings: list[Finding] = []
    seen: dict[str, int] = {}
    for index, raw in enumerate(source.data):
        item, wrong = _read_item(raw, index, source)
        findings += wrong
        if item is None:
            continue
        line = source.line((index, "id"))
        if item.id in seen:
            message = f"this id already stands at line {seen[item.id]}; give it a new number."
            findings.append(Finding(shown, line, "quiz", item.id, message))
            continue
        seen[item.id] = line
        if not wrong:
            items.append(item)
    return items, findings


def read_banks(content: Path) -> tuple[dict[str, Item], list[Finding]]:
    """Read every bank under `content` and return the usable items by id, with what is wrong.

    Parameters
    ----------
    content : folder with ``quizzes/*.yml``.
    """
    items: dict[str, Item] = {}
    homes: dict[str, str] = {}
    findings: list[Finding] = []
    for path in sorted((content / "quizzes").glob("*.yml")):
        shown = f"{content.name}/quizzes/{path.name}"
        found, wrong = read_bank(path, shown)
        findings += wrong
        for item in found:
            if item.id in items:
                message = f"this id already stands in {homes[item.id]}; give it a new number."
                findings.append(Finding(shown, 0, "quiz", item.id, message))
                continue
            items[item.id] = item
            homes[item.id] = shown
    return items, findings


@cache
def course_items() -> dict[str, Item]:
    """Return every item of the course by id, loaded once a process.

    Raises
    ------
    ContentError
        When any item is not valid; the message names file, line and item.
    """
    items, findings = read_banks(content_dir())
    if findings:
        raise ContentError(findings)
    return items


def load_items(ids: Iterable[str]) -> list[Item]:
    """Return the items with these ids, in this order.

    Raises
    ------
    KeyError
        When there is no such item; the nearest known id is named.
    ContentError
        When a bank is not valid.
    """
    known = course_items()
    result = []
    for name in ids:
        if name not in known:
            raise UnknownItemError(f"no quiz item '{name}'.{nearest(name, list(known))}")
        result.append(known[name])
    return result


class UnknownItemError(KeyError):
    """No such quiz item; the message names the nearest known id."""

    def __str__(self) -> str:
        """Return the sentence without the quotes that KeyError adds."""
        return str(self.args[0])


def _read_item(raw: Any, index: int, source: Source) -> tuple[Item | None, list[Finding]]:
    """Return the item, or None when its shape is wrong, with the findings about it."""

    def finding(route: tuple[str | int, ...], message: str) -> Finding:
        name = raw.get("id") if isinstance(raw, dict) else None
        shown = show(name) if name else f"item {index + 1}"
        return Finding(source.path, source.line((index, *route)), "quiz", shown, message)

    if not isinstance(raw, dict):
        return None, [finding((), "an item must be a mapping that starts with 'id:'.")]
    try:
        item = ITEM.validate_python(raw)
    except ValidationError as error:
        return None, [finding(*explain(detail, raw)) for detail in independent(error)]
    return item, [finding(route, message) for route, message in problems(item)]
