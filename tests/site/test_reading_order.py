"""Pages read aloud: landmarks, names, groups and order, as a screen reader is told them.

Of pages that one template fills alike (labs, ledger, answer keys) the first is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from accessibility_tree import CONTROLS, LANDMARKS, Node, read_aloud
from answer_all import answer_all
from built_book import one_of_each
from complaints import listen
from playwright.sync_api import Browser

pytestmark = pytest.mark.site

SAFETY = ("Warning signs", "Safety check")
# They say nothing of where a link leads.
VAGUE = {"click", "click here", "here", "link", "more", "page", "read more", "this", "this page"}
PICTURES = ("SvgRoot", "graphics-document", "image", "img")
HEADERS = ("columnheader", "rowheader")
_SEEN = """() => {
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  const words = (one) => `<${one.localName} class="${one.getAttribute("class") ?? ""}"> ` +
    one.textContent.trim().slice(0, 60);
  const main = document.querySelector('[role="main"]');
  const blocks = [...main.querySelectorAll("p, h1, h2, h3, h4, li, dt, dd, summary, label, legend")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.closest("table, svg, .pl-note, .pl-read-aloud"))
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.height > 1 && box.width > 1);
  const jumps = [];
  blocks.forEach(([one, box], i) => {
    const next = blocks[i + 1];
    if (next && next[1].bottom <= box.top) jumps.push(`${words(next[0])} is above ${words(one)}`);
  });
  const texts = (name) => [...document.querySelectorAll("input[type=range]")].map((one) =>
    one.getAttribute(name) ?? "");
  const silent = [...document.querySelectorAll(".pl-feedback")]
    .filter((one) => !one.closest('[aria-live="polite"], [role="status"]')).map(words);
  return { jumps, sliders: texts("aria-valuetext"), silent, title: document.title,
    language: document.documentElement.lang };
}"""


class Reading(NamedTuple):
    """What one page tells: the nodes read out, in order, and what a look at it adds."""

    nodes: list[Node]
    seen: dict[str, Any]


@pytest.fixture(scope="module")
def readings(browser: Browser, book: Path, pages: list[str]) -> dict[str, Reading]:
    """The pages on a phone, everything answered and unfolded."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    heard = listen(page)
    found = {}
    for path in sorted(one_of_each(pages)):
        page.goto((book / path).as_uri())
        answer_all(page)
        seen = page.evaluate(_SEEN)
        found[path] = Reading(read_aloud(session), seen)
    context.close()
    assert heard == []
    return found


def all_pages(readings: dict[str, Reading], problems: Callable[[Reading], Iterator[Any]]) -> None:
    """Fail with every problem of every page, each on a line of its own."""
    found = [f"{path}: {one}" for path, page in readings.items() for one in problems(page)]
    assert not found, "\n".join(found)


def of(page: Reading, *roles: str) -> list[Node]:
    return [node for node in page.nodes if node.role in roles]


def test_landmarks_are_there_once_or_have_names_of_their_own(
    readings: dict[str, Reading],
) -> None:
    def problems(page: Reading) -> Iterator[str]:
        for role in ("banner", "main", "contentinfo"):
            if len(of(page, role)) != 1:
                yield f"{len(of(page, role))} landmarks of the kind {role}"
        counts = Counter(node.role for node in of(page, *LANDMARKS))
        for node in of(page, *LANDMARKS):
            if not node.name and (counts[node.role] > 1 or node.role == "navigation"):
                yield f"no name: {node}"
        names = Counter((node.role, node.name) for node in of(page, *LANDMARKS))
        yield from (f"twice: {one}" for one, count in names.items() if count > 1)

    all_pages(readings, problems)


def test_everything_to_read_stands_in_a_landmark(readings: dict[str, Reading]) -> None:
    def problems(page: Reading) -> Iterator[str]:
        for node in of(page, "StaticText"):
            roles = {one.role for one in node.parents}
            # The link that skips to the content comes before all landmarks.
            if not roles & set(LANDMARKS) and node.name != "Skip to content":
                yield f"outside of all landmarks: {node}"

    all_pages(readings, problems)


