"""Learner prose promises no cure, blames no one and does not shout."""

from pathlib import Path

import pytest
from course_copy import BANK, LESSON, CourseCopy

PLACE = "You have a scan report in your hand."


@pytest.mark.parametrize("text", ["This can cure you.", "It is all in your head.", "Look here!"])
def test_a_forbidden_word_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, text)
    finding = course.only("forbidden-word")
    assert (finding.path, finding.line) == (LESSON, line)


def test_words_that_only_look_like_it_pass(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, PLACE, "Be secure and curious. Type `!ls` here.")
    assert not course.findings("forbidden-word")


def test_corrections_may_quote_and_no_other_page(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    page = "book/reference/corrections.md"
    course.change(LESSON, PLACE, 'They said "a full cure".')
    assert course.only("forbidden-word").path == LESSON
    line = course.change(page, '"a full cure"', "a full cure")
    assert [(found.path, found.line) for found in course.findings("forbidden-word")][1:] == [
        (page, line)
    ]


def test_quiz_texts_titles_and_descriptions_are_read(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    lines = [
        course.change(LESSON, "description: What a word", "description: A cure, or what a word"),
        course.change(LESSON, ":title: Check yourself", ":title: Check yourself!") - 1,
    ]
    course.change(BANK, "What is the best reading?", "What is the cure?")
    found = course.findings("forbidden-word")
    assert [finding.line for finding in found if finding.path == LESSON] == lines
    assert [finding.item for finding in found if finding.path == BANK] == ["spine-common-01"]
