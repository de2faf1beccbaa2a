"""The answer key holds every item with its right answer and what its wrong answers show."""

from bs4 import BeautifulSoup

from painlab.book.answer_key import answer_key_html
from painlab.quiz.bank import course_items
from painlab.quiz.misconceptions import misconceptions
from painlab.quiz.models import Single
from painlab.quiz.objectives import course_objectives
from painlab.quiz.state import words


def _page() -> BeautifulSoup:
    items = list(course_items().values())
    place = {items[0].id: [("../book/a.html", "A & B")]}
    html = answer_key_html({"imaging": items}, course_objectives(), place, "../", {})
    return BeautifulSoup(html, "html.parser")


def test_every_item_stands_once_under_its_objective() -> None:
    page = _page()
    assert sorted(head["id"] for head in page.select("h4")) == sorted(course_items())
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(set(ids)) == len(ids)
    for name, item in course_items().items():
        section = page.select_one(f"#{name}")
        assert section is not None
        above = section.find_previous("h3")
        assert above is not None
        assert above["id"] == f"imaging-{item.objective}"


def test_right_answers_and_the_belief_behind_each_wrong_one_are_shown() -> None:
    page = _page()
    for name, item in course_items().items():
        head = page.select_one(f"#{name}")
        assert head is not None
        assert head.parent is not None
        said = " ".join(head.parent.get_text(" ").split())
        for _, belief in misconceptions(item):
            assert belief in said
        if isinstance(item, Single):
            right = next(option for option in item.options if option.correct)
            first = head.parent.select_one("li strong")
            assert first is not None
            assert first.parent is not None
            shown = " ".join(first.parent.get_text().split())
            assert shown.endswith(" ".join(words(right.text).split()))


def test_pages_that_ask_are_linked_and_escaped() -> None:
    page = _page()
    link = page.select_one('a[href="../book/a.html"]')
    assert link is not None
    assert link.get_text() == "A & B"
    assert page.get_text().count("Asked on no page.") == len(course_items()) - 1
