"""What the programs of search engines ask for: ``robots.txt`` and ``sitemap.xml``.

A sitemap names whole addresses, so there is none in a copy without an address.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from sphinx.application import Sphinx

from painlab.book.finished import when_built
from painlab.book.sharing import unlisted
from painlab.book.site_address import base_of, page_address

_SITEMAP = "sitemap.xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Mapping[str, str]) -> str:
    """Return a sitemap.

    Parameters
    ----------
    pages : day of the last review of each page by its address, as ``YYYY-MM-DD`` or empty.
    """
    root = ET.Element("urlset", xmlns=_NAMESPACE)
    for address, reviewed in pages.items():
        entry = ET.SubElement(root, "url")
        ET.SubElement(entry, "loc").text = address
        if reviewed:
            ET.SubElement(entry, "lastmod").text = reviewed
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def robots(base: str) -> str:
    """Return the rules for programs that read the site: none may not.

    Parameters
    ----------
    base : start of the addresses of pages; empty when there is none.
    """
    where = f"Sitemap: {base}{_SITEMAP}\n" if base else ""
    return f"User-agent: *\nAllow: /\n{where}"


def _write(app: Sphinx) -> None:
    base = base_of(app.config.html_baseurl)
    Path(app.outdir, "robots.txt").write_text(robots(base), encoding="utf-8")
    if base:
        pages = {
            page_address(app, name): str(app.env.metadata[name].get("reviewed", ""))
            for name in sorted(app.env.found_docs)
            if not unlisted(name)
        }
        Path(app.outdir, _SITEMAP).write_text(sitemap(pages), encoding="utf-8")


def setup_crawlers(app: Sphinx) -> None:
    """Write both when the build is done."""
    when_built(app, _write)
