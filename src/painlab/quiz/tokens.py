"""The token trees of bank text, and their three forms: HTML, plain words, JSON for the browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any


@dataclass(frozen=True)
class Node:
    """A part of a text.

    Attributes
    ----------
    tag : ``text``, ``strong``, ``em``, ``code``, ``link``, ``ev``, ``study`` or ``term``.
    text : the words of a leaf.
    children : the parts of ``strong``, ``em`` and ``link``.
    href : where ``link``, ``ev``, ``study`` and ``term`` lead; empty where nothing can be linked.
    what : what the number of an ``ev`` is; the title of a ``study``.
    """

    tag: str
    text: str = ""
    children: tuple[Node, ...] = ()
    href: str = ""
    what: str = ""


Block = tuple[Node, ...]
"""One paragraph."""


def without_links(nodes: Sequence[Node]) -> Block:
    """Return the same words without links, for labels: a tap on a label must choose its option."""
    result: list[Node] = []
    for node in nodes:
        if node.tag == "link":
            result += without_links(node.children)
        elif node.tag in {"ev", "study", "term"}:
            result.append(Node("text", node.text))
        else:
            result.append(replace(node, children=without_links(node.children)))
    return tuple(result)


def to_html(nodes: Sequence[Node]) -> str:
    """Write one paragraph's parts as HTML, everything escaped."""
    return "".join(_html(node) for node in nodes)


def to_plain(nodes: Sequence[Node]) -> str:
    """Write one paragraph's parts as plain words."""
    return "".join(node.text + to_plain(node.children) for node in nodes)


def to_json(nodes: Sequence[Node]) -> list[Any]:
    """Write one paragraph's parts for the browser: strings, and objects with a tag ``t``."""
    return [_json(node) for node in nodes]


def _html(node: Node) -> str:
    inside = escape(node.text) + to_html(node.children)
    if node.tag == "text":
        return inside
    if node.tag in {"strong", "em", "code"}:
        return f"<{node.tag}>{inside}</{node.tag}>"
    title = f' title="{escape(node.what)}"' if node.what else ""
    if node.href:
        inside = f'<a href="{escape(node.href)}"{title}>{inside}</a>'
    return f'<span class="pl-{node.tag}">{inside}</span>'


def _json(node: Node) -> Any:
    if node.tag == "text":
        return node.text
    result: dict[str, Any] = {"t": node.tag}
    if node.children:
        result["c"] = to_json(node.children)
    else:
        result["s"] = node.text
    if node.href:
        result["href"] = node.href
    if node.what:
        result["what"] = node.what
    return result
