"""The ledger as data: one record a figure, written as CSV and JSON beside the page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from painlab import derived
from painlab.evidence.load import Evidence

FIELDS = (
    *("key", "study", "citation", "link", "design", "population", "n", "limits"),
    *("what", "unit", "value", "ci_low", "ci_high", "events", "total", "items"),
    *("where", "status", "inputs", "used_in"),
)


def ledger_records(evidence: Evidence, used_in: Callable[[str], list[str]]) -> list[dict[str, Any]]:
    """Return one record for each figure of each study, then one for each computed figure.

    Parameters
    ----------
    evidence : the studies.
    used_in : returns ``file:line`` of each use of a key.

    Returns
    -------
    list of dict
        Fields in the order of `FIELDS`; what a figure does not have is None or an empty list.
    """
    records = []
    for study in evidence.studies.values():
        reference = evidence.references.get(study.key)
        about = {
            "study": study.key,
            "citation": reference.short if reference else study.key,
            "link": reference.link if reference else "",
            "design": study.design,
            "population": study.population,
            "n": study.n,
            "limits": list(study.limits),
        }
        for name, entry in study.figures.items():
            for label in entry.values or (None,):
                cell = None if entry.items else entry.cell(label)
                key = f"{study.key}.{name}" + (f"[{label}]" if label is not None else "")
                low, high = cell.ci95 if cell and cell.ci95 else (None, None)
                total = cell.total if cell and cell.total is not None else entry.total
                own = {
                    "key": key,
                    "what": entry.what,
                    "unit": (cell and cell.unit) or entry.unit,
                    "value": cell.value if cell else None,
                    "ci_low": low,
                    "ci_high": high,
                    "events": cell.events if cell else None,
                    "total": total,
                    "items": list(entry.items or ()),
                    "where": (cell and cell.where) or entry.where,
                    "status": (cell and cell.status) or entry.status,
                }
                records.append(_record({**about, **own}, used_in))
    for key in derived.DERIVED:
        figure = derived.lookup(key)
        own = {
            "key": key,
            "what": figure.what,
            "unit": figure.unit,
            "value": figure.value,
            "ci_low": figure.ci95[0] if figure.ci95 else None,
            "ci_high": figure.ci95[1] if figure.ci95 else None,
            "where": figure.where,
            "status": figure.status,
            "inputs": list(figure.inputs),
        }
        records.append(_record(own, used_in))
    return records


def _record(known: dict[str, Any], used_in: Callable[[str], list[str]]) -> dict[str, Any]:
    lists: dict[str, Any] = {"limits": [], "items": [], "inputs": []}
    known = {**lists, **known, "used_in": used_in(known["key"])}
    return {field: known.get(field) for field in FIELDS}


def as_csv(records: list[dict[str, Any]]) -> str:
    """Return the records as CSV with a header; lists are joined by semicolons."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, FIELDS, lineterminator="\n")
    writer.writeheader()
    for record in records:
        writer.writerow(
            {
                field: "; ".join(value) if isinstance(value, list) else value
                for field, value in record.items()
            }
        )
    return stream.getvalue()


def as_json(records: list[dict[str, Any]]) -> str:
    """Return the records as a JSON list."""
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
