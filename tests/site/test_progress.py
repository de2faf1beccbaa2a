"""Progress: what was read and answered is noted, shown, taken along, brought back and erased."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from built_book import axe_script
from playwright.sync_api import Browser, BrowserContext, Page, expect
from small_course import (
    COURSE,
    DAY,
    FORM,
    KEY,
    ONE,
    THREE,
    TWO,
    answer,
    progress,
    seed,
    stored,
    tries,
    write_course,
)

pytestmark = pytest.mark.site

NOON = 1795435200000
"""23 November 2026 at noon, UTC."""
FULL = progress(
    answers={
        ONE: tries((NOON, True, "")),
        TWO: tries((NOON, False, "sure")),
        THREE: tries((NOON, True, "guess")),
    },
    forms={"start-safety-01": {"": {"response": 1, "at": NOON}}},
    pages={
        "book/imaging/one": {"title": "Old title", "at": NOON, "read": NOON},
        "book/imaging/two": {"title": "Lesson two", "at": NOON - 9},
    },
)
FULL_DISK = (
    "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
)
BLOCKED = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });"
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
        accept_downloads=True,
    )
    made.set_default_timeout(5000)
    yield made
    made.close()


def to_the_end(page: Page) -> None:
    page.locator(".pl-page-end").scroll_into_view_if_needed()
    wait_until_told(page, in_view=True)


def to_the_top(page: Page) -> None:
    page.evaluate("scrollTo(0, 0)")
    wait_until_told(page, in_view=False)


def wait_until_told(page: Page, *, in_view: bool) -> None:
    """Wait until the page's own observer was told; observers are told in the order they began."""
    page.locator(".pl-page-end").evaluate(
        """(end, inView) => new Promise((told) => new IntersectionObserver((entries) => {
             if (entries.at(-1).isIntersecting === inView) told();
           }).observe(end))""",
        in_view,
    )


def test_a_lesson_is_noted_when_opened_and_read_when_its_end_is_seen_after_a_while(
    page: Page, roots: dict[str, str]
) -> None:
    page.clock.install(time=NOON / 1000)
    page.goto(f"{roots['http']}/one.html")
    assert stored(page)["pages"]["book/imaging/one"].keys() == {"title", "at"}
    assert stored(page)["pages"]["book/imaging/one"]["title"] == "Lesson <one>"
    to_the_end(page)
    page.clock.run_for(3000)
    assert "read" not in stored(page)["pages"]["book/imaging/one"]
    page.clock.run_for(2500)
    read = stored(page)["pages"]["book/imaging/one"]
    assert read["read"] >= NOON + 5000
    page.goto(f"{roots['http']}/one.html")
    again = stored(page)["pages"]["book/imaging/one"]
    assert again["read"] == read["read"]
    assert again["at"] >= read["at"]


def test_a_lesson_scrolled_past_or_out_of_sight_is_not_read(
    page: Page, roots: dict[str, str]
) -> None:
    page.add_init_script(
        "let hidden = true;"
        "Object.defineProperty(document, 'hidden', { get: () => hidden });"
        "window.hide = (value) => {"
        "  hidden = value; document.dispatchEvent(new Event('visibilitychange')); };"
    )
    page.clock.install(time=NOON / 1000)
    page.goto(f"{roots['http']}/one.html")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    page.evaluate("hide(false)")
    assert "book/imaging/one" in stored(page)["pages"]
    to_the_end(page)
    to_the_top(page)
    page.clock.run_for(60_000)
    assert "read" not in stored(page)["pages"]["book/imaging/one"]
    page.goto(f"{roots['http']}/two.html")
    page.evaluate("hide(false)")
    to_the_end(page)
    page.evaluate("hide(true)")
    page.clock.run_for(60_000)
    assert "read" not in stored(page)["pages"]["book/imaging/two"]
    page.evaluate("hide(false)")
    page.clock.run_for(6000)
    assert "read" in stored(page)["pages"]["book/imaging/two"]


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_the_landing_page_leads_back_to_where_one_left_off(
    page: Page, roots: dict[str, str], scheme: str
) -> None:
    page.clock.install(time=NOON / 1000)
    line = page.locator(".pl-continue p")
    page.goto(f"{roots[scheme]}/landing.html")
    expect(line).to_have_text("New here?")
    page.goto(f"{roots[scheme]}/one.html")
    page.goto(f"{roots[scheme]}/landing.html")
    expect(line).to_have_text("Continue: Lesson <one>")
    line.get_by_role("link").click()
    to_the_end(page)
    page.clock.run_for(6000)
    page.goto(f"{roots[scheme]}/landing.html")
    expect(line).to_have_text("Next: Lesson two")
    assert line.get_by_role("link").get_attribute("href") == "two.html"


