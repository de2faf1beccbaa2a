"""One look for all charts: colours, type sizes, and the Vega-Lite configuration.

A chart is drawn with the light theme's colours. When it becomes SVG each of them is replaced by
the CSS variable of the same meaning, so that the page's theme, light or dark, decides.
"""

from __future__ import annotations

from typing import Any

INK = "#1b1f24"
MUTED = "#59626d"
PAPER = "#ffffff"
PANEL = "#f4f6f8"
LINE = "#c3c9d1"
ACCENT = "#0b5c8a"
ACCENT_2 = "#a84300"

CSS_VARIABLES = {
    INK: "--pl-ink",
    MUTED: "--pl-muted",
    PAPER: "--pl-paper",
    PANEL: "--pl-panel",
    LINE: "--pl-line",
    ACCENT: "--pl-accent",
    ACCENT_2: "--pl-accent-2",
}

# Text is measured with this font: vl-convert brings it along, so a chart is laid out alike on
# every machine. Arial and Helvetica have the same widths and are what the reader's browser shows.
MEASURED_FONT = "Liberation Sans"
FONT_STACK = "Arial, Helvetica, 'Liberation Sans', sans-serif"

# Charts are this wide, in pixels, so that they fill a phone and shrink by little on the smallest.
WIDTH = 340
TEXT = 13
SMALL = 12

CONFIG: dict[str, Any] = {
    "background": PAPER,
    "font": MEASURED_FONT,
    "padding": 6,
    "view": {"stroke": None},
    "axis": {
        "domainColor": LINE,
        "gridColor": LINE,
        "tickColor": LINE,
        "labelColor": MUTED,
        "labelFontSize": SMALL,
        "titleColor": INK,
        "titleFontSize": TEXT,
        "titleFontWeight": "normal",
        "titlePadding": 8,
    },
    "text": {"color": INK, "fontSize": TEXT},
    "title": {"color": INK, "fontSize": TEXT, "fontWeight": "bold", "anchor": "start"},
    "header": {"labelColor": INK, "labelFontSize": TEXT, "labelFontWeight": "bold"},
    "legend": {"labelColor": INK, "labelFontSize": SMALL, "titleFontSize": SMALL},
    "concat": {"spacing": 14},
    "facet": {"spacing": 14},
}
