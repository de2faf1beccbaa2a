"""The style sheet every page loads: what our pages use of the theme's, then our own; one for print.

A sheet holds up the first sight of a page, so three become one, and the rules for what no page
holds (version menus, signatures of functions, footnotes) stay out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import tinycss2
from sphinx.application import Sphinx
from tinycss2.ast import AtRule, Node, QualifiedRule

NAME = "course.css"
"""File name of the sheet in the built book."""

PAPER = "paper.css"
"""File name of the sheet for print."""

LAB = "lab.css"
"""File name of the sheet for the cells of labs, which stands for that of MyST-NB."""

THEME_SHEETS = ("styles/furo.css", "styles/furo-extensions.css")
"""What it replaces, as the theme names its sheets."""

_THEME = files("furo") / "theme" / "furo" / "static"
_CELLS = files("myst_nb") / "static" / "mystnb.css"
_STYLES = Path(__file__).resolve().parent / "styles"

OURS = _STYLES / NAME
"""What we wrote of it."""

UNUSED = frozenset((_STYLES / "unused.txt").read_text(encoding="utf-8").split())
"""Classes and ids that no page holds; a test of the built book says when one does."""

# In our sheet the colours come first, and this after them.
_AFTER_COLOURS = "/* The theme's own names"
_NAMES = re.compile(r"[.#]-?[a-zA-Z][\w-]*")
_COMMA = re.compile(r",(?![^(]*\))")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
# A value may hold pictures as text, in quotes.
_PROPERTY = re.compile(r"""(--[\w-]+)\s*:(?:"[^"]*"|'[^']*'|[^;}"'])*;?""")


def style_sheet() -> str:
    """Return the sheet of the book."""
    theme = "".join((_THEME / name).read_text(encoding="utf-8") for name in THEME_SHEETS)
    return compose(theme, _read(NAME))


def colours() -> str:
    """Return the colours of the course, light and dark, for a page that stands alone."""
    return compose("", _read(NAME).partition(_AFTER_COLOURS)[0])


def compose(theme: str, ours: str) -> str:
    """Return one sheet without comments, rules for `UNUSED` and settings that nothing reads.

    Parameters
    ----------
    theme : style sheet of the theme.
    ours : what comes after it and overrules it; all of it stays.
    """
    theme, ours = "".join(_small(_rules(theme), UNUSED)), "".join(_small(_rules(ours), frozenset()))
    while (kept := _without_unread(theme, theme + ours)) != theme:
        theme = kept
    return f"{theme}{ours}\n"


def _read(name: str) -> str:
    return (_STYLES / name).read_text(encoding="utf-8")


def _without_unread(sheet: str, readers: str) -> str:
    """Return the sheet without custom properties that `readers` do not read."""
    read = set(_READ.findall(readers))
    return _PROPERTY.sub(lambda match: match[0] if match[1] in read else "", sheet)


def _rules(text: str) -> list[Node]:
    found: list[Node] = tinycss2.parse_rule_list(text, skip_comments=True, skip_whitespace=True)
    return found


def _small(rules: Iterable[Node], unused: frozenset[str]) -> Iterable[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = _COMMA.split(_tight(rule.prelude))
            kept = [one.strip() for one in selectors if unused.isdisjoint(_NAMES.findall(one))]
            if kept:
                yield f"{','.join(kept)}{{{_tight(rule.content).rstrip(';')}}}"
        elif isinstance(rule, AtRule) and rule.content is not None:
            inner = tinycss2.serialize(rule.content)
            if rule.lower_at_keyword in ("media", "supports"):
                inner = "".join(_small(_rules(inner), unused))
            if inner:
                yield f"@{rule.at_keyword} {_tight(rule.prelude)}{{{inner}}}"
        else:
            yield rule.serialize()


def _tight(parts: list[Node]) -> str:
    """Return the parts as text, a blank for each white space and comment."""
    spare = ("comment", "whitespace")
    return "".join(" " if part.type in spare else part.serialize() for part in parts).strip()


def _write(app: Sphinx) -> None:
    # Beside the pickled pages: made anew with each build, and no part of the book itself.
    folder = Path(app.doctreedir) / "painlab-styles"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(style_sheet(), encoding="utf-8")
    (folder / LAB).write_text(compose(_CELLS.read_text(encoding="utf-8"), ""), encoding="utf-8")
    (folder / PAPER).write_text(compose("", _read(PAPER)), encoding="utf-8")
    app.config.html_static_path = [*app.config.html_static_path, str(folder)]


def _make_code_small(app: Sphinx, exception: Exception | None) -> None:
    """Take the comments out of the colours of code, which the theme writes at the end."""
    path = Path(app.outdir, "_static", "pygments.css")
    if exception is None and path.is_file():
        path.write_text(compose(path.read_text(encoding="utf-8"), ""), encoding="utf-8")


def setup_style_sheet(app: Sphinx) -> None:
    """Make the sheets before the builder copies and counts its files."""
    app.connect("build-finished", _make_code_small, priority=800)
    app.connect("builder-inited", _write)
