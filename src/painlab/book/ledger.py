"""The ledger page: every study and figure of the course, with its limits and every use of it."""

from __future__ import annotations

from pathlib import Path
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from painlab.book.finished import when_built
from painlab.book.ledger_html import TOPICS, LedgerPage
from painlab.book.ledger_records import as_csv, as_json, ledger_records
from painlab.book.ledger_uses import Places
from painlab.book.sources import keys_behind
from painlab.evidence.anchors import LEDGER
from painlab.evidence.load import course_evidence
from painlab.findings import nearest

logger = logging.getLogger(__name__)
_PLACES: WeakKeyDictionary[Builder, Places] = WeakKeyDictionary()


class LedgerNode(nodes.container):
    """Stands for a page of the ledger until the titles of all pages are known.

    Attributes
    ----------
    topic : stem of an evidence file; empty for the first page, which lists all studies.
    """


class LedgerDirective(SphinxDirective):
    """``:::{ledger} imaging`` for one evidence file, ``:::{ledger}`` for the first page."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, or a warning where there is no such evidence file."""
        topic = self.arguments[0] if self.arguments else ""
        if topic and topic not in TOPICS:
            message = f"unknown ledger '{topic}'.{nearest(topic, list(TOPICS))}"
            logger.warning(message, location=self.get_location(), type="painlab", subtype="ledger")
            return []
        return [LedgerNode(topic=topic)]


def _places(app: Sphinx) -> Places:
    # Every page of the ledger asks the same checkout: it is scanned once a build.
    if app.builder not in _PLACES:
        _PLACES[app.builder] = Places(Path(app.srcdir), keys_behind(app.env))
    return _PLACES[app.builder]


def _visit(translator: HTML5Translator, node: LedgerNode) -> None:
    app = translator.builder.app
    docname = translator.builder.current_docname
    page = LedgerPage(course_evidence(), _places(app), app, docname)
    translator.body.append(page.html(node["topic"]))
    raise nodes.SkipNode


def _always_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read the ledger anew in each build: any page may have begun to use a figure."""
    return sorted(docname for docname in env.found_docs if docname.startswith(LEDGER))


def _write_data(app: Sphinx) -> None:
    if LEDGER not in app.env.found_docs:
        return
    records = ledger_records(course_evidence(), _places(app).lines)
    folder = Path(app.outdir, LEDGER).parent
    (folder / "ledger.csv").write_text(as_csv(records), encoding="utf-8")
    (folder / "ledger.json").write_text(as_json(records), encoding="utf-8")


def setup_ledger(app: Sphinx) -> None:
    """Register directive and node; write the downloads when the build is done."""
    app.add_node(LedgerNode, html=(_visit, None))
    app.add_directive("ledger", LedgerDirective)
    app.connect("env-get-outdated", _always_outdated)
    when_built(app, _write_data)
