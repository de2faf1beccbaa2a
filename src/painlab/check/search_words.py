"""Lay words for the search lead to terms and pages that exist; the urgent ones are our own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from painlab.check.course import Course
from painlab.findings import ContentError, Finding, nearest
from painlab.lay_words import FILE, RULE, read_lay_words

_SIGNS = "book/start/warning-signs.md"


def search_word_findings(course: Course) -> Iterator[Finding]:
    """Yield each lay word that leads nowhere, and each urgent one the warning signs do not hold."""
    path = course.root / "book" / FILE
    if not path.is_file():
        return
    try:
        words, source = read_lay_words(path, f"book/{FILE}")
    except ContentError as error:
        yield from error.findings
        return
    pages = {page.path.removeprefix("book/").rpartition(".")[0] for page in course.pages}
    known = [*course.terms().values(), *sorted(pages)]
    for index, synonym in enumerate(words.synonyms):
        for place, name in enumerate(synonym.see):
            if name not in known:
                message = f"'{name}' is no term of the glossary and no page.{nearest(name, known)}"
                yield source.finding(("synonyms", index, "see", place), RULE, name, message)
    signs = course.root / _SIGNS
    text = signs.read_text(encoding="utf-8").lower() if signs.is_file() else ""
    for place, word in enumerate(words.urgent):
        if not re.search(rf"\b{re.escape(word)}\b", text):
            message = f"{_SIGNS} does not hold '{word}'; move it to 'urgent_too' or take it out."
            yield source.finding(("urgent", place), RULE, word, message)
