"""A quiz as plain text: what a terminal or a screen without HTML shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from painlab.evidence.format import plain
from painlab.quiz.models import Draw, Estimate, Item, Match, Multiple, Numeric, Order, Single
from painlab.quiz.references import curve_figures
from painlab.quiz.render import TITLE
from painlab.quiz.shuffle import shown_order
from painlab.quiz.state import answer_node, suffix, words
from painlab.quiz.tokens import to_plain
from painlab.strings import say


def quiz_text(items: Sequence[Item], title: str = TITLE) -> str:
    """Return questions first, then the answers; the same input gives the same text."""
    lines = [title, ""]
    for number, item in enumerate(items, start=1):
        lines += [f"{number}. {words(item.prompt)}"]
        lines += [f"   {line}" for line in _beside(item)]
        lines += [f"   [ ] {option}" for option in _options(item)]
    lines += ["", say("quiz_answers")]
    for number, item in enumerate(items, start=1):
        lines += [f"{number}. {line}" if i == 0 else f"   {line}" for i, line in _answer(item)]
    return "\n".join(lines)


def _beside(item: Item) -> Iterator[str]:
    """Yield what stands between question and answers: picture, hint, what matches to choose."""
    if item.image:
        yield say("image_alt", alt=words(item.image.alt))
        if item.image.caption:
            yield words(item.image.caption)
    if item.hint:
        yield say("hint_text", hint=words(item.hint))
    if isinstance(item, Match):
        matches = "; ".join(words(item.matches[index]) for index in shown_order(item))
        yield say("match_list", matches=matches)


def _options(item: Item) -> list[str]:
    if isinstance(item, Single | Multiple):
        return [words(item.options[index].text) for index in shown_order(item)]
    if isinstance(item, Order):
        return [words(item.entries[index].text) for index in shown_order(item)]
    if isinstance(item, Match):
        return [words(pair.text) for pair in item.pairs]
    return [say("choice_true"), say("choice_false")] if item.kind == "true_false" else []


def _answer(item: Item) -> Iterator[tuple[int, str]]:
    return enumerate(_lines(item))


def _lines(item: Item) -> Iterator[str]:
    if isinstance(item, Single | Multiple):
        for index in shown_order(item):
            option = item.options[index]
            verdict = say("verdict_right" if option.correct else "verdict_not")
            yield f"{verdict} {words(option.text)} {words(option.explain)}"
    elif isinstance(item, Order):
        for place, entry in enumerate(item.entries, start=1):
            yield f"{place}. {words(entry.text)} {words(entry.explain)}"
        if item.explain:
            yield words(item.explain)
    elif isinstance(item, Match):
        for pair in item.pairs:
            yield f"{words(pair.text)} → {words(pair.match)}"
            yield f"  {words(pair.explain)}"
        if item.explain:
            yield words(item.explain)
    elif isinstance(item, Numeric | Estimate):
        shown = to_plain([answer_node(item.answer, item.unit, None)])
        yield f"{shown}. {words(item.explain)}"
    elif isinstance(item, Draw):
        unit = suffix(item.unit)
        pairs = zip(item.curve.labels, curve_figures(item), strict=True)
        yield "; ".join(f"{label}: {plain(figure.value)}{unit}" for label, figure in pairs)
        yield words(item.explain)
    else:
        explain = item.explain_true if item.answer else item.explain_false
        answer = say("choice_true" if item.answer else "choice_false")
        yield f"{answer}. {words(explain)}"
