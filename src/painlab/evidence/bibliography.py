"""The bibliography, read with pybtex: citations, identifiers and links by study key."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase

from pybtex.database import Entry, parse_string
from pybtex.exceptions import PybtexError

from painlab.findings import ContentError, Finding


@dataclass(frozen=True)
class Reference:
    """What a page needs to name and link a study.

    Attributes
    ----------
    key : study key.
    short : "Brinjikji and others 2015a"; the letter tells papers of the same people and year apart.
    title, year : as printed.
    doi, pmid, url : identifiers; empty when unknown.
    line : number of the line on which the entry begins, from 1.
    """

    key: str
    short: str
    title: str
    year: str
    doi: str
    pmid: str
    url: str
    line: int

    @property
    def link(self) -> str:
        """The best address: DOI, then PubMed, then the publisher's page; empty if none."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url


def shown_address(address: str) -> str:
    """Return what a page shows of an address; that of a search is long and says nothing."""
    return "PubMed, by its title" if "/?term=" in address else address.partition("://")[2]


def _short(entry: Entry, key: str) -> str:
    """Return the short citation: an organisation's short title, or the authors, and the year."""
    people = entry.persons.get("author", [])
    year = entry.fields.get("year", "")
    names = [" ".join([*person.prelast_names, *person.last_names]) for person in people]
    if "others" in names:
        names = [*names[: names.index("others")], "others"]
    if "shorttitle" in entry.fields or not names:
        names = [entry.fields.get("shorttitle", entry.fields.get("title", key))]
    if len(names) > 2:
        names = [names[0], "others"]
    return _unbraced(f"{' and '.join(names)} {year}".strip())


def _unbraced(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def _told_apart(shorts: dict[str, str]) -> dict[str, str]:
    """Add a, b, ... in file order where several entries have the same short citation."""
    often = Counter(shorts.values())
    seen: Counter[str] = Counter()
    result = {}
    for key, short in shorts.items():
        letter = ascii_lowercase[seen[short]] if often[short] > 1 else ""
        seen[short] += 1
        result[key] = short + letter
    return result


def read_bibliography(path: Path, shown_as: str | None = None) -> dict[str, Reference]:
    """Read a BibTeX file into references by key, in file order.

    Raises
    ------
    ContentError
        When there is no such file, it is not BibTeX, or a key stands twice.
    """
    shown = shown_as or str(path)
    try:
        text = path.read_text(encoding="utf-8")
        entries = parse_string(text, "bibtex").entries
    except (FileNotFoundError, UnicodeDecodeError) as error:
        message = f"the bibliography cannot be read ({type(error).__name__}); write it as UTF-8."
        raise ContentError([Finding(shown, 0, "bibtex", "", message)]) from error
    except PybtexError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else 0
        message = f"broken BibTeX: {error}."
        raise ContentError([Finding(shown, line, "bibtex", "", message)]) from error
    lines = {
        line.split("{", 1)[1].split(",")[0].strip(): number
        for number, line in enumerate(text.splitlines(), start=1)
        if line.startswith("@") and "{" in line
    }
    shorts = _told_apart({key: _short(entry, key) for key, entry in entries.items()})
    return {
        key: Reference(
            key=key,
            short=shorts[key],
            title=_unbraced(entry.fields.get("title", "")),
            year=entry.fields.get("year", ""),
            doi=entry.fields.get("doi", ""),
            pmid=entry.fields.get("pmid", ""),
            url=entry.fields.get("url", ""),
            line=lines.get(key, 0),
        )
        for key, entry in entries.items()
    }
