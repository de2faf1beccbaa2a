"""Drawings (inline SVG) set aside while a page is changed, and put back as they were.

An HTML parser writes the names inside SVG in small letters, which XML does not forgive.
"""

from __future__ import annotations

import re

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_HELD = re.compile(r'<svg data-held="(\d+)"></svg>')
_VARIABLE = re.compile(r"var\(--[a-z0-9-]+,\s*(#[0-9a-fA-F]{3,8})\)")
_NAME = re.compile(r'\b(id|aria-labelledby|aria-describedby)="([^"]*)"')
_USE = re.compile(r'(url\(#|href="#)')


def hold(html: str) -> tuple[str, list[str]]:
    """Return a page with a mark for each drawing, and the drawings."""
    held: list[str] = []

    def keep(match: re.Match[str]) -> str:
        held.append(match[0])
        return f'<svg data-held="{len(held) - 1}"></svg>'

    return _DRAWING.sub(keep, html), held


def put_back(html: str, held: list[str]) -> str:
    """Return the page with its drawings in the places of their marks."""
    return _HELD.sub(lambda match: held[int(match[1])], html)


def with_prefix(drawing: str, prefix: str) -> str:
    """Return a drawing whose ids begin with `prefix`, so that no other page has the same."""

    def rename(match: re.Match[str]) -> str:
        names = " ".join(f"{prefix}{name}" for name in match[2].split())
        return f'{match[1]}="{names}"'

    return _USE.sub(rf"\g<1>{prefix}", _NAME.sub(rename, drawing))


def with_colours(drawing: str) -> str:
    """Return a drawing in its light colours, for readers that know no CSS variables."""
    return _VARIABLE.sub(r"\1", drawing)


def for_xml(drawing: str) -> str:
    """Return a drawing as an EPUB holds it: with its namespace, and in plain colours."""
    if "xmlns=" not in drawing.partition(">")[0]:
        drawing = drawing.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return with_colours(drawing)
