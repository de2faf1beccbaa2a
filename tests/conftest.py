"""What the browser tests share: one Chromium, a phone, a folder served, and the built book."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from built_book import built_book
from complaints import listen_to_all
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from painlab.book.paper.pdf import find_chromium
from painlab.book.serve import serving

_HEARD: list[str] = []
"""What the pages of all contexts have complained of since the last test ended."""

_NO_WORKER = "delete Navigator.prototype.serviceWorker"


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[[], Browser]]:
    """The way to start the system's Chromium, or the one Playwright fetched."""
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        yield partial(
            playwright.chromium.launch, executable_path=find_chromium(playwright), args=flags
        )


@pytest.fixture(scope="session")
def browser(launch: Callable[[], Browser]) -> Iterator[Browser]:
    """One browser for all tests of a process, which cannot save the book."""
    browser = launch()
    _listen_everywhere(browser)
    # Else every context fetches all of the book, in the middle of what a test looks at.
    browser.on("context", _forbid_worker)
    yield browser
    browser.close()


def _forbid_worker(context: BrowserContext) -> None:
    context.add_init_script(_NO_WORKER)


@pytest.fixture(autouse=True)
def silence(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test when any page it opened complains, unless its mark says that it may."""
    yield
    heard = _HEARD.copy()
    _HEARD.clear()
    expected = request.node.get_closest_marker("complains")
    assert heard == [] or expected, "\n".join(heard)


def _listen_everywhere(browser: Browser) -> None:
    """Listen to every context the browser opens, and to the one behind each page of its own."""
    make_context, make_page = browser.new_context, browser.new_page

    def new_context(**options: Any) -> BrowserContext:
        made = make_context(**options)
        listen_to_all(made, _HEARD)
        return made

    def new_page(**options: Any) -> Page:
        made = make_page(**options)
        listen_to_all(made.context, _HEARD)
        return made

    browser.new_context = new_context  # type: ignore[method-assign]
    browser.new_page = new_page  # type: ignore[method-assign]


@pytest.fixture(scope="module")
def phone_width() -> int:
    """How wide the phone is, in pixels of the page; a module may name another."""
    return 360


@pytest.fixture
def context(browser: Browser, phone_width: int) -> Iterator[BrowserContext]:
    """A phone with a touch screen and nothing stored on it."""
    made = browser.new_context(has_touch=True, viewport={"width": phone_width, "height": 740})
    made.set_default_timeout(5000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page in the `context` that fails the test when the browser complains."""
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text))
    yield opened
    assert errors == []


@pytest.fixture(scope="module")
def root(folder: Path) -> Iterator[str]:
    """The address of the module's folder, served under the course's content security policy."""
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def roots(folder: Path, root: str) -> dict[str, str]:
    """The address of the module's folder over each scheme."""
    return {"file": folder.as_uri(), "http": root}


@pytest.fixture(scope="session")
def book() -> Path:
    """The folder of the built book."""
    return built_book()


@pytest.fixture(scope="session")
def address(book: Path) -> Iterator[str]:
    """The address the book is served at, gzip on."""
    with serving(book) as address:
        yield address


@pytest.fixture(scope="session")
def pages(book: Path) -> list[str]:
    """Every page of the book, search included, as paths from its root."""
    found = sorted(path.relative_to(book).as_posix() for path in book.rglob("*.html"))
    return [path for path in found if not path.startswith("_static/")]
