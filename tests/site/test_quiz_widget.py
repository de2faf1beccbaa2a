"""The quiz alone on a page, in a real browser: every kind by tap and by keyboard."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from banks import items_of
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from standalone import DARK, write_page

from painlab.frontend import built, embed, toolchain
from painlab.quiz.render import quiz_html
from painlab.quiz.state import item_state

pytestmark = pytest.mark.site

BANKS = Path(__file__).parents[1] / "fixtures" / "banks"
ITEMS = items_of(BANKS / "all_kinds.yml")
KEY = "painlab.progress"
KINDS: list[str] = [item.kind for item in ITEMS]
MATCHES = {
    "New numbness around the seat": "Help today",
    "Stiffness in the morning that eases": "Common, and no danger by itself",
    "You cannot pass water": "Help today",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every page these tests open."""
    folder = tmp_path_factory.mktemp("site")
    write_page(folder, quiz_html(ITEMS))
    write_page(folder, quiz_html(ITEMS), "dark.html", DARK)
    hostile = items_of(BANKS / "hostile" / "markup.yml")
    write_page(folder, quiz_html(hostile, "<script>hacked = 1</script>"), "hostile.html")
    broken = '<div class="pl-widget" data-module="quiz"><script type="application/json" '
    broken += 'class="pl-state">{"items": [</script><div class="pl-fallback"><p>As text</p></div>'
    unknown = embed("quiz", {"items": [{"kind": "essay"}], "keep": "device"}, "<p>Also text</p>")
    write_page(folder, f"{broken}</div>{unknown}", "broken.html")
    write_notebook_page(folder)
    return folder


def write_notebook_page(folder: Path) -> None:
    """Write a page that shows the quiz as JupyterLab does: the ES module with a widget's model."""
    shutil.copy(built("quiz.js"), folder / "quiz.js")
    shutil.copytree(toolchain.FRONTEND / "src" / "shared", folder / "shared")
    state = {"title": "Lab", "items": [item_state(item, None) for item in ITEMS], "answers": {}}
    (folder / "lab.js").write_text(
        'import { createModel } from "./shared/host.js";\nimport widget from "./quiz.js";\n'
        f"window.model = createModel({json.dumps(state)});\n"
        'const el = document.querySelector(".pl-mount");\n'
        "window.leave = widget.render({ model: window.model, el });\n"
    )
    path = write_page(folder, '<div class="pl-mount"></div>', "lab.html")
    text = path.read_text().replace('defer src="quiz.book.js"', 'type="module" src="lab.js"')
    path.write_text(text)


def item(page: Page, kind: str) -> Locator:
    return page.locator(".pl-mount .pl-item").nth(KINDS.index(kind))


def button(within: Locator, name: str) -> Locator:
    return within.get_by_role("button", name=name, exact=True)


