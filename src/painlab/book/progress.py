"""Progress: directives ``{progress}`` and ``{continue}``, and what lessons tell the browser.

Everything is worked out in the browser, from what it keeps; a page only says what there is.
An objective is *firm* when at least two graded questions about it have been answered and the
latest answer to each is right and was not called a guess; *shaky* when anything was answered and
it is not firm; else *not tried*.
"""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from painlab.book.assets import add_book_script
from painlab.book.course_map import LESSON_KINDS, CourseMap, course_map
from painlab.frontend import embed, json_for_script
from painlab.strings import say

PROGRESS = "book/start/progress"
"""The page with ``{progress}``."""

REVIEW = "book/start/review"
"""The page with ``{review}``."""

REFRESHER = "three"
"""Part of the review page's address that asks for three questions, after a long pause."""

_KEY = "painlab.progress"


class ProgressNode(nodes.container):
    """Stands for the progress of a reader until all pages are known."""


class ContinueNode(nodes.container):
    """A line for new readers, in whose place the browser says where to go on."""


class ProgressDirective(SphinxDirective):
    """``:::{progress}``: lessons read, questions answered, objectives, the reader's own data."""

    def run(self) -> list[nodes.Node]:
        """Return the placeholder."""
        return [ProgressNode("", nodes.paragraph("", say("progress_no_script")))]


class ContinueDirective(SphinxDirective):
    """``:::{continue}`` around one line, which stays for readers who have not begun."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the line, read as Markdown."""
        self.assert_has_content()
        node = ContinueNode()
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


def lesson_states(course: CourseMap, app: Sphinx, docname: str) -> list[dict[str, Any]]:
    """Return what the browser needs of each lesson, with links from the page `docname`."""
    return [
        {
            "name": lesson.name,
            "title": lesson.title,
            "href": app.builder.get_relative_uri(docname, lesson.name),
        }
        for lesson in course.lessons
    ]


def first_lesson(words: str, states: list[dict[str, Any]]) -> str:
    """Return `words` and a link to the first lesson, for pages without JavaScript."""
    links = [f' <a href="{escape(one["href"])}">{escape(one["title"])}</a>' for one in states[:1]]
    return f"<p>{escape(words)}{''.join(links)}</p>"


def continue_html(line: str, states: list[dict[str, Any]], review: str) -> str:
    """Return the place where the browser says where to go on.

    Parameters
    ----------
    line : HTML that stays for readers who have not begun.
    states : name, title and link of each lesson.
    review : address of the review page, for the three questions after a long pause.
    """
    data = {"lessons": states, "three": f"{review}#{REFRESHER}"}
    script = f'<script type="application/json">{json_for_script(data)}</script>'
    return f'<div class="pl-continue">\n{line}{script}</div>\n'


def page_mark(name: str, title: str) -> str:
    """Return the element by which a lesson tells the reader's browser its name and title."""
    return f'<meta name="{_KEY}" content="{escape(name)}" data-title="{escape(title)}">'


def progress_html(course: CourseMap, states: list[dict[str, Any]]) -> str:
    """Return the progress of a reader as a page shows it.

    Parameters
    ----------
    course : the course's lessons, questions and objectives.
    states : name, title and link of each lesson, seen from the progress page.
    """
    by_name = {state["name"]: state for state in states}
    modules = [
        {
            "title": course.title_of(module),
            "lessons": [{**by_name[one.name], "items": list(one.items)} for one in lessons],
        }
        for module, lessons in course.modules.items()
    ]
    objectives = []
    for objective, names in course.objectives():
        homes = [states[course.homes[name]] for name in names]
        items = [
            {"id": name, "title": home["title"], "href": home["href"]}
            for name, home in zip(names, homes, strict=True)
        ]
        objectives.append({"can": objective.can, "items": items})
    fallback = first_lesson(say("progress_no_script"), states)
    return embed("progress", {"modules": modules, "objectives": objectives}, fallback)


def _visit_progress(translator: HTML5Translator, node: ProgressNode) -> None:
    app = translator.builder.app
    course = course_map(app)
    translator.body.append(progress_html(course, lesson_states(course, app, PROGRESS)))
    raise nodes.SkipNode


def _visit_continue(translator: HTML5Translator, node: ContinueNode) -> None:
    node["before"] = len(translator.body)


def _depart_continue(translator: HTML5Translator, node: ContinueNode) -> None:
    line = "".join(translator.body[node["before"] :])
    del translator.body[node["before"] :]
    app = translator.builder.app
    root = app.config.root_doc
    states = lesson_states(course_map(app), app, root)
    review = app.builder.get_relative_uri(root, REVIEW)
    translator.body.append(continue_html(line, states, review))


def _always_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read these pages anew in each build: any lesson may have changed its title or questions."""
    return [name for name in (app.config.root_doc, PROGRESS) if name in env.found_docs]


def _mark_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Give lessons their name, title and the script that notes; others the one that reads."""
    is_lesson = (context.get("meta") or {}).get("kind") in LESSON_KINDS
    if is_lesson:
        mark = page_mark(pagename, app.env.titles[pagename].astext())
        context["metatags"] = f"{context.get('metatags', '')}{mark}"
        add_book_script(app, "reading")
    if any(f'class="{name}"' in context.get("body", "") for name in ("pl-continue", "pl-map")):
        add_book_script(app, "going-on")


def setup_progress(app: Sphinx) -> None:
    """Register directives and nodes; mark each lesson."""
    app.add_node(ProgressNode, html=(_visit_progress, None))
    app.add_node(ContinueNode, html=(_visit_continue, _depart_continue))
    app.add_directive("progress", ProgressDirective)
    app.add_directive("continue", ContinueDirective)
    app.connect("env-get-outdated", _always_outdated)
    app.connect("html-page-context", _mark_page, priority=800)
