"""A quiz as a table: one row an item, with what was answered and how it went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from painlab.evidence.format import plain
from painlab.quiz.models import Draw, Estimate, Item, Match, Multiple, Numeric, Order, Single
from painlab.quiz.state import suffix, words
from painlab.strings import say

_TYPES = {"correct": "boolean", "first": "boolean", "tries": "int64"}


def quiz_frame(items: Sequence[Item], answers: Mapping[str, Any]) -> pd.DataFrame:
    """Return one row an item.

    Parameters
    ----------
    items : the questions, in order.
    answers : what the front end keeps, by item id.

    Returns
    -------
    Columns ``item``, ``objective``, ``kind``, ``prompt`` (plain words), ``answer`` (the latest, in
    words; None before the first), ``correct`` (of the latest; NA where nothing is graded),
    ``first`` (the same of the first try), ``tries``, ``confidence`` (``sure``, ``think``,
    ``guess`` or None) and ``at`` (time of the latest try, with time zone UTC; NaT before).
    """
    rows = [_row(item, answers.get(item.id)) for item in items]
    frame = pd.DataFrame(rows).astype(_TYPES)
    frame["at"] = pd.to_datetime(frame["at"], unit="ms", utc=True)
    return frame


def _row(item: Item, answer: Any) -> dict[str, Any]:
    kept = answer if isinstance(answer, dict) else {}
    return {
        "item": item.id,
        "objective": item.objective,
        "kind": item.kind,
        "prompt": words(item.prompt),
        "answer": answer_words(item, kept["response"]) if "response" in kept else None,
        "correct": _truth(kept.get("correct")),
        "first": _truth(kept.get("first")),
        "tries": kept.get("tries", 0),
        "confidence": kept.get("confidence"),
        "at": kept.get("at"),
    }


def answer_words(item: Item, response: Any) -> str:
    """Return an answer in words; one that does not fit the item is written as it came.

    Parameters
    ----------
    item : the question.
    response : index of an option, a list of them, a number, or None where the learner chose to be
        shown.
    """
    if response is None:
        return say("frame_shown")
    try:
        return _words(item, response)
    except (IndexError, KeyError, TypeError, ValueError):
        return str(response)


def _words(item: Item, response: Any) -> str:
    if isinstance(item, Single | Multiple):
        chosen = response if isinstance(response, list) else [response]
        return "; ".join(words(item.options[index].text) for index in chosen)
    if isinstance(item, Order):
        return " → ".join(words(item.entries[index].text) for index in response)
    if isinstance(item, Match):
        pairs = zip(item.pairs, response, strict=True)
        return "; ".join(f"{words(pair.text)} → {words(item.matches[at])}" for pair, at in pairs)
    if isinstance(item, Numeric | Estimate):
        return plain(response) + suffix(item.unit)
    if isinstance(item, Draw):
        points = zip(item.curve.labels, response, strict=True)
        return "; ".join(f"{label}: {plain(value)}{suffix(item.unit)}" for label, value in points)
    return (say("choice_true"), say("choice_false"))[response]


def _truth(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None
