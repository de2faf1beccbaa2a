"""What the progress and review pages are told of the course, and what their scripts weigh."""

from __future__ import annotations

import gzip
import json

from bs4 import BeautifulSoup

from painlab.book.certificate import holdings
from painlab.book.course_map import CourseMap, Lesson
from painlab.book.progress import page_mark, progress_html
from painlab.book.review import items_script, review_html
from painlab.frontend import built
from painlab.quiz.bank import course_items
from painlab.quiz.models import ITEM

GUESS = "imaging-opening-02"
COURSE = CourseMap(
    (
        Lesson("book/imaging/index", "Scans", "opening", ("imaging-opening-01", GUESS)),
        Lesson("book/imaging/a", "A & B", "lesson", ("imaging-pain-free-01",)),
        Lesson("book/fear/b", "Fear", "lesson", ("imaging-pain-free-01", "imaging-readers-01")),
        Lesson("book/imaging/end", "End", "closing", ("imaging-readers-01", "imaging-opening-01")),
    )
)
STATES = [{"name": one.name, "title": one.title, "href": one.name} for one in COURSE.lessons]
HOSTILE = "</script><script>alert(1)</script>\u2028"


def state_of(html: str) -> dict[str, list[dict[str, object]]]:
    script = BeautifulSoup(html, "html.parser").select_one("script.pl-state")
    assert script
    state: dict[str, list[dict[str, object]]] = json.loads(str(script.string))
    return state


def test_the_home_of_a_question_is_the_first_page_that_teaches_it() -> None:
    assert COURSE.homes == {
        "imaging-opening-01": 0,
        GUESS: 0,
        "imaging-pain-free-01": 1,
        "imaging-readers-01": 2,
    }


def test_guesses_are_neither_graded_nor_reviewed() -> None:
    assert GUESS not in COURSE.graded()
    modules = state_of(review_html(COURSE, STATES))["modules"]
    assert {str(one["name"]): one["items"] for one in modules} == {
        "imaging": {"imaging-opening-01": 0, "imaging-pain-free-01": 1},
        "fear": {"imaging-readers-01": 2},
    }


def test_every_item_of_a_page_counts_as_a_question_of_that_page() -> None:
    state = state_of(progress_html(COURSE, STATES))
    lessons = {
        str(one["name"]): one["items"]
        for module in state["modules"]
        for one in module["lessons"]  # type: ignore[attr-defined]
    }
    assert lessons == {one.name: list(one.items) for one in COURSE.lessons}
    assert [module["title"] for module in state["modules"]] == ["Scans", "Fear"]


def test_an_objective_that_no_lesson_asks_about_is_left_out() -> None:
    asked = {course_items()[name].objective for name in COURSE.graded()}
    assert {objective.id for objective, _ in COURSE.objectives()} == asked


def test_a_certificate_counts_each_question_once_and_by_the_same_objectives() -> None:
    holds = holdings(COURSE)
    assert holds["lessons"] == [one.name for one in COURSE.lessons]
    assert sorted(holds["items"]) == sorted({name for one in COURSE.lessons for name in one.items})
    named = [[holds["items"][place] for place in places] for places in holds["objectives"]]
    assert named == [names for _, names in COURSE.objectives()]
    assert GUESS not in {name for names in named for name in names}


def test_a_changed_question_gets_its_script_a_new_address() -> None:
    other = CourseMap((*COURSE.lessons[:2], *COURSE.lessons[3:]))
    addresses = [
        {
            str(one["name"]): one["script"]
            for one in state_of(review_html(course, STATES))["modules"]
        }
        for course in (COURSE, COURSE, other)
    ]
    assert addresses[0] == addresses[1]
    assert addresses[0]["imaging"] != addresses[2]["imaging"]


def test_no_title_or_question_can_leave_its_place() -> None:
    mark = BeautifulSoup(page_mark("a", f'"{HOSTILE}'), "html.parser")
    assert [tag.name for tag in mark.find_all()] == ["meta"]
    raw = course_items()["imaging-pain-free-01"].model_dump(exclude_none=True)
    script = items_script("imaging", [ITEM.validate_python({**raw, "prompt": HOSTILE})], "")
    assert "<" not in script
    assert "\u2028" not in script
    titles = [{**state, "title": HOSTILE} for state in STATES]
    for html in (progress_html(COURSE, titles), review_html(COURSE, titles)):
        assert len(BeautifulSoup(html, "html.parser").find_all("script")) == 1


def test_what_every_lesson_loads_stays_tiny() -> None:
    files = (built("core.book.js"), built("reading.book.js"))
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 7_168


def test_the_schedule_library_is_on_the_review_page_alone_and_its_notice_goes_along() -> None:
    notice = built("LICENSES.txt").read_text(encoding="utf-8")
    assert "ts-fsrs" in notice
    assert "Permission is hereby granted" in notice
    assert "ts-fsrs, MIT licence" in built("review.book.js").read_text(encoding="utf-8")
    for name in ("quiz", "form", "progress", "reading"):
        assert "fsrs" not in built(f"{name}.book.js").read_text(encoding="utf-8")
