"""Take away what Sphinx and the theme copy into every book and no page of this one asks for."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from painlab.book.finished import when_built
from painlab.book.style_sheet import THEME_SHEETS

UNUSED = (
    "_static/basic.css",
    "_static/debug.css",
    "_static/doctools.js",
    "_static/documentation_options.js",
    "_static/file.png",
    "_static/minus.png",
    "_static/plus.png",
    "_static/searchtools.js",
    "_static/skeleton.css",
    "_static/sphinx_highlight.js",
    "_static/scripts/furo-extensions.js",
    "_static/scripts/furo.js",
    "_static/scripts/furo.js.LICENSE.txt",
    "_static/scripts/furo.js.map",
    *(f"_static/{sheet}" for sheet in THEME_SHEETS),
)
"""Files below the book's root; each build copies them anew."""


def _remove(app: Sphinx) -> None:
    for name in UNUSED:
        Path(app.outdir, name).unlink(missing_ok=True)


def setup_unused(app: Sphinx) -> None:
    """Remove the files when the build is done."""
    when_built(app, _remove)
