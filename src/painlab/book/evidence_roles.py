"""The roles ``{ev}``, ``{ev:style}``, ``{study}`` and ``{num}``: every number with its source."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from painlab import derived
from painlab.evidence import Figure, UnknownKeyError, format_figure
from painlab.evidence.anchors import anchor, ledger_page
from painlab.evidence.format import STYLES, plain
from painlab.evidence.load import course_evidence
from painlab.findings import nearest

logger = logging.getLogger(__name__)

STATUS_WORDS = {
    "verified": "Seen first-hand: in the paper or its summary, on its makers' or publisher's page, "
    "or in public data.",
    "secondary": "Seen second-hand: on another reliable page, or worked out from other numbers.",
    "computed": "Worked out by this course; no paper prints it.",
}
"""How sure a number is, as a sentence that is true for papers, pages and data alike."""


class EvidenceNode(nodes.inline):
    """A number or a citation that links to the ledger and says what it is.

    Attributes
    ----------
    key : evidence key.
    note : what the number is, in sentences; empty for a citation.
    """


def note_of(figure: Figure) -> str:
    """Return what a page says about `figure` when asked: what, of how many, where, how sure."""
    parts = [f"{figure.what[:1].upper()}{figure.what[1:]}."]
    if figure.events is not None and figure.total is not None:
        parts.append(f"{plain(figure.events)} of {plain(figure.total)} people.")
    elif figure.total is not None:
        parts.append(f"People looked at: {plain(figure.total)}.")
    if figure.ci95 is not None:
        low, high = map(plain, figure.ci95)
        parts.append(f"95% interval: {low} to {high}.")
    if figure.study:
        parts.append(f"{_short(figure.study)}; {figure.where}.")
    parts.append(STATUS_WORDS[figure.status])
    if figure.inputs:
        studies = dict.fromkeys(key.partition(".")[0] for key in figure.inputs)
        parts.append(f"It rests on {' and '.join(map(_short, studies))}.")
    return " ".join(parts)


def _short(study: str) -> str:
    reference = course_evidence().references.get(study)
    return reference.short if reference else study


class EvidenceRole(SphinxRole):
    """``{ev}`study.figure[label]` ``: the number in one of the styles of `format_figure`."""

    def __init__(self, style: str = "") -> None:
        """Keep the style, one of `painlab.evidence.format.STYLES`."""
        self.style = style

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the number as a node, or the key itself with a warning."""
        key = self.text.strip()
        try:
            figure = derived.lookup(key)
            text = format_figure(figure, self.style)
        except (UnknownKeyError, ValueError) as error:
            logger.warning("%s", error, location=self.get_location(), type="painlab", subtype="ev")
            return [nodes.literal("", key)], []
        return [EvidenceNode(self.rawtext, text, key=key, note=note_of(figure))], []


class StudyRole(SphinxRole):
    """``{study}`key` ``: a short citation, linked to the study's place in the ledger."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the citation as a node, or the key itself with a warning."""
        key = self.text.strip()
        evidence = course_evidence()
        if key not in evidence.studies:
            message = f"unknown study '{key}'.{nearest(key, list(evidence.studies))}"
            logger.warning(message, location=self.get_location(), type="painlab", subtype="study")
            return [nodes.literal("", key)], []
        reference = evidence.references.get(key)
        text = reference.short if reference else key
        return [EvidenceNode(self.rawtext, text, key=key, note="")], []


class NumberRole(SphinxRole):
    """``{num}`50` ``: a number that claims nothing (an age, minutes, a worked example)."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the number as plain text."""
        return [nodes.Text(self.text)], []


class EvidenceDomain(Domain):
    """Holds the styles, since Sphinx reads ``ev:of100`` as role ``of100`` of domain ``ev``."""

    name = "ev"
    label = "Evidence"
    roles = {style: EvidenceRole(style) for style in STYLES if style}  # noqa: RUF012

    def merge_domaindata(self, docnames: list[str], otherdata: dict[str, Any]) -> None:
        """Keep no data, so merge none."""


class PlainTitles(SphinxTransform):
    """Headings are copied into menus, where a note has no place: keep their words only."""

    default_priority = 400

    def apply(self, **kwargs: Any) -> None:
        """Replace evidence in headings by its text."""
        for title in self.document.findall(nodes.title):
            for node in list(title.findall(EvidenceNode)):
                node.parent.replace(node, nodes.Text(node.astext()))


def _visit(translator: HTML5Translator, node: EvidenceNode) -> None:
    builder = translator.builder
    ledger = builder.get_relative_uri(builder.current_docname, ledger_page(node["key"]))
    address = escape(f"{ledger}#{anchor(node['key'])}")
    words = escape(node.astext())
    if not node["note"]:
        translator.body.append(f'<a class="pl-cite" href="{address}">{words}</a>')
        raise nodes.SkipNode
    # The serial number makes the id unique on the page and the same in every build.
    serial = getattr(translator, "pl_notes", 0) + 1
    translator.pl_notes = serial  # type: ignore[attr-defined]
    translator.body.append(
        f'<span class="pl-ev"><a href="{address}" aria-describedby="pl-n{serial}">{words}</a>'
        f'<span class="pl-note" role="tooltip" id="pl-n{serial}">{escape(node["note"])}</span>'
        "</span>"
    )
    raise nodes.SkipNode


def setup_evidence_roles(app: Sphinx) -> None:
    """Register the roles and their node."""
    app.add_node(EvidenceNode, html=(_visit, None))
    app.add_role("ev", EvidenceRole())
    app.add_domain(EvidenceDomain)
    app.add_role("study", StudyRole())
    app.add_role("num", NumberRole())
    app.add_transform(PlainTitles)
