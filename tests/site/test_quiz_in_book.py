"""One item of each kind, answered in the built book by mouse and by keyboard, with no kernel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from bs4 import BeautifulSoup
from built_book import axe_script
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

pytestmark = pytest.mark.site

KINDS = ("single", "multiple", "true_false", "numeric", "estimate", "draw")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
Way = Literal["mouse", "keyboard"]


@pytest.fixture(scope="module")
def items(book: Path, pages: list[str]) -> dict[str, tuple[str, dict[str, Any]]]:
    """The first item of each kind, with the page it stands on."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for path in pages:
        soup = BeautifulSoup((book / path).read_text(encoding="utf-8"), "html.parser")
        for script in soup.select('[data-module="quiz"] > script.pl-state'):
            for item in json.loads(str(script.string))["items"]:
                found.setdefault(item["kind"], (path, item))
    return found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
@pytest.mark.parametrize("opened", ["http", "file"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_item_is_answered_explained_kept_and_erased(
    context: BrowserContext,
    book: Path,
    address: str,
    items: dict[str, tuple[str, dict[str, Any]]],
    kind: str,
    opened: str,
    way: Way,
) -> None:
    assert kind in items, f"no page of the book has an item of the kind '{kind}'"
    path, item = items[kind]
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{address}/{path}" if opened == "http" else (book / path).as_uri())

    form = _form(page, item)
    status = form.locator("[role=status]").first
    assert status.inner_text().strip() == ""
    form.locator("button[type=submit]").click()
    # What is missing is said, and nothing is kept.
    expect(status).not_to_have_text("")
    assert page.evaluate("localStorage.getItem('painlab.progress')") is None
    _answer(page, form, item, way)
    # The live region speaks of what was chosen.
    expect(status).to_contain_text(_explanation(item))
    said = status.text_content() or ""

    page.reload()
    form = _form(page, item)
    expect(form.locator("[role=status]").first).to_have_text(said)
    stored = json.loads(page.evaluate("localStorage.getItem('painlab.progress')"))
    assert stored["version"] == 1
    assert item["id"] in stored["answers"]

    _erase(page, form, way)
    expect(form.locator("[role=status]").first).to_have_text("")
    assert page.evaluate("localStorage.getItem('painlab.progress')") is None
    page.reload()
    expect(_form(page, item).locator("[role=status]").first).to_have_text("")
    assert not problems


def test_axe_finds_nothing_once_items_are_answered(
    browser: Browser, address: str, items: dict[str, tuple[str, dict[str, Any]]]
) -> None:
    context = browser.new_context(
        bypass_csp=True, reduced_motion="reduce", viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    problems = []
    for kind in KINDS:
        path, item = items[kind]
        page.goto(f"{address}/{path}")
        form = _form(page, item)
        _answer(page, form, item, "mouse")
        page.evaluate(axe_script())
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            result = form.evaluate("(one) => axe.run(one)")
            problems += [
                (kind, scheme, rule["id"], node["failureSummary"])
                for rule in result["violations"]
                for node in rule["nodes"]
            ]
    context.close()
    assert not problems


def _form(page: Page, item: dict[str, Any]) -> Locator:
    """Return the live form of an item: the place for its problems carries the item's id."""
    problem = page.locator(f'[id$="-{item["id"]}-problem"]')
    return page.locator(".pl-mount form.pl-item").filter(has=problem).first


def _wrong(item: dict[str, Any]) -> int:
    return next(i for i, option in enumerate(item["options"]) if not option["correct"])


def _answer(page: Page, form: Locator, item: dict[str, Any], way: Way) -> None:
    """Answer a choice wrongly, everything else with a number in range, and check it."""
    if "options" in item:
        _choose(page, form.locator(".pl-options input").nth(_wrong(item)), way)
    elif item["kind"] == "draw":
        for field in form.locator(".pl-curve-field input:not([disabled])").all():
            _write(page, field, str(item["max"] / 2), way)
    elif item["kind"] == "estimate":
        slider = form.locator("input[type=range]")
        if way == "keyboard":
            slider.focus()
            page.keyboard.press("ArrowRight")
        else:
            slider.click(position={"x": 40, "y": 4})
        assert slider.get_attribute("aria-valuetext") != "no guess yet"
    else:
        _write(page, form.locator(".pl-number input"), "1", way)
    if item.get("confidence"):
        _choose(page, form.locator(".pl-sure input").first, way)
    button = form.locator("button[type=submit]")
    if way == "keyboard":
        _tab_to(page, button)
        page.keyboard.press("Enter")
    else:
        button.click()


def _choose(page: Page, option: Locator, way: Way) -> None:
    if way == "mouse":
        option.click()
        return
    group = option.get_attribute("name")
    first = page.locator(f'input[name="{group}"]').first
    first.focus()
    if option.get_attribute("type") == "checkbox":
        _tab_to(page, option)
        page.keyboard.press("Space")
        return
    page.keyboard.press("Space")
    for _ in range(10):
        if option.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError("the arrow keys do not reach the option")


def _write(page: Page, field: Locator, text: str, way: Way) -> None:
    if way == "mouse":
        field.click()
    else:
        field.focus()
    page.keyboard.type(text)


def _tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(30):
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the Tab key does not reach the control")


def _explanation(item: dict[str, Any]) -> str:
    """Return the opening words of what must be said to the answer of `_answer`."""
    spoken = item["options"][_wrong(item)] if "options" in item else item
    first = spoken["explain"][0][0]
    return str(first if isinstance(first, str) else first.get("s", "")).strip()


def _erase(page: Page, form: Locator, way: Way) -> None:
    quiz = form.locator("xpath=ancestor::*[contains(@class, 'pl-quiz')][1]")
    button = quiz.get_by_role("button", name="Erase my answers")
    if way == "keyboard":
        button.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
    else:
        button.click()
        quiz.get_by_role("button", name="Tap again to erase").click()
