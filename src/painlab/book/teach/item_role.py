"""The role ``{item}``: a question by its id, with a link to it in the answer key."""

from __future__ import annotations

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from painlab.book.teach.page import Here
from painlab.findings import nearest
from painlab.quiz.bank import items_by_module

logger = logging.getLogger(__name__)


class ItemRole(SphinxRole):
    """``{item}`imaging-closing-04` ``, for pages of instructors alone."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link; an id that no item has is a warning."""
        homes = {item.id: home for home, items in items_by_module().items() for item in items}
        if self.text not in homes:
            message = f"there is no quiz item '{self.text}'.{nearest(self.text, list(homes))}"
            where = self.get_location()
            logger.warning(message, location=where, type="painlab", subtype="item")
            return [nodes.literal("", self.text)], []
        here = Here(self.env.app, self.env.docname)
        return [here.item(homes[self.text], self.text)], []
