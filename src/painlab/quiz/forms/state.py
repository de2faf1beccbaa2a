"""What the browser needs of a form: token trees and words, never markup."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from painlab.quiz.bank import course_forms
from painlab.quiz.forms.models import (
    Certificate,
    Checklist,
    Form,
    Plan,
    Reflection,
    Survey,
    check_occasion,
)
from painlab.quiz.forms.parts import TYPED_LIMIT, Earlier
from painlab.quiz.state import blocks, sources
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_json, to_plain, without_links


def form_state(
    form: Form,
    occasion: str = "",
    base: str | None = "",
    known: Mapping[str, Form] | None = None,
) -> dict[str, Any]:
    """Return `form`, with its gate, as the front end reads it.

    Parameters
    ----------
    form : a checked form.
    occasion : ``before`` or ``after`` for a survey, else empty.
    base : way from the page to the book's root; see :func:`painlab.quiz.text.parse`.
    known : the forms by id among which the gate and earlier forms are found; the course's own
        when left out.

    Raises
    ------
    ValueError
        When the form cannot be filled in on this occasion.
    """
    check_occasion(form, occasion)
    state = {"form": _with_parts(form, base, known), "occasion": occasion}
    if form.gate:
        state["gate"] = _with_parts(find_form(form.gate, known), base, known)
    return state


def find_form(name: str, known: Mapping[str, Form] | None) -> Form:
    """Return the form called `name` out of `known`, or out of the course where that is None."""
    return (course_forms() if known is None else known)[name]


def plain_words(text: str) -> str:
    """Return `text` without marks, in one line."""
    return " ".join(to_plain(block) for block in parse(text, None))


def _with_parts(form: Form, base: str | None, known: Mapping[str, Form] | None) -> dict[str, Any]:
    return {
        "id": form.id,
        "kind": form.kind,
        "title": form.title,
        "prompt": blocks(form.prompt, base),
        "store": form.store,
        **_parts(form, base, known),
        "sources": [{"text": text, "href": href} for text, href in sources(form, base)],
    }


def _label(text: str) -> list[list[Any]]:
    """Return `text` without links: a tap on a label must choose what it names."""
    return [to_json(without_links(block)) for block in parse(text)]


@singledispatch
def _parts(form: Any, base: str | None, known: Mapping[str, Form] | None) -> dict[str, Any]:
    raise TypeError(f"no state for {type(form).__name__}")


@_parts.register
def _(form: Checklist, base: str | None, known: Mapping[str, Form] | None) -> dict[str, Any]:
    levels = [
        {
            "id": level.id,
            "tone": level.tone,
            "heading": _label(level.heading),
            "statements": [_label(text) for text in level.statements],
            "show": blocks(level.show, base),
        }
        for level in form.levels
    ]
    return {"levels": levels, "clear": blocks(form.clear, base)}


@_parts.register
def _(form: Reflection, base: str | None, known: Mapping[str, Form] | None) -> dict[str, Any]:
    questions = [
        {
            "id": question.id,
            "text": _label(question.text),
            "options": [
                {
                    "text": _label(option.text),
                    "say": blocks(option.say, base),
                    "note": plain_words(option.note) if option.note else "",
                }
                for option in question.options
            ],
        }
        for question in form.questions
    ]
    return {
        "questions": questions,
        "notesTitle": form.notes_title or "",
        "closing": blocks(form.closing, base) if form.closing else [],
    }


@_parts.register
def _(form: Survey, base: str | None, known: Mapping[str, Form] | None) -> dict[str, Any]:
    statements = [
        {
            "id": statement.id,
            "text": _label(statement.text),
            "explain": blocks(statement.explain, base) if statement.explain else [],
        }
        for statement in form.statements
    ]
    return {"statements": statements, "scale": list(form.scale)}


@_parts.register
def _(form: Plan, base: str | None, known: Mapping[str, Form] | None) -> dict[str, Any]:
    fields = [
        {
            "id": field.id,
            "label": field.label,
            "help": _label(field.help) if field.help else [],
            "rows": field.rows,
            "from": _earlier(field.source, known) if field.source else None,
        }
        for field in form.fields
    ]
    return {"fields": fields, "limit": TYPED_LIMIT}


@_parts.register
def _(form: Certificate, base: str | None, known: Mapping[str, Form] | None) -> dict[str, Any]:
    return {"course": form.course, "limits": blocks(form.limits, base)}


def _earlier(source: Earlier, known: Mapping[str, Form] | None) -> dict[str, Any]:
    """Return where words may be taken from, and what each stored answer says in words."""
    form = find_form(source.form, known)
    parts: list[dict[str, Any]] = []
    if isinstance(form, Reflection):
        for question in form.questions:
            notes = [plain_words(one.note) if one.note else "" for one in question.options]
            parts.append({"id": question.id, "text": "", "words": notes})
    elif isinstance(form, Survey):
        for statement in form.statements:
            text = plain_words(statement.text)
            parts.append({"id": statement.id, "text": text, "words": list(form.scale)})
    elif isinstance(form, Plan):
        parts = [{"id": field.id, "text": "", "words": []} for field in form.fields]
    if source.parts:
        parts = [part for part in parts if part["id"] in source.parts]
    return {"id": form.id, "occasion": source.occasion, "title": form.title, "parts": parts}
