"""The two lists of an EPUB: the package (what it is and holds) and the table of contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from painlab.archive import moment
from painlab.book.paper.facts import LICENCE, Facts
from painlab.book.structured_data import LICENSE

_TYPES = {
    "css": "text/css",
    "png": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
    "xhtml": "application/xhtml+xml",
}
_ACCESS = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
    (
        "accessibilitySummary",
        "Every picture has a description in words and, where it shows numbers, a table.",
    ),
)


@dataclass(frozen=True)
class Entry:
    """A line of the contents: the name of its page, and its title."""

    page: str
    title: str


def package_xml(
    facts: Facts, identifier: str, pages: Mapping[str, str], files: Sequence[str]
) -> str:
    """Return the package document.

    Parameters
    ----------
    facts : of the book.
    identifier : stays the same from release to release.
    pages : XHTML by name, in reading order.
    files : places of all other files.
    """
    date = moment()
    access = "".join(
        f'<meta property="schema:{name}">{escape(value)}</meta>' for name, value in _ACCESS
    )
    items = [_item("nav", "nav.xhtml", "nav")]
    items += [
        _item(name, f"{name}.xhtml", "svg" if "<svg" in text else "")
        for name, text in pages.items()
    ]
    items += [
        _item(f"file-{number}", place, "cover-image" if place == "cover.png" else "")
        for number, place in enumerate(files)
    ]
    spine = "".join(f'<itemref idref="page-{name}"/>' for name in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" '
        'xml:lang="en"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="book">{identifier}</dc:identifier>'
        f"<dc:title>{escape(facts.title)}</dc:title><dc:language>en</dc:language>"
        f"<dc:creator>{escape(facts.author)}</dc:creator>"
        f"<dc:description>{escape(facts.summary)} Version {escape(facts.version)}.</dc:description>"
        f"<dc:rights>{escape(LICENCE)}, {LICENSE}</dc:rights>"
        f"<dc:date>{date:%Y-%m-%d}</dc:date>"
        f'<meta property="dcterms:modified">{date:%Y-%m-%dT%H:%M:%SZ}</meta>{access}</metadata>'
        f"<manifest>{''.join(items)}</manifest><spine>{spine}</spine></package>\n"
    )


def _item(name: str, place: str, properties: str) -> str:
    """Write a line of the manifest; names begin with a letter, as XML asks."""
    said = f' properties="{properties}"' if properties else ""
    mark = name if name.startswith("file-") else f"page-{name}"
    kind = _TYPES[place.rpartition(".")[2]]
    return f'<item id="{mark}" href="{place}" media-type="{kind}"{said}/>'


def nav_xml(
    facts: Facts, first: Sequence[Entry], contents: Sequence[tuple[str, Sequence[Entry]]]
) -> str:
    """Return the table of contents.

    Parameters
    ----------
    facts : of the book.
    first : lines that stand before everything else.
    contents : title and lines of each part, in order.
    """
    parts = "".join(
        f"<li><span>{escape(title)}</span><ol>{''.join(map(_line, lines))}</ol></li>"
        for title, lines in contents
    )
    about = "".join(map(_line, (*first, Entry("about", "About this book"))))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">'
        f"<head><title>{escape(facts.title)}</title>"
        '<link rel="stylesheet" href="style.css"/></head>'
        f'<body><nav epub:type="toc"><h1>Contents</h1><ol>{about}{parts}</ol></nav></body></html>\n'
    )


def _line(entry: Entry) -> str:
    return f'<li><a href="{entry.page}.xhtml">{escape(entry.title)}</a></li>'
