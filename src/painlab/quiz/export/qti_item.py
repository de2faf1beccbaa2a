"""One item as a QTI 2.1 assessmentItem: what is asked, what is right, what is said to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import Any
from xml.etree.ElementTree import Element

from painlab.quiz.export.qti_answer import ALL, Asked, declare, process
from painlab.quiz.export.wording import (
    beliefs,
    html,
    label,
    name_of,
    number_line,
    picture,
    told_to_all,
)
from painlab.quiz.export.xml import add, add_html, number
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
from painlab.quiz.state import suffix, words
from painlab.strings import say

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PICTURES = "images"
"""Folder of the pictures in the package."""


def qti_item(item: Item, base: str | None) -> Element:
    """Return an item as the root element of its own document.

    Parameters
    ----------
    item : a checked item of a kind that QTI can hold.
    base : address of the course, for links; see :class:`painlab.quiz.export.selection.Selection`.
    """
    asked = _asked(item, base)
    root = Element(
        "assessmentItem",
        {
            "xmlns": NAMESPACE,
            "identifier": item.id,
            "title": name_of(item),
            "adaptive": "false",
            "timeDependent": "false",
        },
    )
    declare(root, asked)
    body = add(root, "itemBody")
    add_html(body, html(item.prompt, base))
    if item.image:
        add_html(body, picture(item.image, f"../{PICTURES}/{item.image.src}", base))
    body.append(asked.interaction)
    _for_the_teacher(body, item, base)
    process(root, asked)
    for name, said in {**asked.said, ALL: told_to_all(item, base)}.items():
        shown = {"outcomeIdentifier": "FEEDBACK", "identifier": name, "showHide": "show"}
        add_html(add(root, "modalFeedback", **shown), said)
    return root


def _for_the_teacher(body: Element, item: Item, base: str | None) -> None:
    hint = f"<p>{say('hint')}:</p>{html(item.hint, base)}" if item.hint else ""
    shown = list(beliefs(item))
    if hint or shown:
        block = add(body, "rubricBlock", view="tutor")
        add_html(block, hint)
        for belief in shown:
            add(block, "p", belief)


@singledispatch
def _asked(item: Any, base: str | None) -> Asked:
    raise TypeError(f"no QTI item for {type(item).__name__}")


@_asked.register
def _(item: Single | Multiple, base: str | None) -> Asked:
    one = isinstance(item, Single)
    options = {f"option-{place}": option for place, option in enumerate(item.options, start=1)}
    choices = _choices(one, item.shuffle)
    _list(choices, "option", item, [option.text for option in item.options])
    return Asked(
        cardinality="single" if one else "multiple",
        base_type="identifier",
        right=[name for name, option in options.items() if option.correct],
        interaction=choices,
        said={name: html(option.explain, base) for name, option in options.items()},
    )


@_asked.register
def _(item: TrueFalse, base: str | None) -> Asked:
    choices = _choices(True, False)
    for name in ("true", "false"):
        add(add(choices, "simpleChoice", identifier=name), "p", say(f"choice_{name}"))
    said = {"true": html(item.explain_true, base), "false": html(item.explain_false, base)}
    return Asked("single", "identifier", ["true" if item.answer else "false"], choices, said)


def _choices(one: bool, shuffle: bool) -> Element:
    return _interaction(
        "choiceInteraction", shuffle="true" if shuffle else "false", maxChoices="1" if one else "0"
    )


@_asked.register
def _(item: Numeric, base: str | None) -> Asked:
    answer = answer_value(item.answer)
    line = Element("p")
    line.text = f"{say('numeric_field')}: "
    field = _interaction("textEntryInteraction", expectedLength="10")
    field.tail = suffix(item.unit)
    line.append(field)
    # What is right is told to all; it comes first, so that no hint speaks to it.
    ranges: dict[str, tuple[float | None, float | None]] = {
        "right": (answer - item.tolerance, answer + item.tolerance)
    }
    said = {}
    for place, hint in enumerate(item.hints, start=1):
        ranges[f"hint-{place}"] = (hint.low, hint.high)
        said[f"hint-{place}"] = html(hint.explain, base)
    right = [number(answer)]
    return Asked("single", "float", right, line, said, ranges, tolerance=item.tolerance)


@_asked.register
def _(item: Estimate, base: str | None) -> Asked:
    answer = answer_value(item.answer)
    # A step of QTI is a whole number; without one the slider moves freely.
    step = {"step": number(item.step)} if item.step == int(item.step) else {}
    ends = {"lowerBound": number(item.min), "upperBound": number(item.max)}
    block = Element("div")
    add(block, "p", number_line(item))
    block.append(_interaction("sliderInteraction", **ends, **step))
    half = item.step / 2
    return Asked(
        cardinality="single",
        base_type="float",
        right=[],
        interaction=block,
        said={"low": html(item.explain_low, base), "high": html(item.explain_high, base)},
        conditions={
            "near": (answer - half, answer + half),
            "low": (None, answer),
            "high": (answer, None),
        },
    )


@_asked.register
def _(item: Order, base: str | None) -> Asked:
    entries = _interaction("orderInteraction", shuffle="true")
    _list(entries, "entry", item, [entry.text for entry in item.entries])
    right = [f"entry-{place}" for place in range(1, len(item.entries) + 1)]
    return Asked("ordered", "identifier", right, entries)


def _list(interaction: Element, name: str, item: Item, texts: Sequence[str]) -> None:
    """List choices as a page does: a platform that does not mix them gives no answer away."""
    for index in shown_order(item):
        choice = add(interaction, "simpleChoice", identifier=f"{name}-{index + 1}")
        add_html(choice, label(texts[index]))


@_asked.register
def _(item: Match, base: str | None) -> Asked:
    rows = _interaction(
        "matchInteraction",
        shuffle="true" if item.shuffle else "false",
        maxAssociations=str(len(item.pairs)),
    )
    texts, matches = add(rows, "simpleMatchSet"), add(rows, "simpleMatchSet")
    for place, pair in enumerate(item.pairs, start=1):
        add_html(_associable(texts, f"text-{place}", 1), label(pair.text))
    for index in shown_order(item):
        # Several texts may share a match.
        add(_associable(matches, f"match-{index + 1}", 0), "p", words(item.matches[index]))
    return Asked("multiple", "directedPair", list(_right_pairs(item)), rows)


def _right_pairs(item: Match) -> Iterator[str]:
    for place, pair in enumerate(item.pairs, start=1):
        yield f"text-{place} match-{item.matches.index(pair.match) + 1}"


def _associable(parent: Element, name: str, most: int) -> Element:
    return add(parent, "simpleAssociableChoice", identifier=name, matchMax=str(most))


def _interaction(tag: str, **attributes: str) -> Element:
    return Element(tag, {"responseIdentifier": "RESPONSE", **attributes})
