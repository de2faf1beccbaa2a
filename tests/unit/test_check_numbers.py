"""A number in learner prose comes from the evidence or is marked as no claim."""

from pathlib import Path

import pytest
from course_copy import BANK, LAB, LESSON, CourseCopy

PLACE = "You have a scan report in your hand."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Of these, 60% have one.", "60%"),
        ("It was 7.54 times as common.", "7.54"),
        ("We saw 1,061 people.", "1,061"),
        ("About ½ have one.", "½"),
        ("A fall at 50 percent.", "50 percent"),
        ("In **40** people.", "40"),
        ("See [these 3 words](../reference/glossary.md).", "3"),
    ],
)
def test_a_bare_number_is_named_with_its_line(tmp_path: Path, text: str, number: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, text)
    finding = course.only("bare-number")
    assert (finding.path, finding.line) == (LESSON, line)
    assert f"'{number}'" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Look at L5, S1 and T2 first.",
        "About {ev:of100}`brinjikji2015.disk_bulge[50]` at {num}`50`.",
        "Type `ev('x', 50)` and read on.",
        "Follow [this](https://example.org/2015/3) and <https://example.org/9>.",
        "There are two halves to this, and three questions.\n\n```python\nprint(50)\n```",
        "(part-2)=\nRead on.\n\n% a comment with 3 words",
        "Ask twice a week. Rest for half an hour. It took two of us.",
    ],
)
def test_names_roles_code_links_and_plain_words_are_no_claims(tmp_path: Path, text: str) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, PLACE, text)
    assert not course.findings("bare-number")
    assert not course.findings("spelled-number")


def test_a_number_is_found_inside_nested_directives_and_across_lines(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    nested = "::::{note}\n:::{tip}\nFirst\nthen 12 of them.\n:::\n::::\n"
    line = course.change(LESSON, PLACE, nested)
    assert course.only("bare-number").line == line + 3


@pytest.mark.parametrize(
    "claim",
    [
        "two of five",
        "nine out of ten",
        "a third of",
        "half of people",
        "more than half",
        "twice as",
        "three times as",
        "ten percent",
        "Twenty-five per cent",
        "two-thirds of",
        "doubled the risk",
        "three hundred",
    ],
)
def test_a_claim_in_words_is_a_number_too(tmp_path: Path, claim: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, f"We know that {claim} likely people have it.")
    finding = course.only("spelled-number")
    assert (finding.path, finding.line) == (LESSON, line)
    assert claim.lower()[:7] in finding.message.lower()


@pytest.mark.parametrize("text", ["one in ten", "One in every hundred", "{num}`1` in {num}`40`"])
def test_one_in_x_is_refused_even_when_marked(tmp_path: Path, text: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, f"It happens to {text} people.")
    assert course.only("one-in-x").line == line


def test_quiz_texts_are_learner_prose(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(BANK, "Not known. Most such bulges", "In 84% such bulges")
    finding = course.only("bare-number")
    assert (finding.path, finding.line, finding.item) == (BANK, line, "spine-common-01")


def test_notebook_cells_are_learner_prose_named_by_cell(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LAB, "It is one clue of many.", "It is seen in 60 people.")
    finding = course.only("bare-number")
    assert (finding.path, finding.line, finding.item) == (LAB, line, "cell 3")
