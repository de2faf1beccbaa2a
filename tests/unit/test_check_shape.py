"""Each kind of page has its front matter, its boxes and a check after each idea."""

from pathlib import Path

import pytest
from course_copy import LESSON, CourseCopy

PLACE = "You have a scan report in your hand."
FILLER = "We walk to the end of the road and back again in the rain. " * 40


@pytest.mark.parametrize(
    ("old", "new", "item"),
    [
        ("kind: lesson", "kind: leson", "kind"),
        ("minutes: 6", "minutes: soon", "minutes"),
        ("\nreviewed: 2026-11-23", "\nreviewed: last year", "reviewed"),
        ("next_review: 2027-11-23", "next_review: 2026-11-23", "next_review"),
        ("description: What", "title: What", "description"),
        ("description: What", "description: What. #", "description"),
    ],
)
def test_front_matter(tmp_path: Path, old: str, new: str, item: str) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, old, new)
    found = course.findings("front-matter")
    assert [(finding.path, finding.item) for finding in found] == [(LESSON, item)]
    assert found[0].line >= 1


def test_an_unknown_kind_names_the_nearest(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, "kind: lesson", "kind: leson")
    finding = course.only("front-matter")
    assert finding.line == line
    assert "Did you mean 'lesson'?" in finding.message


def test_broken_front_matter_is_a_finding(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, "minutes: 6", "minutes: [6")
    assert [finding.path for finding in course.findings("front-matter")] == [LESSON]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("## Who was scanned", "# Who was scanned", "one-title"),
        ("# What a word can tell", "What a word can tell", "one-title"),
        ("## Who was scanned", "#### Who was scanned", "heading-order"),
    ],
)
def test_headings(tmp_path: Path, old: str, new: str, rule: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, f"\n{old}", f"\n{new}") + 1
    finding = course.findings(rule)[0]
    assert finding.path == LESSON
    assert finding.line == (1 if "What a word" in old else line)


def test_a_sheet_to_print_needs_no_boxes_but_its_end(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, "kind: lesson", "kind: sheet")
    assert course.findings("missing-page-end") == []
    course.change(LESSON, ":::{page-end}", ":::{note}")
    assert course.only("missing-page-end").path == LESSON


@pytest.mark.parametrize("box", ["can-do", "warning-signs", "today", "against-us", "page-end"])
def test_a_missing_box(tmp_path: Path, box: str) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, f":::{{{box}}}", ":::{note}")
    assert [found.path for found in course.findings(f"missing-{box}")] == [LESSON]


def test_an_empty_not_known_is_missing(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    text = (
        "- Why some people with a bulge hurt and others do not.\n"
        "- What the signs below mean on their own.\n"
    )
    line = course.change(LESSON, text, "")
    finding = course.only("missing-not-known")
    assert (finding.path, finding.line) == (LESSON, line - 1)


def test_a_long_summary(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, "So it is a clue, and not the whole answer.", "It is so. " * 14)
    finding = course.only("summary-length")
    assert finding.path == LESSON
    assert "60" in finding.message


def test_boxes_stand_in_their_order(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, ":::{can-do}", ":::{today}")
    line = course.change(LESSON, ":::{today}\n1.", ":::{can-do}\n1.")
    finding = course.only("box-order")
    assert finding.path == LESSON
    assert finding.line < line
    assert "'today' stands where 'can-do' belongs" in finding.message


def test_too_long_without_a_check(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    walk = "We walk to the end of the road and back again. " * 10
    line = course.change(LESSON, "\n:::{quiz} spine-common-02\n:::\n", f"\n{walk}\n")
    finding = course.only("check-too-late")
    assert finding.path == LESSON
    assert finding.line > line


@pytest.mark.parametrize(
    ("old", "new"), [(PLACE, FILLER + FILLER), ("## Who was scanned", "## Who\n" + FILLER)]
)
def test_a_lesson_has_its_length(tmp_path: Path, old: str, new: str) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, old, new)
    found = course.findings("page-length")
    assert [finding.path for finding in found] == [LESSON]


def test_a_decision_aid_may_be_longer(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, PLACE, FILLER)
    course.change(LESSON, "kind: lesson", "kind: decision-aid")
    assert not course.findings("page-length")
