"""The course as an EPUB 3: the same chapters as in the PDF, each with its answers at its end."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from painlab.archive import zipped
from painlab.book.paper.chapter import Chapter, address_list
from painlab.book.paper.contents import FIRST
from painlab.book.paper.cover import cover_image
from painlab.book.paper.document import read_chapters, slug
from painlab.book.paper.facts import NAME, Facts, imprint_html
from painlab.book.paper.package import Entry, nav_xml, package_xml
from painlab.book.paper.pictures import for_xml
from painlab.strings import say
from painlab.toc import Part

STYLE = Path(__file__).resolve().parent / "epub.css"
IDENTIFIER = f"urn:uuid:{uuid5(NAMESPACE_URL, NAME)}"
_LINK = re.compile(r'href="([^":]*)#([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')
_IMAGE = re.compile(r'(<img\b[^>]*\bsrc=")(?:\.\./)*([^":]+)"')
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)


class NotXmlError(ValueError):
    """A page of the EPUB is no XML; the message names page, line and column."""


@dataclass(frozen=True)
class _Made:
    """What the EPUB holds: pages by name in reading order, other files by their place."""

    pages: dict[str, str]
    files: dict[str, bytes]


def make_epub(html: Path, parts: list[Part], facts: Facts) -> bytes:
    """Return the book as an EPUB; the same pages give the same bytes.

    Parameters
    ----------
    html : folder of the built web pages.
    parts : what stands in the book, in order.
    facts : of the book.

    Raises
    ------
    FileNotFoundError
        When a page or a picture was not built.
    NotXmlError
        When a page cannot be written as XML.
    """
    held = [page for part in parts for page in part.pages]
    chapters = read_chapters(html, held, _address, _drawn, apart=False)
    made = _made(html, chapters, facts)
    first = [_entry(chapters[page]) for page in held if page == FIRST]
    contents = [
        (part.title, [_entry(chapters[page]) for page in part.pages if page != FIRST])
        for part in parts
        if part.pages != (FIRST,)
    ]
    files: dict[str, bytes] = {
        # The file type comes first and as it is.
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": package_xml(facts, IDENTIFIER, made.pages, list(made.files)).encode(),
        "EPUB/nav.xhtml": _checked("nav", nav_xml(facts, first, contents)),
        **{f"EPUB/{name}.xhtml": _checked(name, text) for name, text in made.pages.items()},
        **{f"EPUB/{name}": content for name, content in made.files.items()},
    }
    return zipped(files, stored=("mimetype",))


def _entry(chapter: Chapter) -> Entry:
    return Entry(slug(chapter.name), chapter.title)


def _drawn(drawing: str, prefix: str) -> str:
    return for_xml(drawing)


def _address(docname: str, anchor: str) -> str:
    return f"{slug(docname)}.xhtml" + (f"#{anchor}" if anchor else "")


def _made(html: Path, chapters: Mapping[str, Chapter], facts: Facts) -> _Made:
    bodies = {slug(name): _chapter(chapter) for name, chapter in chapters.items()}
    files = {"cover.png": cover_image(facts), "style.css": STYLE.read_bytes()}
    for name, body in bodies.items():
        bodies[name] = _IMAGE.sub(lambda match: _picture(match, html, files), body)
    ids = {f"{name}.xhtml": set(_ID.findall(body)) for name, body in bodies.items()}
    titles = {slug(name): chapter.title for name, chapter in chapters.items()}
    pages = {
        "cover": _page(
            facts.title, '<div class="pl-cover"><img src="cover.png" alt="Cover"/></div>'
        )
    }
    # The warning signs stand before everything else.
    first = slug(FIRST)
    order = [*([first] if first in bodies else []), "about", *(n for n in bodies if n != first)]
    for name in order:
        if name == "about":
            pages[name] = _page("About this book", f"<h1>About this book</h1>{imprint_html(facts)}")
        else:
            pages[name] = _page(titles[name], _mended(name, bodies[name], ids))
    return _Made(pages, files)


def _chapter(chapter: Chapter) -> str:
    answers = "".join(chapter.answers)
    if answers:
        title = escape(say("print_answers"))
        answers = f'<section class="pl-answers" id="answers"><h2>{title}</h2>{answers}</section>'
    return f"{chapter.body}{answers}{address_list(chapter, 2)}"


def _picture(match: re.Match[str], html: Path, files: dict[str, bytes]) -> str:
    """Take a picture along, and return the tag with its place in the EPUB."""
    source = posixpath.normpath(match[2])
    place = f"images/{posixpath.basename(source)}"
    files[place] = (html / source).read_bytes()
    return f'{match[1]}{place}"'


def _mended(name: str, body: str, ids: Mapping[str, set[str]]) -> str:
    """Lead a link to an anchor that fell away with its part of a page to the page itself."""

    def lead(match: re.Match[str]) -> str:
        page = match[1] or f"{name}.xhtml"
        return match[0] if match[2] in ids.get(page, ()) else f'href="{page}"'

    return _LINK.sub(lead, body)


def _page(title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" href="style.css"/></head>'
        f"<body>{body}</body></html>\n"
    )


def _checked(name: str, text: str) -> bytes:
    try:
        ElementTree.fromstring(text)  # noqa: S314 - our own page
    except ElementTree.ParseError as error:
        raise NotXmlError(f"page '{name}' of the EPUB is no XML: {error}.") from error
    return text.encode()
