"""The book as an app on a home screen: its manifest, its icons and the colour of its window.

The icons are drawn from ``static/favicon.svg``. Phones cut an icon to a shape of their own, so one
is *maskable*: its ground goes to the edge, its sign stays in the middle
(https://www.w3.org/TR/appmanifest/#icon-masks).
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert
from docutils import nodes
from sphinx.application import Sphinx

from painlab.book.assets import DESCRIPTION, STATIC
from painlab.book.finished import when_built
from painlab.book.style_sheet import OURS

MANIFEST = "manifest.webmanifest"
TOUCH_ICON = "_static/icon-touch-180.png"
"""For the home screen of an iPhone, which fills what is transparent with black."""

SHORT_NAME = "Back and neck pain"
"""Stands below the icon, where there is room for few words."""

_ICONS = {
    "_static/icon-192.png": (192, "any"),
    "_static/icon-512.png": (512, "any"),
    "_static/icon-maskable-512.png": (512, "maskable"),
}
# Its middle in the middle, inside the circle whose radius is 40 % of the side.
_SHRINK = "translate(16 16) scale(.9) translate(-14 -16)"


def icon_svg(*, maskable: bool) -> str:
    """Return the icon; a maskable one has no round corners and a smaller sign."""
    svg = (STATIC / "favicon.svg").read_text(encoding="utf-8").strip()
    if not maskable:
        return svg
    svg = re.sub(r' rx="[^"]*"', "", svg)
    return re.sub(r"(<path [^>]*/>)", rf'<g transform="{_SHRINK}">\1</g>', svg)


def icon_png(side: int, *, maskable: bool) -> bytes:
    """Return the icon as PNG, `side` pixels wide and high."""
    svg = icon_svg(maskable=maskable).replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    png: bytes = vl_convert.svg_to_png(svg)
    return png


@cache
def paper() -> tuple[str, str]:
    """Return the colour of the page in light and in dark, as ``course.css`` has it."""
    light, dark, *_ = re.findall(r"--pl-paper: (#\w+)", OURS.read_text("utf-8"))
    return light, dark


def manifest(name: str, language: str) -> dict[str, Any]:
    """Return the web app manifest; every address is seen from the book's root.

    Parameters
    ----------
    name : title of the book.
    language : tag of its language.
    """
    light, _ = paper()
    drawn = [
        {"src": src, "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
        for src, (side, purpose) in _ICONS.items()
    ]
    vector = {"src": "_static/favicon.svg", "sizes": "any", "type": "image/svg+xml"}
    return {
        "name": name,
        "short_name": SHORT_NAME,
        "description": DESCRIPTION,
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["standalone", "minimal-ui"],
        "theme_color": light,
        "background_color": light,
        "icons": [vector, *drawn],
    }


def _write(app: Sphinx) -> None:
    folder = Path(app.outdir)
    text = json.dumps(manifest(app.config.html_title, app.config.language), indent=1)
    (folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8")
    for src, (side, purpose) in _ICONS.items():
        (folder / src).write_bytes(icon_png(side, maskable=purpose == "maskable"))
    (folder / TOUCH_ICON).write_bytes(icon_png(180, maskable=True))


def _link(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    context["pl_manifest"] = MANIFEST
    context["pl_touch_icon"] = TOUCH_ICON
    context["pl_paper"] = paper()


def setup_installable(app: Sphinx) -> None:
    """Link manifest and icon from each page; write them when the build is done."""
    app.connect("html-page-context", _link)
    when_built(app, _write)
