"""Scripts and styles of quizzes and pieces: where the built files are, how a page embeds one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from painlab.findings import nearest

_HERE = Path(__file__).resolve().parent
_STYLES = {
    "quiz": ("quiz",),
    "piece": ("quiz", "pieces"),
    "form": ("quiz", "form"),
    "vega-chart": ("quiz", "pieces", "vega-chart"),
    "progress": ("quiz", "progress"),
    "review": ("quiz", "progress"),
    "offline-switch": ("quiz", "progress"),
    "stored": ("quiz", "progress"),
}

# Inside <script> only these matter: "<" could end the element, the two line separators end a
# JavaScript string in old engines.
_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def embed(module: str, state: dict[str, Any], fallback_html: str) -> str:
    """Return the HTML that the static host turns into a live widget.

    Parameters
    ----------
    module : name of the built module, for example ``quiz``.
    state : what the widget's model holds; anything JSON can say.
    fallback_html : trusted, complete HTML for pages without JavaScript and for print.

    Raises
    ------
    ValueError
        When `state` holds something that JSON cannot say.
    """
    return (
        f'<div class="pl-widget" data-module="{module}">'
        f'<script type="application/json" class="pl-state">{json_for_script(state)}</script>'
        f'<div class="pl-fallback">{fallback_html}</div></div>'
    )


def json_for_script(data: Any) -> str:
    """Return `data` as JSON that can stand inside ``<script>``, whatever its texts say.

    Raises
    ------
    ValueError
        When `data` holds something that JSON cannot say.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def built(name: str) -> Path:
    """Return a built file.

    Parameters
    ----------
    name : ``quiz.js`` for the ES module that anywidget loads, ``quiz.book.js`` for the book's
        script, ``quiz.css`` for a style sheet.

    Raises
    ------
    FileNotFoundError
        When there is no such file; the nearest known one is named.
    """
    path = _HERE / "built" / name
    if not path.is_file():
        known = sorted(file.name for file in path.parent.iterdir())
        raise FileNotFoundError(f"No built file '{name}' in {path.parent}.{nearest(name, known)}")
    return path


def style_sheets(module: str) -> list[Path]:
    """Return the style sheets that a module needs, in the order in which they apply.

    Parameters
    ----------
    module : name of a built module; every one that has no entry of its own is a ``piece``.
    """
    return [built(f"{name}.css") for name in _STYLES.get(module, _STYLES["piece"])]


def styles(module: str) -> str:
    """Return the same in one text, for a widget in JupyterLab."""
    return "".join(path.read_text(encoding="utf-8") for path in style_sheets(module))
