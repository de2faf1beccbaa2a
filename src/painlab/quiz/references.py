"""Check an item against the evidence: every key known, every answer on its scale."""

from __future__ import annotations

from collections.abc import Iterator

from painlab.derived import DERIVED, lookup
from painlab.evidence import Figure, UnknownKeyError
from painlab.evidence.load import course_evidence
from painlab.findings import nearest
from painlab.quiz.models import Draw, Estimate, Item, Multiple, Numeric, Single
from painlab.quiz.parts import Answer
from painlab.quiz.text import TextError, parse

Route = tuple[str | int, ...]
Problem = tuple[Route, str]


def problems(item: Item) -> Iterator[Problem]:
    """Yield where in `item` something does not agree with the evidence, and a sentence about it."""
    for route, text in texts(item):
        try:
            parse(text)
        except TextError as error:
            yield route, f"{_named(route)}{error}."
    for index, key in enumerate(item.evidence):
        if message := _unknown(key):
            yield ("evidence", index), message
    if isinstance(item, Numeric):
        yield from _numeric(item)
    elif isinstance(item, Estimate):
        yield from _estimate(item)
    elif isinstance(item, Draw):
        yield from _draw(item)


def texts(item: Item) -> Iterator[tuple[Route, str]]:
    """Yield every text a learner reads in `item`, with its place."""
    yield ("prompt",), item.prompt
    if isinstance(item, Single | Multiple):
        for index, option in enumerate(item.options):
            yield ("options", index, "text"), option.text
            yield ("options", index, "explain"), option.explain
        return
    if isinstance(item, Numeric):
        for index, hint in enumerate(item.hints):
            yield ("hints", index, "explain"), hint.explain
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


def _named(route: Route) -> str:
    if len(route) == 3 and isinstance(route[1], int):
        return f"{str(route[0]).removesuffix('s')} {route[1] + 1}: "
    return ""


def _unknown(key: str) -> str:
    """Say that `key` is neither a study, a figure (with or without label) nor a computed one."""
    evidence = course_evidence()
    known = [*evidence.keys(), *evidence.studies, *DERIVED]
    for study in evidence.studies.values():
        known += [f"{study.key}.{name}" for name in study.figures]
    return "" if key in known else f"unknown evidence key '{key}'.{nearest(key, known)}"


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
