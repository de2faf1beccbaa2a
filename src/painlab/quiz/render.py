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
from painlab.quiz.empty_plot import empty_plot
from painlab.quiz.models import Draw, Estimate, Item, Multiple, Numeric, Single, TrueFalse
from painlab.quiz.references import curve_figures, curve_people
from painlab.quiz.state import answer_node, curve_label, item_state, sources, suffix
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_html, without_links

TITLE = "Check yourself"

_FOOT = (
    '<p class="pl-foot">With JavaScript on, this page answers back. '
    "Your answers then stay on this device.</p>"
)


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
    fallback = (
        f'<div class="pl-quiz"><p class="pl-quiz-title">{escape(title)}</p>{body}{_FOOT}</div>'
    )
    return embed("quiz", state, fallback)


def _question(item: Item, number: int, total: int, base: str) -> str:
    first, *more = (to_html(block) for block in parse(item.prompt, base))
    count = f'<span class="pl-count">Question {number} of {total}</span> ' if total > 1 else ""
    answer = _answer(item, base) + _sources(item, base)
    # method="dialog": the Enter key must not send the form anywhere.
    return (
        f'<form class="pl-item" method="dialog"><fieldset><legend class="pl-prompt">{count}{first}'
        f"</legend>{_paragraphs(more)}{_controls(item, base)}{_sureness(item)}</fieldset>"
        f'<details class="pl-answer"><summary>Show the answer</summary>{answer}</details></form>'
    )


def _sureness(item: Item) -> str:
    """Ask on paper too how sure the reader is; to have said so is what helps."""
    if not getattr(item, "confidence", False):
        return ""
    labels = "".join(
        f'<label><input type="radio" name="{item.id}-sure" value="{value}">{word}</label>'
        for value, word in (("sure", "Sure"), ("think", "Think so"), ("guess", "Guess"))
    )
    legend = "<legend>How sure are you?</legend>"
    return f'<fieldset class="pl-sure">{legend}<div>{labels}</div></fieldset>'


def _paragraphs(parts: Sequence[str]) -> str:
    return "".join(f"<p>{part}</p>" for part in parts)


def _text(text: str, base: str) -> str:
    return _paragraphs([to_html(block) for block in parse(text, base)])


def _inline(text: str) -> str:
    return "<br>".join(to_html(without_links(block)) for block in parse(text))


def _sources(item: Item, base: str) -> str:
    links = "; ".join(
        f'<a href="{escape(href)}">{escape(text)}</a>' if href else escape(text)
        for text, href in sources(item, base)
    )
    return f'<p class="pl-sources">Based on {links}.</p>'


@singledispatch
def _controls(item: Any, base: str) -> str:
    raise TypeError(f"no form for {type(item).__name__}")


@_controls.register
def _(item: Single | Multiple, base: str) -> str:
    kind = "radio" if isinstance(item, Single) else "checkbox"
    return _options(item.id, kind, [_inline(option.text) for option in item.options])


@_controls.register
def _(item: TrueFalse, base: str) -> str:
    return _options(item.id, "radio", ["True", "False"])


def _options(name: str, kind: str, texts: Sequence[str]) -> str:
    rows = (
        f'<label class="pl-option"><input type="{kind}" name="{name}" value="{index}">'
        f"<span>{text}</span></label>"
        for index, text in enumerate(texts)
    )
    return f'<div class="pl-options">{"".join(rows)}</div>'


@_controls.register
def _(item: Numeric, base: str) -> str:
    return _number_field("Your answer", item.id, item.unit)


@_controls.register
def _(item: Estimate, base: str) -> str:
    label = f"Your guess, from {plain(item.min)} to {plain(item.max)}"
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
        name = escape(f"{curve_label(item)} {label}{' (given)' if given else ''}")
        fields.append(
            f'<label class="pl-curve-field">{name}<input type="text" inputmode="decimal" '
            f'autocomplete="off" name="{item.id}"{extra}></label>'
        )
    about = f"Draw your line, or write a guess from {plain(item.min)} to {plain(item.max)}."
    return (
        f'{empty_plot(item)}<div class="pl-curve-fields" role="group" aria-label="{about}">'
        f"{''.join(fields)}</div>"
    )


@singledispatch
def _answer(item: Any, base: str) -> str:
    raise TypeError(f"no answer for {type(item).__name__}")


@_answer.register
def _(item: Single | Multiple, base: str) -> str:
    return _verdicts([(_inline(o.text), o.correct, _text(o.explain, base)) for o in item.options])


@_answer.register
def _(item: TrueFalse, base: str) -> str:
    pairs = ((True, "True", item.explain_true), (False, "False", item.explain_false))
    return _verdicts([(word, item.answer is value, _text(why, base)) for value, word, why in pairs])


def _verdicts(options: Sequence[tuple[str, bool, str]]) -> str:
    """Write each option with its explanation, the right ones first."""
    ordered = sorted(options, key=lambda option: not option[1])
    rows = (
        f'<li><p><strong class="pl-{"right" if correct else "wrong"}">'
        f"{'Right' if correct else 'Not this one'}:</strong> {text}</p>{why}</li>"
        for text, correct, why in ordered
    )
    return f'<ul class="pl-verdicts">{"".join(rows)}</ul>'


@_answer.register
def _(item: Numeric, base: str) -> str:
    hints = "".join(_text(hint.explain, base) for hint in item.hints)
    slips = f"<p><strong>If you got another number:</strong></p>{hints}" if hints else ""
    return _number(item, base) + _text(item.explain, base) + slips


@_answer.register
def _(item: Estimate, base: str) -> str:
    return (
        f"{_number(item, base)}{_text(item.explain, base)}"
        f"<p><strong>If your guess was lower:</strong></p>{_text(item.explain_low, base)}"
        f"<p><strong>If your guess was higher:</strong></p>{_text(item.explain_high, base)}"
    )


def _number(item: Numeric | Estimate, base: str) -> str:
    because = _text(item.answer.because, base) if item.answer.because else ""
    shown = to_html([answer_node(item.answer, item.unit, base)])
    return f'<p><strong class="pl-right">Answer:</strong> {shown}</p>{because}'


@_answer.register
def _(item: Draw, base: str) -> str:
    unit = suffix(item.unit)
    heads = [curve_label(item).capitalize(), item.curve.name]
    heads += ["People behind it"] if item.people else []
    rows = ""
    people = curve_people(item)
    for index, (figure, label) in enumerate(
        zip(curve_figures(item), item.curve.labels, strict=True)
    ):
        cells = [plain(figure.value) + unit]
        if people:
            count = people[index]
            cells.append("not reported" if count is None else plain(count))
        tail = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        rows += f'<tr><th scope="row">{escape(label)}</th>{tail}</tr>'
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="pl-table">{table}</div>{_text(item.explain, base)}'
