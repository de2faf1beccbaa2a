"""Where a study or a figure stands in the ledger: one rule for pages, quizzes and charts."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from painlab.evidence.load import course_evidence

LEDGER = "book/reference/ledger"
"""Document name of the ledger's first page: its path from the checkout without the ending."""


def anchor(key: str) -> str:
    """Return the fragment id of `key` on its ledger page.

    Parameters
    ----------
    key : ``study``, ``study.figure``, ``study.figure[label]`` or ``calc.name``.

    Examples
    --------
    >>> anchor("brinjikji2015.disk_bulge[50]")
    'ev-brinjikji2015-disk_bulge-50'
    """
    return "ev-" + re.sub(r"\W+", "-", key.strip()).strip("-")


def topic_page(topic: str) -> str:
    """Return the document name of the ledger page of one evidence file, such as ``imaging``."""
    return f"{LEDGER}-{topic.replace('_', '-')}"


def ledger_page(key: str) -> str:
    """Return the document name of the ledger page on which `key` stands.

    Every evidence file has a page of its own; what the course worked out stands on the first.
    """
    place = course_evidence().places.get(key.strip().partition(".")[0])
    return topic_page(PurePosixPath(place[0]).stem) if place else LEDGER


def ledger_address(key: str) -> str:
    """Return the way from the book's root to the place of `key` in the ledger."""
    return f"{ledger_page(key)}.html#{anchor(key)}"
