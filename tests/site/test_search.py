"""Search: words, studies and pages, found on the device by those who hurt and misspell."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.site

PARTS = ("searchindex.js", "search-words.js")
STATUS = ".pl-search-status"
FIRST = ".pl-search-results .pl-hits a"


@pytest.fixture(params=["file", "http"])
def search(request: pytest.FixtureRequest, book: Path, address: str) -> str:
    """The address of the search page over each scheme."""
    return f"{book.as_uri() if request.param == 'file' else address}/search.html"


def test_words_studies_and_pages_are_found_on_the_device(page: Page, search: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(search, wait_until="networkidle")
    assert not [url for url in asked if url.endswith(PARTS)]
    field = page.get_by_label("Words to look for")

    field.press_sequentially("whiplash")
    expect(page.locator(STATUS)).to_have_text(f"{_count(page)} results for “whiplash”")
    expect(page.locator(FIRST).first).to_have_text("whiplash")
    expect(page.get_by_role("link", name="Whiplash, and what we expect").first).to_be_visible()
    assert [url for url in asked if url.endswith(PARTS)]

    # A lay word leads to the words of the course.
    field.fill("slipped disc")
    expect(page.get_by_role("link", name="herniation", exact=True)).to_be_visible()
    # A slip of the pen is met with what is near.
    field.fill("siatica")
    expect(page.locator(STATUS)).to_contain_text("Did you mean")
    expect(page.locator(FIRST).first).to_have_text("sciatica")
    # A word of the warning signs shows them first.
    expect(page.locator(".pl-search-first")).to_have_count(0)
    field.fill("numb")
    expect(page.locator(".pl-search-first a")).to_have_text("Warning signs: when to get help now")
    expect(page.locator(FIRST).first).to_have_text("Warning signs: when to get help now")
    # What is typed never becomes markup.
    field.fill("<img src=x onerror=alert(1)> qqqq")
    expect(page.locator(STATUS)).to_contain_text("<img src=x onerror=alert(1)> qqqq")
    expect(page.get_by_role("link", name="the glossary")).to_be_visible()
    assert page.locator(".pl-search-results img").count() == 0

    # A study is found by author and year, and opens at its place.
    field.fill("Brinjikji 2015")
    expect(page.locator(FIRST).first).to_have_text("Brinjikji and others 2015a")
    field.press("Enter")
    assert page.url.endswith("search.html#q=Brinjikji%202015")
    page.locator(FIRST).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ledger-imaging.html#ev-brinjikji2015")
    expect(page.locator("#ev-brinjikji2015")).to_have_attribute("open", "")
    page.go_back()
    expect(page.locator(FIRST).first).to_have_text("Brinjikji and others 2015a")
    # No host was told what was looked for.
    assert not [url for url in asked if "rinjikji" in url.partition("#")[0]]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def _count(page: Page) -> int:
    """Return how many results are listed, folded ones included, once there are any."""
    page.locator(FIRST).first.wait_for()
    return page.locator(".pl-search-results .pl-hits > li").count()


def test_a_phone_reaches_the_search_from_a_lesson(page: Page, search: str) -> None:
    page.goto(search.replace("search.html", "book/imaging/pain-free-people.html"))
    page.locator(".nav-overlay-icon").click()
    field = page.get_by_role("searchbox", name="Search")
    field.fill("disc bulge")
    field.press("Enter")
    page.wait_for_url("**/search.html#q=disc%20bulge")
    expect(page.locator(FIRST).first).to_have_text("disc bulge")
    expect(page.get_by_label("Words to look for")).to_have_value("disc bulge")
