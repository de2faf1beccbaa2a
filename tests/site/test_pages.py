"""Every page can be read by everyone: any width, by keyboard, without JavaScript."""

from __future__ import annotations

import gzip
import json
import os
import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import Tag
from built_book import one_of_each, soup, when_laid_out
from complaints import listen
from playwright.sync_api import Browser, Page

from painlab.check.shape import DESCRIPTION

pytestmark = pytest.mark.site

WIDTHS = (1280, 360)
# In the bar at the top of every page, by class.
SAFETY = {
    "pl-warning-link": "book/start/warning-signs.html",
    "pl-safety-link": "book/start/safety-check.html",
}
HIGHEST_BAR = 48
"""Most pixels the bar may be high: one line, also on a phone."""
LINKED_DATA = 1_500
"""Most bytes, packed, that a page spends on data for search engines."""
_PLACE = """(link) => {
  const { left, top, height } = link.getBoundingClientRect();
  return { href: link.getAttribute("href"), left: Math.round(left), top: Math.round(top), height };
}"""
_BAR = f"""(names) => {{
  scrollTo(0, 0);
  const links = names.map((name) => ({_PLACE})(document.querySelector(`a.${{name}}`)));
  return [links, document.querySelector(".announcement").offsetHeight];
}}"""

# As the criterion on text spacing asks; a sheet made by script needs no leave of the policy.
_SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
_ZOOM = "html { font-size: 200% !important; }"
_WEAR = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Of each quiz: its words, whether the first answer can be opened, and what it then says.
_ANSWERS = """() => [...document.querySelectorAll('.pl-widget[data-module="quiz"]')].map((quiz) => {
  const words = quiz.innerText.trim();
  const answer = quiz.querySelector("details");
  if (!answer?.querySelector(":scope > summary")?.checkVisibility()) return [words, false, ""];
  answer.open = true;
  const summary = answer.querySelector(":scope > summary").innerText;
  return [words, true, answer.innerText.replace(summary, "")];
})"""
# Text that its box cuts off, or that runs into the text after it.
_LOST = """() => {
  const words = (one) => `<${one.localName} class="${one.getAttribute("class") ?? ""}"> ` +
    one.textContent.trim().slice(0, 60);
  const cut = [], boxes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const told = new Set();
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || told.has(one)) continue;
    told.add(one);
    if (one.closest("svg, .pl-read-aloud, .pl-note, .skip-to-content, option, thead")) continue;
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(one);
    if (style.overflow !== "visible" && style.overflow !== "auto") {
      if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) {
        cut.push(`cut off: ${words(one)}`);
      }
    }
    if (style.display === "inline") continue;
    range.selectNodeContents(one);
    // What scrolls in its own box ends where the box ends.
    boxes.push([one, (style.overflow === "auto" ? one : range).getBoundingClientRect()]);
  }
  boxes.forEach(([one, box], i) => {
    const [next, after] = boxes[i + 1] ?? [];
    if (!next || one.contains(next) || next.contains(one)) return;
    const high = Math.min(box.bottom, after.bottom) - Math.max(box.top, after.top);
    const wide = Math.min(box.right, after.right) - Math.max(box.left, after.left);
    if (high > 6 && wide > 6) cut.push(`over each other: ${words(one)} and ${words(next)}`);
  });
  return cut;
}"""


def _way(start: str, target: str) -> str:
    return os.path.relpath(target, os.path.dirname(start) or ".")


