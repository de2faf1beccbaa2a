"""The frame around every piece as plain HTML: what a page shows without JavaScript."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from painlab.frontend import embed
from painlab.quiz.bank import load_items
from painlab.quiz.render import quiz_html

CLOSING = "When you have seen the answer: one question"

Row = Sequence[str | int]


def table(caption: str, columns: Sequence[str], rows: Sequence[Row]) -> dict[str, Any]:
    """Return a table as the front end takes it; the first cell of a row is its head.

    Raises
    ------
    ValueError
        When a row has more or fewer cells than there are columns.
    """
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"table '{caption}': row {list(row)} does not fit {list(columns)}.")
    return {"caption": caption, "columns": list(columns), "rows": [list(row) for row in rows]}


def piece_html(
    name: str,
    state: dict[str, Any],
    *,
    picture: str,
    sentences: Sequence[str],
    caveat: str,
    numbers: dict[str, Any],
    item: str,
    base: str,
) -> str:
    """Return a whole piece: live where there is JavaScript, complete where there is none.

    Parameters
    ----------
    name : name of the built module.
    state : the piece's state, with the keys that every piece has (see
        ``frontend/src/pieces/piece.js``).
    picture : static SVG of the setting shown first.
    sentences : what that picture says.
    caveat : what it does not say.
    numbers : a `table` with everything the piece can show.
    item : id of the quiz item that closes the piece.
    base : way from the page to the book's root, for example ``../../``.
    """
    fallback = "".join(
        [
            '<div class="pl-piece">',
            f'<p class="pl-piece-question">{escape(state["question"])}</p>',
            f'<p class="pl-piece-setting">{escape(state["setting"])}</p>',
            f'<div class="pl-piece-picture">{picture}</div>',
            *(f'<p class="pl-piece-sentence">{escape(words)}</p>' for words in sentences),
            f'<p class="pl-piece-label"><strong>{escape(state["kind"])}.</strong> ',
            f"{escape(state['label'])} {_sources(state['sources'])}</p>",
            f'<p class="pl-piece-caveat">{escape(caveat)}</p>',
            _aside(state.get("aside")),
            '<details class="pl-numbers"><summary>Show the numbers</summary>',
            f"{_table(numbers)}</details></div>",
        ]
    )
    closing = quiz_html(load_items([item]), CLOSING, base)
    return embed(name, {"piece": state, "reader": {}}, fallback) + closing


def _sources(sources: Sequence[dict[str, str]]) -> str:
    links = (f'<a href="{escape(link["href"])}">{escape(link["text"])}</a>' for link in sources)
    return f"Source: {', '.join(links)}."


def _aside(aside: dict[str, Any] | None) -> str:
    if aside is None:
        return ""
    words = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in aside["paragraphs"])
    link = aside.get("link")
    onward = f' <a href="{escape(link["href"])}">{escape(link["text"])}</a>' if link else ""
    return (
        f'<details class="pl-piece-aside"><summary>{escape(aside["summary"])}</summary>'
        f"{words}<p>{_sources(aside['sources'])}{onward}</p></details>"
    )


def _table(numbers: dict[str, Any]) -> str:
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in numbers["columns"])
    body = "".join(
        f'<tr><th scope="row">{escape(str(first))}</th>'
        + "".join(f"<td>{escape(str(cell))}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in numbers["rows"]
    )
    return (
        '<div class="pl-scroll" tabindex="0" role="group" aria-label="Table"><table>'
        f"<caption>{escape(numbers['caption'])}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
