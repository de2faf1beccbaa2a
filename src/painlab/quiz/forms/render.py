"""A form as HTML: real fields with everything to read, which the browser brings to life.

It is what pages show without JavaScript and in print.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import singledispatch
from html import escape
from typing import Any

from painlab.frontend import embed
from painlab.quiz.forms.models import Certificate, Checklist, Form, Plan, Reflection, Survey
from painlab.quiz.forms.parts import TYPED_LIMIT, Level, Question
from painlab.quiz.forms.state import find_form, form_state, plain_words
from painlab.quiz.html_text import label_html, say_html, sources_html, text_html
from painlab.strings import say


def form_html(
    form: Form,
    occasion: str = "",
    base: str = "",
    known: Mapping[str, Form] | None = None,
    holds: Mapping[str, Any] | None = None,
) -> str:
    """Return a form ready to stand in a page; the same input gives the same bytes.

    Parameters
    ----------
    form : a checked form.
    occasion : ``before`` or ``after`` for a survey, else empty.
    base : way from the page to the book's root, for example ``../../``.
    known : the forms by id among which the gate and earlier forms are found; the course's own
        when left out.
    holds : for a certificate, what the course holds: ``lessons`` and ``items`` by name, and
        ``objectives``, each as the places of its questions among the items.

    Raises
    ------
    ValueError
        When the form cannot be filled in on this occasion.
    """
    state = {"keep": "device", **form_state(form, occasion, base, known)}
    if holds is not None:
        state["holds"] = holds
    gate = ""
    if form.gate:
        gate = _one(find_form(form.gate, known), "", base)
        gate += f'<p class="pl-lead">{say_html("form_gate_paper")}</p>'
    fallback = f'<div class="pl-quiz pl-form">{gate}{_one(form, occasion, base)}</div>'
    return embed("form", state, fallback)


def _one(form: Form, occasion: str, base: str) -> str:
    not_kept = "form_not_kept_ticks" if isinstance(form, Checklist) else "form_not_kept"
    kept = say("form_no_script" if form.store else not_kept)
    # method="dialog": the Enter key must not send the form anywhere.
    return (
        f'<p class="pl-quiz-title">{escape(form.title)}</p>{text_html(form.prompt, base)}'
        f'<form class="pl-item" method="dialog">{_fields(form, occasion, base)}</form>'
        f'{sources_html(form, base)}<p class="pl-foot">{escape(kept)}</p>'
    )


def _group(legend: str, rows: Iterable[str], style: str = "") -> str:
    return (
        f'<fieldset{style}><legend class="pl-prompt">{legend}</legend>'
        f'<div class="pl-options">{"".join(rows)}</div></fieldset>'
    )


def _row(kind: str, name: str, value: object, text: str) -> str:
    return (
        f'<label class="pl-option"><input type="{kind}" name="{name}" value="{value}">'
        f"<span>{text}</span></label>"
    )


def _said(lead: str, text: str, tone: str) -> str:
    return f'<div class="pl-say pl-{tone}"><p class="pl-head">{escape(lead)}</p>{text}</div>'


@singledispatch
def _fields(form: Any, occasion: str, base: str) -> str:
    raise TypeError(f"no form for {type(form).__name__}")


@_fields.register
def _(form: Checklist, occasion: str, base: str) -> str:
    none = _group(
        say_html("form_none_legend"), [_row("checkbox", form.id, "none", say_html("form_none"))]
    )
    levels = "".join(_level(form.id, level, base) for level in form.levels)
    return f"{levels}{none}{_said(say('form_if_none'), text_html(form.clear, base), 'clear')}"


def _level(name: str, level: Level, base: str) -> str:
    rows = [
        _row("checkbox", name, f"{level.id}-{index}", label_html(text))
        for index, text in enumerate(level.statements)
    ]
    said = _said(say("form_if_ticked"), text_html(level.show, base), level.tone)
    return _group(label_html(level.heading), rows) + said


@_fields.register
def _(form: Reflection, occasion: str, base: str) -> str:
    questions = "".join(_question(form, question, base) for question in form.questions)
    closing = text_html(form.closing, base) if form.closing else ""
    return questions + closing


def _question(form: Reflection, question: Question, base: str) -> str:
    rows = [
        _row("radio", f"{form.id}-{question.id}", index, label_html(option.text))
        for index, option in enumerate(question.options)
    ]
    replies = "".join(
        f"<li><p><strong>{label_html(option.text)}</strong></p>{text_html(option.say, base)}"
        + (
            f"<p>{escape(form.notes_title or '')}: {label_html(option.note)}</p>"
            if option.note
            else ""
        )
        + "</li>"
        for option in question.options
    )
    return (
        f"{_group(label_html(question.text), rows)}"
        f'<details class="pl-answer"><summary>{say_html("form_replies")}</summary>'
        f'<ul class="pl-verdicts">{replies}</ul></details>'
    )


@_fields.register
def _(form: Survey, occasion: str, base: str) -> str:
    head = "".join(f'<th scope="col">{escape(label)}</th>' for label in form.scale)
    rows = ""
    for statement in form.statements:
        name = f"{form.id}-{occasion}-{statement.id}"
        about = escape(plain_words(statement.text))
        cells = "".join(
            f'<td><label><input type="radio" name="{name}" value="{index}" '
            f'aria-label="{escape(label)}: {about}"><span>{escape(label)}</span></label></td>'
            for index, label in enumerate(form.scale)
        )
        rows += f'<tr><th scope="row">{label_html(statement.text)}</th>{cells}</tr>'
    table = f'<thead><tr><th scope="col">{say_html("form_statement")}</th>{head}</tr></thead>'
    note = f'<p class="pl-aside">{say_html("form_not_validated")}</p>'
    time = f'<p class="pl-aside">{say_html(f"form_time_{occasion}")}</p>'
    return (
        f'{time}<div class="pl-table pl-survey-table"><table>{table}<tbody>{rows}</tbody>'
        f"</table></div>{note}{_explained(form, occasion, base)}"
    )


def _explained(form: Survey, occasion: str, base: str) -> str:
    said: Sequence[str] = [
        f"<li><p><strong>{label_html(one.text)}</strong></p>{text_html(one.explain, base)}</li>"
        for one in form.statements
        if one.explain and occasion == "after"
    ]
    if not said:
        return ""
    return (
        f'<details class="pl-answer"><summary>{say_html("form_explained")}</summary>'
        f'<ul class="pl-verdicts">{"".join(said)}</ul></details>'
    )


@_fields.register
def _(form: Plan, occasion: str, base: str) -> str:
    fields = ""
    for field in form.fields:
        about = f'<span class="pl-aside">{label_html(field.help)}</span>' if field.help else ""
        # A field left empty is printed as lines to write on.
        lines = '<span class="pl-line"></span>' * field.rows
        fields += (
            f'<label class="pl-field"><span class="pl-prompt">{escape(field.label)}</span>{about}'
            f'<textarea name="{form.id}-{field.id}" rows="{field.rows}" placeholder=" " '
            f'maxlength="{TYPED_LIMIT}"></textarea>'
            f'<span class="pl-lines" aria-hidden="true">{lines}</span></label>'
        )
    return fields


@_fields.register
def _(form: Certificate, occasion: str, base: str) -> str:
    # To be filled in with a pen.
    lines = "".join(
        f'<p>{say_html(key)} <span class="pl-line"></span></p>'
        for key in ("form_name", "form_date")
    )
    return (
        f'<section class="pl-paper pl-certificate" aria-label="{escape(form.title)}">'
        f'<p class="pl-aside">{say_html("form_certificate_kind")}</p>'
        f"<h2>{escape(form.course)}</h2>{lines}{text_html(form.limits, base)}</section>"
    )