@dataclass
class Visit:
    """What one page shows, from one visit.

    Attributes
    ----------
    overflow : pixels by which it is wider than a screen of 320 pixels, every detail open.
    links : place, height and address of the links of `SAFETY`, by class and width of the screen.
    bar : height of the bar they stand in, by width of the screen.
    first : the first link that the Tab key reaches: address, place, height.
    jump : address part and number of its targets after that link is followed.
    lost : text cut off or covered on a phone with letters, words and lines set wide.
    wide : pixels by which it is then wider than the phone.
    large : the same with letters twice as large on a screen of 320 pixels.
    problems : what the browser complained of.
    strangers : addresses it asked for that are no files.
    """

    overflow: int
    links: dict[tuple[str, int], dict[str, Any]]
    bar: dict[int, float]
    first: dict[str, Any]
    jump: tuple[str, int]
    lost: list[str]
    wide: int
    large: int
    problems: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def visits(browser: Browser, book: Path, pages: list[str]) -> dict[str, Visit]:
    """One visit to every page, opened as a file: loading them is what takes time."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    problems = listen(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = {}
    worn = one_of_each(pages)
    for path in pages:
        problems.clear()
        asked.clear()
        seen = _visit(page, (book / path).as_uri(), worn=path in worn)
        seen.problems = problems.copy()
        seen.strangers = [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
        found[path] = seen
    context.close()
    return found


def _visit(page: Page, url: str, *, worn: bool) -> Visit:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(url)
    when_laid_out(page)
    page.keyboard.press("Tab")
    first = page.evaluate(f"({_PLACE})(document.activeElement)")
    page.keyboard.press("Enter")
    jump = (page.evaluate("location.hash"), page.locator(first["href"] or "none").count())
    links: dict[tuple[str, int], dict[str, Any]] = {}
    bar: dict[int, float] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        places, bar[width] = page.evaluate(_BAR, list(SAFETY))
        links |= {(name, width): place for name, place in zip(SAFETY, places, strict=True)}
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    lost, wide, large = _wear(page) if worn else ([], 0, 0)
    page.set_viewport_size({"width": 320, "height": 640})
    return Visit(page.evaluate(_OVERFLOW), links, bar, first, jump, lost, wide, large)


def _wear(page: Page) -> tuple[list[str], int, int]:
    """Set letters wide on a phone, then large; return the text that is lost and both overflows."""
    page.evaluate(_WEAR, _SPACING)
    lost, wide = page.evaluate(_LOST), page.evaluate(_OVERFLOW)
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(_WEAR, _ZOOM)
    large = page.evaluate(_OVERFLOW)
    page.evaluate(_WEAR, "")
    return lost, wide, large


def test_every_page_opens_as_a_file(visits: dict[str, Visit]) -> None:
    assert not {path: seen.problems for path, seen in visits.items() if seen.problems}
    assert not {path: seen.strangers for path, seen in visits.items() if seen.strangers}


def test_no_page_scrolls_sideways_at_320_pixels(visits: dict[str, Visit]) -> None:
    assert not {path: seen.overflow for path, seen in visits.items() if seen.overflow > 0}


def test_no_text_is_lost_when_letters_and_lines_are_set_wide(visits: dict[str, Visit]) -> None:
    lost = [f"{path}: {one}" for path, seen in visits.items() for one in seen.lost]
    assert not lost, "\n".join(lost)
    assert not {path: seen.wide for path, seen in visits.items() if seen.wide > 0}


def test_letters_of_200_percent_make_no_page_scroll_sideways(visits: dict[str, Visit]) -> None:
    assert not {path: seen.large for path, seen in visits.items() if seen.large > 0}


def test_warning_signs_and_safety_check_are_one_tap_away(visits: dict[str, Visit]) -> None:
    for path, seen in visits.items():
        for (name, _), place in seen.links.items():
            assert place["href"] in ("#", _way(path, SAFETY[name])), path
            assert place["height"] >= 24, path
            assert place["top"] < 100, path
        assert max(seen.bar.values()) <= HIGHEST_BAR, path
    for key in ((name, width) for name in SAFETY for width in WIDTHS):
        places = {(seen.links[key]["left"], seen.links[key]["top"]) for seen in visits.values()}
        assert len(places) == 1, (key, places)


def test_the_first_stop_of_the_keyboard_skips_to_the_content(visits: dict[str, Visit]) -> None:
    for path, seen in visits.items():
        assert str(seen.first["href"]).startswith("#"), (path, seen.first)
        assert seen.first["top"] >= 0, (path, seen.first)
        assert seen.first["height"] > 0, (path, seen.first)
        assert seen.jump == (seen.first["href"], 1), path


@pytest.mark.complains("nothing stands at the address")
@pytest.mark.parametrize("wrong", ["wrong.html", "book/imaging/deeper/wrong.html"])
def test_a_wrong_address_still_leads_to_the_warning_signs(
    browser: Browser, address: str, wrong: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(f"{address}/{wrong}")
    assert answer
    assert answer.status == 404
    page.locator("article").get_by_role("link", name=re.compile("warning signs")).click()
    assert page.url == f"{address}/{SAFETY['pl-warning-link']}"
    context.close()


def test_every_page_has_one_title_and_headings_in_order(book: Path, pages: list[str]) -> None:
    for path in pages:
        page = soup(book, path)
        levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
        assert levels.count(1) == 1, (path, levels)
        for before, level in pairwise(levels):
            assert level <= before + 1, (path, levels)
        html = page.find("html")
        assert isinstance(html, Tag)
        assert html.get("lang") == "en", path


def test_every_page_has_a_title_and_a_description_of_its_own(book: Path, pages: list[str]) -> None:
    titles: dict[str, str] = {}
    descriptions: dict[str, str] = {}
    least, most = DESCRIPTION
    for path in pages:
        title = soup(book, path).find("title")
        (meta,) = soup(book, path).select('meta[name="description"]')
        said = str(meta["content"])
        assert title, path
        assert titles.setdefault(title.get_text(), path) == path, title
        assert descriptions.setdefault(said, path) == path, said
        assert least <= len(said) <= most, (path, len(said))


def test_what_a_page_says_of_itself_to_machines_is_light(book: Path, pages: list[str]) -> None:
    weights = {}
    for path in pages:
        for data in soup(book, path).select('script[type="application/ld+json"]'):
            html = (book / path).read_text(encoding="utf-8")
            assert data.string
            json.loads(data.string)
            without = html.replace(data.string, "")
            weights[path] = len(gzip.compress(html.encode())) - len(gzip.compress(without.encode()))
    assert len(weights) > len(pages) / 2
    assert not {path: weight for path, weight in weights.items() if weight > LINKED_DATA}


def test_every_picture_has_a_title_a_sentence_and_its_numbers(book: Path, pages: list[str]) -> None:
    count = 0
    for path in pages:
        for figure in soup(book, path).select("figure.pl-figure"):
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


def test_the_menu_is_the_same_on_every_page(book: Path, pages: list[str]) -> None:
    menus = {
        tuple((tag.name, tag.get_text(strip=True)) for tag in menu.find_all(True))
        for path in pages
        for menu in soup(book, path).select(".sidebar-drawer")
    }
    assert len(menus) == 1


def test_every_page_leads_to_the_search_and_sends_no_words(book: Path, pages: list[str]) -> None:
    for path in pages:
        for form in soup(book, path).select("form[role=search]"):
            assert str(form["action"]).endswith(("search.html", "#")), path
            assert not form.select("[name]"), path
        assert soup(book, path).select("form[role=search] input"), path


def test_every_link_inside_the_book_leads_somewhere(book: Path, pages: list[str]) -> None:
    anchors = {}
    for path in pages:
        anchors[path] = {str(tag["id"]) for tag in soup(book, path).find_all(id=True)}
    dead = []
    for path in pages:
        for link in soup(book, path).find_all("a", href=True):
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
            # What follows "q=" is no place but words to search for.
            if name == "search.html" and fragment.startswith("q="):
                continue
            if fragment and name in anchors and fragment not in anchors[name]:
                dead.append(f"{path}: {href}")
    assert not dead, "\n".join(sorted(set(dead)))


def test_without_javascript_questions_and_answers_can_be_read(
    browser: Browser, address: str, book: Path, pages: list[str]
) -> None:
    with_quiz = [path for path in pages if soup(book, path).select('[data-module="quiz"]')]
    assert with_quiz
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in with_quiz:
        page.goto(f"{address}/{path}")
        if path == with_quiz[0]:
            # Here one answer is opened as a reader does.
            page.locator('.pl-widget[data-module="quiz"] details > summary').first.click()
        for question, opened, answer in page.evaluate(_ANSWERS):
            assert question, path
            assert opened, path
            assert len(answer.split()) > 3, (path, answer)
    context.close()
