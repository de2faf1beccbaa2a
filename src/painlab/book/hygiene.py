"""Make a finished page safe to open: no foreign origin, no script or style unaccounted for.

Each page gets a Content-Security-Policy of its own. It lists the hash of every inline script the
page holds, so an injected one cannot run, and forbids inline styles, so those are made classes.
What a page does not name it may not do: connect to another site, show a frame, load a font.
No text becomes a script or markup behind the scripts' back either (trusted types): only the policy
``painlab`` of ``frontend/src/shared/script.js`` may name a script to fetch, and only one of ours.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.jinja2glue import BuiltinTemplateLoader

from painlab.book.mends import mend

_TAG = r"""<[a-zA-Z][^\s>/]*(?:"[^"]*"|'[^']*'|[^'">])*>"""
_PIECE = re.compile(
    rf"(?P<comment><!--.*?-->)"
    rf"|(?P<open><(?P<raw>script|style)\b(?:\"[^\"]*\"|'[^']*'|[^'\">])*>)"
    rf"(?P<inside>.*?)(?P<close></(?P=raw)\s*>)"
    rf"|(?P<tag>{_TAG})",
    re.DOTALL | re.IGNORECASE,
)
_STYLE = re.compile(r"""\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_CLASS = re.compile(r"""(\sclass\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_POLICY = re.compile(r'\s*<meta (?:http-equiv="Content-Security-Policy"|name="referrer")[^>]*>')
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_DATA_TYPE = re.compile(r"""\btype\s*=\s*["']?application/(?:\w+\+)?json""", re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)

# What the few inline styles of our parts mean, as classes of course.css; others are dropped.
_CLASSES = {
    "display:none": "pl-hidden",
    "text-align:left": "pl-align-left",
    "text-align:right": "pl-align-right",
    "text-align:center": "pl-align-center",
}


def harden(html: str) -> str:
    """Return a page with its policy, without inline styles; hardening twice changes nothing.

    Parameters
    ----------
    html : a complete page. One without ``<meta charset>`` is no page and is returned as it is.
    """
    if not _CHARSET.search(html):
        return html
    html = _POLICY.sub("", html)
    hashes: list[str] = []

    def clean(match: re.Match[str]) -> str:
        if match["comment"] is not None:
            return match[0]
        if match["tag"] is not None:
            return _style_to_class(match["tag"])
        if match["raw"].lower() == "style":
            return ""
        if not _SOURCE.search(match["open"]) and not _DATA_TYPE.search(match["open"]):
            hashes.append(source_hash(match["inside"]))
        return match[0]

    html = _PIECE.sub(clean, html)
    rules = policy(tuple(dict.fromkeys(hashes)))
    head = (
        f'\n    <meta http-equiv="Content-Security-Policy" content="{rules}">'
        '\n    <meta name="referrer" content="no-referrer">'
    )
    return _CHARSET.sub(lambda match: match[0] + head, html, count=1)


def source_hash(text: str) -> str:
    """Return how a policy names an inline script or style: ``'sha256-…'``."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(hashes: tuple[str, ...] = ()) -> str:
    """Return the policy of a page.

    Parameters
    ----------
    hashes : the inline scripts that may run, each as ``'sha256-…'``.
    """
    rules = [
        "default-src 'none'",
        " ".join(("script-src 'self'", *hashes)),
        "style-src 'self'",
        # The theme draws its small icons from data in its style sheet.
        "img-src 'self' data:",
        # No page connects to anything. Lighthouse asks for robots.txt in a page's name, though.
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        # No script may write markup. Two bundles of a page may each make the policy.
        "require-trusted-types-for 'script'",
        "trusted-types painlab 'allow-duplicates'",
    ]
    return "; ".join(rules)


def _style_to_class(tag: str) -> str:
    style = _STYLE.search(tag)
    if style is None:
        return tag
    declarations = re.sub(r"\s", "", (style[1] or style[2] or "").lower()).split(";")
    names = " ".join(_CLASSES[one] for one in declarations if one in _CLASSES)
    tag = _STYLE.sub("", tag)
    if not names:
        return tag
    held = _CLASS.search(tag)
    if held is None:
        start = re.match(r"<[^\s>/]+", tag)
        assert start is not None
        return f'{start[0]} class="{names}"{tag[start.end() :]}'
    return _CLASS.sub(lambda match: f'{match[1]}"{match[2] or match[3]} {names}"', tag, count=1)


class HardenedTemplates(BuiltinTemplateLoader):
    """Sphinx's templates, each page mended and hardened before it is written."""

    def render(self, template: str, context: dict[str, Any]) -> str:  # type: ignore[override]
        """Return the page; what is no HTML page stays as it is."""
        html = super().render(template, context)
        return harden(mend(html)) if template.endswith(".html") else html


def _set_templates(app: Sphinx, config: Config) -> None:
    config.template_bridge = f"{__name__}.{HardenedTemplates.__name__}"


def setup_hygiene(app: Sphinx) -> None:
    """Put our templates in place of Sphinx's."""
    app.connect("config-inited", _set_templates)
