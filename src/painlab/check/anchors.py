"""Links to a place inside a page: a heading, a label, a glossary term or a named box is there."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from docutils.nodes import make_id

from painlab.check.course import Course
from painlab.check.links import ELSEWHERE
from painlab.findings import Finding, nearest
from painlab.markdown_source import Link, Page

# The book writes these when it is built, with a place for every study.
_WRITTEN_LATER = ("bibliography", "ledger")


def anchor_findings(course: Course) -> Iterator[Finding]:
    """Yield each link to a place that its page does not have.

    A label is known to the whole course: ``#label`` finds it from any page.
    """
    places: dict[str, set[str]] = {}
    for page in (*course.pages, *course.cells):
        places.setdefault(page.path, set()).update(_places(page))
    labels = {make_id(label) for page in course.pages for label in page.labels}
    later = {page.path for page in course.pages if any(page.directives(*_WRITTEN_LATER))}
    for page in (*course.pages, *course.cells):
        for link in page.links:
            path, place = _target(page, link)
            if link.target.startswith("#") and make_id(place) in labels:
                continue
            known = places.get(path)
            if place and known is not None and path not in later and make_id(place) not in known:
                message = (
                    f"the link leads to '#{place}', which '{path}' does not have."
                    f"{nearest(place, sorted(known))} Put '({place})=' above its place."
                )
                yield Finding(page.path, link.line, "dead-anchor", page.item, message, link.column)


def _target(page: Page, link: Link) -> tuple[str, str]:
    """Return the file a link leads to, as seen from the course's root, and the place in it."""
    file, _, place = link.target.partition("#")
    if ELSEWHERE.match(link.target) and file:
        return "", ""
    if not file:
        return page.path, unquote(place)
    around = "" if file.startswith("/") else dirname(page.path)
    return normpath(join(around, unquote(file).lstrip("/"))), unquote(place)


def _places(page: Page) -> Iterator[str]:
    """Yield the places of a page as the book's addresses spell them."""
    yield from map(make_id, page.labels)
    for segment in page.segments():
        words = "".join(piece.shown for piece in segment.pieces)
        if segment.kind == "heading":
            yield make_id(words)
        elif segment.kind == "term":
            yield make_id(f"term {words}")
    for directive in page.directives():
        if "name" in directive.options:
            yield make_id(directive.options["name"])
