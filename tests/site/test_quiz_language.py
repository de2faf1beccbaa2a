"""No interface word stands outside the table of strings: a quiz in a language of brackets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from brackets import greek, speak_in_brackets, unbracketed, words_on
from playwright.sync_api import Browser, BrowserContext, Page
from standalone import write_page

from painlab.quiz.models import ITEM
from painlab.quiz.plain import quiz_text
from painlab.quiz.render import quiz_html

pytestmark = pytest.mark.site

BANK = Path(__file__).parents[1] / "fixtures" / "banks" / "all_kinds.yml"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser without any stored data."""
    made = browser.new_context()
    made.set_default_timeout(5000)
    yield made
    made.close()


@pytest.fixture
def bracketed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a page whose scripts and fallback speak in brackets."""
    speak_in_brackets(tmp_path / "built", monkeypatch)
    raw = yaml.safe_load(BANK.read_text())
    for item in raw:
        item["hint"] = "some help"
        if isinstance(item.get("answer"), dict):
            item["answer"] = {"value": 60, "because": "a reason"}
    items = [ITEM.validate_python(greek(item)) for item in raw]
    assert unbracketed(quiz_text(items, "ερωτήσεις")) == []
    page = write_page(tmp_path, quiz_html(items, "ερωτήσεις"))
    for script in ("core", "quiz"):
        shutil.copy(tmp_path / "built" / f"{script}.book.js", tmp_path)
    return page


def test_a_quiz_in_another_language_shows_no_english(page: Page, bracketed: Path) -> None:
    page.goto(bracketed.as_uri())
    assert unbracketed(words_on(page, ".pl-fallback")) == []
    assert unbracketed(words_on(page, ".pl-mount")) == []
    assert "⟦" in words_on(page, ".pl-mount")
    checks = page.locator(".pl-mount .pl-button")
    for place in range(checks.count()):
        checks.nth(place).click()
    assert unbracketed(words_on(page, ".pl-mount")) == []
    for right in (False, True):
        for item in page.locator(".pl-mount .pl-item").all():
            answer(item, right)
            assert unbracketed(words_on(page, ".pl-mount")) == []
        if not right:
            for again in page.locator(".pl-mount .pl-button").all():
                again.click()
    assert "⟦" in page.locator(".pl-mount .pl-summary").inner_text()
    for _ in range(2):
        page.locator(".pl-foot button").first.click()
        assert unbracketed(words_on(page, ".pl-mount")) == []


def answer(item: Any, high: bool) -> None:
    """Answer an item of any kind, sure of it the first time and guessing the second."""
    if (curve := item.locator(".pl-curve-field input:enabled")).count():
        for field in curve.all():
            field.fill("90" if high else "5")
    elif (field := item.locator("input[type=text]")).count():
        field.fill("90" if high else "5")
    for select in item.locator("select").all():
        select.select_option(index=2 if high else 1)
    if (down := item.locator(".pl-move:enabled")).count():
        down.first.click()
    if (options := item.locator(".pl-option input")).count():
        options.nth(int(high)).check()
    if (sure := item.locator(".pl-sure input")).count():
        sure.nth(2 if high else 0).check()
    item.locator(".pl-button").click()
