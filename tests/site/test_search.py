"""Search: the index of all words comes only when there is something to look for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.site

INDEX = "searchindex.js"


def test_the_index_is_fetched_when_someone_types_and_finds_a_page(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/search.html", wait_until="networkidle")
    assert not [url for url in asked if INDEX in url]
    field = page.get_by_label("Words to look for")
    with page.expect_request(lambda request: INDEX in request.url):
        field.press_sequentially("whiplash")
    field.press("Enter")
    expect(page.locator("#search-results a").first).to_be_visible()
    expect(page.get_by_role("link", name="Whiplash, and what we expect").first).to_be_visible()
