"""Run every rule over a course."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from painlab.check.anchors import anchor_findings
from painlab.check.bibliography import bibliography_findings
from painlab.check.contents import contents_findings
from painlab.check.counterparts import counterpart_findings
from painlab.check.course import Course, read_course
from painlab.check.keys import key_findings
from painlab.check.labs import lab_findings
from painlab.check.links import link_findings
from painlab.check.names import name_findings
from painlab.check.numbers import number_findings
from painlab.check.objectives import objective_findings
from painlab.check.placeholders import placeholder_findings
from painlab.check.readability import reading_findings
from painlab.check.rhythm import rhythm_findings
from painlab.check.search_words import search_word_findings
from painlab.check.shape import shape_findings
from painlab.check.slides import slide_findings
from painlab.check.teaching import teaching_findings
from painlab.check.words import word_findings
from painlab.evidence.load import evidence_from
from painlab.findings import Finding

RULES: tuple[Callable[[Course], Iterator[Finding]], ...] = (
    bibliography_findings,
    key_findings,
    number_findings,
    word_findings,
    reading_findings,
    shape_findings,
    rhythm_findings,
    name_findings,
    objective_findings,
    placeholder_findings,
    counterpart_findings,
    link_findings,
    anchor_findings,
    lab_findings,
    contents_findings,
    search_word_findings,
    teaching_findings,
    slide_findings,
)


@dataclass(frozen=True)
class Result:
    """A course as read, and everything that is to be mended, by file and line."""

    course: Course
    findings: tuple[Finding, ...]


def check_course(root: Path) -> Result:
    """Check the course whose ``index.md`` and ``book/`` stand in `root`."""
    course = read_course(root)
    with evidence_from(course.evidence):
        found = {finding for rule in RULES for finding in rule(course)}
    return Result(course, tuple(sorted(found | set(course.findings))))
