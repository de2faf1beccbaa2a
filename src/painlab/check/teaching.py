"""Pages for instructors: known modules and items, lesson plans that add up, labs that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from painlab.check.course import Course
from painlab.check.shape import FOR_INSTRUCTORS, GUIDE
from painlab.findings import ContentError, Finding, nearest
from painlab.markdown_source import Directive, Page
from painlab.quiz.objectives import Objective
from painlab.teaching import FILE, RULE, read_lab_minutes

OF_A_MODULE = ("outcomes", "materials", "labs", "misconceptions", "blueprint")
"""Directives that name a module; the guide to a module holds each of them for its own."""

TOTALS = "blueprint-totals"
PLAN = "lesson-plan"
LESSONS = ("50", "90")
"""Minutes of the lessons that a guide has a plan for."""


def unknown_module(module: str, objectives: Iterable[Objective]) -> str:
    """Return what is wrong with the name of a module, in a sentence; empty when it is known.

    Parameters
    ----------
    module : the name, as a directive gives it.
    objectives : those of the course; each names its module.
    """
    known = sorted({one.module for one in objectives})
    if module in known:
        return ""
    return f"unknown module '{module}'.{nearest(module, known)} Use one of {', '.join(known)}."


def finding_at(page: Page, directive: Directive, rule: str, message: str) -> Finding:
    """Return a finding about what a directive names, with its place on the page."""
    argument = directive.argument
    return Finding(page.path, directive.line, rule, argument, message, directive.column)


def teaching_findings(course: Course) -> Iterator[Finding]:
    """Yield what is wrong with the pages for instructors, and with the minutes of labs."""
    items = list(course.items())
    for page in course.pages:
        yield from _named_items(page, items)
        for directive in page.directives(*OF_A_MODULE):
            if message := unknown_module(directive.argument, course.objectives.values()):
                yield finding_at(page, directive, "unknown-module", message)
        for plan in page.directives(PLAN):
            yield from _plan(page, plan)
        if page.kind == GUIDE:
            yield from _guide(page)
    yield from _labs(course)


def _named_items(page: Page, items: Sequence[str]) -> Iterator[Finding]:
    """Yield each ``{item}`` that is unknown, or stands where learners would reach the answers."""
    for piece in page.roles():
        if piece.role != "item":
            continue
        if piece.text not in items:
            message = f"there is no quiz item '{piece.text}'.{nearest(piece.text, items)}"
        elif page.kind not in FOR_INSTRUCTORS:
            message = "the role 'item' leads to the answer key; learners' pages do not."
        else:
            continue
        yield Finding(page.path, piece.line, "named-item", piece.text, message, piece.column)


def _guide(page: Page) -> Iterator[Finding]:
    module = PurePosixPath(page.path).stem
    held = {(one.name, one.argument) for one in page.directives(PLAN, *OF_A_MODULE)}
    wanted = [*((name, module) for name in OF_A_MODULE), *((PLAN, length) for length in LESSONS)]
    for name, argument in wanted:
        if (name, argument) not in held:
            message = f"the guide lacks ':::{{{name}}} {argument}'; add it."
            yield Finding(page.path, 0, f"missing-{name}", argument, message)


def _plan(page: Page, plan: Directive) -> Iterator[Finding]:
    """Yield that the steps of a plan do not add up; their minutes stand alone in a cell."""
    total = 0
    for segment in page.segments():
        roles = [piece.role for piece in segment.pieces if piece.role or piece.text.strip()]
        if segment.kind == "cell" and plan in segment.within and roles == ["num"]:
            total += _whole(segment.pieces[0].text)
    if not plan.argument.isdecimal() or total != int(plan.argument):
        message = (
            f"the steps add up to {total} minutes, not {plan.argument or 'to any that are named'}; "
            "mend the first column."
        )
        yield finding_at(page, plan, "lesson-plan", message)


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _labs(course: Course) -> Iterator[Finding]:
    """Yield minutes of labs that there are not; a new lab may be without any."""
    path = course.root / "book" / FILE
    if not path.is_file():
        return
    try:
        minutes, source = read_lab_minutes(path, f"book/{FILE}")
    except ContentError as error:
        yield from error.findings
        return
    known = [PurePosixPath(lab).stem for lab in course.labs]
    for name in minutes:
        if name not in known:
            message = f"there is no lab '{name}'.{nearest(name, known)} Rename or remove it."
            yield source.finding((name,), RULE, name, message)
