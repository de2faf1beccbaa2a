"""Start a question: append a half-written item of any kind to a bank, without touching the rest."""

from __future__ import annotations

import os
import re
import tempfile
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from painlab.findings import ContentError
from painlab.quiz.authoring.schema import HEADER
from painlab.quiz.parts import ItemId
from painlab.yaml_source import read_yaml

SKELETONS = Path(__file__).with_name("skeletons.yml")
"""A bank with one half-written item of each kind."""

OBJECTIVE = "write-the-objective"
MISCONCEPTION = "write-the-misconception"
QUESTION = "Write the question here."
RIGHT = "Write why this option is right here."
WRONG = "Write what to say to a learner who chose this here."
REASON = "Write the reason here."

_SKELETON = re.compile(r"^- id: (\S+)\n  kind: (\w+)\n(?:(?!- ).*\n?)*", re.MULTILINE)
_ID: TypeAdapter[str] = TypeAdapter(ItemId)
_HIGHEST = 99


class NewItemError(ValueError):
    """A question that cannot be started; the message says why and what mends it."""


def skeleton(kind: str, item: str, objective: str = OBJECTIVE) -> str:
    """Return a half-written item as it stands in a bank.

    Parameters
    ----------
    kind : a kind of item or form.
    item : its id.
    objective : the learning objective; a placeholder when left out. Forms have none.
    """
    text = _skeletons()[kind]
    text = re.sub(r"^- id: \S+", f"- id: {item}", text, count=1)
    return text.replace(f"objective: {OBJECTIVE}", f"objective: {objective}")


@cache
def placeholders() -> frozenset[str]:
    """Return every text of the skeletons that stands for one to be written."""
    words = re.findall(r"\b(?:Write .+ here\.|write-[a-z-]+)$", _text(), re.MULTILINE)
    return frozenset(words)


@cache
def _skeletons() -> dict[str, str]:
    return {match[2]: match[0].rstrip() + "\n" for match in _SKELETON.finditer(_text())}


def _text() -> str:
    return SKELETONS.read_text(encoding="utf-8")


def free_ids(content: Path, module: str, topic: str = "", count: int = 1) -> list[str]:
    """Return the next free ids of a module, for example ``imaging-pain-free-04``.

    Parameters
    ----------
    content : folder with ``quizzes/*.yml``.
    module : the first word of the ids.
    topic : more words for them.
    count : how many.

    Raises
    ------
    NewItemError
        When the words cannot be part of an id, or there are not so many numbers left.
    """
    words = re.sub(r"[^a-z0-9]+", "-", f"{module} {topic}".lower()).strip("-")
    taken = known_ids(content)
    # Above the highest one: a number that was given up may still be kept on learners' devices.
    numbers = [int(name[-2:]) for name in taken if re.fullmatch(rf"{words}-\d\d", name)]
    first = max(numbers, default=0) + 1
    if first + count - 1 > _HIGHEST:
        left = _HIGHEST + 1 - first
        raise NewItemError(f"'{words}' has {left} numbers left, not {count}; use another --topic.")
    return [check_id(f"{words}-{first + more:02d}", content) for more in range(count)]


def check_id(item: str, content: Path) -> str:
    """Return `item` when it can be the id of a new item.

    Raises
    ------
    NewItemError
        When it is not written like an id, or stands in a bank already.
    """
    try:
        _ID.validate_python(item)
    except ValidationError as error:
        raise NewItemError(
            f"'{item}' is no id; write it as module-topic-01: small letters, hyphens, two digits."
        ) from error
    if item in known_ids(content):
        raise NewItemError(f"there is an item '{item}' already; choose another id.")
    return item


def known_ids(content: Path) -> set[str]:
    """Return the ids in all banks, those of broken items too."""
    pattern = re.compile(r"^\s*(?:- )?id:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)
    banks = (content / "quizzes").glob("*.yml")
    return {name for bank in banks for name in pattern.findall(bank.read_text(encoding="utf-8"))}


def append(bank: Path, text: str) -> int:
    """Append items to a bank, made with its header when it is missing; return their first line.

    The new file is read again before it takes the place of the old one.

    Raises
    ------
    NewItemError
        When the bank cannot be read, or the items cannot stand behind what is in it.
    """
    old = bank.read_bytes().decode("utf-8") if bank.exists() else f"{HEADER}\n"
    end = "\r\n" if "\r\n" in old else "\n"
    kept = old if old.endswith("\n") else old + end
    gap = "" if kept.endswith(end * 2) else end
    new = kept + gap + text.replace("\n", end)
    before = _entries(old, bank)
    after = _entries(new, bank)
    if after[: len(before)] != before or len(after) == len(before):
        raise NewItemError(f"{bank.name} would not hold the new item; write it as a list of '- '.")
    _replace(bank, new)
    return (kept + gap).count("\n") + 1


def _entries(text: str, bank: Path) -> list[object]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / bank.name
        copy.write_bytes(text.encode("utf-8"))
        try:
            data = read_yaml(copy, bank.name).data
        except ContentError as error:
            raise NewItemError(f"{error}\nNothing was written; mend the bank first.") from error
    if data is not None and not isinstance(data, list):
        raise NewItemError(f"{bank.name} is no list of items; nothing was written.")
    return data or []


def _replace(path: Path, text: str) -> None:
    """Write a file beside the old one and swap them: a full disk leaves the old one whole."""
    draft = path.with_name(f".{path.name}.new")
    draft.write_bytes(text.encode("utf-8"))
    os.replace(draft, path)
