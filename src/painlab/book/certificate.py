"""A certificate on a page: the one form that is told what the whole course holds."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from painlab.book.course_map import CourseMap, course_map
from painlab.book.embedded import EmbeddedHtml
from painlab.quiz.bank import load_form
from painlab.quiz.forms.models import Certificate
from painlab.quiz.forms.render import form_html


class CertificateNode(EmbeddedHtml):
    """Stands for a certificate until all pages are known.

    Attributes
    ----------
    form : id of the form.
    base : way from its page to the book's root.
    """


def certificate_node(form: Certificate, base: str, env: BuildEnvironment) -> CertificateNode:
    """Return the node for `form` and have its page read anew in each build.

    Parameters
    ----------
    form : a certificate of the course.
    base : way from its page to the book's root.
    env : the environment of the build that is reading the page.
    """
    # Any other page may have changed its questions.
    env.note_reread()
    node = CertificateNode("", nodes.paragraph("", f"Form: {form.title}."))
    node["form"], node["base"], node["evidence"] = form.id, base, list(form.evidence)
    return node


def holdings(course: CourseMap) -> dict[str, Any]:
    """Return what a certificate counts by: names alone, each once, to stay small.

    Parameters
    ----------
    course : the course's lessons and questions.

    Returns
    -------
    dict
        ``lessons`` and ``items`` by name; ``objectives``, each as the places of its graded
        questions among the items.
    """
    items = list(course.homes)
    places = {name: place for place, name in enumerate(items)}
    return {
        "lessons": [lesson.name for lesson in course.lessons],
        "items": items,
        "objectives": [[places[name] for name in names] for _, names in course.objectives()],
    }


def _visit(translator: HTML5Translator, node: CertificateNode) -> None:
    holds = holdings(course_map(translator.builder.app))
    translator.body.append(form_html(load_form(node["form"]), base=node["base"], holds=holds))
    raise nodes.SkipNode


def setup_certificate(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(CertificateNode, html=(_visit, None))
