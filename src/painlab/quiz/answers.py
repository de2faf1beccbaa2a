"""The answers of a quiz as HTML: what is right, why, and what speaks against the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from html import escape
from typing import Any

from painlab.evidence.format import plain
from painlab.quiz.html_text import label_html, say_html, text_html
from painlab.quiz.models import (
    Draw,
    Estimate,
    Match,
    Multiple,
    Numeric,
    Order,
    Single,
    TrueFalse,
)
from painlab.quiz.references import curve_figures, curve_people
from painlab.quiz.shuffle import shown_order
from painlab.quiz.state import answer_node, curve_label, suffix, words
from painlab.quiz.tokens import to_html
from painlab.strings import say


@singledispatch
def answer_html(item: Any, base: str | None) -> str:
    """Return the right answer to `item` with the reason, and what speaks against the others.

    Parameters
    ----------
    item : a checked item.
    base : way from the page to the book's root; see :func:`painlab.quiz.text.parse`.
    """
    raise TypeError(f"no answer for {type(item).__name__}")


@answer_html.register
def _(item: Single | Multiple, base: str | None) -> str:
    options = [item.options[index] for index in shown_order(item)]
    return _verdicts([(label_html(o.text), o.correct, text_html(o.explain, base)) for o in options])


@answer_html.register
def _(item: TrueFalse, base: str | None) -> str:
    pairs = ((True, "choice_true", item.explain_true), (False, "choice_false", item.explain_false))
    return _verdicts(
        [(say_html(key), item.answer is value, text_html(why, base)) for value, key, why in pairs]
    )


def _verdicts(options: Sequence[tuple[str, bool, str]]) -> str:
    """Write each option with its explanation, the right ones first."""
    ordered = sorted(options, key=lambda option: not option[1])
    rows = (
        f'<li><p><strong class="pl-{"right" if correct else "wrong"}">'
        f"{say_html('verdict_right' if correct else 'verdict_not')}</strong> {text}</p>{why}</li>"
        for text, correct, why in ordered
    )
    return f'<ul class="pl-verdicts">{"".join(rows)}</ul>'


@answer_html.register
def _(item: Order, base: str | None) -> str:
    rows = (
        f"<li><p>{label_html(e.text)}</p>{text_html(e.explain, base)}</li>" for e in item.entries
    )
    lead = f'<p><strong class="pl-right">{say_html("order_right")}</strong></p>'
    all_told = text_html(item.explain, base) if item.explain else ""
    return f'{lead}<ol class="pl-verdicts">{"".join(rows)}</ol>{all_told}'


@answer_html.register
def _(item: Match, base: str | None) -> str:
    rows = "".join(
        f"<li><p>{label_html(pair.text)}<br>"
        f'<strong class="pl-right">{escape(words(pair.match))}</strong></p>'
        f"{text_html(pair.explain, base)}</li>"
        for pair in item.pairs
    )
    extra = "; ".join(escape(words(text).removesuffix(".")) for text in item.extra)
    left = f"<p>{say('match_extra', matches=extra)}</p>" if extra else ""
    all_told = text_html(item.explain, base) if item.explain else ""
    return f'<ul class="pl-verdicts">{rows}</ul>{left}{all_told}'


@answer_html.register
def _(item: Numeric, base: str | None) -> str:
    hints = "".join(text_html(hint.explain, base) for hint in item.hints)
    slips = f"<p><strong>{say_html('numeric_slips')}</strong></p>{hints}" if hints else ""
    return number_html(item, base) + text_html(item.explain, base) + slips


@answer_html.register
def _(item: Estimate, base: str | None) -> str:
    return (
        f"{number_html(item, base)}{text_html(item.explain, base)}"
        f"<p><strong>{say_html('estimate_if_low')}</strong></p>{text_html(item.explain_low, base)}"
        f"<p><strong>{say_html('estimate_if_high')}</strong></p>"
        f"{text_html(item.explain_high, base)}"
    )


def number_html(item: Numeric | Estimate, base: str | None) -> str:
    """Return the right number, linked to its source, with the reason where it has none."""
    because = text_html(item.answer.because, base) if item.answer.because else ""
    shown = to_html([answer_node(item.answer, item.unit, base)])
    return f'<p><strong class="pl-right">{say_html("verdict_answer")}</strong> {shown}</p>{because}'


@answer_html.register
def _(item: Draw, base: str | None) -> str:
    unit = suffix(item.unit)
    heads = [curve_label(item).capitalize(), item.curve.name]
    heads += [say("draw_people")] if item.people else []
    rows = ""
    people = curve_people(item)
    for index, (figure, label) in enumerate(
        zip(curve_figures(item), item.curve.labels, strict=True)
    ):
        cells = [plain(figure.value) + unit]
        if people:
            count = people[index]
            cells.append(say("draw_not_reported") if count is None else plain(count))
        tail = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        rows += f'<tr><th scope="row">{escape(label)}</th>{tail}</tr>'
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="pl-table">{table}</div>{text_html(item.explain, base)}'
