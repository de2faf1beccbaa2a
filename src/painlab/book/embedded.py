"""The doctree node for HTML that another part of the house has made (quiz, chart, piece)."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator


class EmbeddedHtml(nodes.container):
    """Finished HTML; its children are the plain words that stand in every other format.

    Attributes
    ----------
    html : the markup for HTML builders.
    evidence : keys of the figures shown inside, for the sources at the end of the page.
    """


def embedded(html: str, plain: str, evidence: tuple[str, ...] = ()) -> EmbeddedHtml:
    """Return a node that is `html` on a web page and the sentence `plain` elsewhere."""
    node = EmbeddedHtml("", nodes.paragraph("", plain))
    node["html"] = html
    node["evidence"] = list(evidence)
    return node


def _visit(translator: HTML5Translator, node: EmbeddedHtml) -> None:
    translator.body.append(node["html"])
    raise nodes.SkipNode


def setup_embedded(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(EmbeddedHtml, html=(_visit, None))
