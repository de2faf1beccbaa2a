"""Quizzes, forms, charts and pieces on a page: the directives that put them there."""

from __future__ import annotations

import importlib
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from painlab.book.course_map import note_asked
from painlab.book.embedded import embedded
from painlab.book.finished import when_built
from painlab.book.page_notes import noted, page_notes
from painlab.book.sources import draw, note_drawn
from painlab.findings import ContentError, nearest

if TYPE_CHECKING:
    from painlab.charts.explorable import Explorable

logger = logging.getLogger(__name__)

# What is noted of a page: names of its charts that can be explored.
_EXPLORED = "explored"


def way_to_root(docname: str) -> str:
    """Return the way from a page to the book's root: ``../../`` for ``book/imaging/index``."""
    return "../" * docname.count("/")


class _Embed(SphinxDirective):
    required_arguments = 1
    has_content = False

    def warn(self, message: str) -> list[nodes.Node]:
        """Report `message` at this directive's place and put nothing on the page."""
        where = self.get_location()
        logger.warning(message, location=where, type="painlab", subtype=self.name)
        return []

    def find(self, module: str, registry: str) -> Any:
        """Return the entry named in the argument, or None after a warning."""
        known = getattr(importlib.import_module(module), registry)
        name = self.arguments[0]
        if name not in known:
            self.warn(f"unknown {self.name} '{name}'.{nearest(name, list(known))}")
        return known.get(name)


class QuizDirective(_Embed):
    """``:::{quiz} id-1 id-2`` with the option ``:title:``."""

    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"title": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the quiz as a node."""
        from painlab.quiz.bank import load_items
        from painlab.quiz.render import TITLE, quiz_html

        title = self.options.get("title", TITLE)
        try:
            items = load_items(self.arguments[0].split())
        except (ContentError, KeyError) as error:
            return self.warn(str(error))
        note_asked(self.env, [item.id for item in items])
        html = quiz_html(items, title, way_to_root(self.env.docname))
        keys = [key for item in items for key in item.evidence]
        return [embedded(html, f"Quiz: {title}.", tuple(keys))]


class FormDirective(_Embed):
    """``:::{form} id`` with the option ``:occasion:`` for a survey: ``before`` or ``after``."""

    option_spec: ClassVar[dict[str, Any]] = {"occasion": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the form as a node."""
        from painlab.book.certificate import certificate_node
        from painlab.quiz.bank import load_form
        from painlab.quiz.forms.models import Certificate, check_occasion
        from painlab.quiz.forms.render import form_html

        occasion = self.options.get("occasion", "")
        try:
            form = load_form(self.arguments[0])
            gates = [load_form(form.gate)] if form.gate else []
            if isinstance(form, Certificate):
                check_occasion(form, occasion)
                return [certificate_node(form, way_to_root(self.env.docname), self.env)]
            html = form_html(form, occasion, way_to_root(self.env.docname))
        except (ContentError, KeyError, ValueError) as error:
            return self.warn(str(error))
        keys = [key for one in (*gates, form) for key in one.evidence]
        return [embedded(html, f"Form: {form.title}.", tuple(keys))]


class ChartDirective(_Embed):
    """``:::{chart} name`` for a picture of `painlab.charts.PICTURES`."""

    def run(self) -> list[nodes.Node]:
        """Return the picture as a node."""
        from painlab.charts.explorable import Explorable

        make = self.find("painlab.charts", "PICTURES")
        if make is None:
            return []
        picture, keys = draw("chart", make)
        note_drawn(self.env, "chart", self.arguments[0], keys)
        if isinstance(picture, Explorable):
            explored = page_notes(self.env, self.env.docname).setdefault(_EXPLORED, {})
            explored[self.arguments[0]] = True
            address = f"{way_to_root(self.env.docname)}{_script(picture)}"
            picture = replace(picture, script=f"{address}?v={_version(picture)}")
        return [embedded(picture.html(), repr(picture), (*picture.sources, *keys))]


class PieceDirective(_Embed):
    """``:::{piece} name`` for an interactive piece of `painlab.pieces.PIECES`."""

    def run(self) -> list[nodes.Node]:
        """Return the piece as a node."""
        make = self.find("painlab.pieces", "PIECES")
        if make is None:
            return []
        try:
            html, keys = draw("piece", make, way_to_root(self.env.docname))
        except (ContentError, KeyError) as error:
            return self.warn(str(error))
        words = self.arguments[0].replace("-", " ")
        note_drawn(self.env, "piece", self.arguments[0], keys)
        return [embedded(html, f"Interactive piece: {words}.", keys)]


def _script(chart: Explorable) -> str:
    """Return where the specification of a chart stands in the built book."""
    return f"_static/charts/{chart.name}.js"


def _version(chart: Explorable) -> str:
    return sha256(chart.spec_script().encode()).hexdigest()[:8]


def _write_scripts(app: Sphinx) -> None:
    """Write what pages fetch when a reader comes near a chart."""
    from painlab.charts import PICTURES
    from painlab.charts.explorable import Explorable

    shown = {name for page in noted(app.env, _EXPLORED).values() for name in page}
    for name in sorted(shown):
        chart = PICTURES[name]()
        assert isinstance(chart, Explorable)
        path = Path(app.outdir, _script(chart))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(chart.spec_script(), encoding="utf-8")


def setup_embeds(app: Sphinx) -> None:
    """Register the directives; write the scripts of charts when the build is done."""
    when_built(app, _write_scripts)
    app.add_directive("quiz", QuizDirective)
    app.add_directive("form", FormDirective)
    app.add_directive("chart", ChartDirective)
    app.add_directive("piece", PieceDirective)
