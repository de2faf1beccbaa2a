"""Turn what pydantic says about an item into sentences that name the part and the fix."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from painlab.findings import nearest
from painlab.quiz.models import KINDS
from painlab.quiz.parts import Answer, Curve, Hint, Option

Route = tuple[str | int, ...]

_PARTS: dict[str, type[BaseModel]] = {
    "options": Option,
    "answer": Answer,
    "hints": Hint,
    "curve": Curve,
}
_PATTERNS = {
    "id": "write it as 'module-topic-01': small letters, hyphens, two digits at the end",
    "objective": "write it in small letters with hyphens, for example 'read-a-prevalence'",
    "misconception": "write it in small letters with hyphens, for example 'finding-is-fate'",
}
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
    route = tuple(part for part in error["loc"] if part not in KINDS and part != "[key]")
    kind = str(raw.get("kind"))
    if error["type"] == "union_tag_invalid":
        known = ", ".join(KINDS)
        return ("kind",), f"unknown kind '{show(kind)}'.{nearest(kind, list(KINDS))} Use {known}."
    if error["type"] == "union_tag_not_found":
        return (), f"the field 'kind' is missing; use one of {', '.join(KINDS)}."
    if route == ("answer",) and kind in {"single", "multiple", "true_false"}:
        return route, _answer(raw, kind)
    return route, _part(route) + _sentence(error, route, kind)


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


def show(value: object, limit: int = 60) -> str:
    """Return `value` short and printable, so that hostile text cannot disturb a message."""
    text = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in str(value))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _part(route: Route) -> str:
    """Return ``option 2: `` or ``hint 1: `` for a part of a list, else nothing."""
    if len(route) >= 2 and isinstance(route[1], int):
        return f"{str(route[0]).removesuffix('s')} {route[1] + 1}: "
    return ""


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
    for part in route[:-1]:
        if part in _PARTS:
            return sorted(_PARTS[str(part)].model_fields)
    return sorted(KINDS[kind].model_fields) if kind in KINDS else []


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
