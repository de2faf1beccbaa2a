"""A page on paper: answers and addresses at its end, fields as lines, links that lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from painlab.book.paper.chapter import Chapter, address_list, make_chapter
from painlab.book.paper.contents import FIRST, goes_on_paper, parts_on_paper
from painlab.book.paper.pictures import for_xml, hold, put_back, with_prefix
from painlab.content import checkout_dir
from painlab.quiz.bank import course_items, load_form
from painlab.quiz.forms.render import form_html
from painlab.quiz.models import Match, Single
from painlab.quiz.render import quiz_html

DRAWING = '<svg viewBox="0 0 1 1" aria-labelledby="a b"><path id="a" fill="url(#b)"/></svg>'


def first_of(kind: type) -> str:
    return next(name for name, item in course_items().items() if type(item) is kind)


def chapter(html: str, prefix: str = "") -> Chapter:
    def find(docname: str, anchor: str) -> str | None:
        return f"held:{docname}#{anchor}" if docname == "book/start/held" else None

    return make_chapter("book/fear/page", html, find, lambda drawing: drawing, prefix)


def test_answers_stand_apart_under_the_number_of_their_question() -> None:
    items = [course_items()[first_of(Single)], course_items()[first_of(Match)]]
    made = chapter(quiz_html(items))
    body = BeautifulSoup(made.body, "html.parser")
    assert [mark.get_text() for mark in body.select(".pl-number-on-paper")] == [
        "Question 1",
        "Question 2",
    ]
    assert "Right:" not in body.get_text()
    assert len(made.answers) == 2
    for number, answer in enumerate(made.answers, start=1):
        assert f"Question {number}." in answer
        assert f'href="#question-{number}"' in answer
    assert "Right:" in made.answers[0]


def test_nothing_is_left_that_only_a_screen_can_do() -> None:
    forms = [load_form(name) for name in ("examples-reflection-01", "plan-page-01")]
    html = quiz_html([course_items()[first_of(Match)]]) + "".join(map(form_html, forms))
    body = BeautifulSoup(chapter(html).body, "html.parser")
    assert not body.select("script, form, input, select, textarea, button, details, label")


def test_what_can_be_matched_is_written_out() -> None:
    item = course_items()[first_of(Match)]
    body = BeautifulSoup(chapter(quiz_html([item])).body, "html.parser")
    line = body.select_one(".pl-choices")
    assert line is not None
    assert isinstance(item, Match)
    assert line.get_text().count("\u00b7") == len(item.matches) - 1


def test_a_filled_in_number_stays_and_an_empty_field_is_a_blank() -> None:
    body = chapter('<p><input type="text" value="29" disabled><input type="text"></p>').body
    assert body.index("29") < body.index("_")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="../start/held.html#x">w</a>', '<a href="held:book/start/held#x">w</a>'),
        ('<a href="../start/other.html">w</a>', "w"),
        ('<a href="../../notebooks/sham.html">w</a>', "w (notebooks/sham.ipynb)"),
        ('<a href="#x">w</a>', '<a href="#x">w</a>'),
        (
            '<a href="https://a.org/b" target="_blank">w</a>',
            '<a href="https://a.org/b">w</a><sup class="pl-address-mark">[1]</sup>',
        ),
        (
            '<a href="https://www.a.org/b/">a.org/b</a>',
            '<a href="https://www.a.org/b/">a.org/b</a>',
        ),
    ],
)
def test_links(link: str, expected: str) -> None:
    assert chapter(link).body == expected


def test_an_address_is_listed_once() -> None:
    made = chapter('<a href="https://a.org/b">v</a> <a href="https://a.org/b">w</a>')
    assert made.addresses == ["https://a.org/b"]
    assert address_list(made, 3).count("https://a.org/b") == 1
    assert address_list(chapter("<p>None.</p>"), 3) == ""


def test_a_prefix_keeps_ids_apart() -> None:
    made = chapter('<p id="x" aria-labelledby="x y"><a href="#x">w</a></p>', "p--")
    expected = '<p aria-labelledby="p--x p--y" id="p--x"><a href="#p--x">w</a></p>'
    assert BeautifulSoup(made.body, "html.parser") == BeautifulSoup(expected, "html.parser")


def test_drawings_come_back_as_they_were() -> None:
    html = f"<p>{DRAWING}</p>{DRAWING}"
    assert put_back(*hold(html)) == html
    assert "viewBox" in chapter(html).body


def test_a_drawing_gets_what_its_place_asks() -> None:
    assert with_prefix(DRAWING, "p-") == (
        '<svg viewBox="0 0 1 1" aria-labelledby="p-a p-b"><path id="p-a" fill="url(#p-b)"/></svg>'
    )
    assert for_xml('<svg><path fill="var(--pl-ink, #1b1f24)"/></svg>') == (
        '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#1b1f24"/></svg>'
    )


def test_the_book_for_paper_leaves_out_what_needs_a_screen() -> None:
    parts = parts_on_paper(checkout_dir())
    pages = [page for part in parts for page in part.pages]
    assert FIRST in pages
    assert "book/plan/your-plan" in pages
    assert all(map(goes_on_paper, pages))
    for name in ("book/reference/ledger-fear", "notebooks/sham", "book/start/review"):
        assert name not in pages
    assert all(Path(checkout_dir(), f"{page}.md").is_file() for page in pages)
