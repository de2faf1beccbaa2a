"""Publish the JSON Schema of the item banks with the book, for authors elsewhere."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from painlab.book.finished import when_built
from painlab.quiz.authoring.schema import PUBLISHED_NAME, schema_text


def _write(app: Sphinx) -> None:
    Path(app.outdir, PUBLISHED_NAME).write_text(schema_text(), encoding="utf-8")


def setup_bank_schema(app: Sphinx) -> None:
    """Write the schema when the build is done."""
    when_built(app, _write)
