"""What others see of a page before they open it: title, description, address, picture.

Search engines, and the services where people share a link, read it from the page's head
(``templates/sharing.html``).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from painlab.book.answer_key import ANSWER_KEY
from painlab.book.finished import when_built
from painlab.book.progress import PROGRESS, REVIEW
from painlab.book.site_address import base_of, page_address
from painlab.charts import PICTURES
from painlab.charts.picture import Picture
from painlab.charts.share_image import HEIGHT, WIDTH, share_image
from painlab.check.shape import DESCRIPTION

LABS = "notebooks/"
"""The folder of the labs."""

LONGEST = DESCRIPTION[1]
"""Characters of a description that a search engine shows."""

UNLISTED = (PROGRESS, REVIEW, "404", "search")
"""Pages that are nothing without the reader who opens them."""

IMAGE = "_static/share.png"
"""Way from the book's root to the picture beside a shared link."""

_LAB = "The working behind a lesson, step by step:"
_SEARCH = (
    "Find a word of a scan report, a study by its author and year, or a page of this course. "
    "What you type stays on your device."
)
# Open Graph asks for a country too; the course is spelt as in Britain.
_LOCALES = {"en": "en_GB"}


@cache
def _picture() -> Picture:
    return PICTURES["bulge_at_50"]()


def lab_description(aims: list[str]) -> str:
    """Return a lab's description: as many of the things one finds out there as fit.

    Parameters
    ----------
    aims : the list under "What you will find out"; the first is taken in any case.
    """
    text = f"{_LAB} {aims[0]}"
    for aim in aims[1:]:
        longer = f"{text}; {aim}"
        if len(longer) >= LONGEST:
            break
        text = longer
    return f"{text}."


def _describe_lab(app: Sphinx, document: nodes.document) -> None:
    docname = app.env.docname
    aims = next(iter(document.findall(nodes.bullet_list)), None)
    if docname.startswith(LABS) and aims is not None:
        words = [item.astext() for item in aims.children]
        app.env.metadata[docname].setdefault("description", lab_description(words))


def unlisted(pagename: str) -> bool:
    """Say whether a page is kept out of the sitemap and says nothing to search engines.

    Parameters
    ----------
    pagename : name of the page.
    """
    return pagename in UNLISTED or pagename.startswith(ANSWER_KEY)


def shown_title(pagename: str, title: str) -> str:
    """Return a page's title for those who see nothing else of it: a lab may be called as a lesson.

    Parameters
    ----------
    pagename : name of the page.
    title : as it stands on the page.
    """
    return f"Lab: {title}" if pagename.startswith(LABS) else title


def _add_facts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    title = str(context.get("title", ""))
    if templatename == "search.html":
        title, context["meta"] = "Search", {"description": _SEARCH}
    context["title"] = title = shown_title(pagename, title)
    address = page_address(app, pagename)
    context["pageurl"] = address
    context["pl_share"] = {
        "title": app.config.html_title if pagename == app.config.root_doc else title,
        "type": "website" if pagename == app.config.root_doc else "article",
        "locale": _LOCALES.get(app.config.language, app.config.language),
        "address": address,
        "image": f"{base_of(app.config.html_baseurl)}{IMAGE}" if address else "",
        "image_words": _picture().sentence if address else "",
        "width": WIDTH,
        "height": HEIGHT,
    }


def _draw(app: Sphinx) -> None:
    # Without an address nothing can name the picture.
    if app.config.html_baseurl:
        title = app.config.html_title
        Path(app.outdir, IMAGE).write_bytes(share_image(_picture(), title))


def setup_sharing(app: Sphinx) -> None:
    """Describe labs, give each page the facts for its head, and draw the picture."""
    app.connect("doctree-read", _describe_lab, priority=600)
    # Before other components write about the page under its title.
    app.connect("html-page-context", _add_facts, priority=400)
    when_built(app, _draw)
