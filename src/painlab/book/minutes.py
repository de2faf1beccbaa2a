"""How long a way through the course takes: the role ``{minutes}``.

The minutes stand once, in each page's front matter; a page that speaks of several adds them up
here. They are known when all pages have been read.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from painlab.book.course_map import LESSON_KINDS

logger = logging.getLogger(__name__)

HOUR = 60


class MinutesNode(nodes.Inline, nodes.Element):
    """Stands for the minutes of some pages."""


class MinutesRole(SphinxRole):
    """``{minutes}`book/start/safety-check book/fear/` ``: pages, or a folder for its lessons."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the placeholder."""
        node = MinutesNode(pages=self.text.split())
        self.set_source_info(node)
        return [node], []


def minutes_of(env: BuildEnvironment, name: str) -> int:
    """Return the minutes of a page, or of all lessons in a folder.

    Parameters
    ----------
    env : knows the front matter of every page.
    name : of a page, or of a folder with ``/`` at its end.

    Raises
    ------
    KeyError
        When no such page says how long it takes.
    """
    found = [
        int(meta["minutes"])
        for page, meta in env.metadata.items()
        if "minutes" in meta and (page == name or _is_lesson_in(name, page, meta))
    ]
    if not found:
        raise KeyError(name)
    return sum(found)


def _is_lesson_in(folder: str, page: str, meta: dict[str, Any]) -> bool:
    return folder.endswith("/") and page.startswith(folder) and meta.get("kind") in LESSON_KINDS


def in_words(minutes: int) -> str:
    """Write minutes as one plans them: ``19 minutes``, and from two hours on ``7 hours``."""
    if minutes < 2 * HOUR:
        return f"{minutes} minutes"
    return f"{round(minutes / HOUR)} hours"


def _resolve(app: Sphinx, document: nodes.document, docname: str) -> None:
    for node in list(document.findall(MinutesNode)):
        try:
            total = sum(minutes_of(app.env, name) for name in node["pages"])
        except KeyError as error:
            message = f"no page '{error.args[0]}' says in its front matter how long it takes."
            logger.warning(message, location=node, type="painlab", subtype="minutes")
            total = 0
        node.replace_self(nodes.Text(in_words(total)))


def setup_minutes(app: Sphinx) -> None:
    """Register the role; fill its places when all pages are known."""
    app.add_node(MinutesNode)
    app.add_role("minutes", MinutesRole())
    app.connect("doctree-resolved", _resolve)
