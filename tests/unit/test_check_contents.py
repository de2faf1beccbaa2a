"""Every page stands in the table of contents, once, and every entry has a file."""

from pathlib import Path

import pytest
from course_copy import LAB, LESSON, CourseCopy

TOC = "_toc.yml"


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ("  - file: book/imaging/lesson\n", LESSON),
        ("  - file: notebooks/lab\n", LAB),
        ("      - file: book/reference/corrections\n", "book/reference/corrections.md"),
    ],
)
def test_a_page_in_no_contents(tmp_path: Path, entry: str, path: str) -> None:
    course = CourseCopy(tmp_path)
    course.change(TOC, entry, "")
    found = course.findings("not-listed")
    assert [finding.path for finding in found] == [path]
    assert f"- file: {path.rpartition('.')[0]}" in found[0].message


@pytest.mark.parametrize("again", ["book/imaging/lesson", "book/imaging/lesson.md"])
def test_a_page_that_stands_twice(tmp_path: Path, again: str) -> None:
    course = CourseCopy(tmp_path)
    entry = "  - file: notebooks/lab\n"
    line = course.change(TOC, entry, f"{entry}  - file: {again}\n")
    finding = course.only("listed-twice")
    assert (finding.path, finding.line) == (TOC, line + 1)
    assert f"on line {line - 1}" in finding.message


def test_an_entry_without_a_file_names_the_nearest(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(TOC, "book/reference/glossary", "book/reference/glosary")
    found = course.findings("listed-without-file")
    assert [(finding.path, finding.line) for finding in found] == [(TOC, line)]
    assert "Did you mean 'book/reference/glossary'?" in found[0].message


def test_a_part_of_other_pages_stands_in_no_contents(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    folder = course.root / "book" / "_includes"
    folder.mkdir()
    (folder / "part.md").write_text("Some words.\n", encoding="utf-8")
    assert not course.findings("not-listed")


def test_broken_contents_are_a_finding(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    (course.root / TOC).write_text("chapters: [", encoding="utf-8")
    assert [finding.path for finding in course.findings("yaml")] == [TOC]


def test_a_course_without_contents_is_read_as_before(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    (course.root / TOC).unlink()
    assert not course.findings("not-listed")
