"""Links inside the course lead to files that exist; images say in words what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from painlab.check.course import Course
from painlab.findings import Finding, nearest
from painlab.markdown_source import Link, Page

ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|#|//)", re.I)
"""A link to another site, or to a place on the same page."""


def link_findings(course: Course) -> Iterator[Finding]:
    """Yield each link to a file that is not there, and each image without words."""
    for page in (*course.pages, *course.cells):
        for link in (*page.links, *page.images):
            yield from _dead(course, page, link)
        for image in page.images:
            if not (image.alt or "").strip():
                message = f"the image '{image.target}' has no words; say what it shows."
                yield _finding(page, image, "image-without-words", message)
    for bank in course.banks:
        for text in bank.texts:
            for link in text.links:
                yield from _dead_in_bank(course, text, link)


def _dead_in_bank(course: Course, text: Page, link: Link) -> Iterator[Finding]:
    """Check a link of a quiz: from the course's root to a page of the built book."""
    target = unquote(link.target.partition("#")[0])
    if not target or ELSEWHERE.match(link.target):
        return
    built = course.root / target
    sources = [built.with_suffix(suffix) for suffix in (".md", ".ipynb")]
    if built.suffix == ".html" and any(source.is_file() for source in sources):
        return
    near = sorted(path.name for path in built.parent.glob("*")) if built.parent.is_dir() else []
    hint = nearest(f"{built.stem}.md", near)
    message = f"the link leads to '{target}', which no page becomes.{hint}"
    yield _finding(text, link, "dead-link", message)


def _dead(course: Course, page: Page, link: Link) -> Iterator[Finding]:
    target = unquote(link.target.partition("#")[0])
    if not target or ELSEWHERE.match(link.target):
        return
    here = (course.root / page.path).parent
    path = course.root / target.lstrip("/") if target.startswith("/") else here / target
    if path.exists() or path.with_name(f"{path.name}.md").is_file():
        return
    around = path.parent.iterdir() if path.parent.is_dir() else iter(())
    hint = nearest(path.name, sorted(entry.name for entry in around))
    message = f"the link leads to '{target}', which does not exist.{hint}"
    yield _finding(page, link, "dead-link", message)


def _finding(page: Page, link: Link, rule: str, message: str) -> Finding:
    return Finding(page.path, link.line, rule, page.item, message, link.column)
