"""Check an item against the evidence: every key known, every answer on its scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from painlab.derived import DERIVED, lookup
from painlab.evidence import Figure, UnknownKeyError
from painlab.evidence.load import course_evidence
from painlab.findings import nearest
from painlab.quiz.errors import part_name
from painlab.quiz.images import image_problem
from painlab.quiz.models import Draw, Estimate, Item, Match, Numeric
from painlab.quiz.parts import Answer
from painlab.quiz.text import TextError, parse

Route = tuple[str | int, ...]
Problem = tuple[Route, str]


def problems(item: Item) -> Iterator[Problem]:
    """Yield where in `item` something does not agree with the evidence, and a sentence about it."""
    yield from text_problems(texts(item), item.evidence)
    if item.image and (message := image_problem(item.image.src)):
        yield ("image", "src"), message
    if isinstance(item, Numeric):
        yield from _numeric(item)
    elif isinstance(item, Estimate):
        yield from _estimate(item)
    elif isinstance(item, Draw):
        yield from _draw(item)


def text_problems(texts: Iterable[tuple[Route, str]], evidence: Iterable[str]) -> Iterator[Problem]:
    """Yield what in `texts`, and in the list of `evidence` keys, cannot be used."""
    for route, text in texts:
        try:
            parse(text)
        except TextError as error:
            yield route, f"{part_name(route)}{error}{'' if str(error).endswith('?') else '.'}"
    for index, key in enumerate(evidence):
        if message := _unknown(key):
            yield ("evidence", index), message


def texts(item: Item) -> Iterator[tuple[Route, str]]:
    """Yield every text a learner reads in `item`, with its place."""
    yield ("prompt",), item.prompt
    if item.image:
        yield ("image", "alt"), item.image.alt
        if item.image.caption:
            yield ("image", "caption"), item.image.caption
    if item.hint:
        yield ("hint",), item.hint
    for name in ("options", "entries", "pairs", "hints"):
        for index, part in enumerate(getattr(item, name, ())):
            for field in ("text", "match", "explain"):
                if text := getattr(part, field, None):
                    yield (name, index, field), text
    if isinstance(item, Match):
        for index, text in enumerate(item.extra):
            yield ("extra", index), text
    answer = getattr(item, "answer", None)
    if isinstance(answer, Answer) and answer.because:
        yield ("answer", "because"), answer.because
    for name in ("explain", "explain_true", "explain_false", "explain_low", "explain_high"):
        if text := getattr(item, name, None):
            yield (name,), text


def answer_value(answer: Answer) -> float:
    """Return the right number of `answer`, in the item's unit.

    Raises
    ------
    UnknownKeyError
        When its evidence key is not known.
    """
    if answer.value is not None:
        return answer.value
    assert answer.ev is not None
    return lookup(answer.ev).value


def curve_figures(item: Draw) -> list[Figure]:
    """Return the true figures of a curve, in the order of its labels.

    Raises
    ------
    UnknownKeyError
        When one of them is not known.
    """
    return [lookup(item.curve.ev, label) for label in item.curve.labels]


def curve_people(item: Draw) -> list[float | None]:
    """Return the people behind each point of a curve; None where no source says."""
    if item.people is None:
        return []
    known = set(course_evidence().keys())
    keys = [f"{item.people}[{label}]" for label in item.curve.labels]
    return [lookup(key).value if key in known else None for key in keys]


def _unknown(key: str) -> str:
    """Say that `key` is neither a study, a figure (with or without label) nor a computed one."""
    evidence = course_evidence()
    study, _, name = key.partition(".")
    if key in evidence.studies or key in DERIVED:
        return ""
    if study in evidence.studies and name in evidence.studies[study].figures:
        return ""
    if key in set(evidence.keys()):
        return ""
    known = [*evidence.keys(), *evidence.studies, *DERIVED]
    for one in evidence.studies.values():
        known += [f"{one.key}.{figure}" for figure in one.figures]
    return f"unknown evidence key '{key}'.{nearest(key, known)}"


def _numeric(item: Numeric) -> Iterator[Problem]:
    try:
        answer = answer_value(item.answer)
    except UnknownKeyError as error:
        yield ("answer", "ev"), str(error)
        return
    for index, hint in enumerate(item.hints):
        if hint.catches(answer):
            message = f"hint {index + 1}: the right answer lies in this range; narrow it."
            yield ("hints", index), message


def _estimate(item: Estimate) -> Iterator[Problem]:
    try:
        answer = answer_value(item.answer)
    except UnknownKeyError as error:
        yield ("answer", "ev"), str(error)
        return
    if not item.min <= answer <= item.max:
        yield (
            ("answer",),
            f"the answer {answer:g} is not between min {item.min:g} and max {item.max:g}; "
            "widen the scale.",
        )


def _draw(item: Draw) -> Iterator[Problem]:
    try:
        figures = curve_figures(item)
    except UnknownKeyError as error:
        yield ("curve", "ev"), str(error)
        return
    for figure in figures:
        if not item.min <= figure.value <= item.max:
            yield (
                ("curve", "ev"),
                f"{figure.key} is {figure.value:g}, not between min {item.min:g} and "
                f"max {item.max:g}; widen the scale.",
            )
    if item.people and not any(curve_people(item)):
        message = _unknown(item.people) or f"'{item.people}' has none of the curve's labels."
        yield ("people",), message
