"""The bibliography: short citations, addresses in order of worth, and broken files."""

from pathlib import Path

import pytest
from pybtex.backends.html import Backend
from pybtex.database import parse_string

from painlab.book.bibliography_style import CourseStyle
from painlab.evidence.bibliography import Reference, read_bibliography, shown_address
from painlab.findings import ContentError


def read(tmp_path: Path, *entries: str) -> dict[str, Reference]:
    path = tmp_path / "references.bib"
    path.write_text("% A comment.\n\n" + "\n\n".join(entries), encoding="utf-8")
    return read_bibliography(path, "book/references.bib")


def entry(key: str, **fields: str) -> str:
    written = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{{key},\n{written}}}"


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ({"author": "Smith, A. and others"}, "Smith and others 2020"),
        ({"author": "Smith, A. and Jones, B. and others"}, "Smith and others 2020"),
        ({"author": "Smith, A. and Jones, B. and Wu, C."}, "Smith and others 2020"),
        ({"author": "Deyo, R. A. and Weinstein, J. N."}, "Deyo and Weinstein 2020"),
        ({"author": "el Barzouhi, A. and others"}, "el Barzouhi and others 2020"),
        ({"author": "{World Health Organization}"}, "World Health Organization 2020"),
        (
            {"author": "{World Health Organization}", "shorttitle": "WHO guideline"},
            "WHO guideline 2020",
        ),
        ({"title": "{Back pain}"}, "Back pain 2020"),
    ],
)
def test_the_short_citation(tmp_path: Path, fields: dict[str, str], short: str) -> None:
    assert read(tmp_path, entry("k", year="2020", **fields))["k"].short == short


def test_papers_of_the_same_people_and_year_are_told_apart(tmp_path: Path) -> None:
    same = {"author": "Han, C. and others", "year": "2023"}
    found = read(tmp_path, entry("dx", **same), entry("x", author="Wu, C."), entry("prog", **same))
    assert [one.short for one in found.values()] == [
        "Han and others 2023a",
        "Wu",
        "Han and others 2023b",
    ]


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        (
            {"doi": "10.1/x", "pmid": "7", "url": "https://x.org"},
            "https://doi.org/10.1/x",
        ),
        ({"pmid": "7", "url": "https://x.org"}, "https://pubmed.ncbi.nlm.nih.gov/7/"),
        ({"url": "https://x.org"}, "https://x.org"),
        ({"title": "T"}, ""),
    ],
)
def test_the_best_address_wins(tmp_path: Path, fields: dict[str, str], link: str) -> None:
    assert read(tmp_path, entry("k", **fields))["k"].link == link


def test_an_entry_knows_its_line_and_its_title_without_braces(tmp_path: Path) -> None:
    found = read(tmp_path, entry("a", year="2020"), entry("b", title="{MRI of {Danes}}"))
    assert (found["a"].line, found["b"].line) == (3, 7)
    assert found["b"].title == "MRI of Danes"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("@article{a,\n  year = {2020\n", 2),
        ("@article{a, year = {1}}\n@article{a, year = {2}}\n", 0),
    ],
    ids=["not closed", "stands twice"],
)
def test_broken_bibtex_is_a_finding(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "references.bib"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        read_bibliography(path, "book/references.bib")
    (found,) = raised.value.findings
    assert (found.path, found.rule) == ("book/references.bib", "bibtex")
    assert found.line == line
    assert "broken BibTeX" in found.message


def test_a_page_shows_where_an_address_leads_and_names_a_search() -> None:
    assert shown_address("https://doi.org/10.1/x") == "doi.org/10.1/x"
    assert shown_address("https://pubmed.ncbi.nlm.nih.gov/?term=%22x%22") == "PubMed, by its title"


def test_the_bibliography_names_a_search_as_well(tmp_path: Path) -> None:
    search = "https://pubmed.ncbi.nlm.nih.gov/?term=%22Back+pain%22"
    study = entry("k", author="Smith, A.", title="T", journal="J", year="2020", url=search)
    (formatted,) = CourseStyle().format_entries(parse_string(study, "bibtex").entries.values())
    shown = formatted.text.render(Backend())
    assert f'<a href="{search}">PubMed, by its title</a>' in shown
    assert "URL:" not in shown
