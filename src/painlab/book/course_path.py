"""The map of the course: the directive ``{course-map}``, a path from module to module.

It is a list of links with minutes, and stays one without JavaScript. With it, the browser says of
each page whether it was read, and which comes next (``frontend/src/going-on.js``).
"""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from painlab.book.course_map import CourseMap, Lesson, course_map
from painlab.book.progress import lesson_states
from painlab.strings import say

_MARK = '<span class="pl-map-mark" aria-hidden="true"></span>'
# From one mark to the next, to the right and back to the left; stretched to the height between.
_BENDS = ("M8 0C8 55 24 45 24 100", "M24 0C24 55 8 45 8 100")


class CoursePathNode(nodes.container):
    """Stands for the map until all pages are known."""


class CoursePathDirective(SphinxDirective):
    """``:::{course-map}``: modules and lessons in order, with minutes and what was read."""

    def run(self) -> list[nodes.Node]:
        """Return the placeholder."""
        return [CoursePathNode("", nodes.paragraph("", say("map_title")))]


def course_path_html(course: CourseMap, states: list[dict[str, Any]]) -> str:
    """Return the map as a page shows it.

    Parameters
    ----------
    course : the course's lessons.
    states : name, title and link of each lesson, seen from the page with the map.
    """
    links = {state["name"]: state["href"] for state in states}
    modules = "".join(
        _module(course, serial, module, links) for serial, module in enumerate(course.modules)
    )
    return f'<nav class="pl-map" aria-label="{say("map_title")}">\n<ol>\n{modules}</ol>\n</nav>\n'


def _module(course: CourseMap, serial: int, module: str, links: dict[str, str]) -> str:
    lessons = course.modules[module]
    # The first stop is the start, and the modules are counted after it.
    title = f"{serial} · {course.title_of(module)}" if serial else course.title_of(module)
    pages = "".join(_page(lesson, links[lesson.name]) for lesson in lessons)
    bend = "" if serial == len(course.modules) - 1 else _bend(serial)
    return (
        f'<li class="pl-map-module" data-bend="{serial % 2}">{bend}<details>'
        f'<summary>{_MARK}<span class="pl-map-title">{escape(title)}</span>'
        f"{_facts(sum(lesson.minutes for lesson in lessons))}</summary>\n"
        f"<ol>\n{pages}</ol></details></li>\n"
    )


def _page(lesson: Lesson, href: str) -> str:
    link = f'<a href="{escape(href)}">{escape(lesson.title)}</a>'
    return f'<li data-page="{escape(lesson.name)}">{_MARK}{link}{_facts(lesson.minutes)}</li>\n'


def _facts(minutes: int) -> str:
    # What a new reader sees stands here already, so that nothing moves when the script comes.
    state = f'<span class="pl-map-state">{say("map_none")}</span>'
    return f'<span class="pl-map-facts">{say("map_minutes", n=minutes)}{state}</span>'


def _bend(serial: int) -> str:
    return (
        '<svg class="pl-map-bend" viewBox="0 0 32 100" preserveAspectRatio="none" '
        f'aria-hidden="true"><path d="{_BENDS[serial % 2]}"/></svg>'
    )


def _visit(translator: HTML5Translator, node: CoursePathNode) -> None:
    app = translator.builder.app
    course = course_map(app)
    states = lesson_states(course, app, translator.builder.current_docname)
    translator.body.append(course_path_html(course, states))
    raise nodes.SkipNode


def setup_course_path(app: Sphinx) -> None:
    """Register directive and node."""
    app.add_node(CoursePathNode, html=(_visit, None))
    app.add_directive("course-map", CoursePathDirective)
