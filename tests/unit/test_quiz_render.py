"""A quiz on a page, in a terminal and in a notebook: complete, and the same each time."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from banks import items_of

from painlab.quiz import Quiz, bank
from painlab.quiz.models import Multiple, Single
from painlab.quiz.plain import quiz_text
from painlab.quiz.references import texts
from painlab.quiz.render import quiz_html
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_html, to_plain, without_links

BANK = Path(__file__).parents[1] / "fixtures" / "banks" / "all_kinds.yml"
ITEMS = items_of(BANK)


def fallback(html: str) -> str:
    return html.partition('<div class="pl-fallback">')[2]


def state(html: str) -> Any:
    inside = re.search(r'class="pl-state">(.*?)</script>', html, re.DOTALL)
    assert inside
    return json.loads(inside[1])


@pytest.fixture
def course(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bank, "course_items", lambda: {item.id: item for item in ITEMS})


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_every_text_stands_on_the_page_without_javascript(item: Any) -> None:
    html = fallback(quiz_html([item]))
    labels = {
        option.text
        for option in getattr(item, "options", ())
        if isinstance(item, Single | Multiple)
    }
    for _, text in texts(item):
        block = parse(text)[0]
        assert to_html(without_links(block) if text in labels else block) in html


def test_form_is_real() -> None:
    html = fallback(quiz_html(ITEMS))
    assert html.count("<form") == html.count('method="dialog"') == len(ITEMS)
    # Two items ask how sure the reader is, and one has a hint.
    assert html.count("<legend") == len(ITEMS) + 2
    assert html.count("<details") == len(ITEMS) + 1
    inputs = re.findall(r"<(?:input|select)[^>]*>", html)
    assert all('name="' in one for one in inputs)
    labelled = re.findall(r"<label[^>]*>(?:(?!</label>).)*<(?:input|select)", html)
    assert len(labelled) == len(inputs)


def test_answers_stand_only_behind_details() -> None:
    single = fallback(quiz_html(ITEMS[:1]))
    question, _, answer = single.partition("<details")
    assert "Not known" not in question
    assert "Right:" in answer
    assert answer.index("Right:") < answer.index("Not this one:")


def test_same_input_gives_same_bytes() -> None:
    assert quiz_html(ITEMS, "A", "../") == quiz_html(items_of(BANK), "A", "../")
    assert quiz_text(ITEMS) == quiz_text(items_of(BANK))


def test_state_follows_the_evidence() -> None:
    items = state(quiz_html(ITEMS))["items"]
    numeric, estimate, draw = items[3:6]
    assert (numeric["answer"], numeric["unit"]) == (60, " of 100")
    assert numeric["answerText"][0]["s"] == "60 of 100"
    assert estimate["answer"] == 68
    assert draw["truth"] == [30, 40, 50, 60, 69, 77, 84]
    assert draw["given"] == [30, None, None, None, None, None, None]
    assert draw["people"] == [55, 101, 151, 123, None, None, None]
    assert draw["labelName"] == "age"


def test_each_study_is_named_once() -> None:
    sources = state(quiz_html(ITEMS, base="../"))["items"][5]["sources"]
    assert len(sources) == 1
    assert sources[0]["href"] == "../book/reference/ledger-imaging.html#ev-brinjikji2015"


def test_plain_text_holds_questions_first_and_all_answers() -> None:
    text = quiz_text(ITEMS)
    questions, _, answers = text.partition("\nAnswers\n")
    for item in ITEMS:
        assert to_plain(parse(item.prompt)[0]) in questions
    assert "60 of 100" in answers
    assert "Right: It is common at her age" in answers


@pytest.mark.usefixtures("course")
def test_notebook_shows_widget_html_and_text_without_addresses() -> None:
    quiz = Quiz("fixture-kinds-01", "fixture-kinds-04", title="Look back")
    again = Quiz("fixture-kinds-01", "fixture-kinds-04", title="Look back")
    data, _ = quiz._repr_mimebundle_()
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"] == quiz.model_id
    for form in ("text/plain", "text/html"):
        assert data[form] == again._repr_mimebundle_()[0][form]
        assert quiz.model_id not in data[form]
    assert repr(quiz) == "Quiz('fixture-kinds-01', 'fixture-kinds-04')"
    assert data["text/html"].startswith('<div class="pl-widget" data-module="quiz">')


@pytest.mark.usefixtures("course")
def test_notebook_keeps_answers_in_the_model() -> None:
    quiz = Quiz("fixture-kinds-01")
    assert (quiz.responses, quiz.score, quiz.completed) == ({}, 0.0, False)
    sent = quiz.get_state()
    assert "keep" not in sent
    assert sent["items"][0]["id"] == "fixture-kinds-01"
    assert "export" in sent["_esm"]
    assert ".pl-quiz" in sent["_css"]


@pytest.mark.usefixtures("course")
def test_widget_says_what_is_missing() -> None:
    with pytest.raises(ValueError, match="Name at least one item"):
        Quiz()
    with pytest.raises(KeyError, match="Did you mean"):
        Quiz("fixture-kinds-99")
