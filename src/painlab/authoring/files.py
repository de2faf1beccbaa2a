"""Files of the course, changed in one place: the rest of each stays as it is, to the byte."""

from __future__ import annotations

import os
from pathlib import Path

from painlab.findings import ContentError
from painlab.yaml_source import Source, parse_yaml


class AuthoringError(ValueError):
    """Content that cannot be started; the message says why and what mends it."""


def read_text(path: Path) -> str:
    """Return the text of a file with its line ends as they are.

    Raises
    ------
    AuthoringError
        When there is no such file, or it is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise AuthoringError(f"there is no file '{path}'.") from error
    except UnicodeDecodeError as error:
        raise AuthoringError(f"'{path}' is no UTF-8 text; save it as UTF-8.") from error


def line_end(text: str) -> str:
    """Return what ends the lines of `text`."""
    return "\r\n" if "\r\n" in text else "\n"


def appended(old: str, text: str) -> str:
    """Return `old` with a blank line and `text` behind it, in the line ends of `old`."""
    end = line_end(old)
    kept = old if old.endswith("\n") else old + end
    gap = "" if kept.endswith(end * 2) else end
    return kept + gap + text.replace("\n", end)


def with_entry(old: str, text: str, name: str) -> tuple[str, int]:
    """Return a YAML list with one more entry, and the line of the entry.

    The new list is read again: what stood in it must be left as it was.

    Parameters
    ----------
    old : the list as it stands in its file.
    text : the entry, or several.
    name : name of the file, for messages.

    Raises
    ------
    AuthoringError
        When `old` cannot be read, or `text` cannot stand behind it.
    """
    new = appended(old, text)
    before, after = _entries(old, name), _entries(new, name)
    if after[: len(before)] != before or len(after) == len(before):
        raise AuthoringError(f"{name} would not hold the new entry; write it as a list of '- '.")
    return new, new.removesuffix(text.replace("\n", line_end(old))).count("\n") + 1


def _entries(text: str, name: str) -> list[object]:
    data = yaml_of(text, name).data
    if data is not None and not isinstance(data, list):
        raise AuthoringError(f"{name} is no list of entries; nothing was written.")
    return data or []


def yaml_of(text: str, name: str) -> Source:
    """Read YAML text as the course reads its files.

    Raises
    ------
    AuthoringError
        When it cannot be read; the message names the line.
    """
    try:
        return parse_yaml(text, name)
    except ContentError as error:
        raise AuthoringError(f"{error}\nNothing was written; mend {name} first.") from error


def replace(path: Path, text: str) -> None:
    """Write a file beside the old one and swap them: a full disk leaves the old one whole."""
    draft = path.with_name(f".{path.name}.new")
    draft.write_bytes(text.encode("utf-8"))
    os.replace(draft, path)
