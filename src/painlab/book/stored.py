"""The directive ``{stored}``: what the course keeps in a reader's browser, to see and to erase."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from painlab.book.embedded import embedded
from painlab.frontend import embed
from painlab.strings import say


def stored_html() -> str:
    """Return the place that the browser fills; without JavaScript it says what that means."""
    return embed("stored", {}, f"<p>{escape(say('stored_no_script'))}</p>")


class StoredDirective(SphinxDirective):
    """``:::{stored}``: each thing kept, its size and content, download, erase one or all."""

    def run(self) -> list[nodes.Node]:
        """Return the place as a node."""
        return [embedded(stored_html(), say("stored_no_script"))]


def setup_stored(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("stored", StoredDirective)