@pytest.mark.parametrize(("days", "welcome"), [(21, False), (22, True), (400, True)])
def test_after_more_than_three_weeks_one_is_welcomed_without_blame(
    page: Page, roots: dict[str, str], days: int, welcome: bool
) -> None:
    seed(page.context, FULL)
    page.clock.install(time=NOON / 1000)
    page.clock.set_fixed_time((NOON + days * DAY) / 1000)
    page.goto(f"{roots['http']}/landing.html")
    line = page.locator(".pl-continue p")
    if not welcome:
        expect(line).to_have_text("Continue: Lesson two")
        return
    expect(line).to_have_text(
        "Welcome back. Nothing is lost. Refresh what you know with three questions, or go on. "
        "Continue: Lesson two"
    )
    # No count of days, and nothing that was left undone.
    assert not any(character.isdigit() for character in line.inner_text())
    line.get_by_role("link", name="three questions").tap()
    expect(page.locator(".pl-due")).to_have_text(
        "3 questions to refresh what you know. Stop when you like."
    )


def test_whoever_has_read_all_is_told_so_and_is_no_new_reader(
    page: Page, roots: dict[str, str]
) -> None:
    read = {"title": "x", "at": NOON, "read": NOON}
    seed(page.context, progress(pages={one.name: read for one in COURSE.lessons}))
    page.clock.set_fixed_time(NOON / 1000)
    page.goto(f"{roots['http']}/landing.html")
    line = page.locator(".pl-continue p")
    expect(line).to_contain_text("You have read every lesson.")
    page.clock.set_fixed_time((NOON + 30 * DAY) / 1000)
    page.reload()
    expect(line).to_contain_text("Welcome back. You have read every lesson.")


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_the_map_says_in_words_what_was_read_and_what_is_next(
    page: Page, roots: dict[str, str], scheme: str
) -> None:
    page.goto(f"{roots[scheme]}/landing.html")
    module = page.locator(".pl-map-module")
    expect(module.locator("summary")).to_contain_text("12 minutesnot opened")
    expect(module.locator("details")).not_to_have_attribute("open", "")
    # By keyboard: the summary opens its list.
    module.locator("summary").focus()
    page.keyboard.press("Enter")
    one, two = (page.locator(f'[data-page="{lesson.name}"]') for lesson in COURSE.lessons)
    expect(one).to_contain_text("7 minutesnot opened")
    page.goto(f"{roots[scheme]}/one.html")
    page.goto(f"{roots[scheme]}/landing.html")
    # Where one goes on, the list stands open.
    expect(one).to_contain_text("begun, continue here")
    expect(one.get_by_role("link")).to_have_attribute("aria-current", "step")
    expect(module.locator("summary")).to_contain_text("begun")
    expect(two).to_contain_text("not opened")


