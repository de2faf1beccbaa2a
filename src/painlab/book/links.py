"""The directive ``{links}``: rows of ``book/links.yml`` as a table, or as cards on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from painlab.content import content_dir
from painlab.links import COUNTRIES, FILE, KINDS, UNKNOWN, Link, course_links

logger = logging.getLogger(__name__)

SETS = ("source", "help")
HEADS = ("What it is", "Kind", "Keep in mind")
ADDRESS_WORDS = {
    "page seen": "We read this page when we wrote the course.",
    "named elsewhere": "Address as another page gives it, not tried by us.",
    "from its number": "Address made from the number of the paper or the trial.",
    "from memory": "Address from memory, not tried by us. It may be wrong.",
}
_WIDTHS = (48, 18, 34)


def _set(argument: str) -> str:
    return directives.choice(argument, SETS)


def _country(argument: str) -> str:
    by_small_letters = {country.lower(): country for country in COUNTRIES}
    return by_small_letters[directives.choice(argument, tuple(by_small_letters))]


def _kind(argument: str) -> str:
    return directives.choice(argument, KINDS)


class LinksTable(SphinxDirective):
    """``:::{links} source`` shows what the source text names, ``:::{links} help`` free help.

    ``:country:`` and ``:kind:`` narrow what is shown.
    """

    required_arguments = 1
    option_spec = {"country": _country, "kind": _kind}  # noqa: RUF012 - docutils reads it so

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        self.env.note_dependency(str(content_dir() / FILE))
        from_source = _set(self.arguments[0]) == "source"
        shown = [
            link
            for link in course_links().links
            if link.from_source == from_source
            and self.options.get("country", link.country) == link.country
            and self.options.get("kind", link.kind) == link.kind
        ]
        if not shown:
            message = f"no row of {FILE} fits; take an option away, or add a row."
            logger.warning(message, location=self.get_location(), type="painlab", subtype="links")
            return []
        return [_table(shown, self.env.docname)]


def _table(links: Sequence[Link], docname: str) -> nodes.table:
    group = nodes.tgroup("", cols=len(HEADS))
    group += [nodes.colspec(colwidth=width) for width in _WIDTHS]
    group += nodes.thead("", nodes.row("", *(_entry(nodes.Text(head)) for head in HEADS)))
    group += nodes.tbody("", *(_row(link, docname) for link in links))
    return nodes.table("", group, classes=["pl-links"])


def _row(link: Link, docname: str) -> nodes.row:
    thing = nodes.entry("", nodes.paragraph("", "", *_title(link)), nodes.paragraph("", link.what))
    thing += nodes.paragraph("", _address(link), classes=["pl-source"])
    length = "length not known" if link.length == UNKNOWN else link.length
    facts = [f"{link.how.capitalize()}, {length}"]
    if link.country != "anywhere":
        facts.append(link.country)
    kind = _labelled(HEADS[1], nodes.strong("", link.kind.capitalize()))
    kind += nodes.Text(f". {'. '.join(facts)}.")
    mind = nodes.entry("", _labelled(HEADS[2], nodes.Text(link.caution)))
    if link.lesson:
        mind += nodes.paragraph("", "", nodes.Text("In this course: "), _lesson(link, docname))
    return nodes.row("", thing, nodes.entry("", kind), mind)


def _title(link: Link) -> list[nodes.Node]:
    """Return the title; as a link it says that it opens a new tab, and hands nothing on."""
    if not link.link:
        return [nodes.strong("", link.title)]
    reference = nodes.reference("", link.title, internal=False, refuri=link.link)
    reference["target"], reference["rel"] = "_blank", "noopener noreferrer"
    reference += nodes.inline("", " (opens in a new tab)", classes=["pl-read-aloud"])
    return [nodes.strong("", "", reference)]


def _address(link: Link) -> str:
    if not link.link:
        return f"Address not found. Search for: {link.search}"
    host = urlsplit(link.link).netloc.removeprefix("www.")
    return f"{host}. {ADDRESS_WORDS[link.address]}"


def _lesson(link: Link, docname: str) -> addnodes.pending_xref:
    # The title of the page is put in once all pages are read; a page that is missing is named then.
    return addnodes.pending_xref(
        "",
        nodes.inline(),
        refdomain="std",
        reftype="doc",
        reftarget=f"/book/{link.lesson}",
        refexplicit=False,
        refwarn=True,
        refdoc=docname,
    )


def _entry(*content: nodes.Node) -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", "", *content))


def _labelled(head: str, words: nodes.Node) -> nodes.paragraph:
    """Return a paragraph that on a phone begins with the head of its column."""
    label = nodes.inline("", f"{head}: ", classes=["pl-card-head"])
    return nodes.paragraph("", "", label, words)


def setup_links(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("links", LinksTable)
