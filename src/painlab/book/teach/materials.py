"""``{materials}``: what a module has ready for class. A new kind of material gets its line here."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes

from painlab.book.course_map import course_map
from painlab.book.slides import SOURCES
from painlab.book.teach.page import Here, bullets


def materials(here: Here, module: str) -> list[nodes.Node]:
    """Return a list of links: the first page, the page to print, the answers; and the slides."""
    lessons = course_map(here.app).modules.get(module, ())
    rows: list[list[nodes.Node]] = [
        [here.page(lesson.name), nodes.Text(f": {words}.")]
        for lesson in lessons
        for kind, words in (("opening", "where the module begins"), ("closing", "to print"))
        if lesson.kind == kind
    ]
    answers = here.key(module, "Answer key")
    rows.append([answers, nodes.Text(": every question with its right answer.")])
    if (Path(here.app.srcdir) / SOURCES / f"{module}.md").is_file():
        file = nodes.literal("", f"_build/slides/{module}.html")
        command = nodes.literal("", "make slides")
        words = nodes.Text(", with notes for you; in the checkout, ")
        rows.append(
            [nodes.Text("Slides"), words, command, nodes.Text(" writes "), file, nodes.Text(".")]
        )
    return [bullets(rows)]
