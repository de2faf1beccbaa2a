"""The exports of one item of each kind, as text that can be read and compared.

Run as a program, it writes the samples in ``tests/fixtures/export`` anew.
"""

from __future__ import annotations

import io
import json
import sqlite3
from pathlib import Path
from zipfile import ZipFile

from painlab.quiz.bank import read_bank
from painlab.quiz.export.catalogue import FORMATS
from painlab.quiz.export.selection import Selection
from painlab.quiz.export.write import export
from painlab.quiz.objectives import course_objectives

FIXTURES = Path(__file__).resolve().parent / "fixtures"
SAMPLES = FIXTURES / "export"
_SUFFIXES = {"moodle": "xml", "qti": "xml", "gift": "txt", "anki": "json", "csv": "csv"}


def selection_of(*banks: Path, base: str | None = None) -> Selection:
    """Return all that is in some banks, each bank a module."""
    modules = {bank.stem: tuple(read_bank(bank)[0]) for bank in banks}
    return Selection("A course", modules, course_objectives(), base)


def written(selection: Selection, name: str) -> bytes:
    """Return the file of one format."""
    return export(selection, [FORMATS[name]]).files[FORMATS[name].file]


def samples() -> dict[str, str]:
    """Return each format of the bank of all kinds and of the forms, as text by file name."""
    banks = FIXTURES / "banks"
    chosen = selection_of(banks / "all_kinds.yml", banks / "forms.yml")
    return {
        f"{name}.{_SUFFIXES.get(name, name)}": _as_text(name, written(chosen, name))
        for name in FORMATS
    }


def _as_text(name: str, content: bytes) -> str:
    if name == "qti":
        with ZipFile(io.BytesIO(content)) as packed:
            parts = [f"<!-- {one} -->\n{packed.read(one).decode()}" for one in packed.namelist()]
        return "\n".join(parts).replace("><", ">\n<")
    if name == "anki":
        return json.dumps(notes(content), ensure_ascii=False, indent=1) + "\n"
    return content.decode("utf-8-sig")


def notes(content: bytes) -> list[dict[str, str]]:
    """Return the notes of an Anki deck, read with sqlite alone."""
    with ZipFile(io.BytesIO(content)) as packed, sqlite3.connect(":memory:") as connection:
        connection.deserialize(packed.read("collection.anki2"))
        decks = json.loads(connection.execute("select decks from col").fetchone()[0])
        rows = connection.execute(
            "select guid, notes.mod, flds, tags, did from notes join cards on cards.nid = notes.id"
        )
        return [
            {
                "guid": guid,
                "time": str(time),
                "fields": fields,
                "tags": tags.strip(),
                "deck": decks[str(did)]["name"],
            }
            for guid, time, fields, tags, did in rows
        ]


if __name__ == "__main__":
    for file, text in samples().items():
        (SAMPLES / file).write_text(text, encoding="utf-8")
