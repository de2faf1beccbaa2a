"""The Markdown of slides as HTML: MyST's own parser, the roles of bank text, our directives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from painlab.quiz.html_text import label_html

_INFO = re.compile(r"^\{(?P<name>[a-z-]+)\}\s*(?P<argument>.*)$")


@dataclass(frozen=True)
class Part:
    """What stands on a slide in one piece: prose, or a directive.

    Attributes
    ----------
    name : of the directive; empty for prose.
    argument : of the directive.
    text : body of the directive, as Markdown.
    tokens : of the prose.
    """

    name: str
    argument: str = ""
    text: str = ""
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One slide as it stands in its source: the words of its heading, and its parts."""

    heading: str
    parts: tuple[Part, ...]


def read_sheets(text: str) -> list[Sheet]:
    """Split Markdown into slides: each heading of the first two levels begins one."""
    sheets: list[tuple[str, list[Part]]] = []
    tokens = _parser().parse(text)
    at = 0
    while at < len(tokens):
        if tokens[at].type == "heading_open" and tokens[at].tag in ("h1", "h2"):
            sheets.append((html_of(tokens[at + 1 : at + 2]), []))
            at += 3
            continue
        end = _end(tokens, at)
        if sheets:
            sheets[-1][1].append(_part(tokens[at:end]))
        at = end
    return [Sheet(heading, tuple(parts)) for heading, parts in sheets]


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return the place after the block that begins at `start`."""
    depth = 0
    for place in range(start, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place + 1
    return len(tokens)


def _part(tokens: Sequence[Token]) -> Part:
    info = _INFO.match(tokens[0].info.strip()) if tokens[0].type == "colon_fence" else None
    if info:
        return Part(info["name"], info["argument"].strip(), tokens[0].content)
    return Part("", tokens=tuple(tokens))


def html_of(tokens: Sequence[Token]) -> str:
    """Return tokens as HTML, each role as its number or words.

    Raises
    ------
    TextError
        For an unknown role, key or style.
    """
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, {}))


def markdown_html(text: str) -> str:
    """Return Markdown as HTML; see :func:`html_of`."""
    return html_of(_parser().parse(text))


def roles_in(parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Yield name and content of each role on a slide, in reading order, but those in its notes."""
    for part in parts:
        tokens = part.tokens or (_parser().parse(part.text) if part.name != "notes" else ())
        for token in tokens:
            for child in token.children or []:
                if child.type == "myst_role":
                    yield str(child.meta["name"]), child.content.strip()


@cache
def _parser() -> MarkdownIt:
    config = MdParserConfig(enable_extensions={"colon_fence"})
    parser = create_md_parser(config, RendererHTML)
    # What stands in a slide's source is Markdown alone.
    parser.disable(["html_block", "html_inline"])
    parser.add_render_rule("myst_role", _role)
    parser.add_render_rule("front_matter", _nothing)
    return parser


def _role(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    token = tokens[at]
    return label_html(f"{{{token.meta['name']}}}`{token.content}`")


def _nothing(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return ""
