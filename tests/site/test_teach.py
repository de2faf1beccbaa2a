"""The pages for instructors hold every belief, every item and every outcome of the course."""

from __future__ import annotations

from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from bs4 import BeautifulSoup, Tag
from built_book import soup

from painlab.quiz.bank import items_by_module
from painlab.quiz.misconceptions import misconceptions
from painlab.quiz.objectives import course_objectives

GUIDES = ("start", "imaging", "fear", "surgery", "prt", "plan")


def _row(page: BeautifulSoup, can: str) -> Tag:
    rows = (cell.find_parent("tr") for cell in page.select("td") if cell.get_text().strip() == can)
    row = next(rows)
    assert row is not None
    return row


@pytest.mark.parametrize("module", GUIDES)
def test_every_belief_stands_in_the_guide_with_the_items_that_catch_it(
    book: Path, module: str
) -> None:
    page = soup(book, f"book/teach/{module}.html")
    rows = [(row, " ".join(row.get_text().split())) for row in page.select("article li")]
    for item in items_by_module()[module]:
        for _, belief in misconceptions(item):
            words = f"{belief.replace('-', ' ').capitalize()}."
            caught = [row for row, text in rows if text.startswith(words)]
            assert any(row.select(f'a[href$="#{item.id}"]') for row in caught), belief


def test_every_outcome_stands_in_the_blueprint_with_its_items(book: Path) -> None:
    page = soup(book, "book/teach/blueprint.html")
    for objective in course_objectives().values():
        links = _row(page, objective.can).select("a")
        for items in items_by_module().values():
            for item in items:
                linked = any(str(link["href"]).endswith(f"#{item.id}") for link in links)
                assert linked == (item.objective == objective.id), (objective.id, item.id)


@pytest.mark.parametrize("name", [*GUIDES, "blueprint"])
def test_links_into_the_answer_key_arrive(book: Path, name: str) -> None:
    page = f"book/teach/{name}.html"
    links = {str(link["href"]) for link in soup(book, page).select('a[href*="answer-key"]')}
    assert len(links) > 1
    for link in links:
        target, _, place = link.partition("#")
        key = soup(book, normpath(join(dirname(page), target)))
        assert not place or key.find(id=place), link
