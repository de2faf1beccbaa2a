"""Pages for instructors: known modules, lesson plans that add up, labs that exist."""

from pathlib import Path

import pytest
from course_copy import LESSON, CourseCopy
from guide_page import GUIDE, LABS, add_guide

from painlab.check import check_course
from painlab.check.teaching import LESSONS, OF_A_MODULE


@pytest.fixture
def course(tmp_path: Path) -> CourseCopy:
    """The clean course with a guide."""
    made = CourseCopy(tmp_path)
    add_guide(made)
    return made


def test_a_whole_guide_is_clean(course: CourseCopy) -> None:
    assert check_course(course.root).findings == ()


def test_steps_that_do_not_add_up(course: CourseCopy) -> None:
    course.change(GUIDE, "{num}`30` | Talk", "{num}`25` | Talk")
    finding = course.only("lesson-plan")
    assert course.line(GUIDE, finding.line) == ":::{lesson-plan} 50"
    assert "45 minutes, not 50" in finding.message


@pytest.mark.parametrize("name", [*OF_A_MODULE, "lesson-plan"])
def test_a_guide_holds_each_part_of_its_own_module(course: CourseCopy, name: str) -> None:
    argument = LESSONS[0] if name == "lesson-plan" else "imaging"
    course.change(GUIDE, f":::{{{name}}} {argument}", ":::{note}")
    assert course.only(f"missing-{name}").item == argument


def test_an_unknown_module(course: CourseCopy) -> None:
    line = course.change(GUIDE, ":::{outcomes} imaging", ":::{outcomes} imagin")
    finding = course.findings("unknown-module")[0]
    assert (finding.path, finding.line) == (GUIDE, line)
    assert "Did you mean 'imaging'?" in finding.message


def test_a_guide_has_dates_and_signs_but_needs_no_minutes(course: CourseCopy) -> None:
    course.change(GUIDE, "next_review: 2027-11-23\n", "")
    assert course.only("front-matter").item == "next_review"
    course.change(GUIDE, ":::{warning-signs}", ":::{note}")
    assert course.findings("missing-warning-signs") != []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lab: 20\nlap: 15\n", "Did you mean 'lab'?"),
        ("lab: soon\n", "whole minutes"),
        ("lab: 0\n", "whole minutes"),
        ("- lab\n", "whole minutes"),
    ],
)
def test_minutes_of_labs(course: CourseCopy, text: str, words: str) -> None:
    (course.root / LABS).write_text(text)
    finding = course.only("lab-minutes")
    assert finding.path == LABS
    assert finding.line >= 1
    assert words in finding.message


def test_a_lab_may_be_new_and_without_minutes(course: CourseCopy) -> None:
    (course.root / LABS).unlink()
    assert check_course(course.root).findings == ()


def test_an_item_that_a_plan_names_exists(course: CourseCopy) -> None:
    line = course.change(GUIDE, "| Talk. |", "| Ask {item}`spine-common-01`. |")
    assert check_course(course.root).findings == ()
    course.change(GUIDE, "{item}`spine-common-01`", "{item}`spine-common-09`")
    finding = course.only("named-item")
    assert finding.line == line
    assert "Did you mean 'spine-common-0" in finding.message


def test_no_learners_page_names_an_item(course: CourseCopy) -> None:
    line = course.change(LESSON, "Think of a face.", "See {item}`spine-common-01`.")
    finding = course.only("named-item")
    assert (finding.path, finding.line) == (LESSON, line)
    assert "answer key" in finding.message
