"""The labelled boxes of a lesson: summary, can-do, today, against-us, not-known."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

TITLES = {
    "summary": "In one minute",
    "can-do": "After this page you can",
    "today": "One thing to do today",
    "against-us": "The strongest evidence against this page",
    "not-known": "What we do not know",
}


class Box(nodes.container):
    """A titled part of a page that is no heading, so that the outline keeps its order.

    Attributes
    ----------
    name : last part of its CSS class.
    label : id of its title.
    landmark : whether it is worth a landmark of its own.
    """


def box(name: str, title: str, content: list[nodes.Node], *, serial: int = 1) -> Box:
    """Return a box called `name` with a visible `title` above `content`.

    Parameters
    ----------
    name : last part of the CSS class, ``pl-today``.
    title : visible title.
    content : the nodes inside.
    serial : which box of this name it is on its page, from 1.
    """
    label = f"pl-{name}" + (f"-{serial}" if serial > 1 else "")
    node = Box(name=name, label=label, landmark=False)
    node += nodes.paragraph("", title, classes=["pl-box-title"], ids=[label])
    node += content
    return node


class BoxDirective(SphinxDirective):
    """A box whose title follows from its name."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the box, with its content read as Markdown."""
        self.assert_has_content()
        content = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, content)
        boxes = self.env.temp_data.setdefault("pl_boxes", {})
        serial = boxes[self.name] = boxes.get(self.name, 0) + 1
        node = box(self.name, TITLES[self.name], content.children, serial=serial)
        self.set_source_info(node)
        return [node]


def _visit(translator: HTML5Translator, node: Box) -> None:
    tag = "section" if node["landmark"] else 'div role="group"'
    translator.body.append(
        f'<{tag} class="pl-box pl-{node["name"]}" aria-labelledby="{node["label"]}">\n'
    )


def _depart(translator: HTML5Translator, node: Box) -> None:
    translator.body.append("</section>\n" if node["landmark"] else "</div>\n")


def setup_sections(app: Sphinx) -> None:
    """Register the directives and their node."""
    app.add_node(Box, html=(_visit, _depart))
    for name in TITLES:
        app.add_directive(name, BoxDirective)
