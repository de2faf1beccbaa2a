"""The texts of a form with their places, and what in them does not agree with the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from painlab.quiz.forms.models import Certificate, Checklist, Form, Plan, Reflection, Survey
from painlab.quiz.references import Problem, Route, text_problems


def form_problems(form: Form) -> Iterator[Problem]:
    """Yield where in `form` a text or key does not agree with the evidence, and a sentence."""
    yield from text_problems(form_texts(form), form.evidence)


def form_texts(form: Form) -> Iterator[tuple[Route, str]]:
    """Yield every text a learner reads in `form`, with its place."""
    yield ("prompt",), form.prompt
    if isinstance(form, Checklist):
        yield from _checklist(form)
    elif isinstance(form, Reflection):
        yield from _reflection(form)
    elif isinstance(form, Survey):
        for index, statement in enumerate(form.statements):
            yield ("statements", index, "text"), statement.text
            if statement.explain:
                yield ("statements", index, "explain"), statement.explain
    elif isinstance(form, Certificate):
        yield ("limits",), form.limits
    else:
        yield from _plan(form)


def _checklist(form: Checklist) -> Iterator[tuple[Route, str]]:
    for index, level in enumerate(form.levels):
        yield ("levels", index, "heading"), level.heading
        for place, text in enumerate(level.statements):
            yield ("levels", index, "statements", place), text
        yield ("levels", index, "show"), level.show
    yield ("clear",), form.clear


def _reflection(form: Reflection) -> Iterator[tuple[Route, str]]:
    for index, question in enumerate(form.questions):
        yield ("questions", index, "text"), question.text
        for place, option in enumerate(question.options):
            route = ("questions", index, "options", place)
            yield (*route, "text"), option.text
            yield (*route, "say"), option.say
            if option.note:
                yield (*route, "note"), option.note
    if form.closing:
        yield ("closing",), form.closing


def _plan(form: Plan) -> Iterator[tuple[Route, str]]:
    for index, field in enumerate(form.fields):
        if field.help:
            yield ("fields", index, "help"), field.help
