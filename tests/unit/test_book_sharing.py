"""What search engines and those who share a link see: with an address, without, below another."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from small_book import Book, build
from sphinx.errors import ConfigError

from painlab.book.crawlers import robots
from painlab.book.not_found import from_the_top
from painlab.book.sharing import LONGEST, lab_description
from painlab.book.site_address import base_of
from painlab.charts import PICTURES
from painlab.charts.share_image import HEIGHT, WIDTH, share_image
from painlab.content import checkout_dir
from painlab.evidence.load import course_evidence

BASE = "https://example.org/course/"
TITLE = "Rethinking Back and Neck Pain"
TOC = """
format: jb-book
root: index
chapters:
  - file: book/start/warning-signs
  - file: book/start/safety-check
  - file: book/start/progress
  - file: book/fear/index
    sections:
      - file: book/fear/lesson
  - file: notebooks/lab
  - file: book/reference/privacy
  - file: book/reference/glossary
"""
LESSON = """---
kind: lesson
minutes: 8
reviewed: 2026-11-23
description: What a lesson on "fear" & moving says, in one line that is long enough.
---

# Fear & a "word"

See {study}`kasch2022` and {ev:of100}`brinjikji2015.disk_bulge[50]`.
"""
OPENING = """---
kind: opening
minutes: 5
description: A module.
---

# Module
"""
GLOSSARY = """---
kind: reference
description: Words of the course in plain language, in the order of the alphabet.
---

# Glossary

:::{glossary}
disc bulge
  The rim spreads out.

sciatica
  Pain down a leg. </script><b>Not</b> bold.

  A second paragraph.
:::
"""
LAB = "notebooks/lab"
WHEEL = "https://example.org/painlab-1.0-py3-none-any.whl"
LAUNCH = {
    "repository": "https://github.com/someone/back-pain",
    "binder": "https://mybinder.org",
    "colab": "https://colab.research.google.com",
    "wheel": WHEEL,
}
AIMS = ["what a model shows", "what it does not show, and why that matters", "a third thing " * 9]
# What each type of thing must say, and of which types its values are.
REQUIRED: dict[str, dict[str, type | tuple[type, ...]]] = {
    "Course": {
        "name": str,
        "description": str,
        "provider": dict,
        "inLanguage": str,
        "license": str,
        "isAccessibleForFree": bool,
        "hasPart": list,
        "teaches": list,
        "timeRequired": str,
    },
    "MedicalWebPage": {
        "name": str,
        "description": str,
        "lastReviewed": str,
        "about": list,
        "audience": dict,
        "citation": list,
        "inLanguage": str,
        "license": str,
        "isPartOf": dict,
    },
    "LearningResource": {"name": str, "isPartOf": dict},
    "BreadcrumbList": {"itemListElement": list},
    "DefinedTermSet": {"name": str, "hasDefinedTerm": list},
}
# The types of schema.org that the course uses; another is a slip.
TYPES = {
    *REQUIRED,
    "DefinedTerm",
    "ListItem",
    "MedicalCondition",
    "Patient",
    "Project",
}


def lab() -> str:
    text = ["# A lesson\n", "\n", "**What you will find out**\n", "\n", *(f"- {a}\n" for a in AIMS)]
    cell = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": text}
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": [cell]})


def write_source(folder: Path) -> Path:
    """Write a book of seven pages and a lab."""
    for name in ("book/references.bib", "src/painlab/book/static/favicon.svg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(checkout_dir() / name, folder / name)
    for name, text in {
        "_toc.yml": TOC,
        "index.md": "---\nkind: landing\ndescription: The first page.\n---\n\n# Start\n",
        "book/start/warning-signs.md": "---\nkind: safety\n---\n\n# Warning signs\n\nGo now.\n",
        "book/start/safety-check.md": "# Safety check\n\nTick.\n",
        "book/start/progress.md": "# Your progress\n\nWords.\n",
        "book/fear/index.md": OPENING,
        "book/fear/lesson.md": LESSON,
        "book/reference/privacy.md": "# What is kept\n\nHere.\n",
        "book/reference/glossary.md": GLOSSARY,
        "notebooks/lab.ipynb": lab(),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_source(tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="module")
def placed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book at an address below the top of its site; the setting lacks the last slash.

    Its labs can be run elsewhere.
    """
    built = tmp_path_factory.mktemp("placed")
    return build(source, built, html_baseurl=BASE.rstrip("/"), painlab_launch=LAUNCH)


