"""The landing page: safety first, six ways in, a short way that is short."""

from __future__ import annotations

import re
from pathlib import Path

from painlab.content import checkout_dir

ROOT = checkout_dir()
PAGE = (ROOT / "index.md").read_text(encoding="utf-8")
WAYS = [
    "I have a scan report",
    "I was offered surgery",
    "I am afraid to move",
    "My neck hurts",
    "I have {num}`20` minutes",
    "I want the whole course",
]


def cards() -> dict[str, str]:
    """Return the text of each card by its title, in order."""
    start = PAGE.index("## Start where you are")
    part = PAGE[start : PAGE.index("### Other ways in")]
    found = re.findall(r"^- \*\*(.+)\*\*\n((?:\n|  .*\n)+)", part, flags=re.M)
    return dict(found)


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\.md\)", text)


def test_warning_signs_come_before_everything_else() -> None:
    first = PAGE.partition("\n# ")[2].partition("\n\n")[2].partition("\n\n")[0]
    assert first.startswith("**Before anything else:**")
    assert links(first) == ["book/start/safety-check"]


def test_six_ways_in_each_with_a_first_result() -> None:
    assert list(cards()) == WAYS
    assert all(links(card) for card in cards().values())
    for title, card in cards().items():
        assert re.search(r"In five minutes|In the first five|\{minutes\}", card), title


def test_the_way_to_moving_leads_past_the_safety_check() -> None:
    assert links(cards()["I am afraid to move"])[0] == "book/start/safety-check"


def test_the_short_way_is_short() -> None:
    card = cards()[WAYS[4]]
    (pages,) = re.findall(r"\{minutes\}`([^`]+)`", card)
    assert links(card) == pages.split()
    assert len(pages.split()) <= 3
    assert sum(map(minutes, pages.split())) <= 20


def minutes(name: str) -> int:
    text = Path(ROOT, f"{name}.md").read_text(encoding="utf-8")
    return int(re.findall(r"^minutes: (\d+)$", text, flags=re.M)[0])
