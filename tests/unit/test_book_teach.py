"""What the pages for instructors show is made from the data, and follows it in the next build."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from course_copy import BANK, LESSON
from guide_page import GUIDE, LABS, add_guide
from small_book import Book
from tiny_course import TinyCourse

PAGE = GUIDE.removesuffix(".md")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> TinyCourse:
    made = TinyCourse(tmp_path_factory.mktemp("course"))
    add_guide(made)
    made.change(GUIDE, "| Talk. |", "| Ask {item}`spine-common-02`. |")
    # The clean course keeps its questions in a bank of another name than its module.
    (made.root / BANK).rename(made.root / "book/quizzes/imaging.yml")
    return made


def article(book: Book) -> Tag:
    found = BeautifulSoup(book.pages[PAGE], "html.parser").select_one("article")
    assert found is not None
    return found


def test_a_guide_shows_what_the_data_hold(course: TinyCourse) -> None:
    book = course.build()
    assert book.warnings == ""
    page = article(book)
    lists = [" ".join(one.get_text().split()) for one in page.select("ul.simple > li")]
    assert "read a share of people" in lists
    named = page.select_one(".pl-lesson-plan a")
    assert named is not None
    assert named["href"] == "../../teach/answer-key-imaging.html#spine-common-02"
    assert "A small lab: about 20 minutes in class. Goes with What a word can tell." in lists
    assert any(
        line.startswith('Finding is fate. "It will hurt sooner or later." (spine-common-01)')
        and '"True" to: A bulge on a scan is always the cause' in line
        for line in lists
    )
    links = {str(link["href"]) for link in page.select("a")}
    key = "../../teach/answer-key-imaging.html"
    assert {key, f"{key}#spine-common-01", f"{key}#spine-common-02"} <= links
    cells = [" ".join(cell.get_text().split()) for cell in page.select("tbody td")][-3:]
    assert cells[:2] == ["read a share of people", "2: 1 single, 1 true/false"]
    assert cells[2] == "In lessons: spine-common-01, spine-common-02."


def test_it_follows_lessons_and_labs(course: TinyCourse) -> None:
    course.change(LESSON, ":::{quiz} spine-common-02\n:::\n", "")
    (course.root / LABS).unlink()
    text = " ".join(article(course.build()).get_text().split())
    assert "Asked nowhere: spine-common-02." in text
    assert "no time known yet. Goes with What a word can tell." in text


def test_what_is_unknown_is_named_with_its_line(course: TinyCourse) -> None:
    line = course.change(GUIDE, ":::{outcomes} imaging", ":::{outcomes} imagin")
    course.change(GUIDE, "{item}`spine-common-02`", "{item}`spine-common-09`")
    warnings = course.build().warnings
    assert f"{GUIDE}:{line}" in warnings
    assert "unknown module 'imagin'. Did you mean 'imaging'?" in warnings
    assert "no quiz item 'spine-common-09'. Did you mean 'spine-common-0" in warnings
