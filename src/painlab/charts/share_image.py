"""The picture that stands beside a link to the course where people share it.

It is drawn from a picture of the course and holds the course's title, in the font that vl-convert
brings along: the bytes are the same on every machine.
"""

from __future__ import annotations

import re
import zlib
from html import escape
from struct import pack, unpack_from
from textwrap import wrap

import vl_convert

from painlab.charts.picture import Picture
from painlab.charts.svg import VEGA_LITE
from painlab.charts.theme import ACCENT, CONFIG, INK, MEASURED_FONT, MUTED, PAPER

WIDTH, HEIGHT = 1200, 630
"""Size in pixels: what the services that show such pictures ask for."""

_MARGIN = 64
_CHART = HEIGHT - 2 * _MARGIN
_TITLE, _SENTENCE = 72, 34
"""Heights of the letters, in pixels: they can still be read where the picture is 400 wide."""
_TITLE_WIDTH, _SENTENCE_WIDTH = 15, 34
"""Characters on a line."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def share_image(picture: Picture, title: str) -> bytes:
    """Return a PNG image of `WIDTH` by `HEIGHT` pixels: title and sentence left, chart right.

    Parameters
    ----------
    picture : an icon array about as wide as high; its own title and note stay out.
    title : of the course.
    """
    return _smaller(bytes(vl_convert.svg_to_png(_svg(picture, title))))


def _smaller(png: bytes) -> bytes:
    """Return the same image packed as tightly as PNG allows: vl-convert packs for speed."""
    kept, packed = [], b""
    place = len(_SIGNATURE)
    while place < len(png):
        (length,) = unpack_from(">I", png, place)
        kind, data = png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        if kind == b"IDAT":
            packed += data
        else:
            kept.append((kind, data))
        place += length + 12
    # The last chunk says that the image ends.
    kept.insert(-1, (b"IDAT", zlib.compress(zlib.decompress(packed), 9)))
    return _SIGNATURE + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
        for kind, data in kept
    )


def _svg(picture: Picture, title: str) -> str:
    heading = _lines(title, _TITLE_WIDTH, _TITLE, 0)
    height = len(wrap(title, _TITLE_WIDTH)) * _TITLE * 1.15
    words = _lines(picture.sentence, _SENTENCE_WIDTH, _SENTENCE, height + 44)
    left = WIDTH - _MARGIN - _CHART
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="{MEASURED_FONT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f'<rect width="16" height="{HEIGHT}" fill="{ACCENT}"/>'
        f'<g transform="translate({_MARGIN},{_MARGIN})">'
        f'<g font-weight="bold" font-size="{_TITLE}" fill="{INK}">{heading}</g>'
        f'<g font-size="{_SENTENCE}" fill="{MUTED}">{words}</g></g>'
        f'<svg x="{left}" y="{_MARGIN}" width="{_CHART}" height="{_CHART}" '
        f'preserveAspectRatio="xMaxYMid"'
        f"{_chart(picture)}</svg>"
    )


def _lines(text: str, width: int, size: int, top: float) -> str:
    """Return `text` as lines of letters `size` pixels high, `width` characters a line."""
    return "".join(
        f'<text y="{round(top + size * (0.9 + 1.15 * place), 1)}">{escape(line)}</text>'
        for place, line in enumerate(wrap(text, width))
    )


def _chart(picture: Picture) -> str:
    """Return the drawing of a picture from its ``viewBox`` on, for an element of another size."""
    spec = picture.chart.to_dict()
    spec["config"] = CONFIG
    svg = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    box = re.search(r'\sviewBox="[^"]*"', svg)
    assert box is not None
    return f"{box[0]}{svg[svg.index('>') :]}"
