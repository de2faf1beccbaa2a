"""Random item banks for property tests, as the plain data that a YAML file holds."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from painlab.derived import lookup
from painlab.evidence.load import course_evidence

Data = dict[str, Any]

# Everything an author may type, markup and other scripts included. A brace would start a role,
# a round bracket a link, and both are checked against what exists; roles come in on purpose.
_LETTERS = "aeiou nrst AZ 09 .,;:!?'\"<>/&*_`[]|#-+=~^%$@\\\n äßéñ 漢字 עברית 😀"
_ROLES = ("{ev}`brinjikji2015.disk_bulge[50]`", "{num}`40`", "**bold**", "<script>x</script>")
_FIGURES = sorted(filter(lambda key: "[" in key, course_evidence().keys()))[:40]


def _some_words() -> list[str]:
    """Return texts to draw from: to make each up letter by letter would take most of the time."""
    dice = random.Random(1)
    texts = []
    for _ in range(500):
        text = "".join(dice.choices(_LETTERS, k=dice.randint(1, 40)))
        texts.append(f"{text.strip() or 'x'} {dice.choice(('', '', *_ROLES))}".strip())
    return texts


words = st.sampled_from(_some_words())
slugs = st.sampled_from(("walk", "read-a-number", "finding-is-fate", "a1-b2"))
numbers = st.integers(-1000, 1000) | st.floats(-1e6, 1e6, allow_nan=False, width=32)


def _distinct(low: int, high: int) -> SearchStrategy[list[str]]:
    return st.lists(words, min_size=low, max_size=high, unique_by=lambda text: text.strip())


@st.composite
def _choice(draw: st.DrawFn, kind: str) -> Data:
    texts = draw(_distinct(2, 6))
    right = {draw(st.integers(0, len(texts) - 1))}
    if kind == "multiple":
        right |= set(draw(st.sets(st.integers(0, len(texts) - 1), max_size=len(texts) - 1)))
        right = set(sorted(right)[: len(texts) - 1])
    options = []
    for index, text in enumerate(texts):
        option: Data = {"text": text, "explain": draw(words)}
        option |= {"correct": True} if index in right else {"misconception": draw(slugs)}
        options.append(option)
    shuffle = draw(st.sampled_from(({}, {"shuffle": False})))
    return {"options": options, **shuffle}


@st.composite
def _true_false(draw: st.DrawFn) -> Data:
    return {
        "answer": draw(st.booleans()),
        "explain_true": draw(words),
        "explain_false": draw(words),
        "misconception": draw(slugs),
    }


@st.composite
def _answer(draw: st.DrawFn) -> tuple[Data, float]:
    if draw(st.booleans()):
        key = draw(st.sampled_from(_FIGURES))
        return {"ev": key}, lookup(key).value
    value = draw(numbers)
    return {"value": value, "because": draw(words)}, float(value)


@st.composite
def _numeric(draw: st.DrawFn) -> Data:
    answer, value = draw(_answer())
    hint = {"low": value + 1, "misconception": draw(slugs), "explain": draw(words)}
    return {
        "answer": answer,
        "tolerance": draw(st.floats(0, 100, width=32)),
        "explain": draw(words),
        "hints": draw(st.sampled_from(([], [hint]))),
    }


@st.composite
def _estimate(draw: st.DrawFn) -> Data:
    answer, value = draw(_answer())
    below, above = draw(st.integers(1, 100)), draw(st.integers(1, 100))
    return {
        "answer": answer,
        "min": value - below,
        "max": value + above,
        "explain": draw(words),
        "explain_low": draw(words),
        "explain_high": draw(words),
    }


@st.composite
def _draw_item(draw: st.DrawFn) -> Data:
    labels = draw(st.lists(st.sampled_from((20, 30, 40, 50, 60, 70, 80)), min_size=3, unique=True))
    return {
        "curve": {
            "ev": "brinjikji2015.disk_bulge",
            "labels": labels,
            "given": labels[: draw(st.integers(0, len(labels) - 1))],
        },
        "min": 0,
        "max": 100,
        "explain": draw(words),
    }


@st.composite
def _order(draw: st.DrawFn) -> Data:
    entries = [{"text": text, "explain": draw(words)} for text in draw(_distinct(3, 8))]
    return {"entries": entries, "explain": draw(words)}


@st.composite
def _match(draw: st.DrawFn) -> Data:
    texts, matches = draw(_distinct(2, 6)), draw(_distinct(2, 6))
    pairs = [
        {
            "text": text,
            "match": matches[index % len(matches)],
            "explain": draw(words),
            "misconception": draw(slugs),
        }
        for index, text in enumerate(texts)
    ]
    return {"pairs": pairs}


_KINDS: dict[str, SearchStrategy[Data]] = {
    "single": _choice("single"),
    "multiple": _choice("multiple"),
    "true_false": _true_false(),
    "numeric": _numeric(),
    "estimate": _estimate(),
    "draw": _draw_item(),
    "order": _order(),
    "match": _match(),
}
_GUESSES = ("estimate", "draw")


@st.composite
def items(draw: st.DrawFn, number: int = 1) -> Data:
    """A valid item; its id ends in `number`."""
    kind = draw(st.sampled_from(sorted(_KINDS)))
    item: Data = {
        "id": f"random-{kind.replace('_', '-')}-{number:02d}",
        "kind": kind,
        "objective": draw(slugs),
        "prompt": draw(words),
        **draw(_KINDS[kind]),
        "evidence": draw(st.lists(st.sampled_from(_FIGURES), min_size=1, max_size=3)),
    }
    if kind not in _GUESSES and draw(st.booleans()):
        item["confidence"] = draw(st.booleans())
    if draw(st.booleans()):
        item["hint"] = draw(words)
    return item


@st.composite
def banks(draw: st.DrawFn) -> list[Data]:
    """A valid bank of one or two items."""
    return [draw(items(number)) for number in range(1, draw(st.integers(1, 2)) + 1)]
