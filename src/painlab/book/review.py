"""Spaced review: the directive ``{review}`` and the questions it brings back.

The schedule is FSRS (Free Spaced Repetition Scheduler, https://github.com/open-spaced-repetition),
through the library ts-fsrs with its default weights, a wanted recall of nine in ten, whole days and
no randomness. It is worked out from the tries in the reader's browser each time (see
``frontend/src/learning/schedule.js``); nothing but the tries is stored.

A course of 200 questions is more than a page may load at once, and a page opened from a file may
not fetch. So each module's questions stand in a classic script of their own, which the page
asks for when one of them is due.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from painlab.book.course_map import CourseMap, course_map
from painlab.book.embeds import way_to_root
from painlab.book.finished import when_built
from painlab.book.progress import REVIEW, first_lesson, lesson_states
from painlab.frontend import embed, json_for_script
from painlab.quiz.models import Item
from painlab.quiz.state import item_state
from painlab.strings import say

_FOLDER = "review-items"


class ReviewNode(nodes.container):
    """Stands for the questions that come back until all pages are known."""


class ReviewDirective(SphinxDirective):
    """``:::{review}``: questions once answered come back one at a time."""

    def run(self) -> list[nodes.Node]:
        """Return the placeholder."""
        return [ReviewNode("", nodes.paragraph("", say("review_no_script")))]


def items_script(module: str, items: list[Item], base: str) -> str:
    """Return the classic script that holds the questions of a module.

    Parameters
    ----------
    module : its folder.
    items : questions with a right answer.
    base : way from the review page to the book's root.
    """
    states = json_for_script({module: [item_state(item, base) for item in items]})
    return f"self.painlabReview=Object.assign(self.painlabReview||{{}},{states});\n"


def _scripts(course: CourseMap) -> dict[str, tuple[str, dict[str, int]]]:
    """Return each module's script, and its questions with the lesson each belongs to."""
    by_module: dict[str, dict[str, Item]] = {}
    for name, item in course.graded().items():
        module = course.lessons[course.homes[name]].module
        by_module.setdefault(module, {})[name] = item
    base = way_to_root(REVIEW)
    return {
        module: (
            items_script(module, list(items.values()), base),
            {name: course.homes[name] for name in items},
        )
        for module, items in by_module.items()
    }


def review_html(course: CourseMap, lessons: list[dict[str, Any]]) -> str:
    """Return the review as a page shows it.

    Parameters
    ----------
    course : the course's lessons and questions.
    lessons : title and link of each lesson, seen from the review page.
    """
    modules = []
    for module, (script, items) in _scripts(course).items():
        # A changed script gets a new address, so that no browser shows an old question.
        version = sha256(script.encode()).hexdigest()[:8]
        address = f"{_FOLDER}/{module}.js?v={version}"
        modules.append({"name": module, "script": address, "items": items})
    fallback = first_lesson(say("review_no_script"), lessons)
    return embed("review", {"modules": modules, "lessons": lessons}, fallback)


def _visit(translator: HTML5Translator, node: ReviewNode) -> None:
    app = translator.builder.app
    course = course_map(app)
    translator.body.append(review_html(course, lesson_states(course, app, REVIEW)))
    raise nodes.SkipNode


def _always_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read the page anew in each build: any lesson may have a new question."""
    return [REVIEW] if REVIEW in env.found_docs else []


def _write_items(app: Sphinx) -> None:
    if REVIEW not in app.env.found_docs:
        return
    folder = Path(app.outdir, REVIEW).parent / _FOLDER
    folder.mkdir(exist_ok=True)
    for module, (script, _) in _scripts(course_map(app)).items():
        (folder / f"{module}.js").write_text(script, encoding="utf-8")


def setup_review(app: Sphinx) -> None:
    """Register directive and node; write the questions when the build is done."""
    app.add_node(ReviewNode, html=(_visit, None))
    app.add_directive("review", ReviewDirective)
    app.connect("env-get-outdated", _always_outdated)
    when_built(app, _write_items)
