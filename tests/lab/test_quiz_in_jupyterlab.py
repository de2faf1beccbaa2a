"""Every kind of item and form, answered in a real JupyterLab, changes what Python reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from answering import WAYS, Hands, explanation, view
from playwright.sync_api import Browser, Locator, Page, expect

from painlab.lab import running
from painlab.quiz.bank import load_form, load_items
from painlab.quiz.forms.state import form_state
from painlab.quiz.state import item_state

pytestmark = [
    pytest.mark.lab,
    pytest.mark.complains("JupyterLab has complaints of its own"),
]

ITEMS = (
    "examples-single-01",
    "examples-multiple-01",
    "examples-true-false-01",
    "examples-numeric-01",
    "examples-estimate-01",
    "examples-draw-01",
    "examples-order-01",
    "examples-match-01",
)
FORMS = (
    ("start-safety-01", ""),
    ("examples-reflection-01", ""),
    ("examples-survey-01", "before"),
    ("examples-plan-01", ""),
)
FORM_CELLS = (
    f"forms = [Form(*one) for one in {FORMS}]\nfor form in forms:\n    display(form)",
    "for form in forms:\n    print(form.completed, bool(form.response))",
)
CELLS = (
    f"from painlab.quiz import Form, Quiz\n\nquiz = Quiz(*{ITEMS})\nquiz",
    "print(quiz.score, quiz.completed, quiz.responses)",
    "print(quiz.score, quiz.completed, len(quiz.responses), len(quiz.to_frame()))",
    *FORM_CELLS * len(WAYS),
    'from painlab.pieces import Piece, expectation, explore\n\nPiece("two-readers")',
    "moved = explore(expectation.simulation())\nmoved",
    "print(moved.reader, moved.wanted)",
    'from painlab.charts import CHARTS\n\nCHARTS["pain_free_by_age"]()',
)


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab of its own, whose folder holds one small notebook."""
    with running(CELLS, tmp_path) as address:
        yield address


@pytest.fixture
def page(browser: Browser, lab: str) -> Iterator[Page]:
    """A page that is left before its server stops."""
    # Tall enough for every cell to be drawn: JupyterLab leaves out those far from the screen.
    opened = browser.new_page(viewport={"width": 1280, "height": 20000}, has_touch=True)
    yield opened
    opened.close()


def test_every_kind_form_and_piece_answers_python(page: Page, lab: str) -> None:
    host = lab.split("/lab/")[0]
    strangers: list[str] = []
    page.set_default_timeout(60_000)
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((host, host.replace("http", "ws"), "data:", "blob:"))
            else strangers.append(request.url)
        ),
    )
    page.goto(lab)
    cells = page.locator(".jp-Notebook .jp-CodeCell")
    expect(cells).to_have_count(len(CELLS), timeout=60_000)
    expect(page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')).to_be_visible(
        timeout=60_000
    )

    items = [item_state(item, None) for item in load_items(ITEMS)]
    quiz = _run(page, cells.nth(0))
    expect(quiz.locator("form.pl-item")).to_have_count(len(items), timeout=60_000)
    assert _say(page, cells.nth(1)).startswith("0.0 False {}")
    for hands in [Hands(page, way) for way in WAYS]:
        for item in items:
            form = view(quiz, item)
            submit = form.locator("button[type=submit]")
            if hands.way != WAYS[0]:
                hands.press(submit)
            hands.answer(form, item)
            expect(form.locator("[role=status]").last).to_contain_text(explanation(item))
            expect(submit).to_be_focused()
    score, completed, answered, rows = _say(page, cells.nth(2)).split()
    assert (score, completed) == ("0.0", "True")
    assert (answered, rows) == (str(len(items)), str(len(items)))

    for number, way in enumerate(WAYS):
        hands = Hands(page, way)
        _run(page, cells.nth(3 + 2 * number))
        roots = cells.nth(3 + 2 * number).locator(".pl-form")
        expect(roots).to_have_count(len(FORMS), timeout=60_000)
        cells.nth(3 + 2 * number).focus()  # The run moved on to the next cell.
        for place, (name, occasion) in enumerate(FORMS):
            root = roots.nth(place)
            hands.fill_in(root, form_state(load_form(name), occasion, None))
            said = root.locator(".pl-say, .pl-paper").filter(visible=True)
            expect(said.first).not_to_have_text("", timeout=60_000)
            assert page.evaluate("document.activeElement !== document.body")
        # The checklist is not stored, so Python hears no more than that it is filled in.
        known = [f"True {load_form(name).store}" for name, _ in FORMS]
        # What is typed is kept after a short pause, longer where the machine is busy.
        for _ in range(10):
            page.wait_for_timeout(600)
            told = _say(page, cells.nth(4 + 2 * number)).splitlines()
            if told == known:
                break
        assert told == known
        # The forms of a kernel share what they hold: the next way begins with empty ones.
        cells.nth(3 + 2 * number).focus()
        for place, (name, _) in enumerate(FORMS):
            if load_form(name).store:
                hands.press(roots.nth(place).get_by_role("button", name="Erase this form"))
                hands.press(roots.nth(place).get_by_role("button", name="Tap again to erase"))

    piece = _run(page, cells.nth(len(CELLS) - 4))
    expect(piece.locator(".pl-piece-ask")).to_be_visible(timeout=60_000)
    before = piece.inner_text()
    piece.get_by_role("button", name="Skip, show me").first.click()
    expect(piece).not_to_have_text(before)

    # A slider has a hundred steps here, and Python runs the model for each.
    moved = _run(page, cells.nth(len(CELLS) - 3))
    expect(moved.locator(".pl-piece-ask")).to_be_visible(timeout=60_000)
    moved.get_by_role("button", name="Skip, show me").first.click()
    slider = moved.locator(".pl-piece-rest input[type=range]").first
    assert int(slider.get_attribute("max") or 0) >= 100
    slider.focus()
    page.keyboard.press("Home")
    expect(moved.locator("[aria-live=polite]")).to_contain_text("changes nothing")
    heard = _say(page, cells.nth(len(CELLS) - 2))
    assert heard.startswith("{'guess': None, 'setting': '0 ")
    assert "[0, " in heard

    chart = _run(page, cells.nth(len(CELLS) - 1))
    expect(chart.locator(".pl-explore[data-live] svg")).to_be_visible(timeout=60_000)
    chart.get_by_role("slider", name="Age").press("ArrowRight")
    expect(chart.locator("[aria-live=polite]")).to_contain_text("Disc bulge at 60")
    assert not strangers


def _say(page: Page, cell: Locator) -> str:
    """Run one cell and return what it prints."""
    return (_run(page, cell).locator("pre").text_content() or "").strip()


def _run(page: Page, cell: Locator) -> Locator:
    """Run one cell and return its output area."""
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    output = cell.locator(".jp-OutputArea-output").first
    expect(output).to_be_visible(timeout=60_000)
    return output
