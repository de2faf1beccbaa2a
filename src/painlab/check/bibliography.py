"""Studies and their references: each study has one entry in the bibliography, with an address."""

from __future__ import annotations

from collections.abc import Iterator

from painlab.check.course import Course
from painlab.findings import Finding, nearest

_BIBLIOGRAPHY = "book/references.bib"


def bibliography_findings(course: Course) -> Iterator[Finding]:
    """Yield studies without entry, entries without study, and studies that cannot be looked up."""
    studies, references = course.evidence.studies, course.evidence.references
    for key in studies.keys() - references.keys():
        path, line = course.evidence.places[key]
        hint = nearest(key, list(references))
        message = f"the study has no entry in {_BIBLIOGRAPHY}.{hint} Add one."
        yield Finding(path, line, "study-without-reference", key, message)
    for key, reference in references.items():
        if key not in studies:
            hint = nearest(key, list(studies))
            message = f"no evidence file has a study with this key.{hint} Add it or remove this."
            yield Finding(_BIBLIOGRAPHY, reference.line, "reference-without-study", key, message)
        if not reference.link:
            message = "the study has no doi, pmid or url; add one so that readers can look it up."
            yield Finding(_BIBLIOGRAPHY, reference.line, "no-address", key, message)
