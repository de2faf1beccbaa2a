"""`painlab check` reads the texts, gates and names of forms as it does those of quiz items."""

from __future__ import annotations

from pathlib import Path

import pytest
from course_copy import BANK, LESSON, CourseCopy

from painlab.check.run import check_course

FORM = """
- id: spine-signs-01
  kind: checklist
  title: First of all
  prompt: Tick what is true for you.
  store: false
  levels:
    - {id: now, tone: now, heading: Now, statements: [You feel ill], show: Ask for help today.}
  clear: If something new feels wrong, ask.

- id: spine-plan-01
  kind: plan
  title: My questions
  prompt: Write what fits.
  gate: spine-signs-01
  fields:
    - {id: ask, label: What I want to ask, help: Write one line each.}
"""


@pytest.fixture
def course(tmp_path: Path) -> CourseCopy:
    course = CourseCopy(tmp_path)
    bank = course.root / BANK
    bank.write_text(bank.read_text() + FORM)
    return course


def test_a_course_with_forms_is_clean(course: CourseCopy) -> None:
    course.change(LESSON, "{quiz} spine-common-02\n:::", "{form} spine-plan-01\n:::")
    assert list(map(str, check_course(course.root).findings)) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("You feel ill", "You feel ill, as 7 people do", "bare-number"),
        ("Write one line each.", "This will cure you.", "forbidden-word"),
        ("If something new feels wrong, ask.", "See {term}`disk bulg`.", "unknown-term"),
        ("gate: spine-signs-01", "gate: spine-sign-01", "quiz"),
    ],
)
def test_what_is_wrong_in_a_form_is_found_with_its_line(
    course: CourseCopy, old: str, new: str, rule: str
) -> None:
    line = course.change(BANK, old, new)
    finding = course.only(rule)
    assert (finding.path, finding.line) == (BANK, line)
    assert finding.item in ("spine-signs-01", "spine-plan-01")


def test_an_unknown_form_on_a_page(course: CourseCopy) -> None:
    line = course.change(LESSON, "{quiz} spine-common-02", "{form} spine-plans-01")
    finding = course.only("unknown-form")
    assert (finding.path, finding.line) == (LESSON, line)
    assert "Did you mean 'spine-plan-01'?" in finding.message
