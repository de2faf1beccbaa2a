"""Bank text and the interface's words as HTML, everything escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from painlab.quiz.forms.models import Form
from painlab.quiz.models import Item
from painlab.quiz.state import sources
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_html, without_links
from painlab.strings import say


def say_html(key: str, **values: str | int) -> str:
    """Return the interface's words of `key`; see :func:`painlab.strings.say`."""
    return escape(say(key, **values))


def paragraphs(parts: Sequence[str]) -> str:
    """Return paragraphs around `parts`, which are HTML."""
    return "".join(f"<p>{part}</p>" for part in parts)


def text_html(text: str, base: str | None) -> str:
    """Return bank text as paragraphs; see :func:`painlab.quiz.text.parse`."""
    return paragraphs([to_html(block) for block in parse(text, base)])


def label_html(text: str) -> str:
    """Return bank text without links or paragraphs, for labels."""
    return "<br>".join(to_html(without_links(block)) for block in parse(text))


def sources_html(entry: Item | Form, base: str | None) -> str:
    """Return the line that names the studies behind an item or form; empty where there are none."""
    links = "; ".join(
        f'<a href="{escape(href)}">{escape(text)}</a>' if href else escape(text)
        for text, href in sources(entry, base)
    )
    return f'<p class="pl-sources">{say("sources", sources=links)}</p>' if links else ""
