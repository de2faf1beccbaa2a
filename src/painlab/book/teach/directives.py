"""The directives of the pages for instructors; each names a module and is filled from the data.

They are filled when all pages are known, and their pages are written in each build: any lesson
may have changed its title, its lab or its questions.
"""

from __future__ import annotations

from collections.abc import Callable

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from painlab.book.page_notes import noted, page_notes
from painlab.book.teach.beliefs import beliefs
from painlab.book.teach.blueprint import blueprint, totals
from painlab.book.teach.item_role import ItemRole
from painlab.book.teach.labs import labs
from painlab.book.teach.materials import materials
from painlab.book.teach.outcomes import outcomes
from painlab.book.teach.page import Here
from painlab.check.teaching import TOTALS, unknown_module
from painlab.quiz.objectives import course_objectives

logger = logging.getLogger(__name__)

Fill = Callable[[Here, str], list[nodes.Node]]
FILLS: dict[str, Fill] = {
    "outcomes": outcomes,
    "misconceptions": beliefs,
    "blueprint": blueprint,
    "labs": labs,
    "materials": materials,
    TOTALS: totals,
}
"""What fills each directive."""

_NOTE = "teach"


class TeachNode(nodes.General, nodes.Element):
    """Stands for what a directive shows until all pages are known."""


class TeachDirective(SphinxDirective):
    """``:::{outcomes} imaging``, and so on: one of `FILLS`, for a module."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a placeholder; warn of a module that there is not."""
        module = self.arguments[0]
        if message := unknown_module(module, course_objectives().values()):
            where = self.get_location()
            logger.warning(message, location=where, type="painlab", subtype=self.name)
            return []
        return [self.placeholder(module)]

    def placeholder(self, module: str) -> TeachNode:
        """Note that the page has one, and return it."""
        page_notes(self.env, self.env.docname)[_NOTE] = True
        return TeachNode(fill=self.name, module=module)


class TotalsDirective(TeachDirective):
    """``:::{blueprint-totals}``: how many questions of which kind each module has."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return a placeholder."""
        return [self.placeholder("")]


class LessonPlan(SphinxDirective):
    """``:::{lesson-plan} 50`` around a table of steps whose first column holds the minutes.

    ``painlab check`` adds them up.
    """

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the table, marked for the style sheet."""
        self.assert_has_content()
        content = nodes.container(classes=["pl-lesson-plan"])
        self.state.nested_parse(self.content, self.content_offset, content)
        return [content]


def _resolve(app: Sphinx, document: nodes.document, docname: str) -> None:
    for node in list(document.findall(TeachNode)):
        node.replace_self(FILLS[node["fill"]](Here(app, docname), node["module"]))


def _written_in_each_build(app: Sphinx, env: BuildEnvironment) -> list[str]:
    return sorted(noted(env, _NOTE))


def setup_teach(app: Sphinx) -> None:
    """Register role and directives; fill these when all pages are known."""
    app.add_node(TeachNode)
    for name in FILLS:
        app.add_directive(name, TotalsDirective if name == TOTALS else TeachDirective)
    app.add_directive("lesson-plan", LessonPlan)
    app.add_role("item", ItemRole())
    app.connect("env-updated", _written_in_each_build)
    app.connect("doctree-resolved", _resolve)
