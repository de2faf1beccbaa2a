"""Read the item banks ``book/quizzes/*.yml`` and say, with file and line, what must be mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from painlab.content import content_dir
from painlab.findings import ContentError, Finding, nearest
from painlab.quiz.errors import explain, independent, show
from painlab.quiz.forms.links import link_findings
from painlab.quiz.forms.models import FORM, FORM_KINDS, Form
from painlab.quiz.forms.texts import form_problems
from painlab.quiz.models import ITEM, Item
from painlab.quiz.record import note_entry
from painlab.quiz.references import problems
from painlab.yaml_source import Source, read_yaml

_LARGEST = 1_000_000
"""Largest bank file, in bytes: far above any real one, far below what could stall a build."""

_Entry = TypeVar("_Entry")


def read_bank(path: Path, shown_as: str | None = None) -> tuple[list[Item | Form], list[Finding]]:
    """Read one bank; what its forms say of other forms is for :func:`read_banks`.

    Parameters
    ----------
    path : the YAML file.
    shown_as : the name to use in messages; the path itself when left out.

    Returns
    -------
    The usable items and forms in file order, and what is wrong with the others.
    """
    return _read(path, shown_as)[1:]


def _read(
    path: Path, shown_as: str | None
) -> tuple[Source | None, list[Item | Form], list[Finding]]:
    """Return what :func:`read_bank` does, after the bank's source where there is one."""
    shown = shown_as or str(path)
    if path.stat().st_size > _LARGEST:
        message = f"the bank is larger than {_LARGEST:,} bytes; split it."
        return None, [], [Finding(shown, 0, "quiz", "", message)]
    try:
        source = read_yaml(path, shown)
    except ContentError as error:
        return None, [], list(error.findings)
    if not isinstance(source.data, list):
        message = "the file must be a list of items; begin each with '- id:'."
        return None, [], [Finding(shown, 1, "quiz", "", message)]
    items: list[Item | Form] = []
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
            findings.append(source.finding((index, "id"), "quiz", item.id, message))
            continue
        seen[item.id] = line
        if not wrong:
            items.append(item)
    return source, items, findings


def read_banks(content: Path) -> tuple[dict[str, Item | Form], list[Finding]]:
    """Read every bank under `content`; return usable items and forms by id, and what is wrong.

    Parameters
    ----------
    content : folder with ``quizzes/*.yml``.
    """
    modules, findings = read_modules(content)
    return {name: one for bank in modules.values() for name, one in bank.items()}, findings


def read_modules(content: Path) -> tuple[dict[str, dict[str, Item | Form]], list[Finding]]:
    """Return the same as :func:`read_banks`, by module: the name of the bank.

    Parameters
    ----------
    content : folder with ``quizzes/*.yml``.
    """
    modules: dict[str, dict[str, Item | Form]] = {}
    homes: dict[str, str] = {}
    findings: list[Finding] = []
    forms: list[tuple[Source, list[Form]]] = []
    for path in sorted((content / "quizzes").glob("*.yml")):
        shown = f"{content.name}/quizzes/{path.name}"
        source, found, wrong = _read(path, shown)
        findings += wrong
        bank = modules[path.stem] = {}
        for entry in found:
            if entry.id in homes:
                message = f"this id already stands in {homes[entry.id]}; give it a new number."
                findings.append(Finding(shown, 0, "quiz", entry.id, message))
                continue
            bank[entry.id] = entry
            homes[entry.id] = shown
        if source:
            forms.append((source, [entry for entry in found if isinstance(entry, Form)]))
    return modules, findings + link_findings(forms)


@cache
def course_bank() -> dict[str, Item | Form]:
    """Return every item and form of the course by id, loaded once a process.

    Raises
    ------
    ContentError
        When any of them is not valid; the message names file, line and item.
    """
    return {name: one for bank in modules_in(content_dir()).values() for name, one in bank.items()}


@cache
def modules_in(content: Path) -> dict[str, dict[str, Item | Form]]:
    """Return the items and forms of a folder of content by module, loaded once a process.

    The module is the name of the bank. Raises as :func:`course_bank` does.
    """
    modules, findings = read_modules(content)
    if findings:
        raise ContentError(findings)
    return modules


@cache
def course_items() -> dict[str, Item]:
    """Return every item of the course by id; see :func:`course_bank`."""
    return {name: one for name, one in course_bank().items() if not isinstance(one, Form)}


@cache
def items_by_module() -> dict[str, list[Item]]:
    """Return the items of the course by module, the name of their bank; see :func:`course_bank`.

    A bank that holds forms alone is left out.
    """
    found = {
        module: [one for one in bank.values() if not isinstance(one, Form)]
        for module, bank in modules_in(content_dir()).items()
    }
    return {module: items for module, items in found.items() if items}


@cache
def course_forms() -> dict[str, Form]:
    """Return every form of the course by id; see :func:`course_bank`."""
    return {name: one for name, one in course_bank().items() if isinstance(one, Form)}


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
    return [_find(name, known, "quiz item") for name in ids]


def load_form(name: str) -> Form:
    """Return the form with this id.

    Raises
    ------
    KeyError
        When there is no such form; the nearest known id is named.
    ContentError
        When a bank is not valid.
    """
    return _find(name, course_forms(), "form")


def _find(name: str, known: Mapping[str, _Entry], what: str) -> _Entry:
    if name not in known:
        raise UnknownItemError(f"no {what} '{name}'.{nearest(name, list(known))}")
    note_entry(name)
    return known[name]


class UnknownItemError(KeyError):
    """No such quiz item or form; the message names the nearest known id."""

    def __str__(self) -> str:
        """Return the sentence without the quotes that KeyError adds."""
        return str(self.args[0])


def _read_item(raw: Any, index: int, source: Source) -> tuple[Item | Form | None, list[Finding]]:
    """Return the item or form, or None when its shape is wrong, with the findings about it."""

    def finding(route: tuple[str | int, ...], message: str) -> Finding:
        name = raw.get("id") if isinstance(raw, dict) else None
        shown = show(name) if name else f"item {index + 1}"
        return source.finding((index, *route), "quiz", shown, message)

    if not isinstance(raw, dict):
        return None, [finding((), "an item must be a mapping that starts with 'id:'.")]
    try:
        item: Item | Form
        if raw.get("kind") in tuple(FORM_KINDS):
            item = FORM.validate_python(raw)
        else:
            item = ITEM.validate_python(raw)
    except ValidationError as error:
        return None, [finding(*explain(detail, raw)) for detail in independent(error)]
    wrong = form_problems(item) if isinstance(item, Form) else problems(item)
    return item, [finding(route, message) for route, message in wrong]
