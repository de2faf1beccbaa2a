"""Small mends to what Sphinx and the theme write, so that each page works for everyone."""

from __future__ import annotations

import re

_TOGGLES = re.compile(r'(?:<input type="checkbox" class="sidebar-toggle"[^>]*>\s*)+')

# Pictures for buttons that our pages do not have.
_SPARE = re.compile(r'\s*<symbol id="svg-(?:pencil|eye)".*?</symbol>', re.DOTALL)

REPLACED: dict[str, str] = {
    # A heading without a level is none; the captions of the menu are plain words.
    '<p class="caption" role="heading">': '<p class="caption">',
    # Landmarks of one kind need names of their own.
    '<aside class="announcement-content">': (
        '<aside class="announcement-content" aria-label="Safety">'
    ),
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="Pages">',
    '<aside class="toc-drawer': '<aside aria-label="On this page" class="toc-drawer',
    # A browser may forbid a page to keep anything; the page must not stumble over that.
    'document.body.dataset.theme = localStorage.getItem("theme") || "auto";': (
        'try { document.body.dataset.theme = localStorage.theme || "auto"; } '
        'catch { document.body.dataset.theme = "auto"; }'
    ),
    '<div class="sidebar-tree">': (
        '<div class="sidebar-tree" role="navigation" aria-label="All pages">'
    ),
    '<div class="toc-tree">': (
        '<div class="toc-tree" role="navigation" aria-label="Parts of this page">'
    ),
    # The place of this page in the menu.
    'current-page"><a class="current': 'current-page"><a aria-current="page" class="current',
    # Names that say what a switch shows.
    'aria-label="Toggle site navigation sidebar"': 'aria-label="Menu of all pages"',
    'aria-label="Toggle table of contents sidebar"': 'aria-label="Menu of this page"',
    'aria-label="Toggle navigation of ': 'aria-label="Show the pages of: ',
    'aria-label="Toggle Light / Dark / Auto color theme"': (
        'aria-label="Colours: as on this device, light or dark"'
    ),
    # An empty corner of a table heads nothing.
    '<th class="head"><p></p></th>': "<td></td>",
}
_SEARCH = re.compile(r'(<form class="sidebar-search-container"[^>]*role="search")>')
# A pictogram says nothing that the name beside it does not say.
_PICTOGRAM = re.compile(r'<svg( class="theme-icon-[a-z-]+")?><use ')
_HEADING_OR_TABLE = re.compile(
    r"<h[1-6]\b[^>]*>(?P<words>.*?)</h[1-6]>"
    r"|<table\b(?![^>]*\baria-label)(?P<rest>[^>]*)>(?!\s*<caption)",
    re.DOTALL,
)
_ANY_TAG = re.compile(r"<[^>]*>")
_PAGE = '<div class="page">\n'


def mend(html: str) -> str:
    """Return a page with the mends made; mending twice changes nothing."""
    for old, new in REPLACED.items():
        html = html.replace(old, new)
    html = _SPARE.sub("", html)
    html = _SEARCH.sub(r'\1 aria-label="From the menu">', html)
    html = _PICTOGRAM.sub(r'<svg\1 aria-hidden="true"><use ', html)
    return _move_the_switches(_name_tables(html))


def _name_tables(html: str) -> str:
    """Give each table without a caption the name of the heading it stands under."""
    heading = ""

    def name(match: re.Match[str]) -> str:
        nonlocal heading
        if match["words"] is not None:
            heading = " ".join(_ANY_TAG.sub("", match["words"]).split()).replace('"', "&quot;")
            return match[0]
        return f'<table aria-label="{heading}"{match["rest"]}>' if heading else match[0]

    return _HEADING_OR_TABLE.sub(name, html)


def _move_the_switches(html: str) -> str:
    """Put the switches of the two menus in a landmark, where the eye meets their pictograms."""
    switches = _TOGGLES.search(html)
    if switches is None or 'class="pl-toggles"' in html or _PAGE not in html:
        return html
    landmark = f'  <nav class="pl-toggles" aria-label="Menus">{switches[0].rstrip()}</nav>\n'
    html = html.replace(switches[0], "", 1)
    return html.replace(_PAGE, _PAGE + landmark, 1)