@pytest.fixture(scope="module")
def unplaced(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Book:
    return build(source, tmp_path_factory.mktemp("unplaced"))


def metas(html: str) -> dict[str, str]:
    """Return what the page's head says, by name or property."""
    found = BeautifulSoup(html, "html.parser").select("meta[content]")
    return {str(one.get("name") or one.get("property")): str(one["content"]) for one in found}


def data(html: str) -> list[dict[str, Any]]:
    """Return the page's things in the words of schema.org."""
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert len(scripts) == 1
    document = json.loads(scripts[0])
    assert document["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = document["@graph"]
    return things


def types(thing: dict[str, Any]) -> list[str]:
    kind = thing["@type"]
    return kind if isinstance(kind, list) else [kind]


def parts(value: Any) -> list[dict[str, Any]]:
    """Return every thing inside `value`, itself included."""
    if isinstance(value, list):
        return [part for one in value for part in parts(one)]
    if isinstance(value, dict):
        return [value, *(part for one in value.values() for part in parts(one))]
    return []


def test_with_an_address_a_page_names_itself_and_a_picture(placed: Book) -> None:
    html = placed.pages["book/fear/lesson"]
    address = f"{BASE}book/fear/lesson.html"
    said = metas(html)
    assert said["og:title"] == "Fear & a “word”"
    assert said["og:description"] == said["description"]
    assert said["description"].startswith('What a lesson on "fear" & moving')
    assert (said["og:type"], said["og:locale"], said["og:site_name"]) == ("article", "en_GB", TITLE)
    assert said["og:url"] == address
    assert f'<link rel="canonical" href="{address}">' in html
    assert said["twitter:card"] == "summary_large_image"
    assert said["og:image"].startswith(BASE)
    image = placed.folder / said["og:image"].removeprefix(BASE)
    assert image.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert PICTURES["bulge_at_50"]().sentence in said["og:image:alt"]
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    first = placed.pages["index"]
    assert f'<link rel="canonical" href="{BASE}">' in first
    assert metas(first)["og:type"] == "website"
    assert metas(first)["og:title"] == TITLE


def test_without_an_address_no_page_claims_one(unplaced: Book) -> None:
    for name, html in unplaced.pages.items():
        assert 'rel="canonical"' not in html, name
        said = metas(html)
        assert not {"og:url", "og:image"} & said.keys(), name
        assert said["twitter:card"] == "summary", name
        for part in parts(json.loads(one) if (one := _json(html)) else None):
            for key in ("@id", "url", "item"):
                assert not str(part.get(key, "")).startswith(("http", "/")), (name, part)
    assert not (unplaced.folder / "_static/share.png").exists()


def _json(html: str) -> str:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    return found[1] if found else ""


def test_titles_and_descriptions_are_told_apart(placed: Book) -> None:
    titles = [re.findall("<title>(.*?)</title>", html)[0] for html in placed.pages.values()]
    assert all(title.endswith(TITLE) for title in titles)
    assert sorted(titles) == sorted(set(titles))
    assert f"<title>Lab: A lesson - {TITLE}</title>" in placed.pages["notebooks/lab"]
    described = metas(placed.pages["notebooks/lab"])["description"]
    assert described.endswith(f"{AIMS[0]}; {AIMS[1]}.")


def test_a_lab_has_plain_links_to_run_it_and_says_what_leaves_the_device(placed: Book) -> None:
    assert [name for name, html in placed.pages.items() if "pl-launch" in html] == [LAB]
    (found,) = BeautifulSoup(placed.pages[LAB], "html.parser").select("article .pl-launch")
    assert [link.get_text() for link in found.select("a")] == ["Binder", "Google Colab"]
    assert all(str(link["href"]).startswith("https://") for link in found.select("a"))
    assert "internet address" in found.get_text()
    assert f"%pip install {WHEEL}" in found.get_text()
    assert not found.select("img, script, iframe, form")


def test_without_an_address_to_run_labs_no_page_links_to_one(unplaced: Book) -> None:
    assert [name for name, html in unplaced.pages.items() if "pl-launch" in html] == []


def test_a_lab_is_described_by_what_fits() -> None:
    assert lab_description(["a"]).endswith(": a.")
    assert lab_description(["a", "b" * 300, "c"]).endswith(": a.")
    assert len(lab_description(["abc"] * 99)) <= LONGEST


def test_things_have_what_their_type_needs(placed: Book, unplaced: Book) -> None:
    met = set()
    for book in (placed, unplaced):
        for name, html in book.pages.items():
            for thing in data(html) if _json(html) else []:
                for kind in types(thing):
                    met.add(kind)
                    needed = REQUIRED[kind] if name != "book/start/warning-signs" else {}
                    for key, expected in needed.items():
                        # The opening page of the small book is not reviewed and cites nothing.
                        if name == "book/fear/index" and key in ("lastReviewed", "citation"):
                            continue
                        assert isinstance(thing.get(key), expected), (name, kind, key)
                for part in parts(thing):
                    assert set(types(part)) <= TYPES if "@type" in part else "@id" in part, part
                    assert "reviewedBy" not in part
    assert met == REQUIRED.keys()


def test_a_lesson_says_what_it_rests_on_and_where_it_stands(placed: Book) -> None:
    lesson, way = data(placed.pages["book/fear/lesson"])
    assert lesson["@id"] == lesson["url"] == f"{BASE}book/fear/lesson.html"
    assert lesson["name"] == "Fear & a “word”"
    assert date.fromisoformat(lesson["lastReviewed"]) == date(2026, 11, 23)
    assert lesson["timeRequired"] == "PT8M"
    assert [one["name"] for one in lesson["about"]] == ["back pain"]
    references = course_evidence().references
    dois = {f"https://doi.org/{references[key].doi}" for key in ("kasch2022", "brinjikji2015")}
    assert set(lesson["citation"]) == dois
    assert [(one["position"], one["name"], one["item"]) for one in way["itemListElement"]] == [
        (1, TITLE, BASE),
        (2, "Module", f"{BASE}book/fear/index.html"),
        (3, "Fear & a “word”", f"{BASE}book/fear/lesson.html"),
    ]


def test_the_course_names_its_lessons_and_no_maker_that_is_not(placed: Book) -> None:
    (course,) = data(placed.pages["index"])
    assert course["provider"] == {"@type": "Project", "name": TITLE}
    assert course["hasPart"] == [{"@id": f"{BASE}book/fear/lesson.html"}]
    assert course["timeRequired"] == "PT13M"
    assert all(isinstance(can, str) for can in course["teaches"])


def test_the_glossary_names_its_words(placed: Book) -> None:
    words = data(placed.pages["book/reference/glossary"])[0]["hasDefinedTerm"]
    assert [one["name"] for one in words] == ["disc bulge", "sciatica"]


def test_search_engines_get_what_they_ask_for(placed: Book, unplaced: Book) -> None:
    assert (placed.folder / "robots.txt").read_text() == robots(BASE)
    assert f"Sitemap: {BASE}sitemap.xml\n" in robots(BASE)
    root = ET.fromstring((placed.folder / "sitemap.xml").read_text())
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = {
        str(one.findtext(f"{space}loc")): one.findtext(f"{space}lastmod")
        for one in root.iter(f"{space}url")
    }
    assert listed[BASE] is None
    assert listed[f"{BASE}book/fear/lesson.html"] == "2026-11-23"
    assert f"{BASE}notebooks/lab.html" in listed
    assert (unplaced.folder / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"
    assert not (unplaced.folder / "sitemap.xml").exists()


def test_what_is_nothing_without_its_reader_is_not_listed(placed: Book) -> None:
    listed = (placed.folder / "sitemap.xml").read_text()
    keys = {name for name in placed.pages if name.startswith("teach/")}
    assert keys
    for name in {"404", "search", "book/start/progress", *keys}:
        assert f"{BASE}{name}.html" not in listed, name
        assert not _json(placed.pages[name]), name


def test_a_wrong_address_shows_a_page_that_works_from_anywhere(placed: Book) -> None:
    page = BeautifulSoup(placed.pages["404"], "html.parser")
    for one in page.select("[href], [src], [action]"):
        way = str(one.get("href") or one.get("src") or one.get("action"))
        assert way.startswith(("/course/", "#", "https:")), one
        if way.startswith("/course/"):
            path = way.removeprefix("/course/").partition("?")[0] or "index.html"
            assert (placed.folder / path).is_file(), one
    links = [str(one["href"]) for one in page.select("article a")]
    assert links[0] == "/course/book/start/warning-signs.html"


def test_only_ways_of_the_book_are_put_right() -> None:
    html = '<a href="a.html"><a href="#b"><a href="/c"><a href="mailto:d@e"><img src="f/g.png">'
    assert from_the_top(html, "/x/") == (
        '<a href="/x/a.html"><a href="#b"><a href="/c"><a href="mailto:d@e"><img src="/x/f/g.png">'
    )


def test_a_place_to_run_labs_that_is_none_stops_the_book(source: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="painlab_launch"):
        build(source, tmp_path, painlab_launch={"binder": "mybinder.org"})


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "https://e.org/?a=b"])
def test_what_is_no_address_stops_the_book(source: Path, tmp_path: Path, address: str) -> None:
    with pytest.raises(ConfigError, match="baseurl"):
        build(source, tmp_path / "built", html_baseurl=address)


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("", ""),
        (None, ""),
        ("https://e.org", "https://e.org/"),
        ("http://e.org/a/", "http://e.org/a/"),
    ],
)
def test_an_address_is_the_start_of_others(address: str | None, base: str) -> None:
    assert base_of(address) == base


def test_words_to_search_for_stay_words(unplaced: Book) -> None:
    text = (unplaced.folder / "search-words.js").read_text()
    assert "</script" not in text
    found = json.loads(text.removeprefix("window.painlabWords=").rstrip(";\n"))
    entries = {entry["title"]: entry for entry in found["entries"]}
    assert entries["sciatica"]["url"] == "book/reference/glossary.html#term-sciatica"
    assert entries["sciatica"]["line"] == "Pain down a leg. </script><b>Not</b> bold."
    assert entries["Warning signs"]["kind"] == "page"
    assert entries["A lesson"]["kind"] == "lab"
    assert entries["Glossary"]["kind"] == "list"
    assert "bladder" in found["urgent"]


def test_the_picture_is_small_and_the_same_each_time() -> None:
    picture = PICTURES["bulge_at_50"]()
    png = share_image(picture, unescape(TITLE))
    assert png == share_image(picture, TITLE)
    assert len(png) < 120_000
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (WIDTH, HEIGHT)
