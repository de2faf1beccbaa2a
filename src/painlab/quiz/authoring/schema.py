"""The shape of an item bank as JSON Schema, made from the models: editors complete and check it."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from typing import Annotated, Any, Union

from pydantic import BaseModel, Field, TypeAdapter

from painlab.quiz.forms.models import FORM_KINDS
from painlab.quiz.models import KINDS
from painlab.quiz.parts import Strict

SCHEMA_NAME = "bank.schema.json"
"""Name of the schema beside the banks."""
PUBLISHED_NAME = "quiz-bank.schema.json"
"""Name of the schema at the book's root."""
HEADER = f"# yaml-language-server: $schema={SCHEMA_NAME}"
"""First line of every bank: tells editors where its schema is."""

_ATTRIBUTE = re.compile(r"^(?P<names>\w+(?:, \w+)*) : (?P<words>.*(?:\n[ ]+.*)*)", re.MULTILINE)
# The models read whole numbers here as words.
_WORDS_OR_NUMBERS = (("Curve", "labels"), ("Curve", "given"))


def bank_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a bank, with help texts from the docstrings."""
    kinds = (*KINDS.values(), *FORM_KINDS.values())
    # A union made at run time: a new kind is in the schema as soon as it is among the kinds.
    entry = Annotated[Union[kinds], Field(discriminator="kind")]  # type: ignore[valid-type]  # noqa: UP007
    schema = TypeAdapter(list[entry]).json_schema()
    definitions: dict[str, Any] = schema["$defs"]
    for model in _models(Strict):
        if model.__name__ in definitions:
            _describe(definitions[model.__name__], model)
    for name, field in _WORDS_OR_NUMBERS:
        items = definitions[name]["properties"][field]["items"]
        definitions[name]["properties"][field]["items"] = {"anyOf": [items, {"type": "integer"}]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Item bank",
        "description": "Questions and forms of one module; `painlab check` knows further rules.",
        "type": "array",
        # The reading of `discriminator` is OpenAPI's: editors go by the constant in `kind`.
        "items": {"oneOf": schema["items"]["oneOf"]},
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Return the schema as it is written to files; the same models give the same bytes."""
    return json.dumps(bank_schema(), indent=2, ensure_ascii=False) + "\n"


def _models(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    """Put what the docstrings say about a model and its fields where editors look for it."""
    definition["description"] = _summary(model)
    words = {}
    for one in reversed(model.__mro__):
        if issubclass(one, Strict):
            words.update(_attributes(one))
    for name, field in model.model_fields.items():
        shown = definition["properties"][field.alias or name]
        shown.pop("title", None)
        if name in words:
            shown["description"] = words[name]
        elif name == "kind":
            shown["description"] = _summary(model)


def _summary(model: type[BaseModel]) -> str:
    doc = inspect.cleandoc(model.__dict__.get("__doc__") or "")
    return _plain(doc.partition("Attributes\n")[0])


def _attributes(model: type[BaseModel]) -> dict[str, str]:
    """Return the help of each field from the section "Attributes" of a docstring."""
    section = inspect.cleandoc(model.__dict__.get("__doc__") or "").partition("Attributes\n")[2]
    found = {}
    for match in _ATTRIBUTE.finditer(section):
        words = _plain(match["words"])
        for name in match["names"].split(", "):
            found[name] = f"{words[:1].upper()}{words[1:]}"
    return found


def _plain(words: str) -> str:
    return " ".join(words.split()).replace("``", "`")
