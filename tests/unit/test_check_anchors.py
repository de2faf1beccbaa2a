"""Links to a place inside a page lead to a heading, a label, a term or a named box."""

from pathlib import Path

import pytest
from course_copy import LAB, LESSON, CourseCopy

PLACE = "You have a scan report in your hand."


@pytest.mark.parametrize(
    "target",
    ["#who-was-scaned", "lesson.md#who-was-scaned", "/book/imaging/lesson.md#who-was-scaned"],
)
def test_a_dead_anchor_names_the_nearest(tmp_path: Path, target: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, f"Read\n[a]({target}).")
    finding = course.only("dead-anchor")
    assert (finding.path, finding.line) == (LESSON, line + 1)
    assert "Did you mean 'who-was-scanned'?" in finding.message


@pytest.mark.parametrize(
    "target",
    [
        "#who-was-scanned",
        "#here",
        "#elsewhere",
        "#box",
        "../reference/glossary.md#term-Disc-bulge",
        "../../notebooks/lab.ipynb#a-small-lab",
        "https://example.org/#none",
    ],
)
def test_places_that_are_there(tmp_path: Path, target: str) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, "## What to ask", "(here)=\n\n## What to ask")
    course.change(LESSON, "When not to wait\n", "When not to wait\n:name: box\n")
    course.change("book/reference/glossary.md", "# ", "(elsewhere)=\n\n# ")
    course.change(LESSON, PLACE, f"[a]({target})")
    assert not course.findings("dead-anchor")


def test_a_notebook_that_leads_to_no_place(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LAB, "lesson.md", "lesson.md#nowhere")
    finding = course.only("dead-anchor")
    assert (finding.path, finding.item) == (LAB, "cell 1")


def test_places_that_the_book_writes_later_are_taken_on_trust(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, PLACE, "[a](../reference/corrections.md#herzog2017)")
    assert course.findings("dead-anchor")
    course.change("book/reference/corrections.md", "# Corrections", "# C\n\n:::{ledger} spine\n:::")
    assert not course.findings("dead-anchor")
