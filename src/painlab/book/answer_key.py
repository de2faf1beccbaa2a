"""The answer key: every item with its right answer, for those who teach with the course.

It is a page a module, so that none grows too heavy, and one that leads to them. No learner's page
links them, no search finds them and no table of contents lists them, so a learner does not come
upon them. It is no secret either: the answers are in the lessons, which show them without a server.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from painlab.book.ledger_uses import embedders
from painlab.quiz.answers import answer_html
from painlab.quiz.bank import items_by_module
from painlab.quiz.misconceptions import misconceptions
from painlab.quiz.models import Item
from painlab.quiz.objectives import Objective, course_objectives
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_html
from painlab.toc import module_titles

ANSWER_KEY = "teach/answer-key"
"""Name of the first page; see :func:`key_page` for each module's own."""
TITLE = "Answer key"
_INTRO = (
    "<p>The questions of the course with their right answers, for those who teach with it. "
    "Learners' pages do not link here.</p>"
)

Place = tuple[str, str]
"""Address and title of a page that asks an item."""


def answer_key_html(
    banks: Mapping[str, Sequence[Item]],
    objectives: Mapping[str, Objective],
    places: Mapping[str, Sequence[Place]],
    base: str,
    titles: Mapping[str, str],
) -> str:
    """Return the body of a page: modules, their objectives, their items.

    Parameters
    ----------
    banks : the items of each module, in file order.
    objectives : by id.
    places : by item id.
    base : way from the page to the book's root.
    titles : of the modules that have one.
    """
    parts = [f"<h1>{TITLE}</h1>", _INTRO]
    for module, items in banks.items():
        parts.append(f'<h2 id="{module}">{_name(module, titles)}</h2>')
        groups: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            groups[item.objective].append(item)
        for name, group in groups.items():
            can = f"You can {objectives[name].can}" if name in objectives else name
            parts.append(f'<h3 id="{module}-{name}">{escape(can)}</h3>')
            parts += [_item(item, places.get(item.id, ()), base) for item in group]
    return "\n".join(parts)


def contents_html(banks: Mapping[str, Sequence[Item]], titles: Mapping[str, str]) -> str:
    """Return the body of the first page: a link to each module's own, and how much it holds."""
    rows = "".join(
        f'<li><a href="{key_page(module).rpartition("/")[2]}.html">{_name(module, titles)}: '
        f"{len(items)} questions</a></li>"
        for module, items in banks.items()
    )
    return f"<h1>{TITLE}</h1>{_INTRO}<ul>{rows}</ul>"


def key_page(module: str) -> str:
    """Return the name of the page with the answers of a module."""
    return f"{ANSWER_KEY}-{module}"


def _in_order(banks: Mapping[str, list[Item]], titles: Mapping[str, str]) -> dict[str, list[Item]]:
    """Return the modules as the course has them, then those that it has no part for."""
    known = [module for module in titles if module in banks]
    return {module: banks[module] for module in dict.fromkeys([*known, *banks])}


def _name(module: str, titles: Mapping[str, str]) -> str:
    return escape(titles.get(module) or module.replace("-", " ").capitalize())


def _item(item: Item, places: Sequence[Place], base: str) -> str:
    prompt = "".join(f"<p>{to_html(block)}</p>" for block in parse(item.prompt, base))
    kind = item.kind.replace("_", " ")
    return (
        f'<section class="pl-key-item"><h4 id="{item.id}"><code>{item.id}</code></h4>'
        f"<p>Kind: {kind}. {_asked(places)}</p>"
        f"{prompt}{answer_html(item, base)}{_beliefs(item)}</section>"
    )


def _asked(places: Sequence[Place]) -> str:
    links = ", ".join(f'<a href="{escape(uri)}">{escape(title)}</a>' for uri, title in places)
    return f"Asked on: {links}." if links else "Asked on no page."


def _beliefs(item: Item) -> str:
    rows = "".join(
        f"<li>{escape(answer)}: <code>{escape(name)}</code></li>"
        for answer, name in misconceptions(item)
    )
    return f"<p>What wrong answers show:</p><ul>{rows}</ul>" if rows else ""


def _places(app: Sphinx) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = defaultdict(list)
    for (kind, name), docnames in embedders(Path(app.srcdir)).items():
        for docname in sorted(docnames & app.env.titles.keys()) if kind == "quiz" else ():
            uri = app.builder.get_relative_uri(ANSWER_KEY, docname)
            places[name].append((uri, app.env.titles[docname].astext()))
    return places


def _collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    base = "../" * ANSWER_KEY.count("/")
    places, titles = _places(app), module_titles(Path(app.srcdir))
    banks = _in_order(items_by_module(), titles)
    about = "Where the questions of the course stand with their right answers, for those who teach."
    yield ANSWER_KEY, _context(TITLE, contents_html(banks, titles), about), "page.html"
    for module, items in banks.items():
        body = answer_key_html({module: items}, course_objectives(), places, base, titles)
        name = _name(module, titles)
        about = f"{name}: its questions with their right answers, for those who teach."
        yield key_page(module), _context(f"{TITLE}: {name}", body, about), "page.html"


def _context(title: str, body: str, description: str) -> dict[str, Any]:
    return {
        "title": title,
        "body": body,
        "meta": {"kind": "reference", "description": description},
        "parents": [],
        "toc": "",
        "display_toc": False,
        "furo_hide_toc": True,
    }


def setup_answer_key(app: Sphinx) -> None:
    """Make its pages once all others are read."""
    app.connect("html-collect-pages", _collect)
