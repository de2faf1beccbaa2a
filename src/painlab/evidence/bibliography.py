"""The bibliography, read with pybtex: citations, identifiers and links by study key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pybtex.database import Entry, parse_string
from pybtex.exceptions import PybtexError

from painlab.findings import ContentError, Finding


@dataclass(frozen=True)
class Reference:
    """What a page needs to name and link a study.

    Attributes
    ----------
    key : study key.
    short : "Brinjikji and others 2015".
    title, year : as printed.
    doi, pmid, url : identifiers; empty when unknown.
    line : line of the entry in the file.
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


def _short(entry: Entry, key: str) -> str:
    people = entry.persons.get("author", [])
    year = entry.fields.get("year", "")
    names = [" ".join([*person.prelast_names, *person.last_names]) for person in people]
    names = [name.strip("{}") for name in names]
    if "others" in names:
        names = [*names[: names.index("others")], "others"]
    if not names:
        return f"{entry.fields.get('shorttitle', entry.fields.get('title', key))} {year}".strip()
    if len(names) > 2:
        names = [names[0], "others"]
    return f"{' and '.join(names)} {year}".strip()


def read_bibliography(path: Path, shown_as: str | None = None) -> dict[str, Reference]:
    """Read a BibTeX file into references by key, in file order.

    Raises
    ------
    ContentError
        When the file is not BibTeX or a key stands twice.
    """
    shown = shown_as or str(path)
    text = path.read_text(encoding="utf-8")
    lines = {
        line.split("{", 1)[1].split(",")[0].strip(): number
        for number, line in enumerate(text.splitlines(), start=1)
        if line.startswith("@") and "{" in line
    }
    try:
        entries = parse_string(text, "bibtex").entries
    except PybtexError as error:
        raise ContentError([Finding(shown, 0, "bibtex", "", f"broken BibTeX: {error}.")]) from error
    return {
        key: Reference(
            key=key,
            short=_short(entry, key),
            title=entry.fields.get("title", "").replace("{", "").replace("}", ""),
            year=entry.fields.get("year", ""),
            doi=entry.fields.get("doi", ""),
            pmid=entry.fields.get("pmid", ""),
            url=entry.fields.get("url", ""),
            line=lines.get(key, 0),
        )
        for key, entry in entries.items()
    }
