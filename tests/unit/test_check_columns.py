"""A finding names line and column: an editor can jump to the very word."""

from pathlib import Path

import pytest
from course_copy import BANK, EVIDENCE, LESSON, CourseCopy

from painlab.findings import Finding

PLACE = "You have a scan report in your hand."


@pytest.mark.parametrize(
    ("path", "old", "new", "rule", "word"),
    [
        (LESSON, PLACE, "You have a **scan** of 7 discs.", "bare-number", "7 discs"),
        (LESSON, PLACE, "Some `code`, then {ev}`brinjikji2015.x` here.", "unknown-key", "{ev}"),
        (LESSON, PLACE, "A {term}`disc bulge` and a {term}`dusk`.", "unknown-term", "{term}`dusk"),
        (LESSON, PLACE, "Read [this](nowhere.md) now.", "dead-link", "nowhere.md"),
        (LESSON, PLACE, "So\n- it is\n- cured now", "forbidden-word", "cured"),
        (LESSON, "{quiz} spine-common-02", "{quiz} spine-common-09", "unknown-quiz", "spine-c"),
        (BANK, "It will hurt sooner", "It will hurt in 3 days", "bare-number", "3 days"),
        (BANK, "answer: false", "answer: maybe", "quiz", "answer: maybe"),
        (EVIDENCE, "status: verified\n      label", "status: sure\n      label", "evidence", "sta"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_the_column_is_that_of_the_word(
    tmp_path: Path, path: str, old: str, new: str, rule: str, word: str
) -> None:
    course = CourseCopy(tmp_path)
    course.change(path, old, new)
    finding = course.findings(rule)[0]
    line = (course.root / path).read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert line[finding.column - 1 :].startswith(word)
    assert str(finding).startswith(f"{path}:{finding.line}:{finding.column} ") or str(
        finding
    ).startswith(f"{path}:{finding.line}:{finding.column}: ")


def test_two_like_words_on_a_line_have_their_own_columns(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, PLACE, "The 7 and\nthe 7 of `7` and {num}`7` and 7.")
    found = [(one.line, one.column) for one in course.findings("bare-number")]
    assert [column for _, column in found] == [5, 5, 31]


def test_two_like_roles_side_by_side_are_told_apart(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, PLACE, "{study}`nobody`{study}`nobody`")
    assert [one.column for one in course.findings("unknown-key")] == [1, 16]


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [(0, 0, "a.md"), (3, 0, "a.md:3"), (3, 7, "a.md:3:7"), (0, 7, "a.md")],
)
def test_what_is_not_known_is_left_out(line: int, column: int, expected: str) -> None:
    finding = Finding("a.md", line, "rule", "", "mend it.", column)
    assert str(finding) == f"{expected}: mend it. [rule]"
    assert finding.as_dict()["column"] == column
