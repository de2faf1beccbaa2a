"""The directive ``{warning-signs}``: one box, one source file, the same words on every page."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from painlab.book.sections import box

SOURCE = "book/_includes/warning-signs.md"
TITLE = "First, make sure it is safe to read on"


class WarningSigns(SphinxDirective):
    """The full box of warning signs, read from `SOURCE`."""

    def run(self) -> list[nodes.Node]:
        """Return the box; its file is noted, so that a change rebuilds every page with it."""
        path = Path(self.env.srcdir, SOURCE)
        self.env.note_dependency(str(path))
        lines = path.read_text(encoding="utf-8").splitlines()
        content = nodes.Element()
        self.state.nested_parse(StringList(lines, source=str(path)), 0, content)
        node = box("warning-signs", TITLE, content.children)
        node["landmark"] = True
        return [node]


def setup_warning_signs(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("warning-signs", WarningSigns)
