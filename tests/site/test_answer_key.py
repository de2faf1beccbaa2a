"""The answer key is there for those who know its address, and found by no learner."""

from pathlib import Path

from bs4 import BeautifulSoup

from painlab.book.answer_key import ANSWER_KEY
from painlab.quiz.authoring.schema import PUBLISHED_NAME, schema_text
from painlab.quiz.bank import course_items


def test_it_holds_every_item_and_asks_search_engines_to_stay_away(book: Path) -> None:
    page = BeautifulSoup((book / f"{ANSWER_KEY}.html").read_text(encoding="utf-8"), "html.parser")
    robots = page.select_one('meta[name="robots"]')
    assert robots is not None
    assert str(robots["content"]).startswith("noindex")
    assert len(page.select("h4")) == len(course_items())
    assert page.select_one('meta[http-equiv="Content-Security-Policy"]') is not None


def test_nothing_leads_to_it(book: Path) -> None:
    files = [path for path in book.rglob("*") if path.suffix in (".html", ".js", ".json", ".xml")]
    assert len(files) > 10
    key = book / f"{ANSWER_KEY}.html"
    naming = [path for path in files if path != key and b"answer-key" in path.read_bytes()]
    assert naming == []
    assert b"answer-key" not in (book / "objects.inv").read_bytes()


def test_the_schema_of_the_banks_is_published(book: Path) -> None:
    assert (book / PUBLISHED_NAME).read_text(encoding="utf-8") == schema_text()
