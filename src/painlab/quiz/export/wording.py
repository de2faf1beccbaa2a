"""The parts of items as HTML for other systems: no classes of ours, every link whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from textwrap import shorten

from painlab.quiz.answers import answer_html, number_html
from painlab.quiz.export.selection import Entry
from painlab.quiz.html_text import paragraphs, sources_html, text_html
from painlab.quiz.images import images_dir
from painlab.quiz.misconceptions import misconceptions
from painlab.quiz.models import Estimate, Item, Match, Numeric, Order
from painlab.quiz.parts import Image
from painlab.quiz.state import suffix, words
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_html, without_links
from painlab.strings import say

_LONGEST_NAME = 90
# Text is escaped, so that neither can stand in it.
_OURS = re.compile(r'</?span\b[^>]*>| class="pl-[^"]*"')


def name_of(item: Item) -> str:
    """Return a name for lists of questions: the id, and how the question begins."""
    return f"{item.id} {shorten(words(item.prompt), _LONGEST_NAME, placeholder=' …')}"


def html(text: str, base: str | None) -> str:
    """Return bank text as paragraphs."""
    return _bare(text_html(text, base))


def label(text: str) -> str:
    """Return bank text as paragraphs without links, for what can be chosen."""
    return _bare(paragraphs([to_html(without_links(block)) for block in parse(text)]))


def unit_line(item: Numeric | Estimate) -> str:
    """Return a line that says in what the number is asked for; empty where it has no unit."""
    return f"<p>{escape(number_line(item))}</p>" if item.unit else ""


def number_line(item: Numeric | Estimate) -> str:
    """Return the same line as plain words."""
    return f"{say('numeric_field')}: …{suffix(item.unit)}"


def picture(image: Image, address: str, base: str | None) -> str:
    """Return a picture of an item, with what it shows.

    Parameters
    ----------
    image : the picture.
    address : where the format keeps it.
    base : address of the course, for links in the caption.
    """
    caption = html(image.caption, base) if image.caption else ""
    return f'<p><img src="{address}" alt="{escape(words(image.alt))}"/></p>{caption}'


def picture_bytes(image: Image) -> bytes:
    """Return the file of a picture."""
    return (images_dir() / image.src).read_bytes()


def told_to_all(item: Item, base: str | None) -> str:
    """Return what everyone is told after answering, with the sources.

    What is said to one answer alone is not in it; a format says that beside the answer.
    """
    return _explained(item, base) + sources(item, base)


def sources(entry: Entry, base: str | None) -> str:
    """Return the studies behind an item, each with its address; nothing where there are none."""
    return _bare(sources_html(entry, base)) if entry.evidence else ""


def whole_answer(item: Item, base: str | None) -> str:
    """Return the right answer with all explanations."""
    return _bare(answer_html(item, base))


def beliefs(item: Item) -> Iterator[str]:
    """Yield each wrong answer that shows a belief, with the name of the belief."""
    for answer, belief in misconceptions(item):
        yield f"{answer} → {belief}"


def tags(item: Item) -> list[str]:
    """Return words by which questions can be found: the objective and the beliefs."""
    return [item.objective, *dict.fromkeys(name for _, name in misconceptions(item))]


def _explained(item: Item, base: str | None) -> str:
    if isinstance(item, Numeric | Estimate):
        return _bare(number_html(item, base)) + html(item.explain, base)
    return whole_answer(item, base) if isinstance(item, Order | Match) else ""


def _bare(made: str) -> str:
    return _OURS.sub("", made)
