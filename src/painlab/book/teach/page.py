"""The page that a directive for instructors stands on, and what it links to."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes
from sphinx.application import Sphinx

from painlab.book.answer_key import key_page


@dataclass(frozen=True)
class Here:
    """A page for instructors, when all pages of the book are known.

    Attributes
    ----------
    app : the running build.
    docname : the page.
    """

    app: Sphinx
    docname: str

    def page(self, docname: str, words: str = "") -> nodes.reference:
        """Return a link to another page, under its title or under `words`."""
        return self._link(docname, words or self.app.env.titles[docname].astext())

    def key(self, module: str, words: str) -> nodes.reference:
        """Return a link to the answer key of a module."""
        return self._link(key_page(module), words)

    def item(self, module: str, name: str) -> nodes.reference:
        """Return a link to an item in the answer key of its module, the name of its bank."""
        return self._link(key_page(module), name, f"#{name}")

    def _link(self, docname: str, words: str, place: str = "") -> nodes.reference:
        uri = self.app.builder.get_relative_uri(self.docname, docname)
        return nodes.reference("", words, refuri=f"{uri}{place}", internal=True)


def bullets(rows: list[list[nodes.Node]]) -> nodes.bullet_list:
    """Return a list with a paragraph of inline nodes for each row."""
    items = (nodes.list_item("", nodes.paragraph("", "", *row)) for row in rows)
    return nodes.bullet_list("", *items)


def table(
    heads: list[str], widths: list[int], rows: list[list[list[nodes.Node]]]
) -> nodes.container:
    """Return a table that scrolls in its own frame on a narrow screen.

    Parameters
    ----------
    heads : words above each column.
    widths : share of each column in the width, together 100.
    rows : for each row and column the inline nodes.
    """
    group = nodes.tgroup("", *(nodes.colspec(colwidth=one) for one in widths), cols=len(heads))
    group += nodes.thead("", _row([[nodes.Text(head)] for head in heads]))
    group += nodes.tbody("", *map(_row, rows))
    # The theme frames the tables that stand on a page before this one does.
    framed = nodes.table("", group, classes=["pl-teach"])
    return nodes.container("", framed, classes=["table-wrapper"])


def _row(cells: list[list[nodes.Node]]) -> nodes.row:
    entries = (nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells)
    return nodes.row("", *entries)
