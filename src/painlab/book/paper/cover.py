"""The picture on the cover: one of the course's own charts."""

from __future__ import annotations

import re
from html import escape

from painlab.book.paper.facts import Facts
from painlab.book.paper.pictures import with_colours
from painlab.charts import PICTURES

CHART = "bulge_at_50"
# What e-book shops ask for, in pixels.
WIDTH, HEIGHT = 1200, 1800
_SIZE = re.compile(r'\s(?:width|height|class)="[^"]*"')
_FONT = "DejaVu Sans, Noto Sans, Arial, sans-serif"


def cover_picture() -> str:
    """Return the chart as it stands in its lesson, as SVG."""
    return PICTURES[CHART]().svg()


def cover_image(facts: Facts) -> bytes:
    """Return the whole cover as a PNG of `WIDTH` by `HEIGHT` pixels.

    Parameters
    ----------
    facts : of the book; title and version stand on the cover.
    """
    import vl_convert

    opening, rest = with_colours(cover_picture()).split(">", 1)
    chart = f'{_SIZE.sub("", opening)} x="200" y="620" width="800" height="900">{rest}'
    lines = "".join(
        f'<text x="100" y="{230 + 110 * row}" font-size="92" font-weight="bold">'
        f"{escape(words)}</text>"
        for row, words in enumerate(_wrapped(facts.title, 20))
    )
    foot = (
        f'<text x="100" y="1690" font-size="38">Version {escape(facts.version)}, CC BY 4.0</text>'
    )
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{_FONT}" fill="#1b1f24">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fdf6ea"/>{lines}{chart}{foot}</svg>'
    )
    return bytes(vl_convert.svg_to_png(drawing))


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