def test_the_map_hears_of_other_tabs_and_leaves_a_closed_list_closed(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    seed(context, FULL)
    page.goto(f"{roots['http']}/landing.html")
    module = page.locator(".pl-map-module")
    one, two = (page.locator(f'[data-page="{lesson.name}"]') for lesson in COURSE.lessons)
    expect(one).to_contain_text("read")
    expect(two).to_contain_text("begun, continue here")
    module.locator("summary").tap()
    other = context.new_page()
    other.goto(f"{roots['http']}/progress.html")
    other.get_by_role("button", name="Erase my data").tap()
    other.get_by_role("button", name="Tap again").tap()
    expect(module.locator("summary")).to_contain_text("not opened")
    expect(module.locator("details")).not_to_have_attribute("open", "")
    assert module.get_attribute("data-state") == "none"
    expect(page.locator(".pl-continue")).to_contain_text("New here?")


def test_before_anything_is_done_the_page_says_so(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/progress.html")
    expect(page.locator(".pl-next")).to_have_text("Begin with Lesson <one>")
    row = page.get_by_role("row").filter(has_text="Lesson two")
    expect(row).to_contain_text("Not opened yet")
    expect(row).to_contain_text("0 of 2 answered")
    expect(page.locator(".pl-standing strong").first).to_have_text("Not tried:")
    expect(page.locator(".pl-data")).to_contain_text("keeps nothing about you on this device yet")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_the_page_shows_lessons_questions_and_objectives_in_words(
    page: Page, roots: dict[str, str], scheme: str
) -> None:
    seed(page.context, FULL)
    page.goto(f"{roots[scheme]}/progress.html")
    expect(page.locator(".pl-next")).to_have_text("Continue: Lesson two")
    one = page.get_by_role("row").filter(has=page.get_by_role("link", name="Lesson <one>"))
    expect(one).to_contain_text("Read 23 November 2026")
    expect(one).to_contain_text("2 of 2 answered")
    two = page.get_by_role("row").filter(has=page.get_by_role("link", name="Lesson two"))
    expect(two).to_contain_text("Opened 23 November 2026, not read to the end")
    standings = page.locator(".pl-standing")
    missed = standings.filter(has_text="this is why I hurt")
    expect(missed).to_contain_text("Shaky:")
    expect(missed).to_contain_text("Go back to Lesson <one>")
    expect(page.locator(".pl-data")).to_contain_text(
        "your answers to 3 questions, 1 form and 2 pages you opened"
    )


def test_two_tabs_lose_nothing_and_see_each_other(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    other, overview = context.new_page(), context.new_page()
    page.goto(f"{roots['http']}/one.html")
    other.goto(f"{roots['http']}/two.html")
    overview.goto(f"{roots['http']}/progress.html")
    answer(page, ONE, right=True)
    # The same question stands on the other tab: it is answered there too now.
    expect(other.locator(".pl-feedback.pl-right")).to_have_count(1)
    answer(other, THREE, right=False)
    answer(page, TWO, right=True)
    expect(overview.locator(".pl-data")).to_contain_text("your answers to 3 questions")
    assert stored(page)["answers"].keys() == {ONE, TWO, THREE}
    page.reload()
    expect(page.locator(".pl-feedback.pl-right")).to_have_count(2)
    erase = overview.get_by_role("button", name="Erase my data")
    erase.tap()
    overview.get_by_role("button", name="Tap again").tap()
    expect(page.locator(".pl-feedback.pl-right")).to_have_count(0)
    expect(overview.locator(".pl-data")).to_contain_text("keeps nothing about you")


def test_two_tabs_and_two_scripts_of_a_page_keep_items_and_forms(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    other = context.new_page()
    for tab in (page, other):
        tab.goto(f"{roots['http']}/both.html")
    mine = page.locator('.pl-widget[data-module="form"] .pl-mount')
    mine.get_by_role("radio").first.check()
    answer(other, ONE, right=True)
    # A tab behind another one paints nothing, and a tap waits for that.
    page.bring_to_front()
    # What one tab keeps reaches the other a moment later.
    page.wait_for_function(
        "([key, item, form]) => { const { answers, forms } = JSON.parse(localStorage[key]);"
        " return item in answers && form in forms; }",
        arg=[KEY, ONE, FORM],
    )
    # Each tab shows what was done in the other.
    theirs = other.locator('.pl-widget[data-module="form"] .pl-mount')
    expect(theirs.get_by_role("radio").first).to_be_checked()
    expect(page.locator(".pl-feedback.pl-right")).to_have_count(1)
    # The quiz erases everything, and the form beside it hears that.
    page.get_by_role("button", name="Erase my data").first.tap()
    page.get_by_role("button", name="Tap again").first.tap()
    for tab in (page, other):
        form = tab.locator('.pl-widget[data-module="form"] .pl-mount')
        expect(form.get_by_role("radio", checked=True)).to_have_count(0)
        expect(tab.locator(".pl-feedback.pl-right")).to_have_count(0)


def test_data_goes_along_as_a_file_and_comes_back_in_another_browser(
    browser: Browser, page: Page, roots: dict[str, str], tmp_path: Path
) -> None:
    seed(page.context, FULL)
    page.goto(f"{roots['file']}/progress.html")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my data").tap()
    file = tmp_path / "mine.json"
    download.value.save_as(file)
    elsewhere = browser.new_context()
    theirs = elsewhere.new_page()
    theirs.goto(f"{roots['http']}/one.html")
    answer(theirs, TWO, right=True)
    theirs.goto(f"{roots['http']}/progress.html")
    theirs.get_by_label("Restore from a file").set_input_files(file)
    status = theirs.get_by_role("status")
    expect(status).to_contain_text("Restored your answers to 3 questions")
    kept = stored(theirs)
    before = json.loads(FULL)
    assert kept["answers"].keys() == before["answers"].keys()
    assert kept["forms"] == before["forms"]
    # Each side's try of the same question is there; the newer one is the answer.
    assert [one["correct"] for one in sorted(kept["answers"][TWO]["log"], key=_at)] == [
        one["correct"] for one in sorted([*before["answers"][TWO]["log"], _now(kept)], key=_at)
    ]
    for name, words in (
        ("garbage.json", "could not be read"),
        ("newer.json", "newer version"),
    ):
        bad = tmp_path / name
        bad.write_text('{"version": 9, "answers": {}}' if "newer" in name else "%PDF-1.7")
        theirs.get_by_label("Restore from a file").set_input_files(bad)
        expect(status).to_contain_text(words)
        expect(status).to_contain_text("Nothing was changed.")
        assert stored(theirs) == kept
    elsewhere.close()


def _at(entry: dict[str, Any]) -> int:
    return int(entry["at"])


def _now(kept: dict[str, Any]) -> dict[str, Any]:
    """Return the try that was made in this test, not the one in the file."""
    log: list[dict[str, Any]] = kept["answers"][TWO]["log"]
    return next(entry for entry in log if entry["at"] != NOON)


def test_erasing_needs_two_taps_and_takes_everything(page: Page, roots: dict[str, str]) -> None:
    seed(page.context, FULL)
    page.goto(f"{roots['file']}/progress.html")
    page.get_by_role("button", name="Erase my data").tap()
    assert stored(page)["answers"]
    page.get_by_role("button", name="Download my data").focus()
    page.get_by_role("button", name="Erase my data").tap()
    page.get_by_role("button", name="Tap again").tap()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    expect(page.get_by_role("status")).to_contain_text("Erased.")
    expect(page.locator(".pl-next")).to_have_text("Begin with Lesson <one>")


@pytest.mark.parametrize(
    ("script", "words"),
    [(FULL_DISK, "This browser has no room left."), (BLOCKED, "does not let the page save")],
    ids=["full", "blocked"],
)
def test_where_nothing_can_be_stored_everything_works_and_the_page_says_so(
    page: Page, roots: dict[str, str], script: str, words: str
) -> None:
    page.add_init_script(script)
    page.goto(f"{roots['http']}/one.html")
    answer(page, ONE, right=True)
    expect(page.locator(".pl-feedback.pl-right")).to_have_count(1)
    expect(page.locator(".pl-kept")).to_contain_text(words)
    for name in ("landing", "progress", "review"):
        page.goto(f"{roots['http']}/{name}.html")
        expect(page.locator("main")).not_to_be_empty()
    page.goto(f"{roots['http']}/progress.html")
    page.get_by_label("Restore from a file").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": FULL.encode()}
    )
    expect(page.get_by_role("row").filter(has_text="Lesson <one>")).to_contain_text("Read 23")
    expect(page.locator(".pl-data .pl-problem")).to_contain_text(words)


@pytest.mark.parametrize("raw", ["{", '{"version":9,"answers":{}}'], ids=["corrupt", "newer"])
def test_what_cannot_be_read_is_put_aside_and_can_be_downloaded(
    page: Page, roots: dict[str, str], raw: str, tmp_path: Path
) -> None:
    seed(page.context, raw)
    page.goto(f"{roots['file']}/progress.html")
    expect(page.locator(".pl-data .pl-problem")).to_contain_text("They were put aside")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my data").tap()
    assert json.loads(Path(download.value.path()).read_text())["setAside"] == [raw]


def test_version_1_is_carried_over(page: Page, roots: dict[str, str]) -> None:
    old = {"response": 0, "correct": True, "first": True, "tries": 1}
    seed(page.context, json.dumps({"version": 1, "answers": {ONE: old}}))
    page.goto(f"{roots['http']}/one.html")
    answer(page, TWO, right=True)
    kept = stored(page)
    assert kept["version"] == 2
    assert kept["answers"][ONE]["log"] == [{"at": None, "correct": True}]


def test_without_javascript_each_page_says_what_it_would_show(
    browser: Browser, roots: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{roots['file']}/progress.html")
    expect(page.locator("main")).to_contain_text("With JavaScript on, this page shows")
    expect(page.get_by_role("link", name="Lesson <one>")).to_be_visible()
    page.goto(f"{roots['file']}/landing.html")
    expect(page.locator("main")).to_contain_text("New here?")
    # The map is there to open; what was read it cannot say.
    page.locator(".pl-map summary").click()
    expect(page.get_by_role("link", name="Lesson two")).to_be_visible()
    context.close()


def test_axe_finds_nothing_and_nothing_is_cut_off_when_there_is_much_to_show(
    browser: Browser, roots: dict[str, str]
) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    seed(context, FULL)
    page = context.new_page()
    for name in ("progress", "progress-dark"):
        page.goto(f"{roots['file']}/{name}.html")
        page.evaluate(axe_script())
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })")
        assert [one["id"] for one in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_in_the_book_going_on_moves_nothing_that_is_read(
    browser: Browser, address: str, width: int
) -> None:
    long = "book/imaging/people-with-pain"
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/index.html")
    line = page.locator(".pl-continue")
    expect(line).to_contain_text("New here?")
    before = page.locator(".pl-continue + *").bounding_box()
    page.goto(f"{address}/{long}.html")
    page.goto(f"{address}/index.html")
    expect(line).to_contain_text("Continue: Are findings more common")
    assert page.locator(".pl-continue + *").bounding_box() == before
    page.clock.set_fixed_time(time.time() + 30 * DAY / 1000)
    page.reload()
    expect(line).to_contain_text("Welcome back.")
    assert page.locator(".pl-continue + *").bounding_box() == before
    line.get_by_role("link").last.click()
    assert page.url == f"{address}/{long}.html"
    context.close()
