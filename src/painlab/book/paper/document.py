"""All chapters as one HTML document, from which the PDF is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from painlab.book.paper.chapter import Chapter, address_list, make_chapter
from painlab.book.paper.contents import FIRST
from painlab.book.paper.cover import cover_picture
from painlab.book.paper.facts import Facts, imprint_html
from painlab.strings import say
from painlab.toc import Part

STYLE = Path(__file__).resolve().parent / "book.css"
_SHEETS = (
    "quiz.css",
    "pieces.css",
    "form.css",
    "vega-chart.css",
    "course.css",
    "paper.css",
)
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_HREF = re.compile(r'href="#([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')
_PICTURE = re.compile(r'(<img\b[^>]*\bsrc=")(?![a-z]+:)([^"]*)"')


@dataclass(frozen=True)
class Entry:
    """A line of the contents.

    Attributes
    ----------
    target : id of what it leads to.
    title : its words.
    level : 1 for a part, 2 for a chapter.
    """

    target: str
    title: str
    level: int


def slug(docname: str) -> str:
    """Return what stands for a page in ids: ``imaging-index``."""
    return docname.removeprefix("book/").replace("/", "-")


def read_chapters(
    html: Path,
    pages: list[str],
    address: Callable[[str, str], str],
    draw: Callable[..., str],
    *,
    apart: bool,
) -> dict[str, Chapter]:
    """Return the chapters by document name.

    Parameters
    ----------
    html : folder of the built web pages.
    pages : document names, all that the book holds.
    address : takes a document name and an anchor and returns the address in the book.
    draw : takes a drawing (SVG) and, as `prefix`, how the ids of its page begin; returns what is
        drawn.
    apart : whether ids get a prefix, as in one document that holds all chapters.

    Raises
    ------
    FileNotFoundError
        When a page was not built.
    """
    held = set(pages)

    def find(docname: str, anchor: str) -> str | None:
        return address(docname, anchor) if docname in held else None

    made = {}
    for page in pages:
        text = (html / f"{page}.html").read_text(encoding="utf-8")
        prefix = f"{slug(page)}--" if apart else ""
        made[page] = make_chapter(page, _content(text), find, partial(draw, prefix=prefix), prefix)
    return made


def address(docname: str, anchor: str) -> str:
    """Return where a page, or a place on it, stands in the one document."""
    return f"#{slug(docname)}--{anchor}" if anchor else f"#page-{slug(docname)}"


def _content(page: str) -> str:
    """Return what a built page holds between its navigation bars."""
    start = page.index("<article")
    article = page[start : page.index("</article>", start) + len("</article>")]
    # Long and of no use here; a parser would read every state.
    article = re.sub(r"<script\b.*?</script>", "", article, flags=re.DOTALL)
    drawings = re.findall(r"<svg\b.*?</svg>", article, flags=re.DOTALL)
    marked = re.sub(r"<svg\b.*?</svg>", "\x00", article, flags=re.DOTALL)
    kind = BeautifulSoup(marked, "html.parser").select_one('article > [class^="pl-kind-"]')
    inside = kind.decode_contents() if isinstance(kind, Tag) else ""
    for drawing in drawings:
        inside = inside.replace("\x00", drawing, 1)
    return inside


def entries(parts: list[Part], chapters: Mapping[str, Chapter]) -> list[Entry]:
    """Return the lines of the contents, in order."""
    lines = [Entry(f"page-{slug(FIRST)}", chapters[FIRST].title, 2)] if FIRST in chapters else []
    for number, part in enumerate(parts, start=1):
        lines.append(Entry(f"part-{number}", part.title, 1))
        lines += [
            Entry(f"page-{slug(page)}", chapters[page].title, 2)
            for page in part.pages
            if page != FIRST
        ]
        if any(chapters[page].answers for page in part.pages):
            lines.append(Entry(f"answers-{number}", say("print_answers"), 2))
    return lines


def document(
    facts: Facts,
    parts: list[Part],
    chapters: Mapping[str, Chapter],
    static: str,
    pages: Mapping[str, int],
) -> str:
    """Return the whole book as one HTML document.

    Parameters
    ----------
    facts : of the book.
    parts : in order.
    chapters : by document name.
    static : way from the document to the folder of the web pages' style sheets.
    pages : page number by id of an `Entry`; empty while they are not known.
    """
    first = _chapter(chapters[FIRST]) if FIRST in chapters else ""
    body = "".join(
        (
            _cover(facts),
            first,
            f'<section class="pl-imprint"><h1>About this book</h1>{imprint_html(facts)}</section>',
            _contents(entries(parts, chapters), pages),
            *(_part(number, part, chapters) for number, part in enumerate(parts, start=1)),
        )
    )
    sheets = "".join(f'<link rel="stylesheet" href="{static}/{name}">' for name in _SHEETS)
    style = STYLE.read_text(encoding="utf-8")
    body = _PICTURE.sub(rf'\g<1>{static}/../\g<2>"', _mended(body))
    return (
        f'<!DOCTYPE html><html lang="en" class="pl-addresses-listed"><head><meta charset="utf-8">'
        f"<title>{escape(facts.title)}</title>{sheets}<style>{style}</style></head>"
        f'<body data-theme="light"><article>{body}</article></body></html>'
    )


def _cover(facts: Facts) -> str:
    dated = f" \u00b7 {facts.released}" if facts.released else ""
    return (
        f'<section class="pl-cover"><p class="pl-cover-title">{escape(facts.title)}</p>'
        f"<p>{escape(facts.summary)}</p>{cover_picture()}"
        f"<p>Version {escape(facts.version)}{dated} \u00b7 CC BY 4.0</p></section>"
    )


def _contents(lines: list[Entry], pages: Mapping[str, int]) -> str:
    rows = "".join(
        f'<li class="pl-level-{line.level}"><a href="#{line.target}">{escape(line.title)}</a>'
        f'<span class="pl-page-number">{pages.get(line.target, 0)}</span></li>'
        for line in lines
    )
    return f'<nav class="pl-contents"><h1>Contents</h1><ul>{rows}</ul></nav>'


def _part(number: int, part: Part, chapters: Mapping[str, Chapter]) -> str:
    held = [chapters[page] for page in part.pages if page != FIRST]
    answered = [chapter for chapter in (chapters[page] for page in part.pages) if chapter.answers]
    answers = "".join(
        f"<h3>{escape(chapter.title)}</h3>{''.join(chapter.answers)}" for chapter in answered
    )
    if answers:
        title = escape(say("print_answers"))
        answers = (
            f'<section class="pl-answers" id="answers-{number}"><h2>{title}</h2>{answers}</section>'
        )
    return (
        f'<section class="pl-part" id="part-{number}"><h1>{escape(part.title)}</h1>'
        f"{''.join(map(_chapter, held))}{answers}</section>"
    )


def _chapter(chapter: Chapter) -> str:
    # A page's title stands below the title of its part.
    body = _HEADING.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", chapter.body)
    return (
        f'<section class="pl-chapter" id="page-{slug(chapter.name)}">{body}'
        f"{address_list(chapter, 3)}</section>"
    )


def _mended(body: str) -> str:
    """Lead a link to an anchor that fell away with its part of a page to the page itself."""
    ids = set(_ID.findall(body))

    def lead(match: re.Match[str]) -> str:
        target = match[1]
        if target in ids:
            return match[0]
        return f'href="#page-{target.partition("--")[0]}"'

    return _HREF.sub(lead, body)
