"""Nothing half-written goes unnoticed, and no item names an objective that does not exist."""

from pathlib import Path

import pytest
from course_copy import BANK, CourseCopy

from painlab.authoring.placeholders import placeholders
from painlab.quiz.authoring.from_jupyterquiz import EVIDENCE
from painlab.quiz.authoring.new_item import (
    MISCONCEPTION,
    OBJECTIVE,
    QUESTION,
    REASON,
    RIGHT,
    SKELETONS,
    WRONG,
    skeleton,
)
from painlab.quiz.forms.models import FORM_KINDS
from painlab.quiz.models import KINDS


def test_what_importers_write_is_known_as_placeholder() -> None:
    assert {MISCONCEPTION, OBJECTIVE, QUESTION, REASON, RIGHT, WRONG} <= placeholders()
    assert f"evidence: [{EVIDENCE}]  # placeholder" in SKELETONS.read_text(encoding="utf-8")


def test_each_placeholder_is_one_finding_with_place_and_item(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(BANK, "It is common at her age.", "Write the right option here.")
    finding = course.only("placeholder")
    assert (finding.path, finding.line, finding.item) == (BANK, line, "spine-common-01")
    assert finding.column == 7


def test_a_marked_line_is_a_finding_until_the_mark_is_removed(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(BANK, "  answer: false", "  answer: false  # placeholder: true or false")
    finding = course.only("placeholder")
    assert (finding.line, finding.column, finding.item) == (line, 18, "spine-common-02")
    assert "true or false" in finding.message


@pytest.mark.parametrize("kind", [*KINDS, *FORM_KINDS])
def test_every_text_of_a_skeleton_is_reported(tmp_path: Path, kind: str) -> None:
    course = CourseCopy(tmp_path)
    bank = course.root / BANK
    text = skeleton(kind, f"spine-{kind.replace('_', '-')}-01")
    bank.write_text(f"{bank.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    first = bank.read_text(encoding="utf-8").count("\n") - text.count("\n")
    found = {finding.line for finding in course.findings("placeholder")}
    todo = [
        number
        for number, line in enumerate(text.splitlines(), start=first + 1)
        if "Write " in line or "write-" in line or "# placeholder" in line
    ]
    assert found == set(todo)


def test_an_unknown_objective_comes_with_the_nearest(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(
        BANK,
        "true_false\n  objective: read-a-prevalence",
        "true_false\n  objective: read-prevalence",
    )
    finding = course.findings("unknown-objective")[0]
    assert (finding.path, finding.line, finding.item) == (BANK, line + 1, "spine-common-02")
    assert "Did you mean 'read-a-prevalence'?" in finding.message
