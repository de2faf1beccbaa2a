"""What a directive of a slide becomes: a chart, a question, its answer, outcomes, warning signs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape

from painlab.book.slides.markup import Part, markdown_html
from painlab.book.teach.outcomes import objectives_of
from painlab.book.warning_signs import SOURCE
from painlab.charts.catalogue import CHARTS
from painlab.charts.picture import Picture
from painlab.content import checkout_dir
from painlab.findings import nearest
from painlab.quiz.bank import load_items
from painlab.quiz.html_text import label_html
from painlab.quiz.models import Item, Multiple, Single, TrueFalse
from painlab.quiz.shuffle import shown_order
from painlab.strings import say


class SlideError(ValueError):
    """A slide that cannot be made; the message says what mends it."""


def part_html(part: Part) -> str:
    """Return a directive as HTML.

    Raises
    ------
    SlideError
        When the directive, or what it names, is not known.
    """
    if part.name not in DIRECTIVES:
        raise SlideError(f"no directive '{part.name}'.{nearest(part.name, list(DIRECTIVES))}")
    return DIRECTIVES[part.name](part)


def chart(part: Part) -> str:
    """Return a picture with its sentence; what is to be said of it goes to the notes."""
    picture = picture_of(part)
    return (
        f'<figure class="pl-figure">{picture.svg()}<figcaption>'
        f"<strong>{escape(picture.title)}</strong> {escape(picture.sentence)}"
        "</figcaption></figure>"
    )


def picture_of(part: Part) -> Picture:
    """Return the picture that a chart's directive names.

    Raises
    ------
    SlideError
        When there is none of that name.
    """
    if part.argument not in CHARTS:
        raise SlideError(f"no chart '{part.argument}'.{nearest(part.argument, list(CHARTS))}")
    return _drawn(part.argument)


@cache
def _drawn(name: str) -> Picture:
    return CHARTS[name]()


def question(part: Part) -> str:
    """Return a question and what can be chosen."""
    item = _item(part.argument)
    rows = "".join(f"<li>{text}</li>" for text, _, _ in choices(item))
    return f'<p class="pl-prompt">{label_html(item.prompt)}</p><ol class="pl-choices">{rows}</ol>'


def answer(part: Part) -> str:
    """Return the same choices, each with its verdict and its explanation."""
    rows = "".join(
        f'<li class="pl-{"right" if right else "wrong"}">'
        f"<strong>{say('verdict_right' if right else 'verdict_not')}</strong> {text} "
        f'<span class="pl-why">{why}</span></li>'
        for text, right, why in choices(_item(part.argument))
    )
    return f'<ol class="pl-choices pl-answers">{rows}</ol>'


def choices(item: Item) -> list[tuple[str, bool, str]]:
    """Return the choices of a question: words, whether right, and why, as HTML.

    Raises
    ------
    SlideError
        When the question has nothing to choose from.
    """
    if isinstance(item, Single | Multiple):
        options = [item.options[place] for place in shown_order(item)]
        return [(label_html(one.text), one.correct, label_html(one.explain)) for one in options]
    if isinstance(item, TrueFalse):
        return [
            (say("choice_true"), item.answer, label_html(item.explain_true)),
            (say("choice_false"), not item.answer, label_html(item.explain_false)),
        ]
    raise SlideError(f"'{item.id}' has nothing to choose from; name a question that has.")


def _item(name: str) -> Item:
    return load_items([name])[0]


def outcomes(part: Part) -> str:
    """Return what students can do after the module, from the objectives."""
    rows = "".join(f"<li>{escape(one.can)}</li>" for one in objectives_of(part.argument))
    return f'<ul class="pl-outcomes">{rows}</ul>'


def warning_signs(part: Part) -> str:
    """Return a part of the box that all pages share: ``now`` its first list, ``soon`` the rest."""
    text = (checkout_dir() / SOURCE).read_text(encoding="utf-8")
    now, _, soon = text.partition("\n\n**Ask to be seen today**")
    if part.argument not in ("now", "soon") or not soon:
        raise SlideError("write ':::{warning-signs} now' or ':::{warning-signs} soon'.")
    # The last paragraph says where to read more; slides lead nowhere.
    soon = f"**Ask to be seen today**{soon}".rsplit("\n\n", 1)[0]
    shown = markdown_html(now if part.argument == "now" else soon)
    return f'<div class="pl-box pl-warning-signs">{shown}</div>'


def box(part: Part) -> str:
    """Return a box of text."""
    return f'<div class="pl-box pl-{part.name}">{markdown_html(part.text)}</div>'


DIRECTIVES: dict[str, Callable[[Part], str]] = {
    "chart": chart,
    "question": question,
    "answer": answer,
    "outcomes": outcomes,
    "warning-signs": warning_signs,
    "against-us": box,
    "not-known": box,
    "discuss": box,
    "take-home": box,
}
"""The directives of slides by name; ``notes`` stands beside them, for it is not on the slide."""
