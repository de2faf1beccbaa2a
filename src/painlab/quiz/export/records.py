"""Every item and form as data, with all that the bank says of it: the JSON file."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from painlab.quiz.export.formats import ExportFormat, fates
from painlab.quiz.export.selection import Entry, Selection
from painlab.quiz.export.wording import html, picture_bytes
from painlab.quiz.forms.models import FORM_KINDS, Form
from painlab.quiz.forms.texts import form_texts
from painlab.quiz.models import KINDS, Draw, Estimate, Numeric
from painlab.quiz.references import answer_value, curve_figures, curve_people, texts
from painlab.quiz.state import sources


def record(module: str, entry: Entry, selection: Selection) -> dict[str, Any]:
    """Return an item or form with the fields of the bank, its texts as HTML.

    Added are ``module``, ``objective_text``, ``sources``, and the numbers that the bank takes from
    the evidence: ``answer_value``, ``curve_values`` and ``curve_people``.
    """
    data = entry.model_dump(mode="json", by_alias=True, exclude_none=True)
    read = form_texts(entry) if isinstance(entry, Form) else texts(entry)
    for route, text in list(read):
        _put(data, route, html(text, selection.base))
    about = {"id": entry.id, "kind": entry.kind, "module": module}
    added: dict[str, Any] = {}
    if not isinstance(entry, Form):
        about["objective_text"] = selection.can(entry.objective)
    if isinstance(entry, Numeric | Estimate):
        added["answer_value"] = answer_value(entry.answer)
    if isinstance(entry, Draw):
        added["curve_values"] = [figure.value for figure in curve_figures(entry)]
        added["curve_people"] = curve_people(entry)
    added["sources"] = [
        {"text": text, "address": address} for text, address in sources(entry, selection.base)
    ]
    return {**about, **data, **added}


def _put(data: Any, route: Sequence[str | int], text: str) -> None:
    for step in route[:-1]:
        data = data[step]
    data[route[-1]] = text


def _write(selection: Selection) -> bytes:
    pictures = {
        item.image.src: b64encode(picture_bytes(item.image)).decode("ascii")
        for _, item in selection.items()
        if item.image
    }
    whole = {
        "course": selection.title,
        "address": selection.base or "",
        "objectives": {name: selection.can(name) for name in selection.objectives},
        "entries": [
            record(module, entry, selection)
            for module, entries in selection.modules.items()
            for entry in entries
        ],
        "pictures": pictures,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


FORMAT = ExportFormat(
    name="json",
    file="quizzes.json",
    use="programs of your own",
    fates=fates(
        held=dict.fromkeys((*KINDS, *FORM_KINDS), "Every field of the bank, texts as HTML."),
        left_out={},
    ),
    lost=(),
    write=_write,
)
