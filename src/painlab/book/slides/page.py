"""A deck as one file that stands alone: style and script inside, both named in its policy."""

from __future__ import annotations

from painlab.book.hygiene import source_hash
from painlab.book.slides.deck import Deck, Slide
from painlab.book.style_sheet import colours
from painlab.evidence.load import course_evidence
from painlab.frontend import built
from painlab.quiz.html_text import say_html


def deck_html(deck: Deck) -> str:
    """Return the page of a deck; it needs no other file, and asks for none.

    Parameters
    ----------
    deck : its slides, ready to be written.
    """
    style = colours() + built("slides.css").read_text(encoding="utf-8")
    script = built("slides.book.js").read_text(encoding="utf-8")
    title = say_html("slides_title") + f" {deck.title}"
    total = len(deck.slides)
    slides = "".join(
        _slide(slide, number, total) for number, slide in enumerate(deck.slides, start=1)
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'
        '<meta name="referrer" content="no-referrer">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f'<link rel="icon" href="data:,"><title>{title}</title><style>{style}</style></head>\n'
        f'<body><header class="pl-bar"><h1>{title}</h1><p>{say_html("slides_keys")}</p>'
        f'<p><a href="?notes">{say_html("slides_notes")}</a></p></header>\n'
        f'<main><div class="pl-deck"><div class="slides">\n{slides}</div></div></main>\n'
        f"<script>{script}</script></body></html>\n"
    )


def _slide(slide: Slide, number: int, total: int) -> str:
    references = course_evidence().references
    sources = "; ".join(references[study].short for study in slide.studies)
    kind = "pl-slide pl-first" if number == 1 else "pl-slide"
    return (
        f'<section class="{kind}" aria-labelledby="slide-{number}">'
        f'<h2 id="slide-{number}">{slide.heading}</h2><div class="pl-body">{slide.body}</div>'
        f'<p class="pl-foot"><span>{sources}</span> <span>{number} / {total}</span></p>'
        f'<details class="pl-notes"><summary>{say_html("slides_notes")}</summary>'
        f"{slide.notes}</details></section>\n"
    )


def _policy(style: str, script: str) -> str:
    """Return what the page may do: run its one script, use its one sheet, and nothing else.

    reveal.js writes its buttons as markup. The policy ``default`` of ``src/slides.js`` lets pass
    what it writes, a few tags with a few harmless attributes, and nothing that could run.
    """
    rules = (
        "default-src 'none'",
        f"script-src {source_hash(script)}",
        f"style-src {source_hash(style)}",
        "img-src data:",
        "form-action 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    )
    return "; ".join(rules)
