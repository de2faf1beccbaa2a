"""A form as plain text: what a terminal or a screen without HTML shows."""

from __future__ import annotations

from collections.abc import Iterator

from painlab.quiz.forms.models import Certificate, Checklist, Form, Reflection, Survey
from painlab.quiz.forms.state import plain_words
from painlab.strings import say


def form_text(form: Form) -> str:
    """Return the form as lines to read; the same input gives the same text."""
    return "\n".join([form.title, "", plain_words(form.prompt), "", *_lines(form)])


def _lines(form: Form) -> Iterator[str]:
    if isinstance(form, Checklist):
        for level in form.levels:
            yield plain_words(level.heading)
            yield from _boxes(level.statements)
            yield f"{say('form_if_ticked')} {plain_words(level.show)}"
        yield from _boxes([say("form_none")])
        yield f"{say('form_if_none')} {plain_words(form.clear)}"
    elif isinstance(form, Reflection):
        for question in form.questions:
            yield plain_words(question.text)
            for option in question.options:
                yield from _boxes([option.text])
                yield f"       {plain_words(option.say)}"
        if form.closing:
            yield plain_words(form.closing)
    elif isinstance(form, Survey):
        scale = " / ".join(form.scale)
        yield from (f"{plain_words(one.text)} ({scale})" for one in form.statements)
        yield say("form_not_validated")
    elif isinstance(form, Certificate):
        yield f"{say('form_certificate_kind')}: {form.course}"
        yield from (f"{say(key)}: {'_' * 40}" for key in ("form_name", "form_date"))
        yield plain_words(form.limits)
    else:
        for field in form.fields:
            yield field.label + (f": {plain_words(field.help)}" if field.help else "")
            yield from ["   " + "_" * 60] * field.rows


def _boxes(texts: tuple[str, ...] | list[str]) -> Iterator[str]:
    yield from (f"   [ ] {plain_words(text)}" for text in texts)
