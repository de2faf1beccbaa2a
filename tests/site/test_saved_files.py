"""What the built book links is there, and is kept; its manifest holds for every page."""

from __future__ import annotations

import json
import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import imagesize
import pytest
from built_book import soup

from painlab.book.offline import WORKER, kept_files, worker_script
from painlab.book.unused import UNUSED

pytestmark = pytest.mark.site

_IN_PAGE = re.compile(r"""\s(?:href|src|action)="([^"]*)\"""")
_IN_SHEET = re.compile(r"""(?:url\(|@import\s)["']?([^"')]+)""")


def linked(book: Path) -> set[str]:
    """Return every file of the book that a page or a style sheet of it names, from its root."""
    found = set()
    # Reading them as text is enough here, and much faster than making trees of them.
    for pattern, names in ((_IN_PAGE, "*.html"), (_IN_SHEET, "*.css")):
        for path in book.rglob(names):
            start = path.relative_to(book).as_posix()
            text = path.read_text(encoding="utf-8")
            found |= {target(start, unescape(address)) for address in pattern.findall(text)}
    return found - {""}


def target(start: str, address: str) -> str:
    """Return the file that `address` on the page `start` names; nothing for other sites."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return os.path.normpath(os.path.join(os.path.dirname(start), unquote(parts.path)))


def test_every_file_that_a_page_names_is_there_and_is_kept(book: Path, pages: list[str]) -> None:
    kept = {path.relative_to(book).as_posix() for path in kept_files(book)}
    named = linked(book)
    assert "_static/course.css" in named
    assert named - kept == set()
    assert set(pages) <= kept


def test_the_worker_lists_the_book_as_it_stands(book: Path) -> None:
    assert (book / WORKER).read_text(encoding="utf-8") == worker_script(book)


def test_nothing_unused_is_published(book: Path) -> None:
    assert [name for name in UNUSED if (book / name).exists()] == []


def test_every_page_links_the_manifest_and_saves_the_book(book: Path, pages: list[str]) -> None:
    for path in pages:
        page = (book / path).read_text(encoding="utf-8")
        root = "../" * path.count("/")
        for part in (
            f'<link rel="manifest" href="{root}manifest.webmanifest">',
            f'<link rel="apple-touch-icon" href="{root}_static/icon-touch-180.png">',
            f'<script defer="defer" src="{root}_static/page.book.js?v=',
            '<p class="pl-update" role="status"></p>',
        ):
            assert page.count(part) == 1, (path, part)
        assert page.count('<meta name="theme-color"') == 2, path


def test_the_icons_have_the_sizes_they_state(book: Path) -> None:
    manifest = json.loads((book / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == "Rethinking Back and Neck Pain"
    for icon in manifest["icons"]:
        assert (book / icon["src"]).is_file()
        if icon["type"] == "image/png":
            width, height = imagesize.get(book / icon["src"])
            assert icon["sizes"] == f"{width}x{height}"
    touch = soup(book, "index.html").select_one('link[rel="apple-touch-icon"]')
    assert touch
    assert imagesize.get(book / str(touch["href"])) == (180, 180)
