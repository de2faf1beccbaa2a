"""Start a question: append a half-written item of any kind to a bank, without touching the rest."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from painlab.authoring.files import AuthoringError, read_text, replace, with_entry
from painlab.quiz.authoring.schema import HEADER
from painlab.quiz.parts import ItemId

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
def _skeletons() -> dict[str, str]:
    return {match[2]: match[0].rstrip() + "\n" for match in _SKELETON.finditer(skeletons())}


def skeletons() -> str:
    """Return the skeletons of all kinds as they stand in their file."""
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
    AuthoringError
        When the words cannot be part of an id, or there are not so many numbers left.
    """
    words = re.sub(r"[^a-z0-9]+", "-", f"{module} {topic}".lower()).strip("-")
    taken = known_ids(content)
    # Above the highest one: a number that was given up may still be kept on learners' devices.
    numbers = [int(name[-2:]) for name in taken if re.fullmatch(rf"{words}-\d\d", name)]
    first = max(numbers, default=0) + 1
    if first + count - 1 > _HIGHEST:
        left = _HIGHEST + 1 - first
        raise AuthoringError(
            f"'{words}' has {left} numbers left, not {count}; use another --topic."
        )
    return [check_id(f"{words}-{first + more:02d}", content) for more in range(count)]


def check_id(item: str, content: Path) -> str:
    """Return `item` when it can be the id of a new item.

    Raises
    ------
    AuthoringError
        When it is not written like an id, or stands in a bank already.
    """
    try:
        _ID.validate_python(item)
    except ValidationError as error:
        raise AuthoringError(
            f"'{item}' is no id; write it as module-topic-01: small letters, hyphens, two digits."
        ) from error
    if item in known_ids(content):
        raise AuthoringError(f"there is an item '{item}' already; choose another id.")
    return item


def known_ids(content: Path) -> set[str]:
    """Return the ids in all banks, those of broken items too."""
    pattern = re.compile(r"^\s*(?:- )?id:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)
    banks = (content / "quizzes").glob("*.yml")
    return {name for bank in banks for name in pattern.findall(bank.read_text(encoding="utf-8"))}


def append(bank: Path, text: str) -> int:
    """Append items to a bank, made with its header when it is missing; return their first line.

    Raises
    ------
    AuthoringError
        When the bank cannot be read, or the items cannot stand behind what is in it.
    """
    old = read_text(bank) if bank.exists() else f"{HEADER}\n"
    new, line = with_entry(old, text, bank.name)
    replace(bank, new)
    return line
