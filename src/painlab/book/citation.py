"""How to cite the course: the directive ``{citation}``, written from ``CITATION.cff``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

FILE = "CITATION.cff"


def citation_text(cff: dict[str, Any]) -> str:
    """Return the course's entry in a list of sources, without an address.

    Parameters
    ----------
    cff : what ``CITATION.cff`` holds (Citation File Format 1.2.0).

    Examples
    --------
    >>> citation_text({"authors": [{"name": "Makers"}], "title": "A course", "version": "1.0"})
    'Makers. A course. Version 1.0.'
    """
    authors = ", ".join(author["name"] for author in cff["authors"])
    dated = f", {cff['date-released']}" if "date-released" in cff else ""
    return f"{authors}. {cff['title']}. Version {cff['version']}{dated}."


class CitationDirective(SphinxDirective):
    """``:::{citation}``: the sentence to copy."""

    def run(self) -> list[nodes.Node]:
        """Return the sentence as a quotation; a changed file makes the page anew."""
        path = Path(self.env.srcdir, FILE)
        self.env.note_dependency(str(path))
        text = citation_text(yaml.safe_load(path.read_text(encoding="utf-8")))
        return [nodes.block_quote("", nodes.paragraph("", text))]


def setup_citation(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("citation", CitationDirective)
