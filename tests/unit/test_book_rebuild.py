"""A book built again after a change, a stop or a failure is the book built from nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from course_copy import BANK, EVIDENCE, LESSON
from sphinx.application import Sphinx
from tiny_course import TinyCourse, files

from painlab.book.unfinished import MARK

LAB_PAGE = "notebooks/lab"
GLOSSARY = "book/reference/glossary"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> TinyCourse:
    made = TinyCourse(tmp_path_factory.mktemp("course"))
    assert made.build().warnings == ""
    return made


@pytest.fixture
def equal(course: TinyCourse) -> Callable[[], None]:
    """Says whether the book is what a build from nothing gives."""

    def compare() -> None:
        book, fresh = course.build(), course.build_elsewhere()
        assert book.warnings == fresh.warnings == ""
        ours, theirs = files(book.folder), files(fresh.folder)
        assert ours.keys() == theirs.keys()
        assert [name for name in ours if ours[name] != theirs[name]] == []

    return compare


def written(course: TinyCourse, page: str) -> int:
    """Return when a page was last written."""
    return (course.built / "html" / f"{page}.html").stat().st_mtime_ns


def test_words_of_one_lesson(course: TinyCourse, equal: Callable[[], None]) -> None:
    before = written(course, LAB_PAGE), written(course, "book/imaging/lesson")
    course.change(LESSON, "Take a breath, then read it", "Sit down, then read it")
    equal()
    assert written(course, LAB_PAGE) == before[0]
    assert written(course, "book/imaging/lesson") > before[1]


def test_a_question_and_a_figure_with_old_dates(
    course: TinyCourse, equal: Callable[[], None]
) -> None:
    before = written(course, LAB_PAGE)
    course.change(BANK, "It is common at her age.", "It is common at that age.")
    course.change(EVIDENCE, "50: 60, 60: 69", "50: 61, 60: 69")
    for name in (BANK, EVIDENCE):
        os.utime(course.root / name, (0, 0))
    equal()
    lesson = (course.built / "html/book/imaging/lesson.html").read_text()
    assert "common at that age" in lesson
    assert "61 of 100" in lesson
    assert written(course, LAB_PAGE) == before


def test_a_title_that_other_pages_show(course: TinyCourse, equal: Callable[[], None]) -> None:
    course.change(f"{GLOSSARY}.md", "# Glossary", "# All the words")
    equal()
    assert "All the words" in (course.built / "html" / f"{LAB_PAGE}.html").read_text()


def test_a_page_that_is_gone(course: TinyCourse, equal: Callable[[], None]) -> None:
    course.change("_toc.yml", "\n    sections:\n      - file: book/reference/corrections", "")
    equal()
    assert not (course.built / "html/book/reference/corrections.html").exists()


def test_a_warning_comes_again_until_it_is_mended(
    course: TinyCourse, equal: Callable[[], None]
) -> None:
    course.change(LESSON, "disk_bulge[50]` people of", "disk_bulges[50]` people of")
    first = course.build().warnings
    assert "Did you mean 'brinjikji2015.disk_bulge[50]'?" in first
    assert course.build().warnings == first
    course.change(LESSON, "disk_bulges[50]` people of", "disk_bulge[50]` people of")
    equal()


@pytest.mark.parametrize("event", ["doctree-read", "html-page-context", "build-finished"])
def test_killed_at_work(course: TinyCourse, equal: Callable[[], None], event: str) -> None:
    course.change(BANK, "A bulge on a scan is", f"A bulge on a scan ({event}) is")
    run = get_context("fork").Process(target=_build_and_die, args=(course, event))
    run.start()
    run.join()
    assert run.exitcode == -signal.SIGKILL
    assert (course.built / "doctrees" / MARK).is_file()
    equal()
    assert not (course.built / "doctrees" / MARK).exists()
    assert event in (course.built / "html/book/imaging/lesson.html").read_text()
    course.change(BANK, f"A bulge on a scan ({event}) is", "A bulge on a scan is")


def _build_and_die(course: TinyCourse, event: str) -> None:
    def die(*_: Any) -> None:
        _half_write(course.built / "html" / f"{LAB_PAGE}.html")
        os.kill(os.getpid(), signal.SIGKILL)

    def then(app: Sphinx) -> None:
        app.connect(event, die, priority=1)

    course.build(then)


def _half_write(page: Path) -> None:
    if page.is_file():
        page.write_text(page.read_text()[:500])


def test_what_is_broken_is_named_and_nothing_is_touched(course: TinyCourse) -> None:
    before = files(course.built / "html")
    broken = {
        BANK: ("kind: true_false\n  objective:", "kind: true_false\n  objektive:"),
        "_toc.yml": ("- file: notebooks/lab", "- file: notebooks/lap"),
        f"{GLOSSARY}.md": ("kind: reference", "kind: [reference"),
    }
    lines = {name: course.change(name, *texts) for name, texts in broken.items()}
    lines[BANK] += 1
    with pytest.raises(SystemExit) as stop:
        course.build()
    said = str(stop.value.code)
    assert f"{BANK}:{lines[BANK]}:" in said
    assert f"_toc.yml:{lines['_toc.yml']}:" in said
    assert "Did you mean 'notebooks/lab'?" in said
    assert f"{GLOSSARY}.md:{lines[f'{GLOSSARY}.md'] + 1}" in said
    assert files(course.built / "html") == before
    for name, (old, new) in broken.items():
        course.change(name, new, old)
