"""A form on a page, in a terminal and in a notebook: complete, real, and the same each time."""

from __future__ import annotations

import gzip
import json
import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from banks import forms_of

from painlab.frontend import built
from painlab.quiz import Form as Widget
from painlab.quiz import bank
from painlab.quiz.forms.models import Form, Plan, Survey
from painlab.quiz.forms.plain import form_text
from painlab.quiz.forms.render import form_html
from painlab.quiz.forms.texts import form_texts
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_html, to_plain, without_links

BANK = Path(__file__).parents[1] / "fixtures" / "banks" / "forms.yml"
FORMS = forms_of(BANK)
CHECKLIST, REFLECTION, SURVEY, PLAN, CERTIFICATE = FORMS.values()


class Tags(HTMLParser):
    """Collects the names of the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.found.add(tag)


def html_of(form: Form) -> str:
    return form_html(form, "after" if isinstance(form, Survey) else "", "../", FORMS)


def fallback(html: str) -> str:
    return html.partition('<div class="pl-fallback">')[2]


def state(html: str) -> Any:
    inside = re.search(r'class="pl-state">(.*?)</script>', html, re.DOTALL)
    assert inside
    return json.loads(inside[1])


@pytest.fixture
def course(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bank, "course_forms", lambda: FORMS)
    monkeypatch.setattr("painlab.quiz.forms.state.course_forms", lambda: FORMS)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.kind)
def test_every_text_stands_on_the_page_without_javascript(form: Form) -> None:
    html = fallback(html_of(form))
    assert escape(form.title) in html
    for _, text in form_texts(form):
        block = parse(text, "../")[0]
        assert to_html(block) in html or to_html(without_links(block)) in html


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.kind)
def test_every_text_stands_in_the_plain_form(form: Form) -> None:
    shown = form_text(form)
    for route, text in form_texts(form):
        if route[-1] not in ("note", "explain"):
            assert to_plain(parse(text, None)[0]) in shown
    assert shown == form_text(form)


def test_the_same_form_gives_the_same_bytes() -> None:
    again = forms_of(BANK)
    for name, form in FORMS.items():
        assert html_of(form) == html_of(again[name])


def test_the_most_urgent_message_stands_first_and_beside_its_signs() -> None:
    html = fallback(html_of(CHECKLIST))
    order = ["Numb between", "If you ticked", "Go to an emergency", "A fever", "Ask to be seen"]
    order += ["It worries you", "Book an ordinary", "None of these", "Nothing to tick is no proof"]
    places = [html.index(words) for words in order]
    assert places == sorted(places)
    assert "<details" not in html


def test_a_gated_form_shows_its_checklist_first() -> None:
    html = fallback(html_of(PLAN))
    assert (
        html.index("Trouble passing water")
        < html.index("The rest can wait")
        < html.index("What I want to ask")
    )
    assert html.count("Nothing you tick here is kept.") == 1
    assert state(html_of(PLAN))["gate"]["id"] == "fixture-signs-01"


def test_a_plan_has_lines_to_write_on() -> None:
    html = fallback(html_of(PLAN))
    assert html.count("<textarea") == 3
    assert html.count('class="pl-line"') == 2 + 3 + 1


def test_a_plan_knows_what_earlier_forms_say() -> None:
    fields = state(html_of(PLAN))["form"]["fields"]
    assert fields[0]["from"] is None
    assert fields[1]["from"]["parts"][1]["words"] == ["", "Please explain my report."]
    assert fields[2]["from"]["parts"][0] == {
        "id": "cause",
        "text": "A bulge shows where the pain comes from.",
        "words": ["Agree", "Not sure", "Disagree"],
    }


def test_a_plan_may_take_a_part_of_an_earlier_form() -> None:
    assert isinstance(PLAN, Plan)
    ask, beliefs = PLAN.fields[1:]
    assert ask.source is not None
    source = ask.source.model_copy(update={"parts": ("told",)})
    plan = PLAN.model_copy(update={"fields": (ask.model_copy(update={"source": source}), beliefs)})
    earlier = state(html_of(plan))["form"]["fields"][0]["from"]
    assert [part["id"] for part in earlier["parts"]] == ["told"]


def test_explanations_of_a_survey_wait_for_the_second_time() -> None:
    before = fallback(form_html(SURVEY, "before", "", FORMS))
    assert "people without pain have one" not in before
    assert "people without pain have one" in html_of(SURVEY)
    assert "not a validated scale" in before
    assert before.count('type="radio"') == 6


def test_a_form_can_only_be_filled_in_on_its_occasions() -> None:
    with pytest.raises(ValueError, match="needs the occasion"):
        form_html(SURVEY, "", "", FORMS)


def test_links_lead_to_the_root_and_labels_hold_none() -> None:
    html = html_of(CHECKLIST)
    assert 'href="../book/start/warning-signs.html"' in html
    assert not re.search(r"<label(?:(?!</label>).)*<a ", html)
    signs = json.dumps(state(html)["form"]["levels"][0]["statements"])
    assert "href" not in signs


def test_hostile_words_stay_words() -> None:
    evil = "</script><img src=x onerror=alert(1)>"
    raw = yaml.safe_load(BANK.read_text())[3]
    raw |= {"title": evil, "prompt": evil, "gate": None}
    raw["fields"] = [{"id": "a", "label": evil, "help": evil}]
    form = PLAN.model_validate(raw)
    html = form_html(form, "", "", FORMS)
    page = Tags()
    page.feed(html)
    assert "img" not in page.found
    assert html.count("<script") == html.count("</script>") == 1
    assert state(html)["form"]["title"] == evil


@pytest.mark.usefixtures("course")
def test_a_notebook_stores_the_same_output_each_time() -> None:
    first, second = (Widget("fixture-beliefs-01", "before") for _ in range(2))
    assert repr(first) == "Form('fixture-beliefs-01', 'before')"
    bundles = [form._repr_mimebundle_()[0] for form in (first, second)]
    for kind in ("text/plain", "text/html"):
        assert bundles[0][kind] == bundles[1][kind]
    assert 'data-module="form"' in bundles[0]["text/html"]


@pytest.mark.usefixtures("course")
def test_the_second_time_in_a_notebook_knows_the_first() -> None:
    before = Widget("fixture-beliefs-01", "before")
    after = Widget("fixture-beliefs-01", "after")
    kept = {"fixture-beliefs-01": {"before": {"response": {"answers": {"cause": 0}}, "at": 1}}}
    before.forms = kept
    assert after.forms == kept
    assert Widget("fixture-beliefs-01", "after").forms == kept


@pytest.mark.usefixtures("course")
def test_a_notebook_names_the_nearest_form_and_occasion() -> None:
    with pytest.raises(KeyError, match="Did you mean 'fixture-plan-01'"):
        Widget("fixture-plans-01")
    with pytest.raises(ValueError, match="needs the occasion 'before' or 'after'"):
        Widget("fixture-beliefs-01")


def test_a_certificate_can_be_filled_in_with_a_pen() -> None:
    html = fallback(html_of(CERTIFICATE))
    assert "A course on backs" in html
    assert html.count('class="pl-line"') == 2
    assert "<input" not in html
    assert form_text(CERTIFICATE).count("____") > 1


def test_a_form_is_told_what_the_course_holds_only_when_it_is_given() -> None:
    holds = {"lessons": ["a"], "items": ["b", "c"], "objectives": [[0, 1]]}
    assert state(form_html(CERTIFICATE, holds=holds))["holds"] == holds
    assert "holds" not in state(html_of(CERTIFICATE))


@pytest.mark.usefixtures("course")
def test_a_certificate_in_a_notebook_is_a_widget_without_the_book() -> None:
    widget = Widget("fixture-certificate-01")
    assert widget.form["course"] == "A course on backs"
    assert widget.response == {}


def test_forms_stay_small() -> None:
    files = (built("core.book.js"), built("form.book.js"), built("quiz.css"), built("form.css"))
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 17_408
