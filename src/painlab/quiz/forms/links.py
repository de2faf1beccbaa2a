"""What forms say of each other: a gate is a checklist, words come from a form that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from painlab.findings import Finding, nearest
from painlab.quiz.forms.models import Certificate, Checklist, Form, Plan, Reflection, Survey
from painlab.quiz.forms.parts import Earlier
from painlab.quiz.references import Problem
from painlab.yaml_source import Source


def link_findings(banks: Iterable[tuple[Source, Iterable[Form]]]) -> list[Finding]:
    """Return what is wrong between the forms of all `banks`.

    Parameters
    ----------
    banks : the source of each bank, with its forms.
    """
    read = [(source, list(forms)) for source, forms in banks]
    known = {form.id: form for _, forms in read for form in forms}
    findings = []
    for source, forms in read:
        for form in forms:
            index = next(i for i, raw in enumerate(source.data) if _id(raw) == form.id)
            for route, message in link_problems(form, known):
                findings.append(source.finding((index, *route), "quiz", form.id, message))
    return findings


def link_problems(form: Form, known: Mapping[str, Form]) -> Iterator[Problem]:
    """Yield where `form` names another form of `known` that cannot serve, and a sentence."""
    if form.gate:
        gate = known.get(form.gate)
        if not isinstance(gate, Checklist):
            lists = [name for name, one in known.items() if isinstance(one, Checklist)]
            wrong = f"'{form.gate}' is no checklist" if gate else f"no checklist '{form.gate}'"
            yield ("gate",), f"gate: {wrong}.{nearest(form.gate, lists)} Name one, or remove it."
        elif gate.store:
            message = f"gate: '{gate.id}' is stored, and a gate never is; add 'store: false' to it."
            yield ("gate",), message
    if isinstance(form, Plan):
        for index, field in enumerate(form.fields):
            if field.source and (message := _earlier(field.source, known)):
                yield ("fields", index, "from"), f"field {index + 1}: {message}"


def _id(raw: Any) -> Any:
    return raw.get("id") if isinstance(raw, dict) else None


def _earlier(source: Earlier, known: Mapping[str, Form]) -> str:
    form = known.get(source.form)
    kept = [name for name, one in known.items() if one.store]
    if form is None:
        return f"there is no form '{source.form}'.{nearest(source.form, kept)}"
    if not form.store or isinstance(form, Checklist | Certificate):
        return f"'{form.id}' keeps no words to take; name a form that is stored."
    if isinstance(form, Survey) != bool(source.occasion):
        return (
            f"'{form.id}' is a survey; add 'occasion: before' or 'occasion: after'."
            if isinstance(form, Survey)
            else f"'{form.id}' is no survey; remove 'occasion'."
        )
    ids = _part_ids(form)
    if unknown := [part for part in source.parts if part not in ids]:
        return f"'{form.id}' has no part '{unknown[0]}'.{nearest(unknown[0], ids)}"
    return ""


def _part_ids(form: Plan | Reflection | Survey) -> list[str]:
    """Return the names under which `form` keeps what it is told."""
    if isinstance(form, Plan):
        return [field.id for field in form.fields]
    if isinstance(form, Reflection):
        return [question.id for question in form.questions]
    return [statement.id for statement in form.statements]
