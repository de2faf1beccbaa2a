"""A language of brackets: every interface word stands in them, every text of a bank is Greek."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from painlab import strings
from painlab.frontend import toolchain

NOT_TEXT = {"id", "kind", "objective", "misconception", "ev", "people", "src", "tone"}
# What the page takes from the evidence: names of studies, and what the labels of a curve are.
FROM_EVIDENCE = re.compile(r"[aA]ge|Brinjikji|NHS|England|cauda|equina|pathway|Herzog|others|\da")


def greek(value: Any, name: str = "") -> Any:
    """Replace every text of an item by Greek letters, none like another."""
    if isinstance(value, dict):
        return {key: greek(inner, f"{name}{key}") for key, inner in value.items()}
    if isinstance(value, list):
        return [greek(inner, f"{name}{place}") for place, inner in enumerate(value)]
    last = re.split(r"\d+", name)[-1]
    if not isinstance(value, str) or any(last.endswith(key) for key in NOT_TEXT) or "evid" in name:
        return value
    return "".join(chr(0x3B1 + ord(letter) % 24) for letter in f"{value}{name}")


def unbracketed(text: str) -> list[str]:
    """Return the words with Latin letters that stand in no brackets."""
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = inner
    return re.findall(r"\S*[A-Za-z]\S*", FROM_EVIDENCE.sub("", text))


def speak_in_brackets(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the scripts into `folder` with every word in brackets, and let Python say the same."""
    words = {key: f"⟦{text}⟧" for key, text in strings.table().items()}
    table = folder.with_suffix(".json")
    table.write_text(json.dumps(words))
    toolchain.build(folder, table)
    monkeypatch.setattr(strings, "table", lambda: words)


def words_on(page: Page, place: str) -> str:
    """Return every word in `place`, the spoken ones too."""
    return str(
        page.locator(place).evaluate(
            """place => [place, ...place.querySelectorAll('*')].flatMap(node =>
                 ['aria-label', 'aria-valuetext', 'alt', 'title', 'placeholder']
                   .map(name => node.getAttribute(name) ?? ''))
               .concat(place.textContent).join('\\n')"""
        )
    )
