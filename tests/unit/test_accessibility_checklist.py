"""The checklist of accessibility: every criterion once, and every test it names exists."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
CHECKLIST = (TESTS / "accessibility-checklist.md").read_text(encoding="utf-8")
# How many success criteria WCAG 2.2 has in each of its guidelines at levels A and AA.
CRITERIA = {
    **{"1.1": 1, "1.2": 5, "1.3": 5, "1.4": 9},
    **{"2.1": 3, "2.2": 2, "2.3": 1, "2.4": 8, "2.5": 6},
    **{"3.1": 2, "3.2": 5, "3.3": 6, "4.1": 2},
}


def rows() -> dict[str, list[str]]:
    """Return the cells of each row by the number of its criterion."""
    found = re.findall(r"^\| (\d\.\d\.\d+) (.+) \|$", CHECKLIST, flags=re.M)
    assert len({number for number, _ in found}) == len(found), "a criterion stands twice"
    return {number: rest.split(" | ") for number, rest in found}


def test_every_criterion_is_listed_and_says_what_holds_it() -> None:
    listed = [number.rpartition(".")[0] for number in rows()]
    assert {guideline: listed.count(guideline) for guideline in CRITERIA} == CRITERIA
    assert len(listed) == sum(CRITERIA.values()) == 55
    for number, (_, held, result) in rows().items():
        assert re.search(r"`test_|by hand: |not applicable: |axe", held), number
        assert (result == "none") == held.startswith("not applicable"), number


def test_every_test_it_names_exists() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in TESTS.glob("*/test_*.py"))
    tests = set(re.findall(r"^def (test_\w+)\(", written, flags=re.M))
    named = set(re.findall(r"`(test_\w+)`", CHECKLIST))
    assert named
    assert not named - tests
