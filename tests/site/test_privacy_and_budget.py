"""What a page asks of a reader: little data, no other site, no script that is not ours."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from answer_all import do_everything
from built_book import soup, when_laid_out
from complaints import listen
from playwright.sync_api import Browser, BrowserContext, Request
from watch import SCRIPT, asked, strange_keys

from painlab.book.serve import serving
from painlab.book.style_sheet import UNUSED

pytestmark = pytest.mark.site

BYTES = 75_000
REQUESTS = 20
INSIDE = ("data:", "blob:")
"""How an address begins that asks nobody."""


@dataclass
class Visit:
    """What one first load of a page did.

    Attributes
    ----------
    size : bytes that arrived, headers and compression included.
    urls : what was asked for.
    later : what was asked for until everything was answered and every chart had moved.
    problems : messages of the console, errors of scripts, requests that failed.
    issues : what the browser's own audit says: deprecated calls, blocked content, cookies.
    asked : what could tell readers apart or keep data, and which file asked for it.
    keys : what it stored under a key that is none of ours.
    """

    size: float = 0
    urls: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(SCRIPT)
    yield context
    context.close()


class Visitor:
    """A page with an empty cache that goes from address to address and notes what each does."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.seen = Visit()
        self.heard = listen(self.page)
        session = context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.loadingFinished", self._add)
        session.on("Audits.issueAdded", self._note)
        session.send("Audits.enable")
        self.page.on("request", self._ask)

    def visit(self, url: str) -> Visit:
        """Load `url`, wait until all of the page has its place, then answer all there is on it."""
        self.seen = Visit()
        self.heard.clear()
        self.page.goto(url)
        when_laid_out(self.page)
        first = replace(self.seen, urls=self.seen.urls.copy())
        do_everything(self.page)
        first.later, first.issues = self.seen.urls, self.seen.issues
        first.asked, first.keys = asked(self.page), strange_keys(self.page)
        first.problems = self.heard.copy()
        return first

    def _ask(self, request: Request) -> None:
        if not request.url.startswith(INSIDE):
            self.seen.urls.append(request.url)

    def _note(self, event: dict[str, Any]) -> None:
        # The generic ones are hints for filling in addresses: a field without a name is meant so.
        if event["issue"]["code"] != "GenericIssue":
            self.seen.issues.append(str(event["issue"]))

    def _add(self, event: dict[str, Any]) -> None:
        self.seen.size += event["encodedDataLength"]


@pytest.fixture(scope="module")
def visits(context: BrowserContext, address: str, pages: list[str]) -> dict[str, Visit]:
    """The first load of every page over http, and what comes when all there is gets answered."""
    visitor = Visitor(context)
    return {path: visitor.visit(f"{address}/{path}") for path in pages}


def test_every_page_is_small_and_asks_for_little(visits: dict[str, Visit]) -> None:
    assert visits
    heavy = {path: seen.size for path, seen in visits.items() if not 0 < seen.size <= BYTES}
    busy = {path: seen.urls for path, seen in visits.items() if len(seen.urls) > REQUESTS}
    assert not heavy
    assert not busy


def test_no_page_asks_another_site(visits: dict[str, Visit], address: str) -> None:
    strangers = {
        path: [url for url in seen.later if not url.startswith(f"{address}/")]
        for path, seen in visits.items()
    }
    assert not {path: urls for path, urls in strangers.items() if urls}


def test_no_page_has_an_error(visits: dict[str, Visit]) -> None:
    assert not {path: seen.problems for path, seen in visits.items() if seen.problems}


def test_no_page_does_what_browsers_warn_of(visits: dict[str, Visit]) -> None:
    assert not {path: seen.issues for path, seen in visits.items() if seen.issues}


def test_no_page_looks_for_signs_of_a_reader_or_keeps_more_than_it_says(
    visits: dict[str, Visit], context: BrowserContext
) -> None:
    assert not {path: seen.asked for path, seen in visits.items() if seen.asked}
    assert not {path: seen.keys for path, seen in visits.items() if seen.keys}
    assert context.cookies() == []


