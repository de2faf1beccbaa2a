"""``{materials}``: what a module has ready for class. A new kind of material gets its line here."""

from __future__ import annotations

from docutils import nodes

from painlab.book.course_map import course_map
from painlab.book.teach.page import Here, bullets


def materials(here: Here, module: str) -> list[nodes.Node]:
    """Return a list of links: the first page, the page to print, the answers."""
    lessons = course_map(here.app).modules.get(module, ())
    rows: list[list[nodes.Node]] = [
        [here.page(lesson.name), nodes.Text(f": {words}.")]
        for lesson in lessons
        for kind, words in (("opening", "where the module begins"), ("closing", "to print"))
        if lesson.kind == kind
    ]
    answers = here.key(module, "Answer key")
    rows.append([answers, nodes.Text(": every question with its right answer.")])
    return [bullets(rows)]
