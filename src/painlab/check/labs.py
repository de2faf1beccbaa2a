"""Each lesson names the lab that holds its working, and that lab leads back to the lesson."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import join, normpath

from painlab.authoring.placeholders import placeholders
from painlab.check.course import Course
from painlab.check.shape import TAUGHT, is_fragment
from painlab.findings import Finding, nearest
from painlab.markdown_source import Page

_FOLDER = "notebooks"


def lab_findings(course: Course) -> Iterator[Finding]:
    """Yield lessons without a lab, labs that do not exist, and labs without a way back."""
    cells: dict[str, list[Page]] = {PurePosixPath(path).stem: [] for path in course.labs}
    for cell in course.cells:
        cells[PurePosixPath(cell.path).stem].append(cell)
    for page in course.pages:
        if not is_fragment(page):
            yield from _page_findings(page, cells)


def _page_findings(page: Page, cells: dict[str, list[Page]]) -> Iterator[Finding]:
    lab = str(page.front.get("lab") or "")
    line = page.front_lines.get("lab", 1)
    if not lab:
        if page.kind in TAUGHT:
            message = "the lesson names no lab; add 'lab: name', the file name of its notebook."
            yield Finding(page.path, line, "lesson-without-lab", "", message)
    elif lab in placeholders():
        return
    elif lab not in cells:
        message = f"there is no lab '{lab}' in {_FOLDER}/.{nearest(lab, sorted(cells))}"
        yield Finding(page.path, line, "unknown-lab", lab, message)
    # A notebook that cannot be read has no cells; that is a finding of its own.
    elif cells[lab] and page.path not in _linked(cells[lab]):
        last = cells[lab][-1]
        place = next((segment.line for segment in last.segments()), 0)
        message = f"'{page.path}' names this lab; link back to it: '../{page.path}'."
        yield Finding(last.path, place, "lab-without-way-back", last.item, message)


def _linked(cells: list[Page]) -> set[str]:
    """Return the files that the cells of a lab link to, as seen from the course's root."""
    return {
        normpath(join(_FOLDER, link.target.partition("#")[0]))
        for cell in cells
        for link in cell.links
    }
