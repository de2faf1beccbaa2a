"""``{labs}``: the labs behind the lessons of a module, and how long each takes in class."""

from __future__ import annotations

from docutils import nodes

from painlab.book.course_map import course_map
from painlab.book.sharing import LABS
from painlab.book.teach.page import Here, bullets
from painlab.teaching import lab_minutes


def labs(here: Here, module: str) -> list[nodes.Node]:
    """Return a list of labs, each with its minutes and the lessons it goes with."""
    lessons: dict[str, list[str]] = {}
    for lesson in course_map(here.app).modules.get(module, ()):
        if lab := str(here.app.env.metadata[lesson.name].get("lab") or ""):
            lessons.setdefault(lab, []).append(lesson.name)
    return [bullets([_row(here, lab, names) for lab, names in lessons.items()])]


def _row(here: Here, lab: str, lessons: list[str]) -> list[nodes.Node]:
    minutes = lab_minutes().get(lab)
    time = f"about {minutes} minutes in class" if minutes else "no time known yet"
    row: list[nodes.Node] = [here.page(f"{LABS}{lab}"), nodes.Text(f": {time}. Goes with ")]
    for number, lesson in enumerate(lessons):
        row += [nodes.Text(", ")] if number else []
        row.append(here.page(lesson))
    return [*row, nodes.Text(".")]
