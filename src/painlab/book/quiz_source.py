"""The directive ``{quiz-source}``: an item or a form as its bank holds it, to read beside it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from painlab.content import content_dir
from painlab.findings import ContentError, nearest
from painlab.yaml_source import read_yaml

logger = logging.getLogger(__name__)


def entry_source(name: str, content: Path) -> str:
    """Return the lines of a bank that hold the item or form `name`, exactly as they stand.

    Parameters
    ----------
    name : its id.
    content : folder with ``quizzes/*.yml``.

    Raises
    ------
    KeyError
        When no bank holds it; the nearest known id is named.
    ContentError
        When a bank is not YAML; the message names file and line.
    """
    known: list[str] = []
    for path in sorted((content / "quizzes").glob("*.yml")):
        source = read_yaml(path, f"{content.name}/quizzes/{path.name}")
        entries = source.data if isinstance(source.data, list) else []
        ids = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
        known += map(str, ids)
        if name in ids:
            lines = path.read_text(encoding="utf-8").splitlines()
            start = source.line((ids.index(name),)) - 1
            return "\n".join(_entry(lines[start:]))
    raise KeyError(f"no quiz item or form '{name}'.{nearest(name, known)}")


def _entry(lines: list[str]) -> list[str]:
    """Return the first entry of `lines`: up to the next line that is not indented."""
    end = 1
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(" ")):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return lines[:end]


class SourceView(nodes.container):
    """Code that scrolls inside itself; it takes the focus, so the arrow keys scroll it."""


class QuizSource(SphinxDirective):
    """``:::{quiz-source} id`` shows the YAML of one item or form."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the code in its box."""
        name = self.arguments[0]
        for path in sorted((content_dir() / "quizzes").glob("*.yml")):
            self.env.note_dependency(str(path))
        try:
            text = entry_source(name, content_dir())
        except (KeyError, ContentError) as error:
            message = error.args[0] if isinstance(error, KeyError) else str(error)
            where = self.get_location()
            logger.warning(message, location=where, type="painlab", subtype="quiz-source")
            return []
        code = nodes.literal_block(text, text, language="yaml")
        return [SourceView("", code, name=name)]


def _visit(translator: HTML5Translator, node: SourceView) -> None:
    label = escape(f"The YAML of {node['name']}")
    translator.body.append(f'<div class="pl-yaml" role="region" tabindex="0" aria-label="{label}">')


def _depart(translator: HTML5Translator, node: SourceView) -> None:
    translator.body.append("</div>\n")


def setup_quiz_source(app: Sphinx) -> None:
    """Register directive and node."""
    app.add_directive("quiz-source", QuizSource)
    app.add_node(SourceView, html=(_visit, _depart))
