"""Lay words for the search lead somewhere, and the urgent ones are those of the warning signs."""

from __future__ import annotations

from pathlib import Path

import pytest
from course_copy import CourseCopy

from painlab.lay_words import FILE, course_lay_words

CLEAN = """synonyms:
  - say: [slipped disc]
    see: [{see}]
urgent: [{urgent}]
urgent_too: [saddle]
"""


def findings(folder: Path, text: str) -> list[tuple[str, int, str]]:
    """Return path, line and item of what is found when the file holds `text`."""
    course = CourseCopy(folder)
    (course.root / "book" / FILE).write_text(text)
    signs = course.root / "book/start/warning-signs.md"
    signs.parent.mkdir(exist_ok=True)
    signs.write_text("# Signs\n\nA numb foot.\n")
    return [(one.path, one.line, one.item) for one in course.findings("search-words")]


def test_words_that_lead_to_a_page_are_fine(tmp_path: Path) -> None:
    assert findings(tmp_path, CLEAN.format(see="imaging/lesson", urgent="numb")) == []


@pytest.mark.parametrize(
    ("see", "urgent", "line", "item"),
    [("imaging/leson", "numb", 3, "imaging/leson"), ("imaging/lesson", "num", 4, "num")],
)
def test_words_that_lead_nowhere_are_named(
    tmp_path: Path, see: str, urgent: str, line: int, item: str
) -> None:
    found = findings(tmp_path, CLEAN.format(see=see, urgent=urgent))
    assert found == [(f"book/{FILE}", line, item)]


def test_a_file_of_another_shape_is_a_finding(tmp_path: Path) -> None:
    found = findings(tmp_path, CLEAN.format(see="", urgent="numb"))
    assert [line for _, line, _ in found] == [3]


def test_what_people_say_is_gathered_by_where_it_leads() -> None:
    said = course_lay_words().by_target()
    assert "slipped disc" in said["herniation"]
    assert "sciatica" in said["surgery/leg-pain-and-narrowing"]
