"""The page "The quiz engine": every kind of question and form, by every way of using a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from answering import WAYS, Hands, Way, explanation, view
from bs4 import BeautifulSoup
from built_book import axe_script, when_laid_out
from playwright.sync_api import Browser, Locator, Page, expect

from painlab.quiz.forms.models import FORM_KINDS
from painlab.quiz.models import KINDS

pytestmark = pytest.mark.site

PAGE = "book/reference/quiz-engine.html"
KEY = "painlab.progress"
# How a page came does not change what a key or a finger does there.
BY_EACH_WAY = [(way, "file" if way == "mouse" else "http") for way in WAYS]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture(scope="module")
def states(book: Path) -> list[dict[str, Any]]:
    """What the page's quizzes and forms hold, in their order on the page."""
    soup = BeautifulSoup((book / PAGE).read_text(encoding="utf-8"), "html.parser")
    return [json.loads(str(script.string)) for script in soup.select("script.pl-state")]


@pytest.fixture(scope="module")
def items(states: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item for state in states for item in state.get("items", [])]


@pytest.fixture(scope="module")
def forms(states: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [state for state in states if "form" in state]


def test_every_kind_has_an_example(
    items: list[dict[str, Any]], forms: list[dict[str, Any]]
) -> None:
    assert {item["kind"] for item in items} == set(KINDS)
    assert {state["form"]["kind"] for state in forms} == set(FORM_KINDS)
    for extra in ("hint", "image", "confidence"):
        assert any(item.get(extra) for item in items), f"no example has '{extra}'"


@pytest.mark.parametrize(("way", "opened"), BY_EACH_WAY)
def test_every_kind_is_answered_explained_kept_and_erased(
    browser: Browser,
    book: Path,
    address: str,
    items: list[dict[str, Any]],
    way: Way,
    opened: str,
) -> None:
    page, problems = _open(browser, way)
    page.goto(f"{address}/{PAGE}" if opened == "http" else (book / PAGE).as_uri())
    hands = Hands(page, way)
    said: dict[str, str] = {}
    for item in items:
        form = view(page, item)
        button = form.locator("button[type=submit]")
        hands.press(button)
        # What is missing is said, and nothing is kept.
        expect(_status(form)).not_to_have_text("")
        assert item["id"] not in _kept(page)["answers"]
        hands.answer(form, item)
        # The live region speaks of what was chosen, and the focus is where it was.
        expect(_status(form)).to_contain_text(explanation(item))
        expect(button).to_be_focused()
        said[item["id"]] = _status(form).text_content() or ""

    page.reload()
    for item in items:
        expect(_status(view(page, item))).to_have_text(said[item["id"]])
    assert set(_kept(page)["answers"]) == set(said)

    quiz = page.locator(".pl-mount .pl-quiz").first
    hands.press(quiz.get_by_role("button", name="Erase my data"))
    hands.press(quiz.get_by_role("button", name="Tap again to erase"))
    for item in items:
        expect(_status(view(page, item))).to_have_text("")
    assert not _kept(page)["answers"]
    page.context.close()
    assert not problems


@pytest.mark.parametrize(("way", "opened"), BY_EACH_WAY)
def test_every_form_is_filled_in_answered_and_kept_only_where_it_says_so(
    browser: Browser,
    book: Path,
    address: str,
    forms: list[dict[str, Any]],
    way: Way,
    opened: str,
) -> None:
    page, problems = _open(browser, way)
    page.goto(f"{address}/{PAGE}" if opened == "http" else (book / PAGE).as_uri())
    hands = Hands(page, way)
    for number, state in enumerate(forms):
        root = _form(page, number)
        hands.fill_in(root, state)
        expect(root.locator(".pl-say, .pl-paper").filter(visible=True).first).not_to_have_text("")
        assert page.evaluate("document.activeElement !== document.body")
    kept = [state["form"]["id"] for state in forms if state["form"]["store"]]
    page.wait_for_function(
        f"(ids) => ids.every((id) => id in JSON.parse(localStorage.getItem('{KEY}')).forms)",
        arg=kept,
    )
    assert set(_kept(page)["forms"]) == set(kept)

    page.reload()
    for number, state in enumerate(forms):
        root = _form(page, number)
        typed = "textarea" if state["form"]["kind"] == "plan" else "input:checked"
        filled = [field.input_value() for field in root.locator(typed).all()]
        assert any(filled) is state["form"]["store"]
    erased = next(number for number, state in enumerate(forms) if state["form"]["store"])
    root = _form(page, erased)
    hands.press(root.get_by_role("button", name="Erase this form"))
    hands.press(root.get_by_role("button", name="Tap again to erase"))
    assert forms[erased]["form"]["id"] not in _kept(page)["forms"]
    page.context.close()
    assert not problems


def test_without_javascript_every_question_and_its_answer_can_be_read(
    browser: Browser, book: Path, items: list[dict[str, Any]], forms: list[dict[str, Any]]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((book / PAGE).as_uri())
    quizzes = page.locator('[data-module="quiz"] form.pl-item')
    expect(quizzes).to_have_count(len(items))
    for number, item in enumerate(items):
        form = quizzes.nth(number)
        expect(form.locator("legend").first).to_be_visible()
        answer = form.locator("details.pl-answer")
        expect(answer).to_contain_text(explanation(item))
        answer.locator("summary").click()
        expect(answer.locator(":scope > :not(summary)").first).to_be_visible()
    shown = page.locator('[data-module="form"] .pl-form')
    expect(shown).to_have_count(len(forms))
    for number in range(len(forms)):
        expect(shown.nth(number).locator(".pl-item").last).to_be_visible()
    context.close()


def test_the_lines_of_each_example_stand_below_it_and_scroll_by_keyboard(
    browser: Browser, address: str, states: list[dict[str, Any]]
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{PAGE}")
    when_laid_out(page)
    boxes = page.locator(".pl-yaml")
    shown = {box.inner_text().split()[2] for box in boxes.all()}
    wanted = {one["id"] for state in states for one in state.get("items", [state.get("form")])}
    assert shown == wanted
    long = next(
        box
        for box in boxes.all()
        if box.evaluate("(one) => one.scrollHeight > one.clientHeight + 30")
    )
    long.focus()
    page.keyboard.press("End")
    page.wait_for_function(
        "(one) => one.scrollTop + one.clientHeight >= one.scrollHeight - 2",
        arg=long.element_handle(),
    )
    assert page.locator('.pl-yaml[tabindex="0"][role="region"][aria-label]').count() == len(wanted)
    page.close()


@pytest.fixture(scope="module")
def answered(
    browser: Browser, address: str, items: list[dict[str, Any]], forms: list[dict[str, Any]]
) -> Iterator[Page]:
    """The page with every question answered and every form filled in."""
    # Only here may a foreign script (axe) run beside the policy.
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    hands = Hands(page, "mouse")
    for item in items:
        hands.answer(view(page, item), item)
    for number, state in enumerate(forms):
        hands.fill_in(_form(page, number), state)
    yield page
    context.close()


def test_axe_finds_nothing_in_any_answered_example(answered: Page) -> None:
    answered.set_viewport_size({"width": 360, "height": 740})
    answered.emulate_media(reduced_motion="reduce")
    answered.evaluate(axe_script())
    problems = []
    for scheme in SCHEMES:
        answered.emulate_media(color_scheme=scheme)
        result = answered.evaluate(
            "axe.run('.pl-mount, .pl-yaml', {resultTypes: ['violations'], preload: false})"
        )
        problems += [
            f"{scheme} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
            for rule in result["violations"]
            for node in rule["nodes"]
        ]
    answered.emulate_media(color_scheme="light", reduced_motion="no-preference")
    assert not problems, "\n".join(problems)


def test_forced_colours_keep_every_edge_and_verdict(
    answered: Page, items: list[dict[str, Any]]
) -> None:
    answered.emulate_media(forced_colors="active")
    # Backgrounds are gone: what is told by one must be told by an edge too.
    bare = answered.evaluate(
        """() => [...document.querySelectorAll('.pl-mount *')]
          .filter((one) => one.matches('button, select, input[type=text], .pl-option, .pl-row'
            + ', .pl-feedback, .pl-say'))
          .filter((one) => one.checkVisibility() && !one.matches('.pl-link-button, :empty'))
          .filter((one) => {
            const { borderTopStyle, borderLeftStyle } = getComputedStyle(one);
            return borderTopStyle === 'none' && borderLeftStyle === 'none';
          })
          .map((one) => one.className)"""
    )
    for item in items:
        if item["kind"] in ("single", "multiple", "true_false", "match"):
            expect(view(answered, item).get_by_text("your answer").first).to_be_visible()
    answered.emulate_media(forced_colors="none")
    assert bare == []


def test_nothing_moves_where_less_motion_is_wished(answered: Page) -> None:
    answered.emulate_media(reduced_motion="reduce")
    moving = answered.evaluate(
        """() => [...document.querySelectorAll('.pl-mount, .pl-mount *')]
          .filter((one) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
            const still = /^0s(, 0s)*$/.test(transitionDuration) && animationName === 'none';
            return !still || scrollBehavior === 'smooth';
          })
          .map((one) => one.className)"""
    )
    running = answered.evaluate("document.getAnimations().length")
    answered.emulate_media(reduced_motion="no-preference")
    assert (moving, running) == ([], 0)


def test_a_narrow_screen_at_200_percent_zoom_never_scrolls_sideways(answered: Page) -> None:
    # Zoom of 200 % on a screen of 320 pixels leaves a page 160 of its own to be laid out in.
    answered.set_viewport_size({"width": 160, "height": 320})
    wide = answered.evaluate(
        """() => [...document.querySelectorAll('.pl-mount *')]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > 161)
          .filter((one) => !one.closest('.pl-table'))
          .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`)"""
    )
    scrolled = answered.evaluate("document.documentElement.scrollWidth")
    answered.set_viewport_size({"width": 360, "height": 740})
    assert (wide, scrolled) == ([], 160)


def _open(browser: Browser, way: Way) -> tuple[Page, list[str]]:
    context = browser.new_context(has_touch=way == "touch", viewport={"width": 420, "height": 800})
    context.set_default_timeout(10_000)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text))
    return page, problems


def _form(page: Page, number: int) -> Locator:
    return page.locator('[data-module="form"] .pl-mount').nth(number)


def _status(form: Locator) -> Locator:
    return form.locator("[role=status]").last


def _kept(page: Page) -> dict[str, dict[str, Any]]:
    text = page.evaluate(f"localStorage.getItem('{KEY}')")
    kept: dict[str, Any] = json.loads(text) if text else {"version": 2}
    assert kept["version"] == 2
    return {"answers": kept.get("answers", {}), "forms": kept.get("forms", {})}
