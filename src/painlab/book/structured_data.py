"""What a page is, in the words of schema.org: for search engines and catalogues of courses.

The functions here return plain data; ``painlab.book.linked_data`` writes it into the pages. No page
claims a reviewer: no clinician has reviewed the course.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Thing = dict[str, Any]
"""A thing with its ``@type``; what is not known is left out."""

CONTEXT = "https://schema.org"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"

CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "imaging": ("back pain",),
    "fear": ("back pain",),
    "surgery": ("back pain",),
    "prt": ("back pain",),
}
"""What the lessons of a folder are about; all others are about `BOTH`."""
BOTH = ("back pain", "neck pain")

_FREE: Thing = {"license": LICENSE, "isAccessibleForFree": True}


def duration(minutes: int) -> str:
    """Return minutes as ISO 8601 writes a length of time.

    Examples
    --------
    >>> duration(8)
    'PT8M'
    """
    return f"PT{minutes}M"


def conditions(names: Sequence[str]) -> list[Thing]:
    """Return the conditions a page is about, by their names."""
    return [{"@type": "MedicalCondition", "name": name} for name in names]


def course(page: Thing, lessons: Sequence[str], teaches: Sequence[str], minutes: int) -> Thing:
    """Return the course as its first page shows it.

    Parameters
    ----------
    page : ``@id``, name, description and language of the first page.
    lessons : addresses of the lessons, in order.
    teaches : what a reader can do afterwards.
    minutes : all lessons together.
    """
    return {
        "@type": "Course",
        **page,
        **_FREE,
        # The project is the only maker there is; it is no company and no school.
        "provider": {"@type": "Project", "name": page["name"]},
        "about": conditions(BOTH),
        "timeRequired": duration(minutes),
        "teaches": list(teaches),
        "hasPart": [{"@id": address} for address in lessons],
    }


def lesson(
    page: Thing,
    *,
    about: Sequence[str],
    part_of: Thing,
    reviewed: str = "",
    minutes: int = 0,
    citations: Sequence[str] = (),
) -> Thing:
    """Return a page for patients from which one learns.

    Parameters
    ----------
    page : ``@id``, name, description and language.
    about : names of conditions.
    part_of : the course, as a reference.
    reviewed : day of the last review, as ``YYYY-MM-DD``; empty when not known.
    minutes : how long it takes; 0 when not known.
    citations : addresses of the studies it rests on.
    """
    found: Thing = {
        "@type": ["MedicalWebPage", "LearningResource"],
        **page,
        **_FREE,
        "isPartOf": part_of,
        "about": conditions(about),
        "audience": {"@type": "Patient"},
    }
    if reviewed:
        found["lastReviewed"] = reviewed
    if minutes:
        found["timeRequired"] = duration(minutes)
    if citations:
        found["citation"] = list(citations)
    return found


def lab(page: Thing, part_of: Thing) -> Thing:
    """Return a lab: a page on which the sums behind a lesson are done."""
    return {"@type": "LearningResource", **page, **_FREE, "isPartOf": part_of}


def terms(page: Thing, names: Sequence[str]) -> Thing:
    """Return the glossary with its words."""
    defined = [{"@type": "DefinedTerm", "name": name} for name in names]
    return {"@type": "DefinedTermSet", **page, **_FREE, "hasDefinedTerm": defined}


def breadcrumbs(way: Sequence[tuple[str, str]]) -> Thing:
    """Return the way to a page from the first one.

    Parameters
    ----------
    way : name and address of each page on it, the page itself included. Its own address may be
        empty; readers of the list know it.
    """
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(way, start=1)
    ]
    if not way[-1][1]:
        del items[-1]["item"]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def graph(things: Sequence[Thing]) -> Thing:
    """Return several things as one document."""
    return {"@context": CONTEXT, "@graph": list(things)}
