"""Both halves: findings in people without pain never stand without findings in people with pain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from painlab.check.course import Course
from painlab.check.registries import chart_code, piece_code
from painlab.derived import DERIVED
from painlab.evidence.uses import find_uses, keys_in_code
from painlab.findings import Finding
from painlab.markdown_source import Page
from painlab.quiz.forms.models import Form
from painlab.quiz.models import Item

# A prefix ending in "." stands for every figure of the study.
_NECK = ("nakashima2015.",)
_PAIN_FREE = ("brinjikji2015.", "jensen1994.", "jarvik2001.baseline_findings", "boden1990.", *_NECK)
_WITH_PAIN = ("brinjikji2015b", "kasch2022")
_NECK_WITH_PAIN = (*_WITH_PAIN, "farrell2019")

Place = tuple[str, int]
"""A key and its line."""


def counterpart_findings(course: Course) -> Iterator[Finding]:
    """Yield each page and notebook that shows pain-free people alone."""
    studies = frozenset(course.evidence.studies) | {"calc"}
    for page in course.pages:
        # A counterpart inside a quiz is seen only by those who answer it: it does not count.
        own = list(_on_page(page, studies))
        yield from _alone(page.path, [*own, *_in_quizzes(course, page)], own)
    notebooks: dict[str, list[Place]] = defaultdict(list)
    for key, uses in find_uses(course.root).items():
        for use in uses:
            if use.kind == "notebook":
                notebooks[use.path].append((key, use.line))
    for path, places in notebooks.items():
        yield from _alone(path, places, places)


def _alone(path: str, used: list[Place], shown: list[Place]) -> Iterator[Finding]:
    pain_free = [(line, key) for key, line in used if key.startswith(_PAIN_FREE)]
    if not pain_free:
        return
    neck_only = all(key.startswith(_NECK) for _, key in pain_free)
    wanted = _NECK_WITH_PAIN if neck_only else _WITH_PAIN
    if not _has_counterpart(shown, wanted):
        line, key = min(pain_free)
        message = (
            f"'{key}' is about people without pain; show people with pain on the same page too "
            f"({' or '.join(wanted)})."
        )
        yield Finding(path, line, "missing-counterpart", "", message)


def _has_counterpart(places: list[Place], wanted: tuple[str, ...]) -> bool:
    return any(study in wanted for key, _ in places for study in _studies(key))


def _on_page(page: Page, studies: frozenset[str]) -> Iterator[Place]:
    """Yield the keys that stand on the page itself, in its charts and in its pieces."""
    for piece in page.roles():
        if piece.role.partition(":")[0] in ("ev", "study"):
            yield piece.text.strip(), piece.line
    code = {"chart": chart_code(), "piece": piece_code()}
    for directive in page.directives(*code):
        text = code[directive.name].get(directive.argument, "")
        for key, _ in keys_in_code(text, studies):
            yield key, directive.line


def _in_quizzes(course: Course, page: Page) -> Iterator[Place]:
    items: dict[str, Item | Form] = {**course.items(), **course.forms()}
    for directive in page.directives("quiz", "form"):
        for name in directive.argument.split():
            places = (
                [(key, directive.line) for key in items[name].evidence] if name in items else []
            )
            # An item that shows both halves itself needs nothing beside it.
            if not _has_counterpart(places, _NECK_WITH_PAIN):
                yield from places


def _studies(key: str) -> Iterator[str]:
    """Yield the studies behind a key, through the sums it comes from."""
    for name in DERIVED[key].inputs if key in DERIVED else (key,):
        yield name.partition(".")[0]
