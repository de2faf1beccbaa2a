"""GIFT: questions as lines of text, read by Moodle and by many smaller tools."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from painlab.quiz.export.formats import ExportFormat, InvalidExportError, fates
from painlab.quiz.export.moodle_common import category, ranges, share, sides
from painlab.quiz.export.selection import Entry, Selection
from painlab.quiz.export.wording import html, label, name_of, tags, told_to_all, unit_line
from painlab.quiz.export.xml import number
from painlab.quiz.models import (
    Estimate,
    Item,
    Match,
    Multiple,
    Numeric,
    Order,
    Single,
    TrueFalse,
)
from painlab.quiz.references import answer_value
from painlab.quiz.shuffle import shown_order
from painlab.quiz.state import words

# What means something in GIFT, and the mark that takes the meaning away.
_MEANS = re.compile(r"[\\~=#{}:]")


def _text(text: str) -> str:
    """Return `text` in one line, with a mark before everything that means something in GIFT."""
    return _MEANS.sub(r"\\\g<0>", re.sub(r"\s+", " ", text.strip()))


def _write(selection: Selection) -> bytes:
    parts = []
    for module, objectives in selection.groups():
        for objective, items in objectives.items():
            path = category(
                selection.title, selection.module_title(module), selection.can(objective)
            )
            parts.append(f"$CATEGORY: {path}")
            parts += [_question(item, selection.base) for item in items]
    return ("\n\n".join(parts) + "\n").encode()


def _question(item: Item, base: str | None) -> str:
    asked = html(item.prompt, base)
    if isinstance(item, Numeric | Estimate):
        asked += unit_line(item)
    lines = [f"// [id:{item.id}] " + " ".join(f"[tag:{tag}]" for tag in tags(item))]
    lines.append(f"::{_text(name_of(item))}::[html]{_text(asked)}{{{_start(item)}")
    lines += _answers(item, base)
    lines.append(f"####{_text(told_to_all(item, base))}")
    made = "\n".join([*lines, "}"])
    if re.search(r"\n\s*\n", made):
        raise InvalidExportError(f"{FORMAT.file}: '{item.id}' holds an empty line.")
    return made


def _start(item: Item) -> str:
    return "#" if isinstance(item, Numeric | Estimate) else ""


@singledispatch
def _answers(item: Any, base: str | None) -> Sequence[str]:
    raise TypeError(f"no GIFT question for {type(item).__name__}")


@_answers.register
def _(item: Single | Multiple, base: str | None) -> Sequence[str]:
    rows = []
    for option in (item.options[index] for index in shown_order(item)):
        if isinstance(item, Multiple):
            mark = f"~%{share(item, option.correct):.7g}%"
        else:
            mark = "=" if option.correct else "~"
        rows.append(f"{mark}{_text(label(option.text))}#{_text(html(option.explain, base))}")
    return rows


@_answers.register
def _(item: TrueFalse, base: str | None) -> Sequence[str]:
    said = (item.explain_false, item.explain_true)
    wrong, right = said if item.answer else said[::-1]
    word = "TRUE" if item.answer else "FALSE"
    return [f"{word}#{_text(html(wrong, base))}#{_text(html(right, base))}"]


@_answers.register
def _(item: Numeric, base: str | None) -> Sequence[str]:
    rows = [_number(answer_value(item.answer), item.tolerance, 100, "")]
    for middle, half, hint in ranges(item):
        rows.append(_number(middle, half, 0, html(hint.explain, base)))
    return rows


@_answers.register
def _(item: Estimate, base: str | None) -> Sequence[str]:
    return [
        _number(middle, half, 100, html(explain, base) if explain else "")
        for middle, half, explain in sides(item)
    ]


def _number(value: float, tolerance: float, worth: int, said: str) -> str:
    return f"=%{worth}%{number(value)}:{number(tolerance)}#{_text(said)}"


@_answers.register
def _(item: Order, base: str | None) -> Sequence[str]:
    return [
        f"={_text(label(item.entries[index].text))} -> {index + 1}" for index in shown_order(item)
    ]


@_answers.register
def _(item: Match, base: str | None) -> Sequence[str]:
    rows = [(label(pair.text), pair.match) for pair in item.pairs]
    rows += [("", match) for match in item.extra]
    return [f"={_text(text)} -> {_text(words(match))}" for text, match in rows]


def _refuses(entry: Entry) -> str:
    if getattr(entry, "image", None):
        return "It asks about a picture, and GIFT holds text alone."
    return ""


FORMAT = ExportFormat(
    name="gift",
    file="quizzes.gift.txt",
    use="Moodle and smaller tools that read text files",
    fates=fates(
        held={
            "single": "Multiple choice, one answer.",
            "multiple": "Multiple choice, several answers, marked as in Moodle XML.",
            "true_false": "True/false.",
            "numeric": "Numerical with the tolerance and with the predictable wrong numbers.",
            "estimate": "Numerical: any guess on the scale is right, for GIFT cannot say that a "
            "question earns no mark.",
            "order": "Matching: each entry with its place.",
            "match": "Matching.",
        },
        left_out={"draw": "GIFT has no question in which one draws a curve."},
    ),
    lost=(
        "Pictures: a question about a picture is left out.",
        "Hints, and how sure a learner is.",
        "Whether the options may be mixed.",
        "Explanations of entries and pairs are said together, after the answer.",
        "Which option shows which belief; the beliefs are tags, which older readers leave out.",
    ),
    write=_write,
    refuses=_refuses,
)
