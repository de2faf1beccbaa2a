"""The ledger's downloads hold every figure once, with all that belongs to it."""

import csv
import io
import json
from typing import Any

import pytest

from painlab.book.ledger_records import FIELDS, as_csv, as_json, ledger_records
from painlab.derived import DERIVED
from painlab.evidence.load import course_evidence


def used_in(key: str) -> list[str]:
    """Stand in for the scan of the course."""
    return ["index.md:1"] if key == "brinjikji2015.disk_bulge[50]" else []


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return ledger_records(course_evidence(), used_in)


def test_every_figure_stands_there_once(records: list[dict[str, Any]]) -> None:
    keys = [record["key"] for record in records]
    expected = {key for key in course_evidence().keys() if not key.endswith(".n")}  # noqa: SIM118
    assert len(keys) == len(set(keys))
    assert set(keys) == expected | DERIVED.keys()


def test_a_record_holds_value_source_and_use(records: list[dict[str, Any]]) -> None:
    (record,) = (one for one in records if one["key"] == "brinjikji2015.disk_bulge[50]")
    entry = course_evidence().studies["brinjikji2015"].figures["disk_bulge"]
    assert record["value"] == entry.cell("50").value
    assert record["link"].startswith("https://doi.org/10.")
    assert record["used_in"] == ["index.md:1"]
    assert record["limits"]


def test_a_computed_figure_names_its_inputs(records: list[dict[str, Any]]) -> None:
    (record,) = (one for one in records if one["key"] == "calc.after_worn_disc")
    assert record["inputs"] == ["han2023dx.lr_positive[disc_degeneration]"]
    assert record["status"] == "computed"


def test_csv_and_json_say_the_same(records: list[dict[str, Any]]) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(records))))
    assert tuple(rows[0]) == FIELDS
    assert [row["key"] for row in rows] == [one["key"] for one in json.loads(as_json(records))]
    signs = next(row for row in rows if row["key"] == "girft2023.emergency_signs")
    assert signs["items"].count("; ") >= 4
