"""What the site tests share: the built book, its address, and one browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_book import built_book
from chromium import chromium
from playwright.sync_api import Browser

from painlab.book.serve import serving


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests of a process."""
    with chromium() as browser:
        yield browser
