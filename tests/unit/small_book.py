"""Builds a small book with the real configuration, for tests of what pages hold."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupyter_book.config import get_final_config  # type: ignore[import-untyped]
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from painlab.content import checkout_dir


@dataclass
class Book:
    """A built book: its folder, its warnings, its pages by document name."""

    folder: Path
    warnings: str
    pages: dict[str, str]


def build(
    source: Path,
    output: Path,
    *,
    afresh: bool = True,
    then: Callable[[Sphinx], None] | None = None,
    **settings: Any,
) -> Book:
    """Build what stands in `source`, with `settings` in place of those of ``_config.yml``.

    With `afresh` everything is made anew; without, what an earlier build left in `output` is used.
    `then` is called before the build begins.
    """
    config, _ = get_final_config(
        user_yaml=checkout_dir() / "_config.yml",
        cli_config={"latex_individualpages": False},
        sourcedir=source,
    )
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            srcdir=source,
            confdir=None,
            outdir=output / "html",
            doctreedir=output / "doctrees",
            buildername="html",
            # Other tests of this process may have drawn charts, and V8 does not survive a fork.
            confoverrides={**config, "nitpicky": True, "painlab_jobs": 1, **settings},
            status=None,
            warning=warnings,
            freshenv=afresh,
        )
        if then:
            then(app)
        app.build(force_all=afresh)
    html = output / "html"
    pages = {
        path.relative_to(html).as_posix().removesuffix(".html"): path.read_text()
        for path in html.rglob("*.html")
    }
    return Book(html, warnings.getvalue(), pages)