def stored(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["answers"]


def answer_by_tap(page: Page) -> None:
    """Answer every item with single taps; the first one wrongly, and sure of it."""
    single = item(page, "single")
    single.get_by_text("The disc will start to hurt").tap()
    single.get_by_text("Sure", exact=True).tap()
    button(single, "Check").tap()
    several = item(page, "multiple")
    several.get_by_text("New numbness").tap()
    several.get_by_text("You cannot pass water").tap()
    button(several, "Check").tap()
    item(page, "true_false").get_by_text("False").tap()
    button(item(page, "true_false"), "Check").tap()
    numeric = item(page, "numeric")
    numeric.get_by_label("Your answer").fill("58 %")
    button(numeric, "Check").tap()
    slider = item(page, "estimate").get_by_role("slider")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    button(item(page, "estimate"), "This is my guess").tap()
    plot = item(page, "draw").locator("svg")
    for step in range(1, 7):
        plot.scroll_into_view_if_needed()
        box = plot.bounding_box()
        assert box
        across = (44 + step * 294 / 6) / 360
        page.touchscreen.tap(box["x"] + box["width"] * across, box["y"] + box["height"] * 0.6)
    button(item(page, "draw"), "This is my guess").tap()
    ordered = item(page, "order")
    move(ordered, "Age 20", "up").tap()
    move(ordered, "Age 20", "up").tap()
    button(ordered, "Check").tap()
    matched = item(page, "match")
    for row, answer in MATCHES.items():
        matched.get_by_label(row).select_option(label=answer)
    matched.get_by_text("Guess", exact=True).tap()
    button(matched, "Check").tap()


def move(within: Locator, entry: str, way: str) -> Locator:
    return button(within, f"Move {way}: {entry}")


def entries(page: Page) -> list[str]:
    """Return the entries of the order item from top to bottom."""
    return item(page, "order").locator(".pl-rows > li > span:not([class])").all_inner_texts()


def test_a_tap_on_the_middle_of_the_slider_is_a_guess(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    guess = item(page, "estimate")
    guess.get_by_role("slider").tap()
    expect(guess.get_by_role("slider")).to_have_attribute("aria-valuetext", "50 of 100")
    button(guess, "This is my guess").tap()
    expect(guess.get_by_role("status")).to_contain_text("You were 18 too low.")


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_every_kind_by_single_taps(page: Page, roots: dict[str, str], scheme: str) -> None:
    page.goto(f"{roots[scheme]}/quiz.html")
    answer_by_tap(page)
    single = item(page, "single").get_by_role("status")
    expect(single).to_contain_text("Not quite.")
    expect(single).to_contain_text("You felt sure.")
    expect(single).to_contain_text("You chose: The disc will start to hurt sooner or later.")
    expect(single).to_contain_text("Better: It is common at her age")
    assert (single.text_content() or "").index("You chose") < (single.text_content() or "").index(
        "Better"
    )
    for kind in ("multiple", "true_false", "numeric", "order", "match"):
        expect(item(page, kind).get_by_role("status")).to_contain_text("Yes, that is right.")
    expect(item(page, "estimate").get_by_role("status")).to_contain_text("too low.")
    expect(item(page, "estimate").get_by_role("status")).to_contain_text("68 of 100")
    expect(item(page, "draw").get_by_role("status")).to_contain_text("furthest off at age 80")
    expect(item(page, "draw").get_by_role("table")).to_contain_text("84")
    expect(page.locator(".pl-summary")).to_contain_text("5 of 6 right the first time.")
    link = item(page, "single").locator(".pl-ev a")
    assert (link.get_attribute("href") or "").endswith("#ev-brinjikji2015-disk_bulge-50")
    expect(page.locator(".pl-summary")).to_contain_text("You felt sure about 1, and it was off.")
    expect(page.locator(".pl-summary")).to_contain_text("You guessed 1 and it was right")
    answers = stored(page)
    told = {"response": 0, "correct": False, "confidence": "sure", "first": False, "tries": 1}
    assert answers["fixture-kinds-01"].items() >= told.items()
    assert answers["fixture-kinds-07"]["response"] == [0, 1, 2]
    assert answers["fixture-kinds-08"]["response"] == [0, 1, 0]


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until `target` has the focus: what a keyboard alone can reach."""
    for _ in range(40):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")


def press_button(page: Page, within: Locator, name: str) -> None:
    tab_to(page, button(within, name))
    page.keyboard.press("Enter")


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_every_kind_by_keyboard_alone(page: Page, roots: dict[str, str], scheme: str) -> None:
    page.goto(f"{roots[scheme]}/quiz.html")
    single = item(page, "single")
    tab_to(page, single.get_by_role("radio").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    tab_to(page, single.get_by_role("radio", name="Sure", exact=True))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    press_button(page, single, "Check")
    expect(single.get_by_role("status")).to_contain_text("Yes, that is right.")
    # The focus stays where it was: on the button, which now offers another try.
    expect(button(single, "Try again")).to_be_focused()
    several = item(page, "multiple")
    for index in (1, 3):
        tab_to(page, several.get_by_role("checkbox").nth(index))
        page.keyboard.press("Space")
    press_button(page, several, "Check")
    expect(several.get_by_role("status")).to_contain_text("Yes, that is right.")
    tab_to(page, item(page, "true_false").get_by_role("radio").first)
    page.keyboard.press("Space")
    press_button(page, item(page, "true_false"), "Check")
    expect(item(page, "true_false").get_by_role("status")).to_contain_text("You chose: True")
    numeric = item(page, "numeric")
    tab_to(page, numeric.get_by_role("textbox"))
    page.keyboard.type("sixty")
    page.keyboard.press("Enter")
    expect(numeric.get_by_role("status")).to_contain_text("not a number")
    expect(numeric.get_by_role("textbox")).to_be_focused()
    expect(numeric.get_by_role("textbox")).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Control+A")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(numeric.get_by_role("status")).to_contain_text("expect a bulge to be rare")
    guess = item(page, "estimate")
    tab_to(page, guess.get_by_role("slider"))
    page.keyboard.press("ArrowRight")
    expect(guess.get_by_role("slider")).to_have_attribute("aria-valuetext", "51 of 100")
    expect(guess.get_by_role("textbox")).to_have_value("51")
    press_button(page, guess, "This is my guess")
    expect(guess.get_by_role("status")).to_contain_text("You were 17 too low.")
    curve = item(page, "draw")
    fields = curve.get_by_role("spinbutton")
    for index, typed in enumerate(("35", "40", "45", "50", "55", "60"), start=1):
        tab_to(page, fields.nth(index))
        page.keyboard.type(typed)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(curve.get_by_role("status")).to_contain_text("You said 61 of 100.")
    ordered = item(page, "order")
    tab_to(page, move(ordered, "Age 20", "up"))
    page.keyboard.press("Enter")
    # The row that moves keeps the focus, also where its button has nowhere to go.
    expect(move(ordered, "Age 20", "up")).to_be_focused()
    expect(ordered.locator("[aria-live]")).to_have_text("Age 20 is now 2 of 3")
    page.keyboard.press("Space")
    expect(move(ordered, "Age 20", "up")).to_be_disabled()
    expect(move(ordered, "Age 20", "down")).to_be_focused()
    press_button(page, ordered, "Check")
    expect(ordered.get_by_role("status")).to_contain_text("Yes, that is right.")
    matched = item(page, "match")
    for row, answer in MATCHES.items():
        tab_to(page, matched.get_by_label(row))
        page.keyboard.type(answer)
    tab_to(page, matched.get_by_role("radio", name="Sure", exact=True))
    page.keyboard.press("ArrowRight")
    press_button(page, matched, "Check")
    expect(matched.get_by_role("status")).to_contain_text("Yes, that is right.")
    expect(page.locator(".pl-summary")).to_contain_text("4 of 6 right the first time.")


def test_nothing_is_checked_before_it_is_answered(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    button(item(page, "single"), "Check").tap()
    expect(item(page, "single").get_by_role("status")).to_have_text("Choose an answer first.")
    expect(item(page, "single").get_by_role("radio").first).to_be_focused()
    item(page, "single").get_by_text("The scan must be wrong").tap()
    expect(item(page, "single").get_by_role("status")).to_have_text("")
    button(item(page, "single"), "Check").tap()
    expect(item(page, "single").get_by_role("status")).to_have_text("Say how sure you are first.")
    button(item(page, "estimate"), "This is my guess").tap()
    expect(item(page, "estimate").get_by_role("status")).to_contain_text("You can also skip.")
    button(item(page, "draw"), "This is my guess").tap()
    expect(item(page, "draw").get_by_role("status")).to_contain_text("age 30, 40, 50, 60, 70, 80")
    button(item(page, "order"), "Check").tap()
    expect(item(page, "order").get_by_role("status")).to_have_text(
        "Put them in order first, with the arrows."
    )
    expect(move(item(page, "order"), "Age 50", "down")).to_be_focused()
    matched = item(page, "match")
    matched.get_by_label("New numbness").select_option("Help today")
    button(matched, "Check").tap()
    expect(matched.get_by_role("status")).to_have_text("Choose one for every row first.")
    expect(matched.get_by_label("Stiffness")).to_be_focused()
    expect(matched.get_by_label("Stiffness")).to_have_attribute("aria-invalid", "true")
    assert page.evaluate("localStorage.length") == 0


def test_feedback_is_spoken_by_a_region_that_was_there_before(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    before = item(page, "true_false").get_by_role("status").element_handle()
    item(page, "true_false").get_by_text("True").tap()
    button(item(page, "true_false"), "Check").tap()
    assert before.is_visible()
    assert "Not quite." in (before.text_content() or "")


def test_a_guess_can_be_skipped(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    for kind in ("estimate", "draw"):
        tab_to(page, button(item(page, kind), "Skip, show me"))
        page.keyboard.press("Enter")
        status = item(page, kind).get_by_role("status")
        expect(status).to_contain_text("Here is what was found.")
        expect(button(item(page, kind), "Guess again")).to_be_focused()
    assert stored(page)["fixture-kinds-05"]["response"] is None
    expect(item(page, "draw").get_by_role("table")).not_to_contain_text("Your guess")


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_answers_survive_a_reload(page: Page, roots: dict[str, str], scheme: str) -> None:
    page.goto(f"{roots[scheme]}/quiz.html")
    answer_by_tap(page)
    said = page.locator(".pl-mount .pl-item").all_inner_texts()
    page.reload()
    assert page.locator(".pl-mount .pl-item").all_inner_texts() == said
    expect(item(page, "single").get_by_role("radio", name="The disc will")).to_be_checked()
    expect(item(page, "numeric").get_by_label("Your answer")).to_have_value("58")
    assert entries(page) == ["Age 20", "Age 50", "Age 80"]
    expect(item(page, "match").get_by_label("You cannot pass water")).to_have_value("0")


@pytest.mark.parametrize("touch", [True, False])
def test_a_row_can_be_dragged_by_its_handle(
    page: Page, context: BrowserContext, roots: dict[str, str], touch: bool
) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    ordered = item(page, "order")
    ordered.scroll_into_view_if_needed()
    before = entries(page)
    rows = ordered.locator(".pl-rows > li")
    start, end = rows.first.locator(".pl-grip").bounding_box(), rows.last.bounding_box()
    assert start
    assert end
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    below = end["y"] + end["height"]
    if touch:
        fingers = context.new_cdp_session(page)

        def finger(kind: str, *points: dict[str, float]) -> None:
            event = {"type": kind, "touchPoints": list(points)}
            fingers.send("Input.dispatchTouchEvent", event)

        finger("touchStart", {"x": x, "y": y})
        for step in range(1, 11):
            finger("touchMove", {"x": x, "y": y + (below - y) * step / 10})
        finger("touchEnd")
    else:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x, below, steps=10)
        page.mouse.up()
        # Let go, the handle moves nothing any more.
        page.mouse.move(x, y, steps=5)
    assert entries(page) == [*before[1:], before[0]]
    button(ordered, "Check").click()
    expect(ordered.get_by_role("button", name="Move")).to_have_count(0)


def test_feedback_on_an_order_and_on_matches_goes_row_by_row(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    ordered = item(page, "order")
    move(ordered, "Age 50", "down").click()
    button(ordered, "Check").click()
    told = ordered.get_by_role("status").get_by_role("listitem")
    expect(told).to_contain_text(["Age 20 you had it at 3", "Age 50", "Age 80 you had it at 1"])
    expect(told.nth(1)).not_to_contain_text("you had")
    expect(told.nth(2)).to_contain_text("And here 84 of 100")
    expect(ordered.locator(".pl-is-right .pl-badge")).to_have_text("right")
    expect(ordered.locator(".pl-is-wrong .pl-badge")).to_have_text(["place 3", "place 1"])
    matched = item(page, "match")
    for row in MATCHES:
        matched.get_by_label(row).select_option("Help today")
    matched.get_by_text("Think so").click()
    button(matched, "Check").click()
    told = matched.get_by_role("status").get_by_role("listitem")
    expect(told.nth(0)).to_contain_text("Right: Help today")
    expect(told.nth(1)).to_contain_text("You chose: Help today")
    expect(told.nth(1)).to_contain_text("Better: Common, and no danger by itself")
    expect(told.nth(1)).to_contain_text("Most people know it.")


def test_another_try_shows_another_order_and_stores_the_same_numbers(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    single = item(page, "single")
    options = single.locator(".pl-option input")
    orders = []
    for tries in (1, 2, 3):
        orders.append(options.evaluate_all("all => all.map(one => one.value)"))
        single.get_by_text("It is common at her age").click()
        single.get_by_text("Guess", exact=True).click()
        button(single, "Check").click()
        answer = stored(page)["fixture-kinds-01"]
        assert (answer["response"], answer["tries"], answer["correct"]) == (1, tries, True)
        button(single, "Try again").click()
    assert orders[0] == ["1", "0", "2"]
    assert orders[1] != orders[0] != orders[2]
    assert all(sorted(order) == ["0", "1", "2"] for order in orders)
    ordered = item(page, "order")
    for _ in range(5):
        assert entries(page) != ["Age 20", "Age 50", "Age 80"]
        ordered.get_by_role("button", name="Move down").first.click()
        button(ordered, "Check").click()
        button(ordered, "Try again").click()


def test_a_hint_opens_before_the_answer(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    ordered = item(page, "order")
    expect(ordered.get_by_text("youngest")).to_be_hidden()
    tab_to(page, ordered.locator("summary"))
    page.keyboard.press("Enter")
    expect(ordered.get_by_text("youngest")).to_be_visible()
    expect(button(ordered, "Check")).to_be_visible()


def test_another_try_is_counted_and_the_first_one_remembered(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    question = item(page, "true_false")
    question.get_by_text("True").tap()
    button(question, "Check").tap()
    button(question, "Try again").tap()
    expect(question.get_by_role("status")).to_have_text("")
    question.get_by_text("False").tap()
    # Another item's answer must not disturb the one being answered again.
    button(item(page, "estimate"), "Skip, show me").tap()
    button(question, "Check").tap()
    answer = stored(page)["fixture-kinds-03"]
    assert (answer["correct"], answer["first"], answer["tries"]) == (True, False, 2)


def test_answers_are_erased_by_a_second_tap(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    page.evaluate(f"localStorage.setItem('{KEY}.set-aside.1', 'old')")
    page.evaluate("localStorage.setItem('of-others', 'kept')")
    answer_by_tap(page)
    page.get_by_role("button", name="Erase my data").tap()
    assert len(stored(page)) == len(ITEMS)
    page.get_by_role("button", name="Tap again to erase everything the course keeps here").tap()
    expect(page.locator(".pl-foot [role=status]")).to_have_text("Erased.")
    assert page.evaluate("Object.keys(localStorage)") == ["of-others"]
    expect(page.get_by_role("button", name="Check")).to_have_count(6)
    expect(page.locator(".pl-mount input:checked")).to_have_count(0)
    expect(page.locator(".pl-feedback:not(:empty)")).to_have_count(0)


def test_my_data_can_be_taken_along(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/quiz.html")
    button(item(page, "draw"), "Skip, show me").tap()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my data").tap()
    data = json.loads(Path(download.value.path()).read_text())
    assert list(data["answers"]) == ["fixture-kinds-06"]


def test_two_tabs_keep_each_others_answers(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['http']}/quiz.html")
    other = context.new_page()
    other.goto(f"{roots['http']}/quiz.html")
    button(item(other, "estimate"), "Skip, show me").tap()
    expect(item(page, "estimate").get_by_role("status")).to_contain_text("Here is what was found.")
    button(item(page, "draw"), "Skip, show me").tap()
    assert list(stored(other)) == ["fixture-kinds-05", "fixture-kinds-06"]


@pytest.mark.parametrize("broken", ["{", '{"version": 9, "answers": {}}'])
def test_data_that_cannot_be_read_is_set_aside(
    page: Page, context: BrowserContext, roots: dict[str, str], broken: str
) -> None:
    context.add_init_script(
        f"localStorage.getItem('{KEY}') ?? localStorage.setItem('{KEY}', '{broken}')"
    )
    page.goto(f"{roots['http']}/quiz.html")
    expect(page.locator(".pl-kept")).to_contain_text("put aside")
    button(item(page, "draw"), "Skip, show me").tap()
    assert page.evaluate(f"localStorage.getItem('{KEY}.set-aside.1')") == broken
    assert list(stored(page)) == ["fixture-kinds-06"]


def test_an_answer_to_an_item_that_has_changed_since_is_not_shown(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    answers = {
        "fixture-kinds-01": {"response": 0, "correct": True, "first": True, "tries": 1},
        "fixture-kinds-02": {"response": [99], "correct": True, "first": True, "tries": 1},
        "fixture-kinds-04": {"response": "<b>", "correct": True, "first": True, "tries": 1},
        "fixture-kinds-06": {"response": [1], "correct": None, "first": None, "tries": 1},
    }
    kept = json.dumps(json.dumps({"version": 1, "answers": answers}))
    context.add_init_script(f"localStorage.setItem('{KEY}', {kept})")
    page.goto(f"{roots['http']}/quiz.html")
    expect(page.get_by_role("button", name="Check")).to_have_count(6)
    expect(page.locator(".pl-feedback:not(:empty)")).to_have_count(0)


def test_a_quiz_works_where_storage_is_forbidden(
    page: Page, context: BrowserContext, roots: dict[str, str]
) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden') }})"
    )
    page.goto(f"{roots['http']}/quiz.html")
    expect(page.locator(".pl-kept")).to_contain_text("does not let the page save your answers")
    button(item(page, "draw"), "Skip, show me").tap()
    expect(item(page, "draw").get_by_role("status")).to_contain_text("Here is what was found.")


def test_without_javascript_questions_and_answers_can_be_read(
    browser: Browser, roots: dict[str, str]
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{roots['file']}/quiz.html")
    expect(page.get_by_role("group", name="What is the best reading?")).to_be_visible()
    page.get_by_text("The scan must be wrong.").first.click()
    expect(page.get_by_role("radio", name="The scan must be wrong.")).to_be_checked()
    explanation = page.get_by_text("Not known, and not likely for any one disc.")
    expect(explanation).to_be_hidden()
    page.get_by_text("Show the answer").first.click()
    expect(explanation).to_be_visible()
    page.context.close()


def test_on_paper_the_answers_are_printed(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    page.emulate_media(media="print")
    expect(page.locator(".pl-mount")).to_be_hidden()
    expect(page.locator(".pl-fallback")).to_be_visible()
    details = page.get_by_text("Not known, and not likely for any one disc.")
    assert (details.bounding_box() or {"height": 0})["height"] > 0


def test_what_cannot_start_leaves_its_text(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/broken.html")
    expect(page.get_by_text("The interactive version could not start.")).to_have_count(2)
    for text in ("As text", "Also text"):
        expect(page.get_by_text(text, exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_no_script_of_a_hostile_bank_runs(page: Page, roots: dict[str, str], scheme: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{roots[scheme]}/hostile.html")
    items = page.locator(".pl-mount .pl-item")
    items.nth(0).get_by_role("radio").last.check()
    button(items.nth(0), "Check").tap()
    items.nth(1).get_by_role("textbox").fill("7")
    button(items.nth(1), "Check").tap()
    button(items.nth(2), "Skip, show me").tap()
    items.nth(3).get_by_role("button", name="Move down").first.tap()
    button(items.nth(3), "Check").tap()
    for select in items.nth(4).get_by_role("combobox").all():
        select.select_option(index=1)
    button(items.nth(4), "Check").tap()
    expect(items.nth(3)).to_contain_text("{entry} is now {n} of {total}")
    expect(items.nth(4)).to_contain_text("<b>bold</b> &amp; {option} $& $1")
    expect(items.nth(0)).to_contain_text("</script><script>window.hacked = 5</script>")
    expect(items.nth(0)).to_contain_text("</details></fieldset></form>")
    expect(items.nth(1)).to_contain_text("<img src=x onerror=window.hacked=14>")
    assert page.evaluate("[typeof hacked, document.scripts.length]") == ["undefined", 3]
    assert page.locator("main :is(img, iframe, style, b, math, object, optgroup)").count() == 0


@pytest.mark.parametrize("name", ["quiz.html", "dark.html"])
@pytest.mark.parametrize("width", [320, 1280])
def test_accessible_before_and_after(
    page: Page, roots: dict[str, str], name: str, width: int
) -> None:
    toolchain.install()
    axe = toolchain.AXE.read_text()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{roots['http']}/{name}")
    for answered in (False, True):
        if answered:
            answer_by_tap(page)
        page.evaluate(axe)
        found = page.evaluate(
            "axe.run(document, { preload: false }).then(result => result.violations)"
        )
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """[...document.querySelectorAll('.pl-mount :is(button, summary, input, select)')]
        .filter(node => !node.hidden && !node.closest('label'))
        .map(node => node.getBoundingClientRect())
        .filter(box => box.width && Math.min(box.width, box.height) < 24).length"""
    )
    assert small == 0


def test_large_letters_on_a_small_screen_and_forced_colours(
    page: Page, roots: dict[str, str]
) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(f"{roots['file']}/quiz.html")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for answered in (False, True):
        if answered:
            answer_by_tap(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    right = item(page, "match").locator(".pl-is-right").first
    assert right.evaluate("row => getComputedStyle(row).borderTopWidth") == "3px"
    moving = page.evaluate(
        """[...document.querySelectorAll('.pl-mount *')]
        .filter(node => parseFloat(getComputedStyle(node).transitionDuration)).length"""
    )
    assert moving == 0


def test_the_page_does_not_jump_when_the_quiz_comes_to_life(
    page: Page, roots: dict[str, str]
) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    live, text = page.evaluate(
        """() => {
          const height = name => document.querySelector(`${name} .pl-quiz`).offsetHeight;
          const live = height('.pl-mount');
          document.querySelector('.pl-fallback').hidden = false;
          return [live, height('.pl-fallback')];
        }"""
    )
    # With the fonts of one machine or another the lines break differently.
    assert abs(live - text) < 0.1 * text


def test_a_note_says_what_a_number_is_and_goes_away(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['file']}/quiz.html")
    answer_by_tap(page)
    number = item(page, "single").locator(".pl-ev a")
    number.focus()
    note = item(page, "single").get_by_role("tooltip")
    expect(note).to_contain_text("Share of pain-free people")
    box = note.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_in_a_notebook_the_model_holds_the_answers(page: Page, roots: dict[str, str]) -> None:
    page.goto(f"{roots['http']}/lab.html")
    expect(page.locator(".pl-foot")).to_have_count(0)
    answer_by_tap(page)
    held = page.evaluate("['responses', 'score', 'completed'].map(name => model.get(name))")
    assert held[0]["fixture-kinds-01"] == 0
    assert held[0]["fixture-kinds-02"] == [0, 2]
    assert held[0]["fixture-kinds-07"] == [0, 1, 2]
    assert held[1:] == [5 / 6, True]
    assert page.evaluate("localStorage.length") == 0
    # A view that is gone must not listen on.
    page.evaluate("leave()")
    page.evaluate("model.set('answers', {})")
    assert page.evaluate("model.get('completed')") is True
