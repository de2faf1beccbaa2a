"""What a page loads: our style sheet everywhere, every script only where it has work to do."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.fileutil import copy_asset

from painlab import frontend
from painlab.book.style_sheet import LAB, NAME, PAPER, THEME_SHEETS
from painlab.evidence.anchors import LEDGER
from painlab.quiz.images import FOLDER, images_dir

STATIC = Path(__file__).resolve().parent / "static"
TEMPLATES = Path(__file__).resolve().parent / "templates"
DESCRIPTION = (
    "A free course on chronic back and neck pain: what scans, fear, surgery and the brain have to "
    "do with it, with every number traced to its study."
)

_WIDGET = re.compile(r'class="pl-widget" data-module="([a-z-]+)"')
_VIEWPORT = re.compile(r'<meta name="viewport"[^>]*>\s*')
# Our search page needs none of Sphinx's scripts but that which knows the words of the language;
# `page.book.js` stands for the theme's.
_UNUSED = ("documentation_options.js", "doctools.js", "sphinx_highlight.js", "furo.js")


def _configure(app: Sphinx, config: Config) -> None:
    # New lists: Sphinx shares its defaults between all builds of a process.
    config.templates_path = [str(TEMPLATES), *config.templates_path]
    ours = (STATIC, *_built_files())
    config.html_static_path = [*config.html_static_path, *map(str, ours)]


def _choose_dark_code(app: Sphinx) -> None:
    # The theme adds this setting too late for _config.yml to hold it.
    app.config.pygments_dark_style = "a11y-dark"


def _built_files() -> list[Path]:
    folder = frontend.built("quiz.book.js").parent
    files = (*folder.glob("*.book.js"), *folder.glob("*.css"), *folder.glob("*.txt"))
    # What stands inside each deck of slides is of no use to a page of the book.
    return sorted(file for file in files if not file.name.startswith("slides."))


def _copy_pictures(app: Sphinx, error: Exception | None) -> None:
    """Put the pictures of quiz items where their pages look for them."""
    # html_static_path would put them among all other files.
    if error is None:
        copy_asset(str(images_dir()), str(Path(app.outdir) / "_static" / FOLDER))


def add_book_script(app: Sphinx, name: str) -> None:
    """Give the page that is being written the script `name`, after what all of them share."""
    app.add_js_file("core.book.js", priority=450, loading_method="defer")
    app.add_js_file(f"{name}.book.js", loading_method="defer")


def _trim_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Give each page its own scripts and description, and take away what it does not use."""
    body = context.get("body", "")
    modules = dict.fromkeys(_WIDGET.findall(body))
    app.add_js_file("page.book.js", loading_method="defer")
    if pagename.startswith(LEDGER):
        app.add_js_file("ledger.js", loading_method="defer")
    sheets = dict.fromkeys(sheet.name for name in modules for sheet in frontend.style_sheets(name))
    for order, sheet in enumerate(sheets):
        app.add_css_file(sheet, priority=650 + order)
    for module in modules:
        add_book_script(app, module)
    if modules:
        add_book_script(app, "paper")
    context["script_files"] = _without(context["script_files"], _UNUSED)
    if 'class="cell' in body:
        app.add_css_file(LAB, priority=640)
    # The sheets of theme and MyST-NB stand in ours; colours of code are for code.
    spare = ["mystnb.", *(sheet.rpartition("/")[2] for sheet in THEME_SHEETS)]
    spare += ["pygments."] if 'class="highlight' not in body else []
    context["css_files"] = _without(context["css_files"], tuple(spare))
    meta = context.get("meta") or {}
    context["pl_description"] = escape(str(meta.get("description") or DESCRIPTION))
    context["pl_kind"] = escape(str(meta.get("kind", "")))
    if context["pl_kind"] == "landing":
        context["furo_hide_toc"] = True
    # Sphinx adds a viewport of its own; the theme has one.
    context["metatags"] = _VIEWPORT.sub("", context.get("metatags", ""))


def _without(files: list[Any], names: tuple[str, ...]) -> list[Any]:
    """Return `files` without those whose file name starts with one of `names`."""
    return [
        file
        for file in files
        if not str(getattr(file, "filename", file)).rpartition("/")[2].startswith(names)
    ]


def setup_assets(app: Sphinx) -> None:
    """Register style sheet, templates and the rule for scripts."""
    app.connect("config-inited", _configure)
    app.connect("builder-inited", _choose_dark_code, priority=100)
    # Jupyter Book sets this even when the extension that reads it is not loaded.
    app.add_config_value("comments_config", {}, "")
    app.add_css_file(NAME, priority=700)
    # A browser fetches it late, since no screen waits for it.
    app.add_css_file(PAPER, priority=750, media="print")
    # Late: after the theme and myst-nb have added theirs.
    app.connect("html-page-context", _trim_page, priority=900)
    app.connect("build-finished", _copy_pictures)
