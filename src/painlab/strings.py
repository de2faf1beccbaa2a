"""The interface's words for pages without JavaScript and for plain text.

The table ``frontend/strings/en.json`` is the same that the scripts are built from.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

TABLES = Path(__file__).resolve().parent / "frontend" / "strings"


def say(key: str, **values: str | int) -> str:
    """Return the words of `key` with their gaps filled.

    Parameters
    ----------
    key : key of the table; of a pair ``key_one``, ``key_other`` the part both share, and the
        number is then ``n``.
    values : what fills the gaps; a whole number is written with thousands commas.

    Raises
    ------
    KeyError
        When there is no such key, or a gap of its words is not filled.

    Examples
    --------
    >>> say("quiz_count", n=1, total=3)
    'Question 1 of 3'
    """
    words = table()
    if key not in words:
        key = f"{key}_{'one' if values.get('n') == 1 else 'other'}"
    shown = {
        name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()
    }
    return words[key].format_map(shown)


@cache
def table(language: str = "en") -> dict[str, str]:
    """Return every string of `language` by key, read once a process."""
    text = (TABLES / f"{language}.json").read_text(encoding="utf-8")
    words: dict[str, str] = json.loads(text)
    return words
