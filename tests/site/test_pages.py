"""Every page can be read by everyone: any width, by keyboard, without JavaScript."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.site

WIDTHS = (360, 1280)
WARNING_SIGNS = "book/start/warning-signs.html"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@cache
def _soup(book: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((book / path).read_text(encoding="utf-8"), "html.parser")


def _way(start: str, target: str) -> str:
    return os.path.relpath(target, os.path.dirname(start) or ".")


def test_no_page_scrolls_sideways_at_320_pixels(page: Page, address: str, pages: list[str]) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for path in pages:
        page.goto(f"{address}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        extra = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if extra > 0:
            wide[path] = extra
    assert not wide


def test_the_warning_signs_link_stands_in_the_same_place(
    page: Page, address: str, pages: list[str]
) -> None:
    places: dict[int, dict[str, tuple[int, int]]] = {width: {} for width in WIDTHS}
    for path in pages:
        page.goto(f"{address}/{path}")
        link = page.locator("a.pl-warning-link")
        assert link.count() == 1, path
        assert link.get_attribute("href") in ("#", _way(path, WARNING_SIGNS)), path
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            box = link.bounding_box()
            assert box is not None, path
            assert box["height"] >= 24, path
            assert box["y"] < 100, path
            places[width][path] = (round(box["x"]), round(box["y"]))
    for width in WIDTHS:
        assert len(set(places[width].values())) == 1, (width, places[width])


def test_the_keyboard_can_skip_to_the_content(page: Page, address: str, pages: list[str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    for path in pages:
        page.goto(f"{address}/{path}")
        first = _first_link(page)
        assert first["href"].startswith("#"), (path, first)
        assert first["top"] >= 0, (path, first)
        assert first["height"] > 0, (path, first)
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == first["href"], path
        assert page.locator(first["href"]).count() == 1, path


def _first_link(page: Page) -> dict[str, Any]:
    """Press Tab up to the first link; the switches of the two menus may come before it."""
    for _ in range(3):
        page.keyboard.press("Tab")
        found: dict[str, Any] = page.evaluate(
            """() => {
              const link = document.activeElement;
              const box = link.getBoundingClientRect();
              return { href: link.getAttribute("href"), top: box.top, height: box.height };
            }"""
        )
        if found["href"]:
            return found
    raise AssertionError(f"no link among the first things the keyboard reaches: {page.url}")


def test_every_page_has_one_title_and_headings_in_order(book: Path, pages: list[str]) -> None:
    for path in pages:
        soup = _soup(book, path)
        levels = [int(tag.name[1]) for tag in soup.find_all(re.compile("^h[1-6]$"))]
        assert levels.count(1) == 1, (path, levels)
        for before, level in pairwise(levels):
            assert level <= before + 1, (path, levels)
        html = soup.find("html")
        assert isinstance(html, Tag)
        assert html.get("lang") == "en", path


def test_every_picture_has_a_title_a_sentence_and_its_numbers(book: Path, pages: list[str]) -> None:
    count = 0
    for path in pages:
        for figure in _soup(book, path).select("figure.pl-figure"):
            count += 1
            where = (path, figure.get("id"))
            for part in (".pl-figure-title", ".pl-figure-sentence"):
                found = figure.select_one(part)
                assert found is not None, (where, part)
                assert found.get_text(strip=True), (where, part)
            assert figure.select_one("details.pl-numbers table tbody tr"), where
            picture = figure.select_one("svg")
            assert picture is not None, where
            assert picture.get("role") == "img", where
            assert picture.select_one("title"), where
            assert picture.select_one("desc"), where
    assert count


def test_every_link_inside_the_book_leads_somewhere(book: Path, pages: list[str]) -> None:
    anchors = {}
    for path in pages:
        anchors[path] = {str(tag["id"]) for tag in _soup(book, path).find_all(id=True)}
    dead = []
    for path in pages:
        for link in _soup(book, path).find_all("a", href=True):
            href = str(link["href"])
            if re.match(r"[a-z]+:|//", href):
                continue
            target, _, fragment = unquote(href).partition("#")
            target = target.partition("?")[0]
            file = (book / path).parent / target if target else book / path
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                dead.append(f"{path}: {href}")
                continue
            name = file.resolve().relative_to(book.resolve()).as_posix()
            if fragment and name in anchors and fragment not in anchors[name]:
                dead.append(f"{path}: {href}")
    assert not dead, "\n".join(sorted(set(dead)))


def test_without_javascript_questions_and_answers_can_be_read(
    browser: Browser, address: str, book: Path, pages: list[str]
) -> None:
    with_quiz = [path for path in pages if _soup(book, path).select('[data-module="quiz"]')]
    assert with_quiz
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in with_quiz:
        page.goto(f"{address}/{path}")
        for quiz in page.locator('.pl-widget[data-module="quiz"]').all():
            answers = quiz.locator("details")
            assert answers.count(), path
            assert quiz.inner_text().strip(), path
            answer = answers.first
            assert answer.locator("> summary").is_visible(), path
            answer.locator("> summary").click()
            opened = answer.inner_text().removeprefix(answer.locator("> summary").inner_text())
            assert len(opened.split()) > 3, (path, opened)
    context.close()
