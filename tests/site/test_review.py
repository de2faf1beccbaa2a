"""Spaced review: questions come back one at a time, missed ones sooner, and the page is honest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_book import axe_script
from playwright.sync_api import Browser, BrowserContext, Page, expect
from small_course import DAY, ONE, THREE, TWO, answer, progress, seed, stored, tries, write_course

pytestmark = pytest.mark.site

AT = 1795420800000
"""Monday, 23 November 2026, nine o'clock in Berlin, in milliseconds."""
DUE = progress(
    answers={
        ONE: tries((AT - 9 * DAY, True, "")),
        TWO: tries((AT - DAY, False, "")),
        THREE: tries((AT - DAY, False, "sure")),
    }
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the small course."""
    folder = tmp_path_factory.mktemp("course")
    write_course(folder)
    return folder


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a phone without any stored data."""
    size = {"width": 360, "height": 740}
    made = browser.new_context(
        viewport=size,  # type: ignore[arg-type]
        timezone_id="Europe/Berlin",
        has_touch=True,
    )
    made.set_default_timeout(5000)
    yield made
    made.close()


def on(page: Page, days: int) -> None:
    """Set the clock to nine o'clock, so many days after Monday, 23 November 2026."""
    page.clock.set_fixed_time((AT + days * DAY) / 1000)


def due(page: Page) -> str:
    return page.locator(".pl-due").inner_text()


def test_before_anything_is_answered_the_page_leads_to_the_first_lesson(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['file']}/review.html")
    assert due(page).startswith("Nothing to review yet.")
    expect(page.locator(".pl-due a")).to_have_attribute("href", "one.html")
    expect(page.locator(".pl-item")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_a_missed_question_comes_back_the_next_day_a_right_one_later(
    page: Page, roots: dict[str, str], scheme: str
) -> None:
    on(page, 0)
    page.goto(f"{roots[scheme]}/one.html")
    answer(page, ONE, right=True)
    answer(page, TWO, right=False)
    page.goto(f"{roots[scheme]}/review.html")
    assert due(page) == (
        "Nothing is due today. The next question comes back on Tuesday 24 November."
    )
    expect(page.locator(".pl-item")).to_have_count(0)
    on(page, 1)
    page.goto(f"{roots[scheme]}/review.html")
    assert due(page).startswith("1 question is due today. After that, the next one comes back on")
    item = page.locator(".pl-item")
    expect(item).to_have_count(1)
    # A fresh try: nothing of the last one shows.
    expect(item.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.locator(".pl-feedback")).to_be_empty()
    expect(page.locator(".pl-from")).to_have_text("From the lesson: Lesson <one>")
    answer(page, TWO, right=True)
    expect(page.locator(".pl-feedback.pl-right")).to_be_visible()
    assert due(page).startswith("That was all for today. The next question comes back on ")
    expect(page.get_by_role("button", name="Next question")).to_be_hidden()
    assert [one["correct"] for one in stored(page)["answers"][TWO]["log"]] == [False, True]
    page.goto(f"{roots[scheme]}/review.html")
    assert due(page).startswith("Nothing is due today.")
    on(page, 3)
    page.goto(f"{roots[scheme]}/review.html")
    assert "due today" in due(page)
    expect(page.locator(".pl-item")).to_have_count(1)


def test_questions_come_one_at_a_time_sure_and_wrong_first_by_keyboard(
    page: Page, roots: dict[str, str]
) -> None:
    on(page, 0)
    seed(page.context, DUE)
    page.goto(f"{roots['http']}/review.html")
    for left, name in ((3, THREE), (2, TWO), (1, ONE)):
        assert due(page).startswith(f"{left} question")
        answer(page, name, right=True)
        if left > 1:
            button = page.get_by_role("button", name="Next question")
            button.focus()
            page.keyboard.press("Enter")
            # The button goes; the focus goes to the question that came.
            expect(page.get_by_role("group", name="Question", exact=True)).to_be_focused()
    assert due(page).startswith("That was all for today.")
    page.reload()
    assert due(page).startswith("Nothing is due today.")


def test_three_questions_refresh_and_lead_on(page: Page, roots: dict[str, str]) -> None:
    on(page, 0)
    pages = {"book/imaging/one": {"title": "x", "at": AT, "read": AT}}
    # One was answered and is not due; the others were met in a lesson, and not answered.
    seed(page.context, progress(answers={ONE: tries((AT, True, ""))}, pages=pages))
    page.goto(f"{roots['http']}/review.html#three")
    for left, name in ((2, ONE), (1, TWO)):
        assert due(page).startswith(f"{left} question")
        assert "due" not in due(page)
        answer(page, name, right=True)
        if left > 1:
            page.get_by_role("button", name="Next question").tap()
    assert due(page) == "That was the last one."
    expect(page.get_by_role("button", name="Next question")).to_be_hidden()
    # Questions of a lesson that was never opened stay there.
    assert THREE not in stored(page)["answers"]
    page.get_by_role("link", name="Lesson two").tap()
    expect(page).to_have_url(f"{roots['http']}/two.html")


def test_a_refresher_asks_no_more_than_three_and_forgets_what_is_erased(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    on(page, 30)
    seed(context, DUE)
    page.goto(f"{roots['http']}/review.html#three")
    assert due(page).startswith("3 questions to refresh")
    expect(page.locator(".pl-item")).to_have_count(1)
    other = context.new_page()
    other.goto(f"{roots['http']}/progress.html")
    other.get_by_role("button", name="Erase my data").tap()
    other.get_by_role("button", name="Tap again").tap()
    expect(page.locator(".pl-item")).to_have_count(0)
    assert due(page).startswith("Nothing to review yet.")


def test_without_anything_read_three_questions_are_none(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/review.html#three")
    assert due(page).startswith("Nothing to review yet.")


def test_once_open_it_works_without_a_network(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    on(page, 0)
    seed(context, DUE)
    page.goto(f"{roots['http']}/review.html")
    expect(page.locator(".pl-item")).to_have_count(1)
    context.set_offline(True)
    for name in (THREE, TWO, ONE):
        answer(page, name, right=False)
        if name != ONE:
            page.get_by_role("button", name="Next question").tap()
    assert due(page) == (
        "That was all for today. The next question comes back on Tuesday 24 November."
    )
    assert all(one["tries"] == 2 for one in stored(page)["answers"].values())


def test_answers_without_a_date_are_due_at_once(page: Page, roots: dict[str, str]) -> None:
    undated = {"response": 0, "correct": True, "first": True, "tries": 1, "at": None}
    log = [{"at": None, "correct": True}]
    seed(page.context, progress(answers={ONE: {**undated, "log": log}}))
    page.goto(f"{roots['file']}/review.html")
    assert due(page) == "1 question is due today."


def test_questions_that_no_lesson_holds_any_more_are_passed_over(
    page: Page, roots: dict[str, str]
) -> None:
    seed(page.context, progress(answers={"imaging-gone-01": tries((1, False, ""))}))
    page.goto(f"{roots['file']}/review.html")
    assert due(page).startswith("Nothing to review yet.")


@pytest.mark.complains("a script is kept from it")
def test_questions_that_do_not_load_are_said(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    on(page, 0)
    seed(context, DUE)
    # The server knows no such file; the browser says so itself, hence a page without its watcher.
    quiet = context.new_page()
    quiet.clock.set_fixed_time(AT / 1000)
    quiet.route("**/review-items/*", lambda route: route.abort())
    quiet.goto(f"{roots['http']}/review.html")
    expect(quiet.locator("main")).to_contain_text("The questions could not be loaded.")


def test_erasing_in_another_tab_takes_the_question_away(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    on(page, 0)
    seed(context, DUE)
    page.goto(f"{roots['http']}/review.html")
    expect(page.locator(".pl-item")).to_have_count(1)
    other = context.new_page()
    other.goto(f"{roots['http']}/progress.html")
    other.get_by_role("button", name="Erase my data").tap()
    other.get_by_role("button", name="Tap again").tap()
    expect(page.locator(".pl-item")).to_have_count(0)
    assert due(page).startswith("Nothing to review yet.")


def test_without_javascript_the_page_says_what_it_would_do(
    browser: Browser, roots: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{roots['file']}/review.html")
    expect(page.locator("main")).to_contain_text("questions you have answered come back")
    expect(page.get_by_role("link", name="Lesson <one>")).to_be_visible()
    context.close()


def test_axe_finds_nothing_while_a_question_is_asked(
    browser: Browser, roots: dict[str, str]
) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    seed(context, DUE)
    page = context.new_page()
    for name in ("review", "review-dark"):
        page.goto(f"{roots['file']}/{name}.html")
        expect(page.locator(".pl-item")).to_have_count(1)
        page.evaluate(axe_script())
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })")
        assert [one["id"] for one in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()
