"""Turn what pydantic says about a study into a sentence that names the part and the fix."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from painlab.evidence.schema import Cell, FigureEntry, StudyEntry
from painlab.findings import nearest

_TYPES = {
    "string_type": "text; put it in quotes",
    "float_type": "a number",
    "finite_number": "a finite number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "greater_than": "a number above zero",
    "greater_than_equal": "zero or more",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of names",
    "model_type": "a mapping of fields",
    "model_attributes_type": "a mapping of fields",
}


def explain(error: ErrorDetails, study: dict[Any, Any]) -> tuple[str, str, str]:
    """Return the rule, the item (study, figure, label) and a sentence for one error.

    Parameters
    ----------
    error : one of pydantic's error details for the study.
    study : the study as the file holds it.
    """
    route = [str(part) for part in error["loc"] if part != "[key]"]
    item = _item(route, study)
    name = route[-1] if route else ""
    if name == "status" and error["input"] == "recalled":
        message = "the status is 'recalled': nobody has read it in a source, so leave it out."
        return "recalled", item, message
    return "evidence", item, _sentence(error, route, name)


def _item(route: list[str], study: dict[Any, Any]) -> str:
    item = str(study.get("key", "study without key"))
    if len(route) >= 2 and route[0] == "figures":
        item += f".{route[1]}"
        if len(route) >= 4 and route[2] == "values":
            item += f"[{route[3]}]"
    return item


def _sentence(error: ErrorDetails, route: list[str], name: str) -> str:
    said = _show(error["input"])
    match error["type"]:
        case "extra_forbidden":
            fields = sorted(_model(route).model_fields)
            return f"unknown field '{name}'.{nearest(name, fields)} Remove or rename it."
        case "missing" | "too_long" if "ci95" in route:
            return "ci95 needs exactly a low and a high end; write it as [low, high]."
        case "missing":
            return f"the field '{name}' is missing; add it."
        case "literal_error":
            return f"the status {said} is not known; use 'verified' or 'secondary'."
        case "string_pattern_mismatch" if len(route) >= 4:
            return f"the label {said} must be letters, digits, '_', '.' or '-'; rename it."
        case "string_pattern_mismatch":
            return (
                f"the name {said} must be small letters, digits and '_', "
                "and start with a letter; rename it."
            )
        case "value_error":
            return f"{error['msg'].removeprefix('Value error, ')}."
        case "too_short" | "string_too_short":
            return f"the field '{name}' is empty; fill it in or remove it."
        case "string_too_long":
            return f"the field '{name}' is too long; keep to 1,200 characters."
        case kind if kind in _TYPES:
            part = f"the field '{name}'" if name else "a study"
            return f"{part} must be {_TYPES[kind]}; it is {said}."
        case _:
            return f"the field '{name}' cannot be {said}: {error['msg']}."


def _model(route: list[str]) -> type[BaseModel]:
    """Return the model whose fields are right at `route`."""
    if route[0] != "figures" or len(route) < 3:
        return StudyEntry
    return Cell if route[2] == "values" and len(route) > 3 else FigureEntry


def _show(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
