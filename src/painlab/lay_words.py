"""Read ``book/search.yml``: words that people use and the course does not, for its search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from painlab.content import content_dir
from painlab.findings import ContentError
from painlab.quiz.parts import Strict, Text
from painlab.yaml_source import Source, read_yaml

FILE = "search.yml"
RULE = "search-words"

_Some = Annotated[tuple[Text, ...], Field(min_length=1)]


class Synonym(Strict):
    """What people say, and the words of the glossary or the pages it leads to.

    Attributes
    ----------
    say : what a reader may type.
    see : glossary terms, or pages as paths below ``book/`` without their ending.
    """

    say: _Some
    see: _Some


class LayWords(Strict):
    """Words that people use and the course does not.

    Attributes
    ----------
    synonyms : for glossary terms and pages.
    urgent : words of the page of warning signs.
    urgent_too : what else people call the same things.
    """

    synonyms: tuple[Synonym, ...]
    urgent: _Some
    urgent_too: _Some

    def by_target(self) -> Mapping[str, str]:
        """Return what people say for each term or page, as one text."""
        found: dict[str, list[str]] = defaultdict(list)
        for synonym in self.synonyms:
            for name in synonym.see:
                found[name].extend(synonym.say)
        return {name: ", ".join(words) for name, words in found.items()}


def read_lay_words(path: Path, shown: str) -> tuple[LayWords, Source]:
    """Return the words and where each stands.

    Parameters
    ----------
    path : the file.
    shown : its name in messages.

    Raises
    ------
    ContentError
        When the file cannot be used.
    """
    source = read_yaml(path, shown)
    try:
        return LayWords.model_validate(source.data), source
    except ValidationError as error:
        findings = [
            source.finding(detail["loc"], RULE, "", f"{detail['msg']}; look at the file's top.")
            for detail in error.errors()
        ]
        raise ContentError(findings) from error


@cache
def course_lay_words() -> LayWords:
    """Return the words of the course, read once a process.

    Raises
    ------
    ContentError
        When the file cannot be used.
    """
    return read_lay_words(content_dir() / FILE, f"book/{FILE}")[0]
