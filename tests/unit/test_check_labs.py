"""Each lesson names its lab, and each lab leads back to the lessons that name it."""

from pathlib import Path

import pytest
from course_copy import LAB, LESSON, CourseCopy

NAMED = "\nlab: lab\n"


@pytest.mark.parametrize("left", ["\n", "\nlab:\n"])
def test_a_lesson_without_a_lab(tmp_path: Path, left: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, NAMED, left)
    finding = course.only("lesson-without-lab")
    assert (finding.path, finding.line) == (LESSON, 1 if left == "\n" else line + 1)


def test_a_decision_aid_needs_a_lab_as_well(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, "kind: lesson", "kind: decision-aid")
    course.change(LESSON, NAMED, "\n")
    assert course.findings("lesson-without-lab")


def test_pages_of_other_kinds_need_none(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, "kind: lesson", "kind: opening")
    course.change(LESSON, NAMED, "\n")
    assert not course.findings("lesson-without-lab")


def test_an_unknown_lab_names_the_nearest(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, NAMED, "\nlab: labb\n")
    finding = course.only("unknown-lab")
    assert (finding.path, finding.line, finding.item) == (LESSON, line + 1, "labb")
    assert "Did you mean 'lab'?" in finding.message


def test_a_lab_without_a_way_back(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LAB, "../book/imaging/lesson.md", "../book/reference/glossary.md")
    finding = course.only("lab-without-way-back")
    assert (finding.path, finding.item) == (LAB, "cell 3")
    assert "Now read the answer" in course.line(LAB, finding.line)
    assert "'../book/imaging/lesson.md'" in finding.message


def test_a_link_to_a_place_in_the_lesson_is_a_way_back(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LAB, "lesson.md", "lesson.md#who-was-scanned")
    assert not course.findings("lab-without-way-back")
