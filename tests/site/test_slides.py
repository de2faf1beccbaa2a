"""Decks of slides: they fit a screen, paper and a phone, and ask for nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from built_book import ROOT, axe_script
from playwright.sync_api import Browser, Page, Request
from pypdf import PdfReader

from painlab.book.slides.deck import deck_files, read_deck
from painlab.book.slides.page import deck_html

pytestmark = pytest.mark.site
Scheme = Literal["light", "dark"]
MODULES = ("start", "imaging", "fear", "surgery", "prt", "plan")
# What does not fit its slide, and letters of a chart smaller than one can read from the last row.
_TOO_LARGE = """() => [...document.querySelectorAll("section")].flatMap((slide) => {
  const shown = slide.hidden, style = slide.style.display;
  slide.hidden = false;
  slide.style.display = "flex";
  const body = slide.querySelector(".pl-body"), chart = slide.querySelector("svg");
  const { width, height } = chart?.viewBox.baseVal ?? {};
  const scale = chart ? Math.min(chart.clientWidth / width, chart.clientHeight / height) : 2;
  const over = slide.scrollHeight > 720 || body.scrollHeight > body.clientHeight ||
    body.scrollWidth > body.clientWidth || scale < 1.2;
  slide.hidden = shown;
  slide.style.display = style;
  return over ? [slide.querySelector("h2").textContent] : [];
})"""
_AXE = """async () => (await axe.run(document, { rules: { "target-size": { enabled: true } } }))
  .violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`)"""


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all decks."""
    folder = tmp_path_factory.mktemp("slides")
    for path in deck_files(ROOT):
        (folder / f"{path.stem}.html").write_text(deck_html(read_deck(path)), encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a projector's screen, where nothing moves."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def _open(page: Page, decks: Path, name: str, rest: str = "") -> list[str]:
    """Open a deck from its file; return a list that fills with what it asks for besides itself."""
    asked: list[str] = []
    address = (decks / f"{name}.html").as_uri()

    def note(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            asked.append(request.url)

    page.on("request", note)
    page.goto(address + rest)
    return asked


def _letters(text: str) -> str:
    """Return a text without blanks, each ligature of the paper taken apart."""
    return "".join(normalize("NFKC", text).split())


def _heading(page: Page) -> str:
    return page.locator("section.present h2").inner_text()


def test_there_is_a_deck_for_each_module_and_each_slide_fits(page: Page, decks: Path) -> None:
    assert sorted(path.stem for path in decks.iterdir()) == sorted(MODULES)
    for name in MODULES:
        asked = _open(page, decks, name)
        page.wait_for_selector(".reveal.ready")
        assert page.evaluate(_TOO_LARGE) == [], name
        assert 12 <= page.locator("section").count() <= 20
        assert asked == []


def test_keys_turn_the_slides_and_the_notes_follow(page: Page, decks: Path) -> None:
    _open(page, decks, "imaging", "#/3")
    page.wait_for_selector(".reveal.ready")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    notes = opened.value
    assert notes.locator(".pl-now h2").inner_text() == _heading(page)
    notes.keyboard.press("ArrowRight")
    page.wait_for_selector("section.present:nth-of-type(5)")
    page.keyboard.press("ArrowRight")
    notes.wait_for_selector("section.pl-now:nth-of-type(6)")
    assert "Let one person for each choice say why" in notes.locator(".pl-now").inner_text()
    notes.close()
    # Help is markup that reveal.js writes: trusted types let it pass.
    page.keyboard.press("Shift+?")
    assert page.get_by_text("Keyboard Shortcuts").is_visible()


def test_no_other_markup_passes(page: Page, decks: Path) -> None:
    _open(page, decks, "start")
    write = "(markup) => { document.createElement('p').innerHTML = markup }"
    page.evaluate(write, '<span class="a">b</span>')
    for markup in ("<img src=x onerror=alert()>", '<a href="javascript:alert()">', "<script>"):
        with pytest.raises(Exception, match="TypeError"):
            page.evaluate(write, markup)


def test_one_slide_a_page_in_print(page: Page, decks: Path) -> None:
    _open(page, decks, "prt")
    page.wait_for_selector(".reveal.ready")
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    texts = [one.extract_text().strip() for one in PdfReader(io.BytesIO(printed)).pages]
    headings = page.locator("section h2").all_text_contents()
    assert len(texts) == len(headings)
    for text, heading in zip(texts, headings, strict=True):
        assert _letters(text).startswith(_letters(heading))


@pytest.mark.parametrize(
    ("name", "scheme", "width", "rest"),
    [
        ("imaging", "light", 1280, ""),
        ("imaging", "light", 900, "?notes"),
        # Here every slide is in sight at once.
        *((name, "light", 1280, "?read") for name in MODULES),
        ("prt", "dark", 360, ""),
    ],
)
def test_axe_finds_nothing(
    browser: Browser, decks: Path, name: str, scheme: Scheme, width: int, rest: str
) -> None:
    # Only here may a foreign script (axe) run beside the policy.
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=scheme,
        reduced_motion="reduce",
        viewport={"width": width, "height": 768},
    )
    page = context.new_page()
    _open(page, decks, name, rest)
    page.evaluate(axe_script())
    assert page.evaluate(_AXE) == []
    context.close()


def test_a_phone_and_a_page_without_scripts_read_it_all(browser: Browser, decks: Path) -> None:
    for scripts in (True, False):
        context = browser.new_context(
            viewport={"width": 320, "height": 640}, java_script_enabled=scripts
        )
        page = context.new_page()
        _open(page, decks, "surgery")
        boxes = [one.bounding_box() for one in page.locator("section").all()]
        assert all(box and box["height"] > 60 and box["width"] <= 320 for box in boxes)
        assert page.locator("html").evaluate("one => one.scrollWidth") <= 320
        context.close()
