"""The line under a page's title: how long it takes and when it was last reviewed."""

from __future__ import annotations

from datetime import date
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx


def long_date(value: object) -> str:
    """Write a date as readers do (``23 November 2026``); anything else as it stands."""
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        return str(value)
    return f"{day.day} {day:%B %Y}"


def facts(meta: dict[str, Any]) -> str:
    """Return the line for a page with front matter `meta`; empty when there is nothing to say."""
    parts = []
    if meta.get("minutes"):
        parts.append(f"About {meta['minutes']} minutes")
    if meta.get("reviewed"):
        parts.append(f"Last reviewed {long_date(meta['reviewed'])}")
    return " · ".join(parts)


def _add_facts(app: Sphinx, document: nodes.document) -> None:
    line = facts(app.env.metadata[app.env.docname])
    title = next(iter(document.findall(nodes.title)), None)
    if line and title is not None and title.parent is not None:
        place = title.parent.index(title) + 1
        title.parent.insert(place, nodes.paragraph("", line, classes=["pl-facts"]))


def setup_page_facts(app: Sphinx) -> None:
    """Add the line once a page's front matter is known."""
    app.connect("doctree-read", _add_facts, priority=600)
