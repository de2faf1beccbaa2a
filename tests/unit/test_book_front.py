"""The first page and what it rests on: map, minutes, citation, address for corrections."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from bs4 import BeautifulSoup
from small_book import Book, build
from sphinx.errors import ConfigError

from painlab.book.citation import FILE, citation_text
from painlab.book.corrections_address import SETTING
from painlab.book.minutes import in_words
from painlab.content import checkout_dir

TOC = """
format: jb-book
root: index
chapters:
  - file: book/start/warning-signs
  - file: book/start/safety-check
  - file: book/start/a
  - file: book/fear/index
  - file: book/fear/b
  - file: book/start/progress
"""
INDEX = """---
kind: landing
---

# Landing

:::{continue}
New here?
:::

Three: {minutes}`book/start/safety-check book/fear/b`. Fear: {minutes}`book/fear/`.

:::{course-map}
:::

:::{citation}
:::

:::{corrections-address}
:::
"""
PAGES = {
    "book/start/warning-signs": ("safety", 3, "Signs"),
    "book/start/safety-check": ("safety", 3, "Check"),
    "book/start/a": ("lesson", 8, "First"),
    "book/fear/index": ("opening", 5, "Fear & more"),
    "book/fear/b": ("lesson", 12, "Second"),
    "book/start/progress": ("reference", 0, "Progress"),
}


def write_source(folder: Path, index: str = INDEX) -> Path:
    """Write a book of two modules."""
    (folder / "_toc.yml").write_text(TOC)
    (folder / "index.md").write_text(index)
    for name, (kind, minutes, title) in PAGES.items():
        path = folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\nkind: {kind}\nminutes: {minutes}\n---\n\n# {title}\n\nWords.\n")
    for name in (FILE, "book/references.bib", "src/painlab/book/static/favicon.svg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(checkout_dir() / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("front")
    return build(write_source(folder), folder / "built")


@pytest.fixture(scope="module")
def page(book: Book) -> BeautifulSoup:
    return BeautifulSoup(book.pages["index"], "html.parser")


def test_the_map_is_a_list_of_links_with_minutes(book: Book, page: BeautifulSoup) -> None:
    assert book.warnings == ""
    modules = page.select(".pl-map > ol > li")
    assert [one.summary.get_text() for one in modules if one.summary] == [
        "First8 minutesnot opened",
        "1 · Fear & more17 minutesnot opened",
    ]
    pages = [
        (one["data-page"], one.a and one.a["href"], one.get_text().strip())
        for one in page.select(".pl-map details li")
    ]
    assert pages == [
        ("book/start/a", "book/start/a.html", "First8 minutesnot opened"),
        ("book/fear/index", "book/fear/index.html", "Fear & more5 minutesnot opened"),
        ("book/fear/b", "book/fear/b.html", "Second12 minutesnot opened"),
    ]


def test_minutes_are_those_of_the_pages(page: BeautifulSoup) -> None:
    assert "Three: 15 minutes. Fear: 17 minutes." in page.get_text()


@pytest.mark.parametrize(
    ("minutes", "words"), [(19, "19 minutes"), (119, "119 minutes"), (430, "7 hours")]
)
def test_long_ways_are_told_in_hours(minutes: int, words: str) -> None:
    assert in_words(minutes) == words


@pytest.mark.parametrize("name", ["book/start/b", "book/prt/", "index"])
def test_minutes_of_a_page_without_are_a_warning(tmp_path: Path, name: str) -> None:
    index = f"# Landing\n\n{{minutes}}`{name}`\n"
    warnings = build(write_source(tmp_path, index), tmp_path / "built").warnings
    assert f"index.md:3: WARNING: no page '{name}' says in its front matter" in warnings


def test_the_pages_with_map_or_continue_load_their_script(book: Book) -> None:
    assert "going-on.book.js" in book.pages["index"]
    assert "reading.book.js" not in book.pages["index"]
    assert "going-on.book.js" not in book.pages["book/start/a"]
    assert "reading.book.js" in book.pages["book/start/a"]


def test_without_an_address_the_page_says_so_and_how_to_set_one(page: BeautifulSoup) -> None:
    words = page.get_text()
    assert "This copy of the course names no address for corrections." in words
    assert SETTING in words
    assert not page.select('a[href^="mailto:"]')


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("mend@example.org", "mailto:mend@example.org"),
        ("https://example.org/mend?a=1&b=2", "https://example.org/mend?a=1&b=2"),
    ],
)
def test_an_address_is_a_link(tmp_path: Path, address: str, href: str) -> None:
    built = build(write_source(tmp_path), tmp_path / "built", painlab_corrections=address)
    assert built.warnings == ""
    found = BeautifulSoup(built.pages["index"], "html.parser")
    (link,) = [one for one in found.select("article a") if one.get_text() == address]
    # The writer hides the "@" of an e-mail address from simple harvesters.
    assert unquote(str(link["href"])) == href
    assert "names no address" not in found.get_text()


@pytest.mark.parametrize("address", ["ask us", "javascript:alert(1)", "a@b", "ftp://a.b"])
def test_what_is_no_address_stops_the_book(tmp_path: Path, address: str) -> None:
    with pytest.raises(ConfigError, match="painlab_corrections"):
        build(write_source(tmp_path), tmp_path / "built", painlab_corrections=address)


def test_the_citation_is_that_of_the_file(page: BeautifulSoup) -> None:
    quote = page.select_one("blockquote")
    cff = yaml.safe_load((checkout_dir() / FILE).read_text())
    assert quote
    assert quote.get_text().strip() == citation_text(cff)
    assert cff["title"] in quote.get_text()


def test_a_released_version_is_cited_with_its_day() -> None:
    cff = {"authors": [{"name": "A"}, {"name": "B"}], "title": "T", "version": "2.0"}
    assert citation_text(cff) == "A, B. T. Version 2.0."
    assert (
        citation_text({**cff, "date-released": "2027-01-02"}) == "A, B. T. Version 2.0, 2027-01-02."
    )
