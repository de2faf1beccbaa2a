"""What helps a neck: doing nothing has a row, every row its harms, the cord comes first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from painlab.content import content_dir

LESSONS = ("text-neck", "what-helps-a-neck")
TABLE = "## All in one table"
# What a row says of harms: that they were not counted, or what can be missed.
_HARM = re.compile(r"[Nn]ot counted|may be missed")


def _page(name: str) -> str:
    return Path(content_dir(), "plan", f"{name}.md").read_text(encoding="utf-8")


def _rows() -> dict[str, list[str]]:
    """Return the cells of each row, by the name in bold that begins it."""
    table = _page("what-helps-a-neck").split(TABLE)[1].split(":::{quiz}")[0]
    lines = [
        line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| **")
    ]
    return {cells[0].split("**")[1].rstrip("."): cells for cells in lines}


def test_doing_nothing_and_what_nobody_tested_have_a_row() -> None:
    rows = _rows()
    assert next(iter(rows)) == "Doing nothing"
    assert "No finished trial" in rows["PRT"][1]
    assert len(rows) == 7


def test_every_row_says_how_it_works_against_what_and_what_is_known_of_harms() -> None:
    for name, cells in _rows().items():
        works, gain, price = cells
        assert len(works.split("**")[2].split()) >= 3, name
        assert re.search(r"[Aa]gainst|compared|trial", gain), name
        assert _HARM.search(price), name


@pytest.mark.parametrize("name", LESSONS)
def test_the_spinal_cord_comes_before_posture_and_exercise(name: str) -> None:
    page = _page(name)
    signs = page.index("lumsy or numb hands")
    assert page.index(":::{warning-signs}") < signs
    assert signs < min(
        page.index(heading) for heading in re.findall(r"^## .*(?:claim|add).*", page, re.M)
    )


def test_a_review_under_question_lends_no_number() -> None:
    for name in LESSONS:
        assert "`monticone2015." not in _page(name)