def test_headings_are_in_order_and_say_something(readings: dict[str, Reading]) -> None:
    def problems(page: Reading) -> Iterator[str]:
        headings = of(page, "heading")
        levels = [node.told["level"] for node in headings]
        if levels.count(1) != 1 or levels[0] != 1:
            yield f"levels {levels}"
        for before, node in pairwise(headings):
            if node.told["level"] > before.told["level"] + 1:
                yield f"skips a level: {node}"
        yield from (f"empty: {node}" for node in headings if not node.name)

    all_pages(readings, problems)


def test_the_links_on_safety_are_read_before_the_content(readings: dict[str, Reading]) -> None:
    def problems(page: Reading) -> Iterator[str]:
        links = [node.name for node in page.nodes if node.role in ("link", "main")]
        before = links[: links.index(next(node.name for node in of(page, "main")))]
        yield from (f"not before the content: {name}" for name in SAFETY if name not in before)

    all_pages(readings, problems)


def test_every_control_has_a_name_that_says_something(readings: dict[str, Reading]) -> None:
    def problems(page: Reading) -> Iterator[str]:
        for node in of(page, *CONTROLS, "DisclosureTriangle"):
            if not re.search(r"\w", node.name):
                yield f"no name: {node}"
            if node.role == "link" and node.name.lower().strip(". ") in VAGUE:
                yield f"says nothing: {node}"

    all_pages(readings, problems)


def test_in_one_menu_a_name_leads_to_one_place(readings: dict[str, Reading]) -> None:
    def problems(page: Reading) -> Iterator[str]:
        targets: dict[tuple[str, str], set[str]] = {}
        for node in of(page, "link"):
            menu = node.inside("navigation")
            if menu:
                key = (menu.name, node.name)
                targets.setdefault(key, set()).add(str(node.told.get("url")))
        yield from (f"{key}: {urls}" for key, urls in targets.items() if len(urls) > 1)

    all_pages(readings, problems)


def test_every_picture_has_a_name(readings: dict[str, Reading]) -> None:
    def problems(page: Reading) -> Iterator[str]:
        yield from (f"no name: {node}" for node in of(page, *PICTURES) if not node.name)

    all_pages(readings, problems)


def test_choices_stand_in_a_group_that_has_a_name(readings: dict[str, Reading]) -> None:
    def problems(page: Reading) -> Iterator[str]:
        for node in of(page, "radio", "checkbox"):
            group = node.inside("group") or node.inside("radiogroup")
            if group is None and node.role == "checkbox":
                # A setting that stands by itself in a part with a name.
                group = node.inside("region")
            if group is None or not group.name:
                yield f"no group with a name: {node}"

    all_pages(readings, problems)
    assert sum(len(of(page, "radio")) for page in readings.values()) > 100


def test_sliders_say_their_value_in_words(readings: dict[str, Reading]) -> None:
    def problems(page: Reading) -> Iterator[str]:
        if len(page.seen["sliders"]) < len(of(page, "slider")):
            yield "a slider that is no input"
        yield from ("a slider without words" for text in page.seen["sliders"] if not text)

    all_pages(readings, problems)
    assert sum(len(page.seen["sliders"]) for page in readings.values()) > 10


def test_tables_have_a_name_and_heads(readings: dict[str, Reading]) -> None:
    def problems(page: Reading) -> Iterator[str]:
        headed = {id(table) for node in of(page, *HEADERS) if (table := node.inside("table"))}
        for node in of(page, "table"):
            if not node.name:
                yield f"no name: {node}"
            if id(node) not in headed:
                yield f"no cell that heads others: {node}"

    all_pages(readings, problems)
    assert sum(len(of(page, "table")) for page in readings.values()) > 10


def test_the_order_of_reading_is_the_order_on_the_page(readings: dict[str, Reading]) -> None:
    all_pages(readings, lambda page: iter(page.seen["jumps"]))


def test_feedback_is_told_when_it_comes(readings: dict[str, Reading]) -> None:
    all_pages(readings, lambda page: iter(page.seen["silent"]))


def test_every_page_says_its_language_and_a_title_of_its_own(
    readings: dict[str, Reading],
) -> None:
    assert {page.seen["language"] for page in readings.values()} == {"en"}
    titles = Counter(page.seen["title"] for page in readings.values())
    assert not [title for title, count in titles.items() if count > 1 or not title]
