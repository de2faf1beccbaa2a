"""The directive ``{page-end}``: sources of a page, its review dates, who paid, who checked."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from painlab import derived
from painlab.book.embedded import EmbeddedHtml
from painlab.book.evidence_roles import EvidenceNode
from painlab.book.page_facts import long_date
from painlab.book.sections import Box, box
from painlab.evidence import UnknownKeyError
from painlab.evidence.format import plain
from painlab.evidence.load import course_evidence

logger = logging.getLogger(__name__)

WHO_PAID = "The course has no sponsor, carries no adverts and sells nothing."
NOT_REVIEWED = (
    "No clinician has reviewed this course. It is general information, not advice about your body."
)


class PageEnd(SphinxDirective):
    """A box that is filled once the whole page has been read."""

    def run(self) -> list[nodes.Node]:
        """Return the empty box."""
        return [box("page-end", "About this page", [])]


def studies_on(document: nodes.document) -> list[str]:
    """Return the keys of the studies a page rests on, in the order of their short citations."""
    keys = [node["key"] for node in document.findall(EvidenceNode)]
    for node in document.findall(EmbeddedHtml):
        keys.extend(node["evidence"])
    studies: set[str] = set()
    for key in keys:
        studies.update(_studies_of(key))
    references = course_evidence().references

    def short(key: str) -> str:
        return references[key].short.casefold() if key in references else key

    return sorted(studies, key=short)


def _studies_of(key: str) -> set[str]:
    if not key.startswith("calc."):
        study = key.partition(".")[0]
        return {study} & course_evidence().studies.keys()
    try:
        return {name.partition(".")[0] for name in derived.lookup(key).inputs}
    except UnknownKeyError:
        return set()


def _source(key: str) -> nodes.list_item:
    evidence = course_evidence()
    study, reference = evidence.studies[key], evidence.references.get(key)
    words = f": {study.design}"
    if study.n is not None:
        words += f"; {plain(study.n)} {study.counted}"
    paragraph = nodes.paragraph()
    paragraph += EvidenceNode("", reference.short if reference else key, key=key, note="")
    paragraph += nodes.Text(f"{words}.")
    return nodes.list_item("", paragraph)


def _lab(name: str, docname: str) -> nodes.paragraph:
    link = addnodes.pending_xref(
        "",
        nodes.inline("", "Show me the working"),
        refdomain="std",
        reftype="doc",
        reftarget=f"/notebooks/{name}",
        refexplicit=True,
        refwarn=True,
        refdoc=docname,
    )
    paragraph = nodes.paragraph("", "", link)
    paragraph += nodes.Text(": the lab that goes with this page, with data and sums step by step.")
    return paragraph


def _content(document: nodes.document, meta: dict[str, Any], docname: str) -> list[nodes.Node]:
    content: list[nodes.Node] = []
    if studies := studies_on(document):
        content.append(nodes.paragraph("", "This page rests on:"))
        content.append(nodes.bullet_list("", *map(_source, studies), classes=["pl-sources"]))
    dates = [
        f"{words} {long_date(meta[name])}."
        for name, words in (("reviewed", "Last reviewed"), ("next_review", "Next review due"))
        if meta.get(name)
    ]
    content.append(nodes.paragraph("", " ".join([*dates, WHO_PAID, NOT_REVIEWED])))
    if meta.get("lab"):
        content.append(_lab(str(meta["lab"]), docname))
    return content


def _fill(app: Sphinx, document: nodes.document) -> None:
    docname = app.env.docname
    meta = app.env.metadata[docname]
    for node in document.findall(Box):
        if node["name"] != "page-end":
            continue
        for name in ("reviewed", "next_review"):
            if not meta.get(name):
                message = f"the front matter has no '{name}'; add the date as {name}: YYYY-MM-DD."
                logger.warning(message, location=docname, type="painlab", subtype="page-end")
        node += _content(document, meta, docname)


def setup_page_end(app: Sphinx) -> None:
    """Register the directive, and fill its box once the page's evidence is known."""
    app.add_directive("page-end", PageEnd)
    app.connect("doctree-read", _fill, priority=600)
