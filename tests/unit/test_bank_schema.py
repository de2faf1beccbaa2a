"""The JSON Schema says what the models say: editors complete and check banks with it."""

from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from painlab.content import content_dir
from painlab.quiz.authoring.new_item import SKELETONS
from painlab.quiz.authoring.schema import HEADER, SCHEMA_NAME, bank_schema, schema_text
from painlab.quiz.forms.models import FORM_KINDS
from painlab.quiz.models import KINDS
from painlab.yaml_source import read_yaml

QUIZZES = content_dir() / "quizzes"
BANKS = sorted(QUIZZES.glob("*.yml"))
VALIDATOR = jsonschema.Draft202012Validator(bank_schema())


def test_the_committed_schema_is_that_of_the_models() -> None:
    committed = (QUIZZES / SCHEMA_NAME).read_text(encoding="utf-8")
    assert committed == schema_text(), "run `painlab schema` and commit what it writes"


@pytest.mark.parametrize("bank", [*BANKS, SKELETONS], ids=lambda path: path.name)
def test_every_bank_follows_the_schema(bank: Path) -> None:
    VALIDATOR.check_schema(bank_schema())
    assert [error.message for error in VALIDATOR.iter_errors(read_yaml(bank).data)] == []


@pytest.mark.parametrize("bank", BANKS, ids=lambda path: path.name)
def test_every_bank_tells_editors_where_its_schema_is(bank: Path) -> None:
    assert bank.read_text(encoding="utf-8").startswith(f"{HEADER}\n")


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "singel"},
        {"kind": "numeric"},
        {"prmopt": "A typo"},
        {"prompt": None},
        {"id": "No id"},
        {"objective": 5},
        {"options": []},
        {"options": [{"text": "a"}, {"text": "b", "explain": "b", "correct": "yes"}]},
        {"evidence": []},
    ],
    ids=str,
)
def test_a_broken_item_fails(change: dict[str, Any]) -> None:
    item = read_yaml(SKELETONS).data[0]
    assert item["kind"] == "single"
    assert VALIDATOR.is_valid([item])
    broken = {key: value for key, value in {**item, **change}.items() if value is not None}
    assert not VALIDATOR.is_valid([broken])


def test_every_kind_and_every_field_has_help() -> None:
    schema = bank_schema()
    assert len(schema["items"]["oneOf"]) == len(KINDS) + len(FORM_KINDS)
    for name, definition in schema["$defs"].items():
        assert definition["description"], name
        for field, shown in definition["properties"].items():
            assert shown.get("description"), f"say what {name}.{field} is in its docstring"
            assert "Attributes" not in shown["description"]
