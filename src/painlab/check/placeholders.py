"""What `painlab new-quiz` and the importers leave to be written: nothing half-written goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from painlab.check.course import Bank, Course, strings
from painlab.findings import Finding
from painlab.quiz.authoring.new_item import placeholders

_MARKED = re.compile(r"(?:^|\s)# placeholder(?:: (?P<what>.+))?$")


def placeholder_findings(course: Course) -> Iterator[Finding]:
    """Yield each placeholder in a bank: a text still to be written, a line still to be decided."""
    for bank in course.banks:
        yield from _texts(bank)
        yield from _lines(bank)


def _texts(bank: Bank) -> Iterator[Finding]:
    for route, text in strings(bank.source.data):
        if text.strip() in placeholders():
            message = f"'{text.strip()}' is a placeholder; write the text."
            yield bank.source.finding(route, "placeholder", bank.owner(route), message)


def _lines(bank: Bank) -> Iterator[Finding]:
    owner = ""
    for number, line in enumerate(bank.file, start=1):
        begins = re.match(r"\s*- id: *[\"']?([a-z0-9-]+-\d\d)", line)
        owner = begins[1] if begins else owner
        if match := _MARKED.search(line):
            what = f" ({match['what']})" if match["what"] else ""
            message = f"this line is a placeholder{what}; decide it, then remove the comment."
            column = line.index("# placeholder", match.start()) + 1
            path = bank.source.path
            yield Finding(path, number, "placeholder", owner, message, column)
