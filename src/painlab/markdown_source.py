"""Pages as MyST sees them: prose by segment, with the place of every word, role and directive.

The tokens come from MyST's own parser, so a role inside code is no role here either, and
directives nest to any depth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from painlab.markdown_columns import Columns
from painlab.markdown_options import read_options
from painlab.markdown_page import Directive, Flat, Link, Page, Piece, Segment, SegmentKind

__all__ = [
    "Directive",
    "Flat",
    "Link",
    "Page",
    "Piece",
    "Segment",
    "scan_front_matter",
    "scan_notebook",
    "scan_page",
    "scan_text",
]

_EXTENSIONS = {"colon_fence", "deflist", "attrs_inline"}
# What these hold is not prose, or is written by the directive itself.
_LITERAL = {
    "bibliography",
    "chart",
    "code",
    "code-block",
    "code-cell",
    "ev-list",
    "form",
    "links",
    "literalinclude",
    "math",
    "mermaid",
    "page-end",
    "piece",
    "quiz",
    "raw",
    "sourcecode",
    "toctree",
    "warning-signs",
}
_TITLED = {
    "admonition",
    "card",
    "dropdown",
    "grid-item-card",
    "list-table",
    "rubric",
    "sidebar",
    "table",
    "topic",
}
_FENCE = "---\n"
_INFO = re.compile(r"^\{(?P<name>[^}\s]+)\}\s*(?P<argument>.*)$")
_HTML = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def scan_page(path: Path, shown_as: str) -> Page:
    """Read the Markdown page at `path`; messages call it `shown_as`."""
    return scan_text(path.read_text(encoding="utf-8"), shown_as)


def scan_front_matter(path: Path, shown_as: str) -> Page:
    """Read no more than the front matter of the page at `path`, which is quick."""
    text = path.read_text(encoding="utf-8")
    if not text.startswith(_FENCE):
        return Page(shown_as)
    front, fence, _ = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return scan_text(f"{_FENCE}{front}{fence}", shown_as)


def scan_text(
    text: str, shown_as: str, item: str = "", lines: Sequence[int] = (), file: Sequence[str] = ()
) -> Page:
    """Read Markdown from a string.

    Parameters
    ----------
    text : the Markdown.
    shown_as, item : how messages name it.
    lines : the file's line for each line of `text`; counted from 1 when left out.
    file : the lines of the file, where columns are looked up; `text` itself when left out.
    """
    page = Page(shown_as, item)
    columns = Columns(file or text.splitlines())
    _Scanner(page, lines, columns).read(text, 0, ())
    return page


def scan_notebook(path: Path, shown_as: str) -> list[Page]:
    """Read each Markdown cell of a notebook; `item` is ``cell 3``, lines are those of the file.

    Raises
    ------
    ValueError
        When the file is no notebook.
    """
    stored = path.read_text(encoding="utf-8")
    file_lines = stored.splitlines()
    pages: list[Page] = []
    cursor = 0
    notebook = json.loads(stored)
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise ValueError("it has no list of cells")
    for number, cell in enumerate(notebook["cells"], start=1):
        source = cell.get("source", [])
        cell_lines = source.splitlines(keepends=True) if isinstance(source, str) else source
        lines = []
        for text in cell_lines:
            wanted = json.dumps(text, ensure_ascii=False)
            found = next((i for i in range(cursor, len(file_lines)) if wanted in file_lines[i]), -1)
            cursor = found + 1 if found >= 0 else cursor
            lines.append(cursor)
        if cell.get("cell_type") == "markdown":
            name = f"cell {number}"
            pages.append(scan_text("".join(cell_lines), shown_as, name, lines, file_lines))
    return pages


@cache
def _parser() -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions=set(_EXTENSIONS)), RendererHTML)


class _Scanner:
    """Walks MyST's tokens once and fills a page."""

    def __init__(self, page: Page, lines: Sequence[int], columns: Columns) -> None:
        self.page = page
        self.lines = lines
        self.columns = columns

    def number(self, index: int) -> int:
        """Return the file's line for the 0-based line `index`."""
        if not self.lines:
            return index + 1
        return self.lines[min(index, len(self.lines) - 1)]

    def read(self, text: str, offset: int, within: tuple[Directive, ...]) -> None:
        """Read `text`, whose first line is line `offset` (0-based) of the page."""
        around: list[Token] = []
        for token in _parser().parse(text):
            start = offset + (token.map[0] if token.map else 0)
            if token.type == "front_matter":
                self.front_matter(token.content, start)
            elif token.type == "myst_target":
                self.page.labels.append(token.content)
            elif token.type in ("fence", "colon_fence"):
                self.fence(token, start, within)
            elif token.type == "inline":
                self.inline(token, start, around, within)
            elif token.type == "html_block":
                prose = _HTML.sub(lambda match: "\n" * match[0].count("\n"), token.content)
                if prose.strip():
                    self.plain("paragraph", prose, start, within)
            elif token.nesting == 1:
                around.append(token)
            elif token.nesting == -1:
                around.pop()

    def front_matter(self, text: str, start: int) -> None:
        try:
            data = yaml.safe_load(text)
        except yaml.YAMLError as error:
            self.page.problem = f"broken front matter: {getattr(error, 'problem', error)}"
            mark = getattr(error, "problem_mark", None)
            self.page.problem_line = self.number(start + 1 + (mark.line if mark else 0))
            return
        self.page.front = data if isinstance(data, dict) else {}
        for number, line in enumerate(text.splitlines(), start=start + 1):
            key = line.partition(":")[0]
            self.page.front_lines.setdefault(key, self.number(number))

    def fence(self, token: Token, start: int, within: tuple[Directive, ...]) -> None:
        match = _INFO.match(token.info.strip())
        if match is None:
            return
        options, skipped, body = read_options(token.content)
        name = match["name"]
        line, argument = self.number(start), match["argument"].strip()
        column = self.columns.next(line, token.markup)
        named = self.columns.next(line, argument) if argument else 0
        directive = Directive(name, argument, options, body, line, within, column, named)
        self.page.blocks.append(directive)
        inside = (*within, directive)
        if name in ("figure", "image"):
            image = Link(directive.argument, line, options.get("alt", ""), named)
            self.page.images.append(image)
        if name in _TITLED and argument:
            self.plain("title", argument, start, inside)
        if name == "glossary":
            self.glossary(body, start + 1 + skipped, inside)
        elif name not in _LITERAL and name != "image":
            self.read(body, start + 1 + skipped, inside)

    def glossary(self, body: str, start: int, within: tuple[Directive, ...]) -> None:
        """Read terms at the margin and their indented definitions."""
        lines = body.splitlines()
        index = 0
        while index < len(lines):
            end = index + 1
            if not lines[index].strip():
                pass
            elif lines[index][0].isspace():
                while end < len(lines) and (not lines[end].strip() or lines[end][0].isspace()):
                    end += 1
                definition = "\n".join(line.strip() for line in lines[index:end])
                self.read(definition, start + index, within)
            else:
                self.plain("term", lines[index].strip(), start + index, within)
            index = end

    def plain(
        self, kind: SegmentKind, text: str, start: int, within: tuple[Directive, ...]
    ) -> None:
        pieces = tuple(
            Piece(f"{line} ", number, column=self.columns.next(number, line))
            for number, line in (
                (self.number(start + i), line) for i, line in enumerate(text.splitlines())
            )
            if line.strip()
        )
        self.page.blocks.append(Segment(kind, pieces[0].line, pieces, within))

    def inline(
        self, token: Token, start: int, around: list[Token], within: tuple[Directive, ...]
    ) -> None:
        pieces = tuple(self.pieces(token, start))
        if not any(piece.text.strip() for piece in pieces):
            return
        kind, level = _kind(around)
        self.page.blocks.append(Segment(kind, pieces[0].line, pieces, within, level))

    def pieces(self, token: Token, start: int) -> Iterator[Piece]:
        """Yield the text and the roles of one block, found again in its raw text for their line."""
        raw, position = token.content, 0
        hidden = in_link = False
        for child in token.children or []:
            # Escapes, and line ends inside a role, make the content differ from the raw text.
            wanted = child.content if child.content in raw else child.content.partition(" ")[0]
            found = raw.find(wanted, position)
            line = self.number(start + raw.count("\n", 0, found if found >= 0 else position))
            position = found + len(wanted) if found >= 0 else position
            if child.type == "link_open":
                target = str(child.attrs.get("href", ""))
                column = self.columns.of(line, target)
                self.page.links.append(Link(target, line, column=column))
                hidden = child.markup in ("autolink", "linkify")
                in_link = True
            elif child.type == "link_close":
                hidden = in_link = False
            elif child.type == "image":
                column = self.columns.next(line, f"![{child.content}")
                source = str(child.attrs.get("src", ""))
                self.page.images.append(Link(source, line, child.content, column))
            elif child.type in ("softbreak", "hardbreak"):
                yield Piece(" ", line)
                position = max(position, raw.find("\n", position) + 1)
            elif child.type == "myst_role":
                role = str(child.meta["name"])
                column = self.columns.next(line, f"{{{role}}}", len(child.content) + 2)
                yield Piece(child.content, line, role, column)
            elif child.type in ("code_inline", "math_inline"):
                yield Piece(child.content, line, "code", self.columns.next(line, child.content))
            elif child.type == "text" and not hidden:
                column = self.columns.next(line, child.content)
                yield Piece(child.content, line, column=column, in_link=in_link)


def _kind(around: list[Token]) -> tuple[SegmentKind, int]:
    for token in reversed(around):
        if token.type == "heading_open":
            return "heading", int(token.tag[1:])
        if token.type in ("td_open", "th_open"):
            return "cell", 0
        if token.type == "dt_open":
            return "term", 0
        if token.type == "list_item_open":
            return "item", 0
    return "paragraph", 0
