"""What the cover and the page after it say of the book."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

import yaml

from painlab.book.citation import FILE
from painlab.book.page_end import NOT_REVIEWED, WHO_PAID
from painlab.book.page_facts import long_date
from painlab.book.structured_data import LICENSE

LICENCE = "Creative Commons Attribution 4.0 (CC BY 4.0)"
NAME = "rethinking-back-and-neck-pain"


@dataclass(frozen=True)
class Facts:
    """What is known of the whole book.

    Attributes
    ----------
    title, author, version, summary : from ``CITATION.cff``.
    released : day of the release in words; empty where it is none.
    """

    title: str
    author: str
    version: str
    summary: str
    released: str


def read_facts(root: Path) -> Facts:
    """Return the facts that ``CITATION.cff`` in the checkout `root` holds."""
    cff = yaml.safe_load((root / FILE).read_text(encoding="utf-8"))
    released = long_date(cff["date-released"]) if "date-released" in cff else ""
    authors = ", ".join(author["name"] for author in cff["authors"])
    return Facts(cff["title"], authors, str(cff["version"]), cff["abstract"].strip(), released)


def imprint_html(facts: Facts) -> str:
    """Return the page that says who made the book, what it leaves out and how to use it."""
    dated = f", {facts.released}" if facts.released else ""
    lines = (
        f"{facts.title}. Version {facts.version}{dated}. {facts.author}.",
        f"Text and pictures: {LICENCE}, {LICENSE}. You may copy it, share it and change "
        "it, if you say where it comes from and what you changed.",
        NOT_REVIEWED,
        WHO_PAID,
        "Questions stand in each lesson. Each has a number. Its answer has the same number and "
        "stands at the end of the part or chapter.",
        "Some things need a screen, so they are not in this book: sliders and moving pictures "
        "(their still picture is here, with its numbers), your progress, the review, the search, "
        "the labs, and the ledger that lists each figure with its source. The table behind each "
        "chart is not in the PDF, to keep it short. The course as web pages holds them all.",
        "A number in square brackets after a link leads to its address at the end of the chapter.",
    )
    return "".join(f"<p>{escape(line)}</p>" for line in lines)
