"""Print the book's one document as a PDF: twice, since page numbers are known after the first."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from painlab.archive import moment
from painlab.book.paper.chapter import Chapter
from painlab.book.paper.document import address, document, entries, read_chapters
from painlab.book.paper.facts import LICENCE, Facts
from painlab.book.paper.pictures import with_prefix
from painlab.toc import Part

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

# The shell has no window, so it needs a third of the time that a whole browser takes for a page.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class NoBrowserError(RuntimeError):
    """There is no Chromium to print with; the message names the fix."""


class MovedError(RuntimeError):
    """Writing the page numbers in moved a chapter; the message names it."""


def make_pdf(html: Path, parts: list[Part], facts: Facts, work: Path) -> bytes:
    """Return the book as a PDF; the same pages and the same Chromium give the same bytes.

    Parameters
    ----------
    html : folder of the built web pages.
    parts : what stands in the book, in order.
    facts : of the book.
    work : folder for the document that is printed; it stays there to be looked at.

    Raises
    ------
    NoBrowserError
        When there is no Chromium.
    FileNotFoundError
        When a page was not built.
    MovedError
        When the second printing has a chapter on another page than the first.
    """
    held = [page for part in parts for page in part.pages]
    chapters = read_chapters(html, held, address, with_prefix, apart=True)
    work.mkdir(parents=True, exist_ok=True)
    path = work / "book.html"
    static = (html / "_static").resolve().as_uri()
    with chromium() as browser:
        first = _print(browser, path, document(facts, parts, chapters, static, {}))
        pages = page_numbers(first, parts, chapters)
        second = _print(browser, path, document(facts, parts, chapters, static, pages))
    for target, number in page_numbers(second, parts, chapters).items():
        if number != pages[target]:
            raise MovedError(f"'{target}' moved from page {pages[target]} to page {number}.")
    return finished(second, facts)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the system's Chromium, or the one that Playwright fetched.

    Raises
    ------
    NoBrowserError
        When there is none.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError as error:
        raise NoBrowserError(
            "Playwright is missing: run `make pdf`, or install painlab[paper]."
        ) from error
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright))
        try:
            yield browser
        finally:
            browser.close()


def find_chromium(playwright: Playwright) -> str:
    """Return the path of a Chromium.

    Raises
    ------
    NoBrowserError
        When there is none.
    """
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    if Path(playwright.chromium.executable_path).is_file():
        return playwright.chromium.executable_path
    raise NoBrowserError("Chromium is missing: run `sh tools/install-browser.sh`.")


def _print(browser: Browser, path: Path, html: str) -> bytes:
    path.write_text(html, encoding="utf-8")
    page = browser.new_page()
    page.goto(path.resolve().as_uri())
    printed = page.pdf(prefer_css_page_size=True, print_background=True, outline=True, tagged=True)
    page.close()
    return printed


def page_numbers(pdf: bytes, parts: list[Part], chapters: Mapping[str, Chapter]) -> dict[str, int]:
    """Return the page number, from 1, of each line of the contents by its id."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf))
    places = reader.named_destinations
    found = {}
    for entry in entries(parts, chapters):
        number = reader.get_destination_page_number(places[f"/{entry.target}"])
        found[entry.target] = (number or 0) + 1
    return found


def finished(pdf: bytes, facts: Facts) -> bytes:
    """Return a PDF with its title, its makers, fixed dates and an id made from its content."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, BooleanObject, ByteStringObject, DictionaryObject
    from pypdf.generic import NameObject as Name

    date = f"D:{moment():%Y%m%d%H%M%S}Z"
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.metadata = {
        "/Title": facts.title,
        "/Author": facts.author,
        "/Subject": f"{facts.summary} Version {facts.version}. {LICENCE}.",
        "/Producer": "painlab, Chromium, pypdf",
        "/CreationDate": date,
        "/ModDate": date,
    }
    shows = DictionaryObject({Name("/DisplayDocTitle"): BooleanObject(True)})
    writer.root_object[Name("/ViewerPreferences")] = shows
    digest = sha256(f"{facts.title} {facts.version} {date} {len(pdf)}".encode()).digest()[:16]
    writer._ID = ArrayObject((ByteStringObject(digest), ByteStringObject(digest)))
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
