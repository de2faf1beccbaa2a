"""What the browser needs of an item: token trees, numbers and sentences, never markup."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from painlab.derived import lookup
from painlab.evidence.format import plain
from painlab.evidence.load import course_evidence
from painlab.quiz.forms.models import Form
from painlab.quiz.images import image_address, image_size
from painlab.quiz.models import (
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
from painlab.quiz.parts import Answer, Image
from painlab.quiz.references import answer_value, curve_figures, curve_people
from painlab.quiz.shuffle import shown_order
from painlab.quiz.text import number_link, parse, study_link
from painlab.quiz.tokens import Node, to_json, to_plain, without_links
from painlab.strings import say


def item_state(item: Item, base: str | None = "") -> dict[str, Any]:
    """Return `item` as the front end reads it.

    Parameters
    ----------
    item : a checked item.
    base : way from the page to the book's root; see :func:`painlab.quiz.text.parse`.
    """
    return {
        "id": item.id,
        "kind": item.kind,
        "prompt": blocks(item.prompt, base),
        **({"image": image_state(item.image, base)} if item.image else {}),
        **({"hint": blocks(item.hint, base)} if item.hint else {}),
        **({"confidence": True} if getattr(item, "confidence", False) else {}),
        **_state(item, base),
        "sources": [{"text": text, "href": href} for text, href in sources(item, base)],
    }


def blocks(text: str, base: str | None) -> list[list[Any]]:
    """Return the paragraphs of `text` as token trees for the browser."""
    return [to_json(block) for block in parse(text, base)]


def words(text: str) -> str:
    """Return `text` as plain words, for places that hold no markup."""
    return " ".join(to_plain(block) for block in parse(text, None))


def image_state(image: Image, base: str | None) -> dict[str, Any]:
    """Return `image` with its address, and its size so that the page does not jump."""
    width, height = image_size(image.src) or (None, None)
    caption = {"caption": blocks(image.caption, base)} if image.caption else {}
    return {
        "src": image_address(image.src, base),
        "alt": words(image.alt),
        "width": width,
        "height": height,
        **caption,
    }


def suffix(unit: str | None) -> str:
    """Return `unit` as it follows a number: ``%`` at once, words after a space."""
    if not unit:
        return ""
    return unit if unit.startswith("%") else f" {unit}"


def answer_node(answer: Answer, unit: str | None, base: str | None) -> Node:
    """Return the right number with its unit, linked to the ledger where it comes from there."""
    text = plain(answer_value(answer)) + suffix(unit)
    return number_link(answer.ev, text, base) if answer.ev else Node("text", text)


def sources(item: Item | Form, base: str | None) -> list[tuple[str, str]]:
    """Return citation and address of each study behind `item`, each once."""
    keys: list[str] = []
    for key in item.evidence:
        inputs = lookup(key).inputs if key.startswith("calc.") else (key,)
        keys += [name.partition(".")[0] for name in inputs]
    return [study_link(study, base)[:2] for study in dict.fromkeys(keys)]


def curve_label(item: Draw) -> str:
    """Return what the labels of a curve are, for example ``age``."""
    study, _, name = item.curve.ev.partition(".")
    return course_evidence().studies[study].figures[name].label or "point"


@singledispatch
def _state(item: Any, base: str | None) -> dict[str, Any]:
    raise TypeError(f"no state for {type(item).__name__}")


@_state.register
def _(item: Single | Multiple, base: str | None) -> dict[str, Any]:
    return {
        "options": [
            {
                "text": _label(option.text),
                "correct": option.correct,
                "explain": blocks(option.explain, base),
            }
            for option in item.options
        ],
        **_shuffled(item),
    }


@_state.register
def _(item: TrueFalse, base: str | None) -> dict[str, Any]:
    pairs = (
        (True, say("choice_true"), item.explain_true),
        (False, say("choice_false"), item.explain_false),
    )
    return {
        "options": [
            {"text": [[word]], "correct": item.answer is value, "explain": blocks(text, base)}
            for value, word, text in pairs
        ]
    }


@_state.register
def _(item: Numeric, base: str | None) -> dict[str, Any]:
    return {
        "answer": answer_value(item.answer),
        "answerText": to_json([answer_node(item.answer, item.unit, base)]),
        "tolerance": item.tolerance,
        "unit": suffix(item.unit),
        "explain": _reasons(item, base),
        "hints": [
            {"low": hint.low, "high": hint.high, "explain": blocks(hint.explain, base)}
            for hint in item.hints
        ],
    }


@_state.register
def _(item: Order, base: str | None) -> dict[str, Any]:
    return {
        "entries": [
            {"text": _label(entry.text), "explain": blocks(entry.explain, base)}
            for entry in item.entries
        ],
        "order": shown_order(item),
        **_explained(item, base),
    }


@_state.register
def _(item: Match, base: str | None) -> dict[str, Any]:
    return {
        "pairs": [
            {
                "text": _label(pair.text),
                "match": item.matches.index(pair.match),
                "explain": blocks(pair.explain, base),
            }
            for pair in item.pairs
        ],
        "matches": [words(match) for match in item.matches],
        **_shuffled(item),
        **_explained(item, base),
    }


@_state.register
def _(item: Estimate, base: str | None) -> dict[str, Any]:
    return {
        "answer": answer_value(item.answer),
        "answerText": to_json([answer_node(item.answer, item.unit, base)]),
        "min": item.min,
        "max": item.max,
        "step": item.step,
        "unit": suffix(item.unit),
        "explain": _reasons(item, base),
        "explainLow": blocks(item.explain_low, base),
        "explainHigh": blocks(item.explain_high, base),
    }


@_state.register
def _(item: Draw, base: str | None) -> dict[str, Any]:
    truth = [figure.value for figure in curve_figures(item)]
    return {
        "labels": list(item.curve.labels),
        "labelName": curve_label(item),
        "given": [
            value if label in item.curve.given else None
            for label, value in zip(item.curve.labels, truth, strict=True)
        ],
        "truth": truth,
        "name": item.curve.name,
        "people": curve_people(item) or None,
        "min": item.min,
        "max": item.max,
        "unit": suffix(item.unit),
        "explain": blocks(item.explain, base),
    }


def _label(text: str) -> list[list[Any]]:
    return [to_json(without_links(block)) for block in parse(text)]


def _shuffled(item: Single | Multiple | Match) -> dict[str, Any]:
    """Return the order to show; without one, the options stay as the bank has them."""
    return {"order": shown_order(item)} if item.shuffle else {}


def _explained(item: Order | Match, base: str | None) -> dict[str, Any]:
    return {"explain": blocks(item.explain, base)} if item.explain else {}


def _reasons(item: Numeric | Estimate, base: str | None) -> list[list[Any]]:
    because = blocks(item.answer.because, base) if item.answer.because else []
    return because + blocks(item.explain, base)
