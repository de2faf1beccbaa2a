"""The directive ``{ev-list}``: figures that are words, as a list with its sources."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from painlab.book.evidence_roles import STATUS_WORDS, EvidenceNode
from painlab.evidence.load import course_evidence
from painlab.findings import nearest

logger = logging.getLogger(__name__)


class EvList(SphinxDirective):
    """``:::{ev-list} girft2023.emergency_signs`` shows the items of one or more such figures."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return a bullet list and a line that names the study, for each key."""
        return [node for key in self.arguments[0].split() for node in self._one(key)]

    def _one(self, key: str) -> list[nodes.Node]:
        evidence = course_evidence()
        study, _, name = key.partition(".")
        entry = evidence.studies[study].figures.get(name) if study in evidence.studies else None
        if entry is None or entry.items is None:
            known = [
                f"{one.key}.{figure}"
                for one in evidence.studies.values()
                for figure, found in one.figures.items()
                if found.items
            ]
            message = f"'{key}' is not a list of words.{nearest(key, known)}"
            logger.warning(message, location=self.get_location(), type="painlab", subtype="ev-list")
            return []
        items = nodes.bullet_list("", classes=["pl-list"])
        for item in entry.items:
            words = f"{item[:1].upper()}{item[1:]}"
            items += nodes.list_item("", nodes.paragraph("", words))
        reference = evidence.references.get(study)
        short = reference.short if reference else study
        source = nodes.paragraph("", "", classes=["pl-source"])
        source += nodes.Text("From ")
        source += EvidenceNode("", short, key=key, note="")
        source += nodes.Text(f"; {entry.where}. {STATUS_WORDS[entry.status]}")
        return [items, source]


def setup_ev_list(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("ev-list", EvList)
