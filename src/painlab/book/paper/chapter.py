"""A page of the course as a chapter: its answers and addresses taken to the end."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from bs4 import BeautifulSoup, Tag

from painlab.book.paper.controls import flatten
from painlab.book.paper.pictures import hold, put_back
from painlab.strings import say

Find = Callable[[str, str], str | None]


@dataclass
class Chapter:
    """A page ready for paper.

    Attributes
    ----------
    name : document name.
    title : its heading.
    body : HTML without its answers.
    answers : HTML of each answer, numbered as the questions are.
    addresses : of the links that leave the book, in the order of their numbers.
    """

    name: str
    title: str
    body: str
    answers: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)


def make_chapter(
    name: str,
    html: str,
    find: Find,
    draw: Callable[[str], str],
    prefix: str = "",
) -> Chapter:
    """Return a page as a chapter.

    Parameters
    ----------
    name : document name, ``book/imaging/index``.
    html : content of the page: what stands between the navigation bars.
    find : takes a document name and an anchor (which may be empty) and returns the address inside
        the book, or None where the book does not hold that page.
    draw : takes a drawing (SVG) as it stands on the page and returns it as it goes on paper.
    prefix : begins every id, so that one document can hold many chapters.
    """
    html, pictures = hold(html)
    soup = BeautifulSoup(html, "html.parser")
    heading = soup.find("h1")
    title = heading.get_text() if isinstance(heading, Tag) else name
    answers = _take_answers(soup, prefix)
    for part in (soup, *answers):
        flatten(part)
    addresses: list[str] = []
    for part in (soup, *answers):
        _turn_links(part, name, find, addresses, prefix)
        _name_apart(part, prefix)
    drawn = [draw(picture) for picture in pictures]
    return Chapter(
        name,
        title,
        put_back(str(soup), drawn),
        [put_back(str(answer), drawn) for answer in answers],
        addresses,
    )


def _take_answers(soup: BeautifulSoup, prefix: str) -> list[Tag]:
    """Number the questions and take their answers out of the page."""
    answers: list[Tag] = []
    for details in soup.select(".pl-quiz:not(.pl-form) details.pl-answer"):
        number = len(answers) + 1
        words = say("print_question", n=number)
        legend = details.parent.select_one("legend") if details.parent else None
        if legend is None:
            continue
        for count in legend.select(".pl-count"):
            count.decompose()
        asked = "".join(map(str, legend.contents))
        mark = f'<a class="pl-number-on-paper" href="#answer-{number}">{words}</a>'
        legend.insert(0, BeautifulSoup(mark, "html.parser"))
        legend["id"] = f"question-{number}"
        for summary in details.select("summary"):
            summary.decompose()
        html = (
            f'<div class="pl-answer-on-paper" id="answer-{number}"><p class="pl-asked">'
            f'<a href="#question-{number}"><strong>{words}.</strong></a> {asked}</p>'
            f"{details.extract().decode_contents()}</div>"
        )
        entry = BeautifulSoup(html, "html.parser")
        for one in entry.select(".pl-asked [id]"):
            del one["id"]
        answers.append(entry)
    return answers


def _turn_links(part: Tag, name: str, find: Find, addresses: list[str], prefix: str) -> None:
    for link in part.select("a[href]"):
        href = str(link["href"])
        if href.startswith("#"):
            link["href"] = f"#{prefix}{href[1:]}"
            continue
        if href.startswith(("http://", "https://")):
            _number(link, href, addresses)
            continue
        path, _, anchor = href.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        docname = target.rpartition(".")[0] or target
        inside = find(docname, anchor)
        if inside is not None:
            link["href"] = inside
            continue
        if docname.startswith("notebooks/"):
            link.insert_after(f" ({docname}.ipynb)")
        link.unwrap()


def _number(link: Tag, address: str, addresses: list[str]) -> None:
    """Give a link that leaves the book a number, unless its words are its address."""
    for attribute in ("target", "rel"):
        del link[attribute]
    bare = address.split("://", 1)[1].removeprefix("www.").rstrip("/")
    if bare in link.get_text():
        return
    if address not in addresses:
        addresses.append(address)
    mark = f'<sup class="pl-address-mark">[{addresses.index(address) + 1}]</sup>'
    link.insert_after(BeautifulSoup(mark, "html.parser"))


def _name_apart(part: Tag, prefix: str) -> None:
    for named in part.select("[id]"):
        named["id"] = f"{prefix}{named['id']}"
    for attribute in ("aria-labelledby", "aria-describedby"):
        for named in part.select(f"[{attribute}]"):
            named[attribute] = " ".join(f"{prefix}{one}" for one in str(named[attribute]).split())


def address_list(chapter: Chapter, level: int) -> str:
    """Return the list of a chapter's addresses under a heading of `level`; empty without any."""
    if not chapter.addresses:
        return ""
    rows = "".join(f"<li>{escape(address)}</li>" for address in chapter.addresses)
    heading = f"<h{level}>{escape(say('print_addresses'))}</h{level}>"
    return f'<section class="pl-addresses">{heading}<ol>{rows}</ol></section>'