def test_nor_does_what_is_fetched_later_or_a_search(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/book/reference/charts.html")
    page.locator('[data-module="vega-chart"]').first.scroll_into_view_if_needed()
    page.locator(".pl-widget svg.marks").first.wait_for()
    # Vega has come, and was watched.
    assert "measureText() by vega.book.js" in page.evaluate("[...plAsked]")
    assert asked(page) == set()
    page.goto(f"{address}/search.html#q=bladder")
    page.locator(".pl-search-results li").first.wait_for()
    assert asked(page) == set()
    assert strange_keys(page) == set()
    assert context.cookies() == []
    page.close()


def test_the_book_works_below_another_address(context: BrowserContext, book: Path) -> None:
    with serving(book.parent) as address:
        seen = Visitor(context).visit(f"{address}/{book.name}/book/imaging/index.html")
    assert not seen.problems
    assert len(seen.urls) > 1


def test_the_policy_allows_our_own_scripts_only(book: Path, pages: list[str]) -> None:
    for path in pages:
        page = soup(book, path)
        policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert policy is not None, path
        content = str(policy["content"])
        assert "default-src 'none'" in content, path
        assert "unsafe" not in content, path
        # No frame and no object: what is not named is not allowed. Connections go home only.
        assert not re.search("(?:frame|child|object|media|font)-src", content), path
        assert "connect-src 'self';" in content, path
        assert "require-trusted-types-for 'script'" in content, path
        assert not re.search(r"https?:|\*", content), path
        for script in page.find_all("script"):
            if "json" in str(script.get("type")) or script.get("src"):
                continue
            digest = hashlib.sha256(str(script.string).encode()).digest()
            assert f"'sha256-{base64.b64encode(digest).decode()}'" in content, (path, script)


def test_every_page_has_the_styles_of_what_it_holds(book: Path, pages: list[str]) -> None:
    """What the one style sheet leaves out (`styles/unused.txt`), no page may hold."""
    for path in pages:
        html = (book / path).read_text(encoding="utf-8")
        held = {f".{name}" for name in " ".join(re.findall(r'\sclass="([^"]*)"', html)).split()}
        held |= {f"#{name}" for name in re.findall(r'\sid="([^"]*)"', html)}
        assert not held & UNUSED, path


def test_only_known_inline_scripts_are_there(book: Path, pages: list[str]) -> None:
    # Whatever stands in a page when it is built gets a hash, so nothing else may stand there.
    inline = {
        str(script.string).strip()
        for path in pages
        for script in soup(book, path).find_all("script")
        if not script.get("src") and "json" not in str(script.get("type"))
    }
    known = {"dataset.theme = localStorage.theme", '"#q=" + encodeURIComponent', "--pl-ink"}
    assert {one for one in known if any(one in script for script in inline)} == known
    assert len(inline) == len(known)


def test_no_script_writes_into_the_page_or_holds_it_back(book: Path) -> None:
    banned = r"document\.write|\bon(?:before)?unload\b|[\"'`](?:before)?unload[\"'`]"
    scripts = [path for path in book.rglob("*.js") if not path.name.startswith("searchindex")]
    assert len(scripts) > 20
    found = {path.name: re.findall(banned, path.read_text()) for path in scripts}
    assert not {name: uses for name, uses in found.items() if uses}


def test_no_page_carries_inline_styles_or_handlers(book: Path, pages: list[str]) -> None:
    for path in pages:
        page = soup(book, path)
        assert not page.find_all("style"), path
        for tag in page.find_all(True):
            forbidden = [name for name in tag.attrs if name == "style" or name.startswith("on")]
            assert not forbidden, (path, tag.name, forbidden)
        for tag in page.find_all(["script", "img", "link", "iframe", "video", "audio", "source"]):
            source = str(tag.get("src") or tag.get("href") or "")
            assert not re.match(r"(?:[a-z]+:)?//", source), (path, source)
        # A page in a new tab must not get hold of the one it came from.
        for link in page.select("[target]"):
            assert {"noopener", "noreferrer"} <= set(link.get_attribute_list("rel")), path
