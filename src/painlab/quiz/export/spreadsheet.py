"""Every item and form as rows of a table: the CSV file, for reading and for lists of your own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from painlab.quiz.export.formats import ExportFormat, fates
from painlab.quiz.export.selection import Entry, Selection
from painlab.quiz.export.xml import number
from painlab.quiz.forms.models import (
    FORM_KINDS,
    Certificate,
    Checklist,
    Form,
    Plan,
    Reflection,
    Survey,
)
from painlab.quiz.models import (
    KINDS,
    Draw,
    Estimate,
    Item,
    Match,
    Multiple,
    Numeric,
    Order,
    Single,
    TrueFalse,
)
from painlab.quiz.references import answer_value, curve_figures
from painlab.quiz.state import sources, words
from painlab.strings import say

COLUMNS = (
    *("id", "module", "kind", "objective", "part", "text", "match", "right", "number"),
    *("low", "high", "tolerance", "unit", "explanation", "misconception", "sources"),
)
Row = dict[str, str]

# A table program would take what begins so for something to work out.
_ACTS = ("=", "+", "-", "@", "\t", "\r")


def _write(selection: Selection) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for module, entries in selection.modules.items():
        for entry in entries:
            about = {"id": entry.id, "module": module, "kind": entry.kind}
            if not isinstance(entry, Form):
                about["objective"] = selection.can(entry.objective)
            for row in _rows(entry, selection):
                writer.writerow({**about, **{name: _safe(name, row[name]) for name in row}})
    # The mark at the start tells table programs that this is UTF-8.
    return stream.getvalue().encode("utf-8-sig")


def _safe(column: str, text: str) -> str:
    numbers = ("number", "low", "high", "tolerance")
    return f"'{text}" if text.startswith(_ACTS) and column not in numbers else text


def _rows(entry: Entry, selection: Selection) -> Iterator[Row]:
    read = "; ".join(
        f"{text} <{address}>" if address else text
        for text, address in sources(entry, selection.base)
    )
    if isinstance(entry, Form):
        first = {"part": "form", "text": entry.title, "explanation": words(entry.prompt)}
    else:
        told = " ".join(_said_to_all(entry))
        first = {"part": "question", "text": words(entry.prompt), "explanation": told}
    first["sources"] = read
    yield {**first, **_numbers(entry)}
    if hint := getattr(entry, "hint", None):
        yield {"part": "hint", "text": words(hint)}
    if image := getattr(entry, "image", None):
        caption = words(image.caption) if image.caption else ""
        yield {"part": f"picture {image.src}", "text": words(image.alt), "explanation": caption}
    yield from _parts(entry)


def _said_to_all(item: Item) -> Iterator[str]:
    if isinstance(item, Numeric | Estimate) and item.answer.because:
        yield words(item.answer.because)
    if explain := getattr(item, "explain", None):
        yield words(explain)


def _numbers(entry: Entry) -> Row:
    """Return the right number with its scale."""
    if not isinstance(entry, Numeric | Estimate):
        return {"unit": entry.unit or ""} if isinstance(entry, Draw) else {}
    row = {"number": number(answer_value(entry.answer)), "unit": entry.unit or ""}
    if isinstance(entry, Numeric):
        return {**row, "tolerance": number(entry.tolerance)}
    return {**row, "low": number(entry.min), "high": number(entry.max)}


@singledispatch
def _parts(entry: Any) -> Iterator[Row]:
    raise TypeError(f"no rows for {type(entry).__name__}")


@_parts.register
def _(entry: Single | Multiple) -> Iterator[Row]:
    for option in entry.options:
        yield {
            "part": "option",
            "text": words(option.text),
            "right": _said(option.correct),
            "explanation": words(option.explain),
            "misconception": option.misconception or "",
        }


@_parts.register
def _(entry: TrueFalse) -> Iterator[Row]:
    for value, explain in ((True, entry.explain_true), (False, entry.explain_false)):
        right = entry.answer is value
        yield {
            "part": "option",
            "text": say("choice_true" if value else "choice_false"),
            "right": _said(right),
            "explanation": words(explain),
            "misconception": "" if right else entry.misconception,
        }


def _said(right: bool) -> str:
    return "yes" if right else "no"


@_parts.register
def _(entry: Numeric) -> Iterator[Row]:
    for hint in entry.hints:
        yield {
            "part": "wrong number",
            "low": "" if hint.low is None else number(hint.low),
            "high": "" if hint.high is None else number(hint.high),
            "explanation": words(hint.explain),
            "misconception": hint.misconception,
        }


@_parts.register
def _(entry: Estimate) -> Iterator[Row]:
    yield {"part": "guess too low", "explanation": words(entry.explain_low)}
    yield {"part": "guess too high", "explanation": words(entry.explain_high)}


@_parts.register
def _(entry: Draw) -> Iterator[Row]:
    for name, figure in zip(entry.curve.labels, curve_figures(entry), strict=True):
        part = "given point" if name in entry.curve.given else "point"
        yield {"part": part, "text": name, "number": number(figure.value)}


@_parts.register
def _(entry: Order) -> Iterator[Row]:
    for place, one in enumerate(entry.entries, start=1):
        yield {
            "part": "entry",
            "text": words(one.text),
            "number": str(place),
            "explanation": words(one.explain),
        }


@_parts.register
def _(entry: Match) -> Iterator[Row]:
    for pair in entry.pairs:
        yield {
            "part": "pair",
            "text": words(pair.text),
            "match": words(pair.match),
            "explanation": words(pair.explain),
            "misconception": pair.misconception,
        }
    for match in entry.extra:
        yield {"part": "match left over", "match": words(match)}


@_parts.register
def _(entry: Checklist) -> Iterator[Row]:
    for level in entry.levels:
        yield {"part": "level", "text": words(level.heading), "explanation": words(level.show)}
        for text in level.statements:
            yield {"part": "sign", "text": words(text)}
    yield {"part": "none of these", "explanation": words(entry.clear)}


@_parts.register
def _(entry: Reflection) -> Iterator[Row]:
    for question in entry.questions:
        yield {"part": "asked", "text": words(question.text)}
        for reply in question.options:
            yield {"part": "reply", "text": words(reply.text), "explanation": words(reply.say)}
            if reply.note:
                yield {"part": "note", "text": words(reply.note)}
    if entry.closing:
        yield {"part": "closing", "text": words(entry.closing)}


@_parts.register
def _(entry: Survey) -> Iterator[Row]:
    for one in entry.statements:
        explain = words(one.explain) if one.explain else ""
        yield {"part": "statement", "text": words(one.text), "explanation": explain}
    for label in entry.scale:
        yield {"part": "scale", "text": label}


@_parts.register
def _(entry: Plan) -> Iterator[Row]:
    for one in entry.fields:
        yield {"part": "field", "text": one.label, "explanation": words(one.help or "")}


@_parts.register
def _(entry: Certificate) -> Iterator[Row]:
    yield {"part": "sheet", "text": entry.course, "explanation": words(entry.limits)}


FORMAT = ExportFormat(
    name="csv",
    file="quizzes.csv",
    use="table programs, to read, sort and pick from",
    fates=fates(
        held=dict.fromkeys(
            (*KINDS, *FORM_KINDS), "A row for the question and one for each of its parts."
        ),
        left_out={},
    ),
    lost=(
        "Bold, italic and links: texts are plain words.",
        "Pictures: their file is named, with what it shows.",
        "How sure a learner is, what may be mixed, what a form keeps and which form comes first.",
        "A text that a table program would work out, as one that begins with =, has ' before it.",
    ),
    write=_write,
)
