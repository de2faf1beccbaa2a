"""A quiz as HTML: a real form with its answers in ``<details>``, which the browser brings to life.

The form is what pages show without JavaScript and in print.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from html import escape
from typing import Any

from painlab.evidence.format import plain
from painlab.frontend import embed
from painlab.quiz.answers import answer_html
from painlab.quiz.empty_plot import empty_plot
from painlab.quiz.html_text import label_html, paragraphs, say_html, sources_html, text_html
from painlab.quiz.models import (
    Draw,
    Estimate,
    Item,
    Match,
    Multiple,
    Numeric,
    Order,
    Single,
    TrueFalse,
)
from painlab.quiz.references import curve_figures
from painlab.quiz.shuffle import shown_order
from painlab.quiz.state import (
    curve_label,
    image_state,
    item_state,
    suffix,
    words,
)
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_html
from painlab.strings import say

TITLE = say("quiz_title")


def quiz_html(items: Sequence[Item], title: str = TITLE, base: str = "") -> str:
    """Return a quiz ready to stand in a page; the same input gives the same bytes.

    Parameters
    ----------
    items : the questions, in order.
    title : heading of the quiz, plain text.
    base : way from the page to the book's root, for example ``../../``.
    """
    state = {
        "title": title,
        "keep": "device",
        "items": [item_state(item, base) for item in items],
    }
    body = "".join(
        _question(item, number, len(items), base) for number, item in enumerate(items, start=1)
    )
    foot = f'<p class="pl-foot">{say_html("quiz_no_script")}</p>'
    fallback = (
        f'<div class="pl-quiz"><p class="pl-quiz-title">{escape(title)}</p>{body}{foot}</div>'
    )
    return embed("quiz", state, fallback)


def _question(item: Item, number: int, total: int, base: str) -> str:
    first, *more = (to_html(block) for block in parse(item.prompt, base))
    count = say_html("quiz_count", n=number, total=total)
    count = f'<span class="pl-count">{count}</span> ' if total > 1 else ""
    answer = answer_html(item, base) + sources_html(item, base)
    # method="dialog": the Enter key must not send the form anywhere.
    return (
        f'<form class="pl-item" method="dialog"><fieldset><legend class="pl-prompt">{count}{first}'
        f"</legend>{paragraphs(more)}{_image(item, base)}{_controls(item, base)}"
        f"{_hint(item, base)}{_sureness(item)}</fieldset>"
        f'<details class="pl-answer"><summary>{say_html("quiz_show")}</summary>'
        f"{answer}</details></form>"
    )


def _image(item: Item, base: str) -> str:
    if not item.image:
        return ""
    state = image_state(item.image, base)
    size = f' width="{state["width"]}" height="{state["height"]}"' if state["width"] else ""
    caption = item.image.caption
    line = f"<figcaption>{text_html(caption, base)}</figcaption>" if caption else ""
    return (
        f'<figure class="pl-image"><img src="{escape(state["src"])}" '
        f'alt="{escape(state["alt"])}"{size}>{line}</figure>'
    )


def _hint(item: Item, base: str) -> str:
    if not item.hint:
        return ""
    summary = f"<summary>{say_html('hint')}</summary>"
    return f'<details class="pl-hint">{summary}{text_html(item.hint, base)}</details>'


def _sureness(item: Item) -> str:
    """Ask on paper too how sure the reader is; to have said so is what helps."""
    if not getattr(item, "confidence", False):
        return ""
    labels = "".join(
        f'<label><input type="radio" name="{item.id}-sure" value="{value}">'
        f"{say_html(f'sure_{value}')}</label>"
        for value in ("sure", "think", "guess")
    )
    legend = f"<legend>{say_html('sure_ask')}</legend>"
    return f'<fieldset class="pl-sure">{legend}<div>{labels}</div></fieldset>'


@singledispatch
def _controls(item: Any, base: str) -> str:
    raise TypeError(f"no form for {type(item).__name__}")


@_controls.register
def _(item: Single | Multiple, base: str) -> str:
    kind = "radio" if isinstance(item, Single) else "checkbox"
    rows = [(index, label_html(item.options[index].text)) for index in shown_order(item)]
    return _options(item.id, kind, rows)


@_controls.register
def _(item: TrueFalse, base: str) -> str:
    return _options(item.id, "radio", [(0, say_html("choice_true")), (1, say_html("choice_false"))])


def _options(name: str, kind: str, texts: Sequence[tuple[int, str]]) -> str:
    rows = (
        f'<label class="pl-option"><input type="{kind}" name="{name}" value="{index}">'
        f"<span>{text}</span></label>"
        for index, text in texts
    )
    return f'<div class="pl-options">{"".join(rows)}</div>'


@_controls.register
def _(item: Order, base: str) -> str:
    places = [(place, str(place)) for place in range(1, len(item.entries) + 1)]
    rows = (
        _select(item.id, index, label_html(item.entries[index].text), say("order_place"), places)
        for index in shown_order(item)
    )
    return f'<div class="pl-rows">{"".join(rows)}</div>'


@_controls.register
def _(item: Match, base: str) -> str:
    matches = [(index, words(item.matches[index])) for index in shown_order(item)]
    rows = (
        _select(item.id, index, label_html(pair.text), say("match_choose"), matches)
        for index, pair in enumerate(item.pairs)
    )
    return f'<div class="pl-rows">{"".join(rows)}</div>'


def _select(name: str, row: int, label: str, first: str, choices: Sequence[tuple[int, str]]) -> str:
    """Write a list to choose from, with `label` before it and `first` while nothing is chosen."""
    options = "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in choices)
    return (
        f'<label class="pl-row"><span>{label}</span><select name="{name}-{row}">'
        f'<option value="">{escape(first)}</option>{options}</select></label>'
    )


@_controls.register
def _(item: Numeric, base: str) -> str:
    return _number_field(say_html("numeric_field"), item.id, item.unit)


@_controls.register
def _(item: Estimate, base: str) -> str:
    label = say_html("estimate_field", min=plain(item.min), max=plain(item.max))
    return f'<div class="pl-estimate">{_number_field(label, item.id, item.unit)}</div>'


def _number_field(label: str, name: str, unit: str | None) -> str:
    field = f'<input type="text" inputmode="decimal" autocomplete="off" name="{name}">'
    return (
        f'<label class="pl-number"><span>{label}</span>'
        f"<span>{field}{escape(suffix(unit))}</span></label>"
    )


@_controls.register
def _(item: Draw, base: str) -> str:
    fields = []
    for label, figure in zip(item.curve.labels, curve_figures(item), strict=True):
        given = label in item.curve.given
        extra = f' value="{figure.value:g}" disabled' if given else ""
        named = "curve_field_given" if given else "curve_field"
        name = say_html(named, name=curve_label(item), label=label)
        fields.append(
            f'<label class="pl-curve-field">{name}<input type="text" inputmode="decimal" '
            f'autocomplete="off" name="{item.id}"{extra}></label>'
        )
    about = say_html("draw_how", min=plain(item.min), max=plain(item.max))
    return (
        f'{empty_plot(item)}<div class="pl-curve-fields" role="group" aria-label="{about}">'
        f"{''.join(fields)}</div>"
    )
