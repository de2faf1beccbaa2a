"""Turn what pydantic says about an item into sentences that name the part and the fix."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from painlab.findings import nearest
from painlab.quiz.forms.models import FORM_KINDS
from painlab.quiz.forms.parts import Earlier, Level, PlanField, Question, Reply, Statement
from painlab.quiz.models import KINDS
from painlab.quiz.parts import Answer, Curve, Entry, Hint, Image, Option, Pair

Route = tuple[str | int, ...]

_ALL_KINDS: dict[str, type[BaseModel]] = {**KINDS, **FORM_KINDS}
_FORM_PARTS: dict[str, type[BaseModel]] = {
    "levels": Level,
    "questions": Question,
    "options": Reply,
    "statements": Statement,
    "fields": PlanField,
    "from": Earlier,
}
_PARTS: dict[str, type[BaseModel]] = {
    "options": Option,
    "entries": Entry,
    "pairs": Pair,
    "answer": Answer,
    "hints": Hint,
    "curve": Curve,
    "image": Image,
}
_PATTERNS = {
    "id": "write it as 'module-topic-01': small letters, hyphens, two digits at the end",
    "objective": "write it in small letters with hyphens, for example 'read-a-prevalence'",
    "misconception": "write it in small letters with hyphens, for example 'finding-is-fate'",
    "src": "name a file in quizzes/images ending in .svg, .png or .webp, in small letters",
}
_SINGULAR = {"entries": "entry"}
_TYPES = {
    "string_type": "text",
    "bool_type": "true or false",
    "float_type": "a number",
    "int_type": "a number",
    "finite_number": "a finite number",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a mapping of fields",
    "model_attributes_type": "a mapping of fields",
    "dict_type": "a mapping of fields",
}


def explain(error: ErrorDetails, raw: dict[Any, Any]) -> tuple[Route, str]:
    """Return where in the item the error lies, and a sentence about it.

    Parameters
    ----------
    error : one of pydantic's error details for the item.
    raw : the item as the bank holds it.
    """
    # pydantic begins with the kind, which is also the name of a field ("match") here and there.
    begin = 1 if error["loc"][:1] and error["loc"][0] in _ALL_KINDS else 0
    route = tuple(part for part in error["loc"][begin:] if part != "[key]")
    kind = str(raw.get("kind"))
    known = ", ".join(_ALL_KINDS)
    if error["type"] == "union_tag_invalid":
        near = nearest(kind, list(_ALL_KINDS))
        return ("kind",), f"unknown kind '{show(kind)}'.{near} Use {known}."
    if error["type"] == "union_tag_not_found":
        return (), f"the field 'kind' is missing; use one of {known}."
    if route == ("answer",) and kind in {"single", "multiple", "true_false"}:
        return route, _answer(raw, kind)
    return route, part_name(route) + _sentence(error, route, kind)


def independent(error: ValidationError) -> list[ErrorDetails]:
    """Return the errors that do not follow from others.

    pydantic counts only the valid parts of a list, so a list with a broken part may also be
    called too short.
    """
    details = error.errors(include_url=False)
    return [
        one
        for one in details
        if one["type"] != "too_short"
        or not any(
            len(other["loc"]) > len(one["loc"]) and other["loc"][: len(one["loc"])] == one["loc"]
            for other in details
        )
    ]


def part_name(route: Route) -> str:
    """Return ``option 2: `` or ``level 1, statement 2: `` for a part of a list, else nothing."""
    names = [
        f"{_SINGULAR.get(name, name.removesuffix('s'))} {index + 1}"
        for name, index in pairwise(route)
        if isinstance(name, str) and isinstance(index, int)
    ]
    return f"{', '.join(names)}: " if names else ""


def show(value: object, limit: int = 60) -> str:
    """Return `value` short and printable, so that hostile text cannot disturb a message."""
    text = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in str(value))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _sentence(error: ErrorDetails, route: Route, kind: str) -> str:
    name = next((str(part) for part in reversed(route) if isinstance(part, str)), "the item")
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            fields = _fields(route, kind)
            return f"unknown field '{show(name)}'.{nearest(name, fields)} Remove or rename it."
        case "missing" if name == "explain":
            return "the field 'explain' is missing; tell a learner who chose this what to think."
        case "missing":
            return f"the field '{name}' is missing; add it."
        case "string_pattern_mismatch":
            said = show(error.get("input"))
            return f"{name} '{said}' is not valid; {_PATTERNS.get(name, 'see the other items')}."
        case "too_long" if isinstance(text := error.get("input"), str):
            limit = context.get("max_length")
            return f"'{name}' has {len(text)} characters; keep it within {limit}."
        case "too_short" | "too_long":
            low, high = context.get("min_length"), context.get("max_length")
            wanted = f"at least {low}" if error["type"] == "too_short" else f"at most {high}"
            return f"'{name}' has {context.get('actual_length')} entries; give {wanted}."
        case "value_error":
            reason = error["msg"].removeprefix("Value error, ")
            is_field = bool(route) and isinstance(route[-1], str) and name not in _PARTS
            return f"{name + ': ' if is_field else ''}{reason}."
        case other if other in _TYPES:
            said = type(error.get("input")).__name__
            return f"'{name}' must be {_TYPES[other]}, not {said}; mend the value."
        case _:
            return f"{name}: {error['msg'][:1].lower()}{error['msg'][1:]}."


def _fields(route: Route, kind: str) -> list[str]:
    """Return the fields known where an unknown one was found."""
    parts = _FORM_PARTS if kind in FORM_KINDS else _PARTS
    models = [parts[str(part)] for part in route[:-1] if part in parts]
    if not models and kind not in _ALL_KINDS:
        return []
    model = models[-1] if models else _ALL_KINDS[kind]
    return sorted(field.alias or name for name, field in model.model_fields.items())


def _answer(raw: dict[Any, Any], kind: str) -> str:
    said = raw.get("answer")
    if kind == "true_false":
        if "answer" not in raw:
            return "the field 'answer' is missing; add 'answer: true' or 'answer: false'."
        return f"the answer '{show(said)}' is not among the options true and false."
    options = raw.get("options")
    texts = [o.get("text") for o in options if isinstance(o, dict)] if options else []
    if said in texts:
        return f"remove the answer '{show(said)}' and mark that option with \"correct: true\"."
    near = nearest(str(said), [text for text in texts if isinstance(text, str)])
    near = re.sub(r"[.]'\?$", "'?", near)
    return (
        f"the answer '{show(said)}' is not among the options.{near} "
        'Mark the right option with "correct: true".'
    )
