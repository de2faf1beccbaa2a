"""Moodle XML: what Moodle reads by itself, with categories by module and objective."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import singledispatch
from typing import Any
from xml.etree.ElementTree import Element, indent

from painlab.quiz.export.formats import ExportFormat, fates
from painlab.quiz.export.moodle_common import OPEN_END, category, ranges, share, sides
from painlab.quiz.export.selection import Entry, Selection
from painlab.quiz.export.wording import (
    html,
    label,
    name_of,
    picture,
    picture_bytes,
    tags,
    told_to_all,
    unit_line,
)
from painlab.quiz.export.xml import add, checked, number
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
from painlab.quiz.state import words

_LONGEST_MATCH = 255
"""Longest match that Moodle's table can hold, in characters."""
_LONGEST_TAG = 50


def _write(selection: Selection) -> bytes:
    root = Element("quiz")
    for module, objectives in selection.groups():
        above = (selection.title, selection.module_title(module))
        _category(root, category(*above), module)
        for objective, items in objectives.items():
            path = category(*above, selection.can(objective))
            _category(root, path, f"{module}.{objective}")
            for item in items:
                _question(root, item, selection.base)
    indent(root, " ")
    return checked(root, "moodle.rng", FORMAT.file)


def _category(root: Element, path: str, idnumber: str) -> None:
    question = add(root, "question", type="category")
    add(add(question, "category"), "text", path)
    add(question, "idnumber", idnumber)


def _question(root: Element, item: Item, base: str | None) -> None:
    kind, mark, fill = _kind(item)
    question = add(root, "question", type=kind)
    add(add(question, "name"), "text", name_of(item))
    text = html(item.prompt, base)
    if item.image:
        text += picture(item.image, f"@@PLUGINFILE@@/{item.image.src}", base)
    if isinstance(item, Numeric | Estimate):
        text += unit_line(item)
    asked = _html(question, "questiontext", text)
    if item.image:
        data = b64encode(picture_bytes(item.image)).decode("ascii")
        add(asked, "file", data, name=item.image.src, path="/", encoding="base64")
    _html(question, "generalfeedback", told_to_all(item, base))
    add(question, "defaultgrade", number(mark))
    add(question, "penalty", "0.3333333")
    add(question, "hidden", "0")
    add(question, "idnumber", item.id)
    fill(question, base)
    if item.hint:
        _html(question, "hint", html(item.hint, base))
    held = add(question, "tags")
    for tag in tags(item):
        add(add(held, "tag"), "text", tag[:_LONGEST_TAG])


@singledispatch
def _kind(item: Any) -> Any:
    """Return Moodle's name of the kind, the mark, and what fills in the rest."""
    raise TypeError(f"no Moodle question for {type(item).__name__}")


@_kind.register
def _(item: Single | Multiple) -> Any:
    def fill(question: Element, base: str | None) -> None:
        add(question, "single", "true" if isinstance(item, Single) else "false")
        add(question, "shuffleanswers", "true" if item.shuffle else "false")
        add(question, "answernumbering", "none")
        for option in item.options:
            if isinstance(item, Multiple):
                worth = share(item, option.correct)
            else:
                worth = 100.0 if option.correct else 0.0
            answer = _html(question, "answer", label(option.text), fraction=f"{worth:.7g}")
            _html(answer, "feedback", html(option.explain, base))

    return "multichoice", 1, fill


@_kind.register
def _(item: TrueFalse) -> Any:
    def fill(question: Element, base: str | None) -> None:
        for value, explain in ((True, item.explain_true), (False, item.explain_false)):
            fraction = "100" if value is item.answer else "0"
            answer = add(question, "answer", fraction=fraction, format="plain_text")
            add(answer, "text", "true" if value else "false")
            _html(answer, "feedback", html(explain, base))

    return "truefalse", 1, fill


@_kind.register
def _(item: Numeric) -> Any:
    def fill(question: Element, base: str | None) -> None:
        _number(question, answer_value(item.answer), item.tolerance, 100, "")
        for middle, half, hint in ranges(item):
            _number(question, middle, half, 0, html(hint.explain, base))

    return "numerical", 1, fill


@_kind.register
def _(item: Estimate) -> Any:
    def fill(question: Element, base: str | None) -> None:
        for middle, half, explain in sides(item):
            _number(question, middle, half, 100, html(explain, base) if explain else "")

    return "numerical", 0, fill


def _number(question: Element, value: float, tolerance: float, worth: int, said: str) -> None:
    answer = add(question, "answer", fraction=str(worth), format="plain_text")
    add(answer, "text", number(value))
    _html(answer, "feedback", said)
    add(answer, "tolerance", number(tolerance))


@_kind.register
def _(item: Order) -> Any:
    def fill(question: Element, base: str | None) -> None:
        add(question, "layouttype", "VERTICAL")
        add(question, "selecttype", "ALL")
        add(question, "selectcount", str(len(item.entries)))
        add(question, "gradingtype", "ALL_OR_NOTHING")
        add(question, "showgrading", "SHOW")
        add(question, "numberingstyle", "none")
        for place, entry in enumerate(item.entries, start=1):
            answer = _html(question, "answer", label(entry.text), fraction=str(place))
            _html(answer, "feedback", "")

    return "ordering", 1, fill


@_kind.register
def _(item: Match) -> Any:
    def fill(question: Element, base: str | None) -> None:
        add(question, "shuffleanswers", "true" if item.shuffle else "false")
        for text, match in (*((pair.text, pair.match) for pair in item.pairs), *_left_over(item)):
            row = _html(question, "subquestion", label(text) if text else "")
            add(add(row, "answer"), "text", words(match))

    return "matching", 1, fill


def _left_over(item: Match) -> Iterator[tuple[str, str]]:
    """Yield matches that go with no text: Moodle takes them after an empty one."""
    return (("", match) for match in item.extra)


def _html(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    element = add(parent, tag, **attributes, format="html")
    add(element, "text", text)
    return element


def _refuses(entry: Entry) -> str:
    if isinstance(entry, Match) and any(len(words(m)) > _LONGEST_MATCH for m in entry.matches):
        return f"One of its matches is longer than the {_LONGEST_MATCH} characters Moodle can hold."
    return ""


FORMAT = ExportFormat(
    name="moodle",
    file="moodle.xml",
    use="Moodle 4.4 and later: question bank, import, Moodle XML",
    fates=fates(
        held={
            "single": "Multiple choice, one answer.",
            "multiple": "Multiple choice, several answers. The right ones share the mark and a "
            "wrong one takes it all; some of the right ones alone earn a part of it.",
            "true_false": "True/false.",
            "numeric": "Numerical with the tolerance. Predictable wrong numbers are answers worth "
            f"nothing, each with its explanation; an open end reaches {OPEN_END:,.0f} further.",
            "estimate": "Numerical, worth no mark: any guess on the scale is taken, and what is "
            "said depends on whether it was too low, too high or within half a step.",
            "order": "Ordering (part of Moodle since 4.4), all or nothing.",
            "match": "Matching. Moodle gives a part of the mark for a part of the pairs.",
        },
        left_out={"draw": "Moodle has no question in which one draws a curve."},
    ),
    lost=(
        "How sure a learner is, asked before some answers.",
        "The slider of an estimate; a field takes its place.",
        "Explanations of entries and pairs are said together, after the answer.",
        "A hint comes after a first wrong try, in the behaviour with several tries.",
        "Which option shows which belief; the beliefs are tags of the question.",
    ),
    write=_write,
    refuses=_refuses,
)
