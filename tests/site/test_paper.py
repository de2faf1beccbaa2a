"""On paper: answers at the end, forms as filled in; and the book as one PDF."""

from __future__ import annotations

import io
import re
from pathlib import Path
from unicodedata import normalize

import pytest
from built_book import soup
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from painlab.book.paper import pdf as printing
from painlab.book.paper.contents import FIRST
from painlab.book.paper.facts import read_facts
from painlab.book.paper.pdf import MovedError, NoBrowserError, make_pdf
from painlab.content import checkout_dir
from painlab.toc import Part

pytestmark = pytest.mark.site

LESSON = "book/prt/spot-the-slip.html"
CLOSING = "book/imaging/take-away.html"
FORM = "book/fear/one-small-step.html"
PARTS = [Part("Signs", (FIRST,)), Part("A module", ("book/imaging/take-away",))]


def bare(text: str) -> str:
    """Return `text` without spaces and joined letters: paper breaks lines, and fonts join."""
    return re.sub(r"\s", "", normalize("NFKC", text))


def printed(page: Page) -> str:
    """Return the words of the page's print."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return bare("".join(sheet.extract_text() for sheet in reader.pages))


def question_and_reason(book: Path, path: str = LESSON) -> tuple[str, str]:
    """Return a page's first question, and a reason from its answer, both without a figure."""
    page = soup(book, path)
    for answer in page.select(".pl-quiz:not(.pl-form) details.pl-answer"):
        form = answer.find_parent("form")
        reasons = [one for one in answer.select("li > p:last-child") if not one.select(".pl-ev")]
        if form is None or not reasons:
            continue
        legend = form.select_one("legend")
        if legend is None or legend.select(".pl-ev"):
            continue
        count = legend.select_one(".pl-count")
        words = legend.get_text().removeprefix(count.get_text() if count else "")
        return bare(words), bare(reasons[0].get_text())
    raise AssertionError("no question without a figure")


def test_answers_stand_at_the_end_of_the_print(page: Page, address: str, book: Path) -> None:
    asked, reason = question_and_reason(book)
    page.goto(f"{address}/{LESSON}")
    lesson, answers = printed(page).rsplit("AnswersQuestion1.", 1)
    assert asked in lesson
    assert "Question1" in lesson
    assert reason not in lesson
    assert asked in answers
    assert reason in answers
    assert "WithJavaScripton" not in lesson
    # And the page is as it was.
    assert page.locator(".pl-answers, .pl-number-on-paper").count() == 0
    assert page.locator(".pl-quiz details.pl-answer").count() > 0


def test_without_javascript_answers_stand_in_place(
    browser: Browser, address: str, book: Path
) -> None:
    asked, reason = question_and_reason(book)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{LESSON}")
    text = printed(page)
    context.close()
    assert asked in text
    assert reason in text[text.index(asked) :]
    assert "AnswersQuestion1." not in text


def test_a_form_prints_as_it_was_filled_in_and_keeps_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/{FORM}")
    live = page.locator('.pl-widget[data-module="form"] .pl-mount').filter(
        has=page.locator("textarea")
    )
    live.first.get_by_label("None of these").check()
    live.locator("textarea").first.fill("Ten steps <to the gate>")
    ticked = '.pl-widget[data-module="form"] > .pl-fallback input:checked'
    assert page.locator(ticked).count() == 0
    text = printed(page)
    assert bare("Ten steps <to the gate>") in text
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(ticked).count() == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(f"{ticked}, .pl-typed-on-paper").count() == 0


def test_practice_cards_print_alone(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => {};")
    page.goto(f"{address}/book/prt/practice.html")
    page.get_by_role("button", name="Print these cards only").click()
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = bare("".join(sheet.extract_text() for sheet in reader.pages))
    assert "CardfiveSomethingpleasant" in text.replace("\u00b7", "")
    assert "Readitfairly" not in text
    assert len(reader.pages) <= 2


@pytest.fixture(scope="module")
def pdf(book: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        use(browser, patch)
        return make_pdf(book, PARTS, read_facts(checkout_dir()), tmp_path_factory.mktemp("pdf"))


def use(browser: Browser, patch: pytest.MonkeyPatch) -> None:
    """Print with the browser that the tests have open: Playwright runs once in a thread."""

    class Held:
        def __enter__(self) -> Browser:
            return browser

        def __exit__(self, *raised: object) -> None:
            pass

    patch.setattr(printing, "chromium", Held)


def test_the_same_pages_give_the_same_pdf(
    pdf: bytes, book: Path, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(browser, monkeypatch)
    assert make_pdf(book, PARTS, read_facts(checkout_dir()), tmp_path) == pdf


def test_the_pdf_says_what_it_is_and_its_contents_hold(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "Rethinking Back and Neck Pain"
    assert str(reader.root_object["/Lang"]) == "en"
    assert "/StructTreeRoot" in reader.root_object
    texts = [sheet.extract_text() for sheet in reader.pages]
    assert texts[1].lstrip("2\n ").startswith("Warning signs")
    contents = next(text for text in texts if "Contents" in text)
    lines = re.findall(r"^(.*\D) (\d+)$", contents, flags=re.MULTILINE)
    assert len(lines) >= 4
    for title, number in lines:
        assert bare(title) in bare(texts[int(number) - 1])


def test_the_pdf_holds_answers_apart_and_links_inside(pdf: bytes, book: Path) -> None:
    asked, reason = question_and_reason(book, CLOSING)
    reader = PdfReader(io.BytesIO(pdf))
    text = bare("".join(sheet.extract_text() for sheet in reader.pages))
    lesson, answers = text.split("AnswersTakeaway", 1)
    assert asked in lesson
    assert reason not in lesson
    assert reason in answers
    links = [
        link.get_object()
        for sheet in reader.pages
        for link in sheet.get("/Annots", [])
        if link.get_object().get("/Subtype") == "/Link"
    ]
    targets = [str(link["/Dest"]) for link in links if "/Dest" in link]
    assert len(targets) > 10
    assert set(targets) <= set(reader.named_destinations)


def test_a_chapter_that_moves_is_named(
    book: Path, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(browser, monkeypatch)
    numbers = iter(({"page-start-warning-signs": 2}, {"page-start-warning-signs": 3}))
    monkeypatch.setattr(printing, "_print", lambda *given: b"")
    monkeypatch.setattr(printing, "page_numbers", lambda *given: next(numbers))
    with pytest.raises(MovedError, match="moved from page 2 to page 3"):
        make_pdf(book, PARTS, read_facts(checkout_dir()), tmp_path)


def test_without_a_browser_the_fix_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing:
        class chromium:  # noqa: N801
            executable_path = "/nowhere"

    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(NoBrowserError, match=r"sh tools/install-browser\.sh"):
        printing.find_chromium(Nothing())  # type: ignore[arg-type]
