"""What the commands `new-…` and imports leave to be written: nothing half-written goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from painlab.authoring.placeholders import left_in, marked_line, placeholders, to_write
from painlab.check.course import Bank, Course, strings
from painlab.findings import Finding


def placeholder_findings(course: Course) -> Iterator[Finding]:
    """Yield each placeholder: a text still to be written, a line still to be decided."""
    for bank in course.banks:
        yield from _texts(bank)
        yield from _lines(bank)
    evidence = (course.root / "book" / "evidence").glob("*.yml")
    paths = ["book/references.bib", *(f"book/evidence/{path.name}" for path in evidence)]
    for path in (*paths, *(page.path for page in course.pages), *course.labs):
        for line, column, message in left_in(_lines_of(course.root / path)):
            yield Finding(path, line, "placeholder", "", message, column)


def half_written(course: Course, path: str) -> bool:
    """Say whether a file of the course still holds a placeholder."""
    return next(left_in(_lines_of(course.root / path)), None) is not None


def _lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _texts(bank: Bank) -> Iterator[Finding]:
    for route, text in strings(bank.source.data):
        if text.strip() in placeholders():
            message = to_write(text.strip())
            yield bank.source.finding(route, "placeholder", bank.owner(route), message)


def _lines(bank: Bank) -> Iterator[Finding]:
    owner = ""
    for number, line in enumerate(bank.file, start=1):
        begins = re.match(r"\s*- id: *[\"']?([a-z0-9-]+-\d\d)", line)
        owner = begins[1] if begins else owner
        if marked := marked_line(line, number):
            path = bank.source.path
            yield Finding(path, number, "placeholder", owner, marked.message, marked.column)
