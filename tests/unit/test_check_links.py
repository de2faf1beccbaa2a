"""Links inside the course lead somewhere, and images say what they show."""

from pathlib import Path

import pytest
from course_copy import BANK, LAB, LESSON, CourseCopy

PLACE = "You have a scan report in your hand."


@pytest.mark.parametrize("link", ["[a](../reference/glosary.md)", "![a](../reference/glosary.md)"])
def test_a_dead_link_names_the_nearest_file(tmp_path: Path, link: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, f"Read\n{link}.")
    finding = course.only("dead-link")
    assert (finding.path, finding.line) == (LESSON, line + 1)
    assert "Did you mean 'glossary.md'?" in finding.message


def test_links_of_a_notebook_start_where_it_stands(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LAB, "../book/imaging/lesson.md", "book/imaging/lesson.md")
    (finding,) = course.findings("dead-link")
    assert (finding.path, finding.line, finding.item) == (LAB, line, "cell 1")


@pytest.mark.parametrize(
    "text",
    [
        "[a](../reference/glossary.md#term-Disc-bulge)",
        "[a](../reference/glossary)",
        "[a](https://example.org/none)",
        "[a](#who-was-scanned)",
        "[a](/index.md)",
    ],
)
def test_links_that_lead_somewhere(tmp_path: Path, text: str) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, PLACE, text)
    assert not course.findings("dead-link")


@pytest.mark.parametrize("image", ["![](spine.svg)", ":::{image} spine.svg\n:::"])
def test_an_image_without_words(tmp_path: Path, image: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change("index.md", "![A drawing of a spine from the side](spine.svg)", image)
    finding = course.only("image-without-words")
    assert (finding.path, finding.line) == ("index.md", line)


@pytest.mark.parametrize("text", ["{", "[]", '{"cells": 1}'])
def test_a_notebook_that_cannot_be_read_is_a_finding(tmp_path: Path, text: str) -> None:
    course = CourseCopy(tmp_path)
    (course.root / LAB).write_text(text)
    assert course.only("notebook").path == LAB


def test_a_link_of_a_quiz_starts_at_the_root_and_leads_to_a_built_page(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    right = "Yes. Many people have a bulge and feel fine."
    course.change(BANK, right, f"{right} [Look](book/imaging/lesson.html)")
    assert not course.findings("dead-link")
    line = course.change(BANK, "lesson.html", "leson.html")
    finding = course.only("dead-link")
    assert (finding.path, finding.line) == (BANK, line)
    assert "Did you mean 'lesson.md'?" in finding.message
