"""A deck of slides: what each shows, what is said to it, and where its numbers come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path

from painlab.book.evidence_roles import note_of
from painlab.book.slides import SOURCES
from painlab.book.slides.directives import part_html, picture_of
from painlab.book.slides.markup import Part, Sheet, html_of, markdown_html, read_sheets, roles_in
from painlab.derived import lookup
from painlab.evidence import UnknownKeyError
from painlab.evidence.bibliography import shown_address
from painlab.evidence.format import format_figure
from painlab.evidence.load import course_evidence
from painlab.quiz.bank import course_items

SIGNS = "_signs.md"
"""The slides that every deck shows after its first."""

_SOURCES_A_SLIDE = 12


@dataclass(frozen=True)
class Slide:
    """One slide, ready to be written.

    Attributes
    ----------
    heading, body, notes : HTML.
    studies : keys of the studies behind what it shows.
    """

    heading: str
    body: str
    notes: str
    studies: tuple[str, ...]


@dataclass(frozen=True)
class Deck:
    """The slides of a module; `title` is the heading of the first, as HTML."""

    name: str
    slides: tuple[Slide, ...]

    @property
    def title(self) -> str:
        """The heading of the first slide, as HTML."""
        return self.slides[0].heading


def deck_files(root: Path) -> list[Path]:
    """Return the source of each deck in the checkout `root`."""
    return [path for path in sorted((root / SOURCES).glob("*.md")) if path.name[0] != "_"]


def read_deck(path: Path) -> Deck:
    """Return the deck that the file at `path` describes.

    Raises
    ------
    TextError, SlideError, UnknownItemError
        When a slide names what there is not.
    """
    first, *rest = read_sheets(path.read_text(encoding="utf-8"))
    signs = read_sheets(path.with_name(SIGNS).read_text(encoding="utf-8"))
    slides = [_slide(sheet) for sheet in (first, *signs, *rest)]
    used = list(dict.fromkeys(study for slide in slides for study in slide.studies))
    return Deck(path.stem, (*slides, *_sources(used)))


def _slide(sheet: Sheet) -> Slide:
    shown = [part for part in sheet.parts if part.name != "notes"]
    said = "".join(markdown_html(part.text) for part in sheet.parts if part.name == "notes")
    body = "".join(part_html(part) if part.name else html_of(part.tokens) for part in shown)
    return Slide(sheet.heading, body, said + _numbers(shown), tuple(_studies(shown)))


def _numbers(parts: Sequence[Part]) -> str:
    """Return what each number on a slide is, and what to keep in mind with its chart."""
    rows = []
    for role, content in dict.fromkeys(roles_in(parts)):
        name, _, style = role.partition(":")
        if name == "ev":
            figure = lookup(content)
            rows.append(f"{format_figure(figure, style)}: {note_of(figure)}")
    rows += [picture_of(part).note for part in parts if part.name == "chart"]
    for key in _item_keys(parts):
        # A key may also name a study, a list of words or a whole row of figures: no one number.
        with suppress(UnknownKeyError):
            rows.append(note_of(lookup(key)))
    if not rows:
        return ""
    items = "".join(f"<li>{escape(row)}</li>" for row in dict.fromkeys(rows))
    return f"<p><strong>Where the numbers come from</strong></p><ul>{items}</ul>"


def _item_keys(parts: Iterable[Part]) -> Iterable[str]:
    for part in parts:
        if part.name == "answer":
            yield from course_items()[part.argument].evidence


def _studies(parts: Sequence[Part]) -> Iterable[str]:
    """Return the studies behind what a slide shows, each once, in reading order."""
    keys = [content for role, content in roles_in(parts) if role.partition(":")[0] == "ev"]
    keys += _item_keys(parts)
    found = [study for key in keys for study in _studies_of(key)]
    found += [content for role, content in roles_in(parts) if role == "study"]
    for part in parts:
        if part.name == "chart":
            found += picture_of(part).sources
    return [study for study in dict.fromkeys(found) if study in course_evidence().references]


def _studies_of(key: str) -> list[str]:
    study = key.partition(".")[0]
    if study != "calc":
        return [study]
    return [one.partition(".")[0] for one in lookup(key).inputs]


def _sources(studies: Sequence[str]) -> list[Slide]:
    """Return the last slides: each study with its address, to be typed or tapped."""
    slides = []
    for start in range(0, len(studies), _SOURCES_A_SLIDE):
        rows = "".join(_source(key) for key in studies[start : start + _SOURCES_A_SLIDE])
        notes = "<p>Leave this up while people pack. Each number can be followed to its study.</p>"
        heading = "Sources" if start == 0 else "Sources, continued"
        slides.append(Slide(heading, f'<ul class="pl-sources">{rows}</ul>', notes, ()))
    return slides


def _source(key: str) -> str:
    reference = course_evidence().references[key]
    address = escape(reference.link)
    shown = escape(shown_address(reference.link))
    return f'<li>{escape(reference.short)}. <a href="{address}">{shown}</a></li>'
