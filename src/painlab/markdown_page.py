"""What a Markdown page holds, in reading order: prose by segment, roles, directives, links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

_TARGET = re.compile(r"^(?P<text>.*?)\s*<(?P<target>[^<>]+)>$", re.DOTALL)

SegmentKind = Literal["heading", "paragraph", "item", "cell", "title", "term"]


@dataclass(frozen=True, eq=False)
class Directive:
    """A fenced directive: its name, what stands behind it, its options and its raw body."""

    name: str
    argument: str
    options: dict[str, str]
    body: str
    line: int
    within: tuple[Directive, ...] = ()
    column: int = 0
    argument_column: int = 0

    def column_of(self, word: str) -> int:
        """Return the column of a word of the argument; 0 when it is not known."""
        offset = self.argument.find(word)
        return self.argument_column + offset if self.argument_column and offset >= 0 else 0


@dataclass(frozen=True)
class Piece:
    """A run of text, or one role (`role` is its name; ``code`` for inline code).

    `line` and `column` say where it starts, counted from 1; 0 where that is not known. `in_link`
    says that it is part of the words of a link.
    """

    text: str
    line: int
    role: str = ""
    column: int = 0
    in_link: bool = False

    @property
    def target(self) -> str:
        """What a role points at: ``x`` in both ``{term}`x``` and ``{term}`words <x>```."""
        match = _TARGET.match(self.text)
        return match["target"] if match else self.text

    @property
    def shown(self) -> str:
        """The words a role shows when it has its own: ``words`` in ``{term}`words <x>```."""
        match = _TARGET.match(self.text)
        return match["text"] if match and match["text"] else self.text


@dataclass(frozen=True)
class Flat:
    """A segment as one line of text that still knows the source of each character.

    Attributes
    ----------
    text : the joined pieces.
    starts : each piece, with the offset in `text` where it starts.
    """

    text: str
    starts: tuple[tuple[int, Piece], ...]

    def line(self, offset: int) -> int:
        """Return the source line of the character at `offset`."""
        return self.place(offset)[0]

    def place(self, offset: int) -> tuple[int, int]:
        """Return source line and column of the character at `offset`; a role counts as one."""
        start, piece = self._at(offset)
        within = offset - start if piece.column and not piece.role else 0
        return piece.line, piece.column + within

    def in_link(self, offset: int) -> bool:
        """Say whether the character at `offset` belongs to the words of a link."""
        return self._at(offset)[1].in_link

    def _at(self, offset: int) -> tuple[int, Piece]:
        """Return the piece at `offset`, and the offset where it starts."""
        return next((one for one in reversed(self.starts) if one[0] <= offset), (0, Piece("", 0)))


@dataclass(frozen=True, eq=False)
class Segment:
    """One heading, paragraph, list item, table cell, title or glossary term."""

    kind: SegmentKind
    line: int
    pieces: tuple[Piece, ...]
    within: tuple[Directive, ...] = ()
    level: int = 0

    @property
    def column(self) -> int:
        """The column where its first words stand."""
        return self.pieces[0].column

    def flat(self, render: Callable[[Piece], str]) -> Flat:
        """Join the pieces; `render` writes the roles."""
        text, starts = "", []
        for piece in self.pieces:
            starts.append((len(text), piece))
            text += render(piece) if piece.role else piece.text
        return Flat(text, tuple(starts))


@dataclass(frozen=True)
class Link:
    """A link or an image: where it points, the image's alternative text, and its place."""

    target: str
    line: int
    alt: str | None = None
    column: int = 0


@dataclass
class Page:
    """A Markdown page, one Markdown cell of a notebook, or one text of a quiz item.

    Attributes
    ----------
    path : file as the author knows it.
    item : cell or quiz item; empty for a page.
    front : front matter; `front_lines` holds the line of each of its keys.
    problem : why the front matter cannot be read; empty when it can.
    problem_line : where.
    blocks : segments and directives in reading order.
    links, images : where they point.
    labels : names that authors gave to places, ``(name)=``.
    """

    path: str
    item: str = ""
    front: dict[str, Any] = field(default_factory=dict)
    front_lines: dict[str, int] = field(default_factory=dict)
    problem: str = ""
    problem_line: int = 1
    blocks: list[Segment | Directive] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The page's ``kind`` from its front matter."""
        return str(self.front.get("kind", ""))

    def segments(self) -> Iterator[Segment]:
        """Yield the prose in reading order."""
        return (block for block in self.blocks if isinstance(block, Segment))

    def directives(self, *names: str) -> Iterator[Directive]:
        """Yield the directives, or those called one of `names`, in reading order."""
        for block in self.blocks:
            if isinstance(block, Directive) and (not names or block.name in names):
                yield block

    def roles(self) -> Iterator[Piece]:
        """Yield each role in reading order."""
        for segment in self.segments():
            yield from (piece for piece in segment.pieces if piece.role not in ("", "code"))
