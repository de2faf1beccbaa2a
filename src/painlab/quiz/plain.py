"""A quiz as plain text: what a terminal or a screen without HTML shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from painlab.evidence.format import plain
from painlab.quiz.models import Draw, Estimate, Item, Multiple, Numeric, Single
from painlab.quiz.references import curve_figures
from painlab.quiz.render import TITLE
from painlab.quiz.state import answer_node, suffix
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_plain


def quiz_text(items: Sequence[Item], title: str = TITLE) -> str:
    """Return questions first, then the answers; the same input gives the same text."""
    lines = [title, ""]
    for number, item in enumerate(items, start=1):
        lines += [f"{number}. {_plain(item.prompt)}"]
        lines += [f"   [ ] {option}" for option in _options(item)]
    lines += ["", "Answers"]
    for number, item in enumerate(items, start=1):
        lines += [f"{number}. {line}" if i == 0 else f"   {line}" for i, line in _answer(item)]
    return "\n".join(lines)


def _plain(text: str) -> str:
    return " ".join(to_plain(block) for block in parse(text, None))


def _options(item: Item) -> list[str]:
    if isinstance(item, Single | Multiple):
        return [_plain(option.text) for option in item.options]
    return ["True", "False"] if item.kind == "true_false" else []


def _answer(item: Item) -> Iterator[tuple[int, str]]:
    return enumerate(_lines(item))


def _lines(item: Item) -> Iterator[str]:
    if isinstance(item, Single | Multiple):
        for option in item.options:
            verdict = "Right" if option.correct else "Not"
            yield f"{verdict}: {_plain(option.text)} {_plain(option.explain)}"
    elif isinstance(item, Numeric | Estimate):
        shown = to_plain([answer_node(item.answer, item.unit, None)])
        yield f"{shown}. {_plain(item.explain)}"
    elif isinstance(item, Draw):
        unit = suffix(item.unit)
        pairs = zip(item.curve.labels, curve_figures(item), strict=True)
        yield "; ".join(f"{label}: {plain(figure.value)}{unit}" for label, figure in pairs)
        yield _plain(item.explain)
    else:
        explain = item.explain_true if item.answer else item.explain_false
        yield f"{item.answer}. {_plain(explain)}"
