"""The book as an app: a manifest that holds at any address, icons of the sizes it states."""

from __future__ import annotations

import io
import re
from urllib.parse import urljoin

import imagesize
import pytest

from painlab.book.installable import icon_png, icon_svg, manifest, paper
from painlab.book.style_sheet import OURS


@pytest.mark.parametrize("base", ["https://a.example/", "https://a.example/deep/course/"])
def test_every_address_lies_below_the_books_root(base: str) -> None:
    stated = manifest("A book", "en")
    addresses = [stated["start_url"], stated["scope"], *(icon["src"] for icon in stated["icons"])]
    address = f"{base}manifest.webmanifest"
    assert urljoin(address, stated["scope"]) == base
    assert all(urljoin(address, one).startswith(base) for one in addresses)


def test_it_can_be_installed() -> None:
    stated = manifest("A book", "en")
    assert {stated["name"], stated["lang"]} == {"A book", "en"}
    assert len(stated["short_name"]) <= 20
    assert stated["display"] == "standalone"
    purposes = {(icon["sizes"], icon.get("purpose", "any")) for icon in stated["icons"]}
    assert purposes >= {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}


@pytest.mark.parametrize("maskable", [False, True])
def test_an_icon_is_as_large_as_it_says_and_always_the_same(maskable: bool) -> None:
    png = icon_png(192, maskable=maskable)
    assert imagesize.get(io.BytesIO(png)) == (192, 192)
    assert icon_png(192, maskable=maskable) == png


def test_the_ground_of_a_maskable_icon_reaches_the_edge() -> None:
    svg = icon_svg(maskable=True)
    assert 'rx="' not in svg
    assert '<rect width="32" height="32" fill=' in svg
    assert re.search(r"<g transform=[^>]*><path [^>]*/></g></svg>$", svg)


def test_the_window_has_the_colours_of_the_page() -> None:
    css = OURS.read_text(encoding="utf-8")
    light, dark = paper()
    assert f"--pl-paper: {light};" in css.partition("@media")[0]
    assert css.count(f"--pl-paper: {dark};") == 2
    assert manifest("A book", "en")["background_color"] == light
