"""What is wrong with a quiz item is said where `painlab check` is run."""

from pathlib import Path

from course_copy import BANK, LESSON, CourseCopy


def _places(course: CourseCopy) -> list[tuple[str, int, str]]:
    return [(finding.path, finding.line, finding.item) for finding in course.findings("quiz")]


def test_an_option_without_explanation(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    old = "\n      explain: Not known. Most such bulges are seen in people who feel fine."
    line = course.change(BANK, old, "") - 1
    found = [finding for finding in course.findings("quiz") if "explain" in finding.message]
    assert [(finding.path, finding.line) for finding in found] == [(BANK, line)]
    assert found[0].item == "spine-common-01"


def test_an_answer_that_is_not_among_the_options(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(BANK, "  answer: false", "  answer: perhaps")
    assert _places(course) == [(BANK, line, "spine-common-02")]


def test_no_option_marked_correct(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(BANK, "      correct: true\n", "      misconception: other\n")
    assert [item for _, _, item in _places(course)] == ["spine-common-01"]
    assert "correct" in course.findings("quiz")[0].message


def test_broken_yaml_is_one_finding_and_no_crash(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(BANK, "  answer: false", "  answer: [")
    found = course.findings("yaml")
    assert [finding.path for finding in found] == [BANK]
    assert found[0].line >= line


def test_an_objective_needs_two_items(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(
        BANK,
        "kind: true_false\n  objective: read-a-prevalence",
        "kind: true_false\n  objective: other",
    )
    found = course.findings("thin-objective")
    assert {finding.item for finding in found} == {"spine-common-01", "spine-common-02"}
    assert all(finding.path == BANK and finding.line for finding in found)


def test_an_unknown_item_on_a_page(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, "{quiz} spine-common-02", "{quiz} spine-comon-02")
    finding = course.only("unknown-quiz")
    assert (finding.path, finding.line) == (LESSON, line)
    assert "Did you mean 'spine-common-02'?" in finding.message
