"""Writes what each page is, in the words of schema.org, into its head as JSON-LD."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from painlab.book import structured_data as data
from painlab.book.course_map import LESSON_KINDS, TEACHING, course_map
from painlab.book.page_end import studies_on
from painlab.book.page_notes import page_notes
from painlab.book.search_words import glossary_terms
from painlab.book.sharing import LABS, shown_title, unlisted
from painlab.book.site_address import page_address
from painlab.evidence.load import course_evidence
from painlab.frontend import json_for_script
from painlab.quiz.objectives import course_objectives

# What is noted of a page: the studies it rests on.
_STUDIES = "studies"
_FOR_PATIENTS = (*LESSON_KINDS, "safety", "sheet")


def _note_studies(app: Sphinx, document: nodes.document) -> None:
    page_notes(app.env, app.env.docname)[_STUDIES] = studies_on(document)


class PageData:
    """Says what a page is.

    Attributes
    ----------
    app : the running build.
    name : the page.
    context : what the page's template gets.
    """

    def __init__(self, app: Sphinx, name: str, context: dict[str, Any]) -> None:
        """Keep the page."""
        self.app = app
        self.name = name
        self.context = context
        self.meta: dict[str, Any] = context.get("meta") or {}

    def things(self) -> list[data.Thing]:
        """Return what the page is, and the way to it."""
        found = self._what()
        way = self._way()
        if len(way) > 1:
            found.append(data.breadcrumbs(way))
        return found

    def _what(self) -> list[data.Thing]:
        kind = str(self.meta.get("kind", ""))
        if self.name == self.app.config.root_doc:
            return [self._course()]
        if kind in _FOR_PATIENTS:
            return [self._lesson()]
        if self.name.startswith(LABS):
            return [data.lab(self._page(), self._whole())]
        words = self._words()
        return [data.terms(self._page(), words)] if words else []

    def _address(self, name: str) -> str:
        """Return the address of a page; the way to it where the copy has none."""
        return page_address(self.app, name) or self.app.builder.get_relative_uri(self.name, name)

    def _page(self) -> data.Thing:
        address = page_address(self.app, self.name)
        page: data.Thing = {
            "@id": address,
            "url": address,
            "name": self._title(),
            "description": str(self.meta.get("description", "")),
            "inLanguage": self.app.config.language,
        }
        return {key: value for key, value in page.items() if value}

    def _title(self) -> str:
        if self.name == self.app.config.root_doc:
            return str(self.app.config.html_title)
        return shown_title(self.name, self.app.env.titles[self.name].astext())

    def _whole(self) -> data.Thing:
        root = self.app.config.root_doc
        title = self.app.config.html_title
        return {"@type": "Course", "@id": self._address(root), "name": title}

    def _course(self) -> data.Thing:
        lessons = course_map(self.app).lessons
        minutes = sum(one.minutes for one in lessons)
        teaches = [objective.can for objective in course_objectives().values()]
        addresses = [self._address(one.name) for one in lessons if one.kind in TEACHING]
        return data.course(self._page(), addresses, teaches, minutes)

    def _lesson(self) -> data.Thing:
        module = self.name.rpartition("/")[0].rpartition("/")[2]
        own = self.meta.get("about")
        references = course_evidence().references
        keys = page_notes(self.app.env, self.name).get(_STUDIES, ())
        studies = [references[key] for key in keys if key in references]
        return data.lesson(
            self._page(),
            about=[str(own)] if own else data.CONDITIONS.get(module, data.BOTH),
            part_of=self._whole(),
            reviewed=str(self.meta.get("reviewed", "")),
            minutes=int(self.meta.get("minutes", 0)),
            citations=[study.link for study in studies if study.doi],
        )

    def _words(self) -> list[str]:
        terms = glossary_terms(self.app.env)
        return [name for name, (page, _) in terms.items() if page == self.name]

    def _way(self) -> list[tuple[str, str]]:
        names = [self.name]
        relations = self.app.builder.relations  # type: ignore[attr-defined]
        while (parent := relations.get(names[0], (None,))[0]) is not None:
            names.insert(0, parent)
        titles = self.app.env.titles
        way = [(titles[name].astext(), self._address(name)) for name in names[:-1]]
        if way:
            way[0] = (str(self.app.config.html_title), way[0][1])
        return [*way, (self._title(), self._address(self.name))]


def _add(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    if templatename != "page.html" or unlisted(pagename):
        return
    things = PageData(app, pagename, context).things()
    if things:
        context["pl_data"] = json_for_script(data.graph(things))


def setup_linked_data(app: Sphinx) -> None:
    """Note each page's studies as it is read, and write its data when all are known."""
    app.connect("doctree-read", _note_studies, priority=600)
    # After titles and descriptions are settled.
    app.connect("html-page-context", _add, priority=500)
