"""The page for addresses at which nothing stands: ``404.html``, as most web hosts look for it.

A host shows it at any wrong address, also at one with folders in it, from which the way to a file
of the book is another. Where the copy has an address, the page says the whole way from there.
Where it has none, the page works at the first level, and a few lines of script put the way from
the top of the site in place when it is shown deeper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sphinx.application import Sphinx

from painlab.book.finished import when_built
from painlab.book.site_address import base_of

NAME = "404"
_DESCRIPTION = (
    "There is no page at this address. From here you get to the warning signs, to the search and "
    "to the start of the course."
)
_WAY = re.compile(r"""(\s(?:href|src|action)=")(?![#/]|[a-z][a-z0-9+.-]*:)([^"]*)""")


def from_the_top(html: str, folder: str) -> str:
    """Return a page of the book's root whose links, scripts and styles are found from anywhere.

    Parameters
    ----------
    html : the page.
    folder : where the book stands on its host, such as ``/`` or ``/course/``.
    """
    return _WAY.sub(lambda match: f"{match[1]}{folder}{match[2]}", html)


def _collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    context = {
        "title": "Page not found",
        "meta": {"kind": "reference", "description": _DESCRIPTION},
        "placed": bool(app.config.html_baseurl),
        "parents": [],
        "toc": "",
        "display_toc": False,
        "furo_hide_toc": True,
    }
    yield NAME, context, "404.html"


def _place(app: Sphinx) -> None:
    if app.config.html_baseurl:
        path = Path(app.outdir, f"{NAME}.html")
        folder = urlsplit(base_of(app.config.html_baseurl)).path
        path.write_text(from_the_top(path.read_text(encoding="utf-8"), folder), encoding="utf-8")


def setup_not_found(app: Sphinx) -> None:
    """Make the page with all others, and put its ways right when the build is done."""
    app.connect("html-collect-pages", _collect)
    when_built(app, _place)
