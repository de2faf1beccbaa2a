"""The note beside a number, and the ledger's filter, as a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from bs4 import Tag
from built_book import soup
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.site

LESSON = "book/imaging/pain-free-people.html"
FIRST = "book/reference/ledger.html"
LEDGER = "book/reference/ledger-imaging.html"
FIGURE = "ev-brinjikji2015-disk_bulge-50"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        reduced_motion="reduce", viewport={"width": 320, "height": 640}, has_touch=True
    )
    yield context.new_page()
    context.close()


def test_a_note_opens_on_hover_stays_under_the_pointer_and_closes_on_escape(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/{LESSON}")
    number, note = page.locator(".pl-ev > a").first, page.locator(".pl-note").first
    expect(note).to_be_hidden()
    number.hover()
    expect(note).to_be_visible()
    start, end = number.bounding_box(), note.bounding_box()
    assert start is not None
    assert end is not None
    # The way from the number into the note has no gap that would close it.
    x = start["x"] + start["width"] / 2
    y = start["y"] + start["height"] / 2
    while y < end["y"] + 10:
        y += 1
        page.mouse.move(x, y)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.mouse.move(2, 2)
    number.hover()
    expect(note).to_be_visible()


def test_a_note_opens_on_focus_and_describes_its_number(page: Page, address: str) -> None:
    page.goto(f"{address}/{LESSON}")
    number, note = page.locator(".pl-ev > a").first, page.locator(".pl-note").first
    number.focus()
    expect(note).to_be_visible()
    expect(number).to_have_accessible_description(note.inner_text())
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(number).to_be_focused()


def test_a_tap_opens_the_note_within_the_screen_and_a_second_tap_follows_the_link(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}/{LESSON}")
    number, note = phone.locator(".pl-ev > a").first, phone.locator(".pl-note").first
    number.tap()
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert phone.url.endswith(LESSON)
    number.tap()
    phone.wait_for_url(f"**/{LEDGER}#*")


def test_without_javascript_the_note_opens_by_style_alone(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{LESSON}")
    page.locator(".pl-ev > a").first.hover()
    expect(page.locator(".pl-note").first).to_be_visible()
    context.close()


def test_a_link_into_the_ledger_opens_the_study_it_points_at(page: Page, address: str) -> None:
    page.goto(f"{address}/{LEDGER}#{FIGURE}")
    expect(page.locator(f"#{FIGURE}")).to_be_in_viewport()


def test_the_filter_shows_what_fits_and_says_how_much(page: Page, address: str) -> None:
    page.goto(f"{address}/{LEDGER}")
    count, studies = page.locator("#pl-count"), page.locator(".pl-study:visible")
    every = studies.count()
    page.get_by_label("Find a word").fill("kasch german")
    expect(studies).to_have_count(1)
    expect(studies.first).to_contain_text("Kasch")
    expect(count).to_contain_text("in 1 study.")
    page.get_by_label("Find a word").fill("no such word at all")
    expect(count).to_have_text("Nothing fits. Try fewer words.")
    page.get_by_label("Find a word").fill("")
    expect(studies).to_have_count(every)
    page.get_by_label("Show", exact=True).select_option("secondary")
    expect(page.locator('.pl-study li:not([hidden]):not([data-s^="secondary"])')).to_have_count(0)


def test_the_first_page_finds_a_study_of_any_topic_and_leads_to_it(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/{FIRST}")
    page.get_by_label("Find a word").fill("wallwork")
    expect(page.locator("#pl-count")).to_have_text("1 line in 1 part.")
    shown = page.locator(".pl-study:visible")
    expect(shown).to_have_count(1)
    expect(page.locator("article h2:visible")).to_have_text("Fear, avoiding and ways out")
    shown.locator("summary").click()
    shown.get_by_role("link", name="Wallwork").click()
    expect(page.locator("#ev-wallwork2024")).to_be_in_viewport()
    assert page.url.endswith("ledger-fear.html#ev-wallwork2024")


def test_without_javascript_the_ledger_shows_every_study(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{LEDGER}")
    expect(page.locator("#pl-filter")).to_be_hidden()
    assert page.locator(".pl-study:visible").count() == page.locator(".pl-study").count() > 40
    context.close()


def test_the_ledger_lists_every_page_on_which_a_number_stands(book: Path, pages: list[str]) -> None:
    # The answer key says again what lessons ask.
    soups = {path: soup(book, path) for path in pages if not path.startswith("teach/")}
    ledgers = {path: page for path, page in soups.items() if "/reference/ledger" in path}
    entries = {
        (path, str(tag["id"])): tag for path, page in ledgers.items() for tag in page.select("[id]")
    }
    shown = [
        (path, normpath(join(dirname(path), target)), name)
        for path, page in soups.items()
        if path not in ledgers
        for target, name in _figures(page)
    ]
    assert len(shown) > 1000
    missing = [
        f"{path}: {name}"
        for path, ledger, name in shown
        if path not in _uses(ledger, entries[ledger, name])
    ]
    assert not missing, "\n".join(sorted(set(missing)))


def _figures(page: Tag) -> list[tuple[str, str]]:
    """Return ledger page and anchor of each figure or study shown.

    The box of warning signs stands on most pages; the ledger does not list them all.
    """
    found = []
    boxed: set[str] = set()
    for link in page.select('a[href*="ledger"][href*="#ev-"]'):
        target, _, name = str(link["href"]).partition("#")
        if link.find_parent(class_="pl-warning-signs"):
            boxed.add(name)
        elif name not in boxed:
            found.append((target, name))
    return found


def _uses(ledger: str, entry: Tag) -> set[str]:
    """Return the pages that the ledger links from a figure, or from the study it belongs to."""
    line = entry if entry.name == "li" else entry.find_parent("li")
    found = line or (entry if entry.name == "details" else entry.find_parent("details"))
    assert found is not None
    links = [str(link["href"]).partition("#")[0] for link in found.select("a[href]")]
    return {normpath(join(dirname(ledger), link)) for link in links}
