"""What the search finds beside the words on pages: glossary terms, studies, what pages are about.

Sphinx writes which words stand on which page (``searchindex.js``). This writes the rest beside it,
as ``search-words.js``: a script, since pages opened as files may not fetch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from textwrap import shorten

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment

from painlab.book.course_map import LESSON_KINDS
from painlab.book.finished import when_built
from painlab.book.ledger_html import TOPICS
from painlab.book.sharing import LABS, LONGEST
from painlab.evidence.anchors import LEDGER, ledger_address
from painlab.evidence.format import plain
from painlab.evidence.load import course_evidence
from painlab.frontend import json_for_script
from painlab.lay_words import course_lay_words

OUTPUT = "search-words.js"
_LISTS = (LEDGER, "book/reference/glossary", "book/reference/bibliography")


@dataclass(frozen=True)
class Entry:
    """Something the search can find.

    Attributes
    ----------
    kind : ``word``, ``study``, ``lesson``, ``lab``, ``page``, or ``list``: a page of words or
        studies.
    title : what it is called.
    url : the way to it from the book's root.
    line : what it is, in a sentence.
    more : other words by which it is found; not shown.
    """

    kind: str
    title: str
    url: str
    line: str
    more: str = ""


class Findable:
    """Lists what can be found in a book.

    Attributes
    ----------
    app : the running build, all its pages read.
    names : what people say for each term or page.
    """

    def __init__(self, app: Sphinx, names: Mapping[str, str]) -> None:
        """Keep the build."""
        self.app = app
        self.names = names

    def entries(self) -> list[Entry]:
        """Return words, studies and pages."""
        return [*self.words(), *self.studies(), *self.pages()]

    def words(self) -> Iterator[Entry]:
        """Yield the terms of the glossary, each with the first paragraph of its meaning."""
        meanings: dict[str, dict[str, str]] = {}
        for name, (docname, anchor) in glossary_terms(self.app.env).items():
            if docname not in meanings:
                meanings[docname] = _meanings(self.app.env.get_doctree(docname))
            url = f"{self.app.builder.get_target_uri(docname)}#{anchor}"
            line = _short(meanings[docname].get(anchor, ""))
            yield Entry("word", name, url, line, self.names.get(name, ""))

    def studies(self) -> Iterator[Entry]:
        """Yield the studies of the ledger."""
        evidence = course_evidence()
        if LEDGER not in self.app.env.found_docs:
            return
        for study in evidence.studies.values():
            reference = evidence.references.get(study.key)
            title = reference.short if reference else study.key
            people = f"; {plain(study.n)} {study.counted}" if study.n is not None else ""
            line = f"{study.design[:1].upper()}{study.design[1:]}{people}."
            topic = TOPICS.get(PurePosixPath(evidence.places[study.key][0]).stem, "")
            paper = reference.title if reference else ""
            more = f"{study.key}. {paper}. {topic}"
            yield Entry("study", title, ledger_address(study.key), line, more)

    def pages(self) -> Iterator[Entry]:
        """Yield every page, with its description."""
        env = self.app.env
        for docname in sorted(env.found_docs & env.titles.keys()):
            meta = env.metadata[docname]
            title = env.titles[docname].astext()
            url = self.app.builder.get_target_uri(docname)
            more = self.names.get(docname.removeprefix("book/"), "")
            kind = _kind(docname, str(meta.get("kind", "")))
            yield Entry(kind, title, url, str(meta.get("description", "")), more)


def glossary_terms(env: BuildEnvironment) -> dict[str, tuple[str, str]]:
    """Return page and anchor of each term of the glossary."""
    domain = env.get_domain("std")
    assert isinstance(domain, StandardDomain)
    return {name: place for (kind, name), place in sorted(domain.objects.items()) if kind == "term"}


def _kind(docname: str, kind: str) -> str:
    if docname.startswith(LABS):
        return "lab"
    if docname.startswith(_LISTS):
        return "list"
    return "lesson" if kind in LESSON_KINDS else "page"


def _meanings(document: nodes.document) -> dict[str, str]:
    """Return the first paragraph of each term's meaning by the term's anchor."""
    found = {}
    for glossary in document.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            paragraphs = [paragraph.astext() for paragraph in item.findall(nodes.paragraph)]
            for term in item.findall(nodes.term):
                found.update({anchor: paragraphs[0] for anchor in term["ids"] if paragraphs})
    return found


def _short(text: str) -> str:
    return shorten(text, LONGEST, placeholder="\N{HORIZONTAL ELLIPSIS}")


def _write(app: Sphinx) -> None:
    words = course_lay_words()
    entries = Findable(app, words.by_target()).entries()
    data = {
        "urgent": [*words.urgent, *words.urgent_too],
        "entries": [asdict(entry) for entry in entries],
    }
    text = f"window.painlabWords={json_for_script(data)};\n"
    Path(app.outdir, OUTPUT).write_text(text, encoding="utf-8")


def setup_search_words(app: Sphinx) -> None:
    """Write the file when all pages are known."""
    when_built(app, _write)
