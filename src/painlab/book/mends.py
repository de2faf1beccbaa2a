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
    # An empty corner of a table heads nothing.
    '<th class="head"><p></p></th>': "<td></td>",
}


def mend(html: str) -> str:
    """Return a page with the mends made; mending twice changes nothing."""
    for old, new in REPLACED.items():
        html = html.replace(old, new)
    html = _SPARE.sub("", html)
    if 'class="pl-toggles"' not in html:
        # The switches of the two menus take the focus, so they belong in a landmark.
        html = _TOGGLES.sub(
            lambda match: f'<nav class="pl-toggles" aria-label="Menus">{match[0].rstrip()}</nav>\n',
            html,
            count=1,
        )
    return html
