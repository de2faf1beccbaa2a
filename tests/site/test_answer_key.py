"""The answer key is there for those who know its address, and found by no learner."""

from pathlib import Path

from bs4 import BeautifulSoup

from painlab.book.answer_key import ANSWER_KEY
from painlab.book.offline import WORKER
from painlab.content import checkout_dir
from painlab.quiz.authoring.schema import PUBLISHED_NAME, schema_text
from painlab.quiz.bank import course_items
from painlab.toc import module_titles


def keys(book: Path) -> list[Path]:
    """Return the first page of the answer key and those of the modules."""
    first = book / f"{ANSWER_KEY}.html"
    return [first, *sorted(first.parent.glob(f"{first.stem}-*.html"))]


def test_it_holds_every_item(book: Path) -> None:
    found = []
    for path in keys(book):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert page.select_one('meta[http-equiv="Content-Security-Policy"]') is not None
        found += [str(heading["id"]) for heading in page.select("h4")]
    assert sorted(found) == sorted(course_items())


def test_its_first_page_leads_to_each_module(book: Path) -> None:
    first, *modules = keys(book)
    page = BeautifulSoup(first.read_text(encoding="utf-8"), "html.parser")
    links = [str(link["href"]) for link in page.select("article li a")]
    assert sorted(links) == [path.name for path in modules]
    assert len(modules) >= 5
    # In the order of the course; what has no part of its own comes last.
    of_the_course = [f"{first.stem}-{name}.html" for name in module_titles(checkout_dir())]
    assert links == sorted(links, key=[*of_the_course, links[-1]].index)
    assert links[0] == f"{first.stem}-start.html"


def test_no_learners_page_leads_to_it(book: Path) -> None:
    files = [path for path in book.rglob("*") if path.suffix in (".html", ".js", ".json", ".xml")]
    assert len(files) > 10
    guides = (book / "book" / "teach").glob("*.html")
    # The worker keeps the whole book on the device, and leads nobody anywhere.
    others = set(files) - {*keys(book), *guides, book / WORKER}
    assert [path for path in others if b"answer-key" in path.read_bytes()] == []
    assert b"answer-key" not in (book / "objects.inv").read_bytes()


def test_the_schema_of_the_banks_is_published(book: Path) -> None:
    assert (book / PUBLISHED_NAME).read_text(encoding="utf-8") == schema_text()
