"""The pieces in a browser: by mouse, by single taps, by keyboard alone, and without JavaScript."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from axe_walk import BY_COLOUR
from playwright.sync_api import Browser, Locator, Page, expect
from standalone import DARK, write_page

from painlab.frontend import built, toolchain
from painlab.pieces import PIECES
from painlab.pieces.widget import MODULES

pytestmark = pytest.mark.site

NAMES = list(PIECES)
CURVE, FINDING, READERS = "draw-the-curve", "what-a-finding-tells-you", "two-readers"
EXPECTATION, FEAR, DANGER = "expectation", "fear-map", "silent-danger"
SHAM, CONFOUNDER, ATTENTION = "open-or-sham", "confounder", "guided-attention"
BEND, TURN = "text-neck", "moving-picture"
# Another setting of each piece's control; those of a simulation are the places of its slider.
OTHER = {
    CURVE: "facet_degeneration",
    FINDING: "20",
    READERS: "disc_level",
    FEAR: "less-pain",
    DANGER: "short",
    ATTENTION: "3",
    SHAM: "1",
    CONFOUNDER: "4",
}
# The caveat of a simulation, of the game and of the practice holds for all settings.
CAVEAT_MOVES = (CURVE, FINDING, READERS, FEAR)
GUESSES = {30: 32, 40: 33, 50: 15, 60: 69, 70: 50, 80: 84}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one page a piece, light and dark."""
    folder = tmp_path_factory.mktemp("pieces")
    for name, make in PIECES.items():
        html = make()
        script = html.split('data-module="', 1)[1].split('"', 1)[0] + ".book.js"
        shutil.copy(built(script), folder)
        body = f'{html}<script defer src="{script}"></script>'
        write_page(folder, body, f"{name}.html")
        write_page(folder, body, f"{name}-dark.html", DARK)
    return folder


@pytest.fixture(scope="module")
def phone_width() -> int:
    """Return the narrowest phone."""
    return 320


def start(page: Page, root: str, name: str) -> Locator:
    page.goto(f"{root}/{name}.html")
    piece = page.locator(".pl-mount > .pl-piece")
    expect(piece).to_be_visible()
    return piece


def button(piece: Locator, name: str) -> Locator:
    return piece.get_by_role("button", name=name, exact=True)


def live(piece: Locator) -> Locator:
    return piece.locator("[aria-live=polite]")


def control(piece: Locator) -> Locator:
    return piece.locator(".pl-piece-rest").locator("select, input[type=range]").first


def switch(piece: Locator) -> Locator:
    """Return the choices of a control between which there is nothing."""
    return piece.locator(".pl-piece-rest .pl-radios input")


def setting(piece: Locator) -> str:
    """Return what the control stands on; of a switch the place."""
    if control(piece).count():
        return control(piece).input_value()
    return str([choice.is_checked() for choice in switch(piece).all()].index(True))


def move(piece: Locator, value: str) -> None:
    """Set the control to what `setting` returns."""
    if not control(piece).count():
        switch(piece).nth(int(value)).check()
    elif control(piece).evaluate("node => node.localName") == "select":
        control(piece).select_option(value)
    else:
        control(piece).fill(value)


def described(piece: Locator) -> str:
    return " | ".join(piece.locator("svg.pl-picture desc").all_text_contents())


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until `target` has the focus, as a reader without a mouse would."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if target.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError("no number of Tab presses leads there")


SIMULATED = sorted({*NAMES} - {*MODULES})


@pytest.mark.parametrize("name", SIMULATED)
def test_the_live_picture_is_the_still_one(page: Page, root: str, name: str) -> None:
    # Python draws the one, JavaScript the other; every shape and word lies at the same place.
    piece = start(page, root, name)
    button(piece, "Skip, show me").click()
    shapes = """node => [...node.querySelectorAll("path:not(.pl-none)")]
        .map(part => `${part.getAttribute("class")} ${part.getAttribute("d")}`).sort()"""
    words = """node => [...node.querySelectorAll("text")]
        .map(part => `${part.textContent} ${part.getAttribute("x")}`).sort()"""
    still = page.locator(".pl-fallback svg.pl-picture").first
    moving = piece.locator("svg.pl-picture").first
    for what in (shapes, words):
        assert moving.evaluate(what) == still.evaluate(what)


# ---------------------------------------------------------------- guess, reveal, gap in words


def test_curve_by_mouse_and_keys_in_fields(page: Page, root: str) -> None:
    piece = start(page, root, CURVE)
    for age, guess in GUESSES.items():
        piece.get_by_label(f"age {age}", exact=True).fill(str(guess))
    button(piece, "Show me the curve").click()
    expect(live(piece)).to_contain_text(
        "At 50 you said 15 of 100. The fitted curve says 60. You were 45 too low."
    )
    piece.get_by_text("Show the numbers").click()
    cells = piece.get_by_role("row", name="80").get_by_role("cell")
    assert cells.all_inner_texts()[:2] == ["84", "84"]


def test_curve_by_taps_alone(page: Page, root: str) -> None:
    piece = start(page, root, CURVE)
    plot = piece.locator(".pl-curve-plot")
    box = plot.bounding_box()
    assert box
    for place in range(1, 7):
        x = box["width"] * (44 + place * 294 / 6) / 360
        plot.tap(position={"x": x, "y": box["height"] / 2})
    button(piece, "Show me the curve").tap()
    expect(live(piece)).to_contain_text("At 50 you said")
    control(piece).tap()


def test_curve_by_keyboard_alone(page: Page, root: str) -> None:
    piece = start(page, root, CURVE)
    for age, guess in GUESSES.items():
        tab_to(page, piece.get_by_label(f"age {age}", exact=True))
        page.keyboard.type(str(guess))
    page.keyboard.press("Enter")
    expect(live(piece)).to_contain_text("You were 45 too low.")
    tab_to(page, control(piece))
    page.keyboard.press("ArrowDown")
    expect(live(piece)).to_contain_text("have a disc protrusion at 20")
    tab_to(page, piece.locator(".pl-piece-aside summary"))
    page.keyboard.press("Enter")
    expect(piece.locator(".pl-piece-aside")).to_contain_text("Yes, it is.")


def test_curve_says_which_ages_are_still_to_guess(page: Page, root: str) -> None:
    piece = start(page, root, CURVE)
    piece.get_by_label("age 30", exact=True).fill("40")
    button(piece, "Show me the curve").click()
    expect(piece.get_by_role("alert")).to_contain_text("Still to guess: age 40, 50, 60, 70, 80.")
    expect(piece.get_by_label("age 40", exact=True)).to_be_focused()
    expect(control(piece)).to_be_hidden()


def test_finding_by_keyboard_alone(page: Page, root: str) -> None:
    piece = start(page, root, FINDING)
    worn, normal = piece.locator(".pl-piece-guess input[type=range]").all()
    tab_to(page, worn)
    for _ in range(24):
        page.keyboard.press("ArrowRight")
    assert worn.get_attribute("aria-valuetext") == "64 of 100"
    assert "64?" in described(piece)
    tab_to(page, normal)
    for _ in range(31):
        page.keyboard.press("ArrowLeft")
    tab_to(page, button(piece, "Show me the answer"))
    page.keyboard.press("Enter")
    expect(live(piece)).to_contain_text("With a worn disc you said 64 of 100. It is 63.")
    expect(live(piece)).to_contain_text("You were 1 too high.")
    expect(live(piece)).to_contain_text("You were right on it.")
    tab_to(page, control(piece))
    page.keyboard.press("ArrowRight")
    expect(live(piece)).to_have_text(
        "Before the scan 45 of 100. With a worn disc 67. With a normal-looking disc 11."
    )
    assert control(piece).get_attribute("aria-valuetext") == "45 of 100"


def test_finding_by_taps_alone(page: Page, root: str) -> None:
    piece = start(page, root, FINDING)
    for slider in piece.locator(".pl-piece-guess input[type=range]").all():
        box = slider.bounding_box()
        assert box
        slider.tap(position={"x": box["width"] * 0.8, "y": box["height"] / 2})
    button(piece, "Show me the answer").tap()
    expect(live(piece)).to_contain_text("too high.")
    assert "you said" in described(piece)


def test_readers_by_mouse_then_again(page: Page, root: str) -> None:
    piece = start(page, root, READERS)
    piece.locator(".pl-piece-guess input[type=range]").fill("4")
    button(piece, "Show me their answers").click()
    expect(live(piece)).to_contain_text("You said 4 of 100. The model says 17.")
    first = described(piece)
    button(piece, "Show another 100 scans").click()
    expect(live(piece)).to_contain_text("In this new set of 100 scans they differ on")
    second = described(piece)
    assert second != first
    assert second.split("scans ")[1] in piece.locator(".pl-piece-notes").inner_text()


def test_readers_by_keyboard_alone(page: Page, root: str) -> None:
    piece = start(page, root, READERS)
    slider = piece.locator(".pl-piece-guess input[type=range]")
    tab_to(page, slider)
    for _ in range(17):
        page.keyboard.press("ArrowUp")
    assert slider.get_attribute("aria-valuetext") == "17 of 100 scans"
    tab_to(page, button(piece, "Show me their answers"))
    page.keyboard.press("Space")
    expect(live(piece)).to_contain_text("You were right on it.")
    tab_to(page, control(piece))
    page.keyboard.press("Home")
    expect(live(piece)).to_contain_text("they differ on about 28 of 100.")


def test_fear_map_by_taps_alone(page: Page, root: str) -> None:
    piece = start(page, root, FEAR)
    button(piece, "Show arrow 5 · A smaller life → pain").tap()
    expect(piece.locator(".pl-arrow-name")).to_have_text("5 · A smaller life → pain")
    for arrow in piece.get_by_role("group").all():
        if arrow.get_by_label("thick", exact=True).count():
            arrow.get_by_label("thick", exact=True).tap()
    button(piece, "Show me the map").tap()
    expect(live(piece)).to_contain_text("You said thick. That fits what was studied.")
    button(piece, "Show arrow 7 · Fear of moving → pain").tap()
    expect(live(piece)).to_contain_text("thin (step 1 of 4) and dashed.")
    expect(live(piece)).to_contain_text("You said thick. There is less behind it than that.")
    expect(control(piece)).to_have_value("fear-pain")
    expect(piece.locator(".pl-card")).to_contain_text("pain came first")
    # The map itself can be tapped too.
    piece.locator("svg .pl-plain text").first.tap()
    expect(control(piece)).to_have_value("pain-worst")
    assert "Chosen: 1 · Pain → fearing the worst." in described(piece)


def test_fear_map_by_keyboard_alone(page: Page, root: str) -> None:
    piece = start(page, root, FEAR)
    first = piece.locator("input[type=radio]").first
    tab_to(page, button(piece, "Show me the map"))
    page.keyboard.press("Enter")
    expect(piece.get_by_role("alert")).to_contain_text("arrow 1, 2, 3, 4, 5, 6, 7, 8, 9.")
    expect(first).to_be_focused()
    for _ in range(9):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(live(piece)).to_contain_text("You said thin. That fits what was studied.")
    tab_to(page, control(piece))
    page.keyboard.press("End")
    expect(live(piece)).to_contain_text("Pain takes confidence, and life gets smaller")
    expect(live(piece)).not_to_contain_text("You said")
    piece.get_by_text("Show the numbers").click()
    cells = piece.get_by_role("row", name="2. Fearing the worst").get_by_role("cell")
    assert cells.last.inner_text() == "thin"


def test_expectation_by_mouse_both_sliders(page: Page, root: str) -> None:
    piece = start(page, root, EXPECTATION)
    piece.locator(".pl-piece-guess input[type=range]").fill("30")
    button(piece, "Show me what they found").click()
    expect(live(piece)).to_contain_text("You said 30 points.")
    expect(live(piece)).to_contain_text("You were 18 too high.")
    unlearning = piece.locator(".pl-piece-rest input[type=range]").nth(1)
    unlearning.fill("0")
    expect(live(piece)).to_contain_text("it has grown to 14")
    # The guess belongs to the published case alone.
    expect(live(piece)).not_to_contain_text("You said")
    unlearning.fill("5")
    expect(live(piece)).to_contain_text("that is gone")
    assert "that is gone" in described(piece)


def test_expectation_by_keyboard_alone(page: Page, root: str) -> None:
    piece = start(page, root, EXPECTATION)
    tab_to(page, piece.locator(".pl-piece-guess input[type=range]"))
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    tab_to(page, button(piece, "Show me what they found"))
    page.keyboard.press("Enter")
    expect(live(piece)).to_contain_text("You were right on it.")
    tab_to(page, control(piece))
    page.keyboard.press("Home")
    expect(live(piece)).to_contain_text("changes nothing")
    assert control(piece).get_attribute("aria-valuetext") == "0 of 100"


def test_bend_by_mouse_the_best_guess_stays_and_the_ends_part(page: Page, root: str) -> None:
    piece = start(page, root, BEND)
    piece.locator(".pl-piece-guess input[type=range]").fill("160")
    button(piece, "Show me what they found").click()
    expect(live(piece)).to_contain_text("You said 160.")
    expect(live(piece)).to_contain_text("You were 60 too high.")
    control(piece).fill("12")
    expect(live(piece)).to_contain_text("the best guess is 100, the same as")
    expect(live(piece)).to_contain_text("Anything from 30 to 328 would still fit.")
    switch(piece).nth(1).check()
    expect(live(piece)).to_contain_text("Sitting, bent by 60 degrees")
    expect(live(piece)).to_contain_text("A straight head has 100.")


def test_turn_by_keyboard_alone_to_where_it_hurts(page: Page, root: str) -> None:
    piece = start(page, root, TURN)
    tab_to(page, piece.locator(".pl-piece-guess input[type=radio]").first)
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    tab_to(page, button(piece, "Show me what they found"))
    page.keyboard.press("Enter")
    expect(live(piece)).to_contain_text("You said not at all.")
    expect(live(piece)).to_contain_text("You are not there yet.")
    nose = piece.locator("svg.pl-picture path.pl-on")
    before = nose.get_attribute("d")
    tab_to(page, control(piece))
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert control(piece).get_attribute("aria-valuetext") == "60 degrees"
    expect(live(piece)).to_contain_text("You turn 60 degrees and see 78.")
    expect(live(piece)).to_contain_text("Here it would hurt.")
    assert nose.get_attribute("d") != before
    switch(piece).nth(1).check()
    expect(live(piece)).to_contain_text("Pain starts at 60, the point you set.")


def test_danger_by_mouse_says_after_each_day_what_was_felt(page: Page, root: str) -> None:
    piece = start(page, root, DANGER)
    button(piece, "Stop, and show me the truth").click()
    expect(piece.get_by_role("alert")).to_contain_text("Choose a path for at least one day")
    button(piece, "The long way round").click()
    day = piece.get_by_role("status")
    expect(day).to_contain_text("Day 1: you took the long way round. The signal was")
    expect(day).to_contain_text("Day 2 of 20. Which way?")
    button(piece, "Half-way near it").click()
    button(piece, "Stop, and show me the truth").click()
    expect(live(piece)).to_contain_text("You went near it on 1 of 2 days")
    expect(live(piece)).to_contain_text("you did not find out")
    piece.get_by_text("Show the numbers").click()
    expect(piece.get_by_role("row")).to_have_count(3)


def test_danger_by_keyboard_to_the_last_day_keeps_the_focus(page: Page, root: str) -> None:
    piece = start(page, root, DANGER)
    tab_to(page, button(piece, "The short path, a few steps"))
    for _ in range(20):
        page.keyboard.press("Enter")
    expect(piece.get_by_role("status")).to_contain_text("The 20 days are over.")
    expect(button(piece, "Stop, and show me the truth")).to_be_focused()
    page.keyboard.press("Enter")
    expect(live(piece)).to_contain_text("You went near it on 20 of 20 days")
    expect(live(piece)).to_contain_text("you found out")
    tab_to(page, control(piece))
    page.keyboard.press("ArrowDown")
    expect(live(piece)).to_contain_text("the path half-way near it")


def start_attention(page: Page, root: str) -> tuple[Locator, Locator]:
    """Open the practice with a clock that stands still, tick the gate, and return its prompt."""
    page.clock.install()
    piece = start(page, root, ATTENTION)
    piece.get_by_label("I did the safety check today.").check()
    return piece, piece.get_by_role("status")


def test_attention_starts_only_after_the_safety_check(page: Page, root: str) -> None:
    piece = start(page, root, ATTENTION)
    button(piece, "Start").click()
    expect(piece.get_by_role("alert").first).to_contain_text("safety check first")
    expect(piece.get_by_role("status")).to_have_text("Nothing runs until you press Start.")
    expect(piece.get_by_label("I did the safety check today.")).to_be_focused()
    expect(button(piece, "Stop")).to_be_disabled()


def test_attention_prompts_change_by_themselves_only_after_start(page: Page, root: str) -> None:
    piece, prompt = start_attention(page, root)
    page.clock.run_for(600_000)
    expect(prompt).to_have_text("Nothing runs until you press Start.")
    button(piece, "Start").click()
    expect(prompt).to_contain_text("Prompt 1 of 6")
    expect(prompt).to_contain_text("About 2 minutes left.")
    page.clock.run_for(40_000)
    expect(prompt).to_contain_text("Prompt 3 of 6: Notice where it is softest.")
    expect(prompt).to_contain_text("About a minute left.")
    page.clock.run_for(80_000)
    expect(prompt).to_contain_text("The prompts are over.")
    page.clock.run_for(600_000)
    expect(prompt).to_contain_text("The prompts are over.")


def test_attention_waits_while_paused_and_can_be_stepped_and_stopped(page: Page, root: str) -> None:
    piece, prompt = start_attention(page, root)
    piece.get_by_label("5 minutes").check()
    button(piece, "Start").click()
    page.clock.run_for(10_000)
    button(piece, "Pause").click()
    page.clock.run_for(600_000)
    expect(prompt).to_contain_text("Prompt 1 of 6")
    expect(prompt).to_contain_text("Paused.")
    button(piece, "Go on").click()
    page.clock.run_for(39_000)
    expect(prompt).to_contain_text("Prompt 1 of 6")
    page.clock.run_for(2_000)
    expect(prompt).to_contain_text("Prompt 2 of 6")
    button(piece, "Next prompt").click()
    expect(prompt).to_contain_text("Prompt 3 of 6")
    button(piece, "Prompt before").click()
    expect(prompt).to_contain_text("Prompt 2 of 6")
    button(piece, "Stop").click()
    expect(prompt).to_contain_text("Stopped. That is part of it")
    page.clock.run_for(600_000)
    expect(prompt).to_contain_text("Stopped. That is part of it")


def test_attention_speaks_once_a_prompt(page: Page, root: str) -> None:
    piece, prompt = start_attention(page, root)
    button(piece, "Start").click()
    prompt.evaluate(
        """node => {
            window.heard = 0;
            new MutationObserver(() => window.heard += 1).observe(node, {childList: true});
        }"""
    )
    page.clock.run_for(119_000)
    assert page.evaluate("window.heard") == 5


def test_attention_by_keyboard_compares_before_and_after(page: Page, root: str) -> None:
    piece = start(page, root, ATTENTION)
    tab_to(page, piece.get_by_label("I did the safety check today."))
    page.keyboard.press("Space")
    tab_to(page, piece.get_by_label("Before: how strong is it"))
    page.keyboard.press("7")
    tab_to(page, button(piece, "Start"))
    page.keyboard.press("Enter")
    tab_to(page, button(piece, "Stop"))
    page.keyboard.press("Enter")
    expect(button(piece, "Start")).to_be_focused()
    tab_to(page, piece.get_by_label("After: how strong is it"))
    page.keyboard.press("8")
    tab_to(page, button(piece, "I am done"))
    page.keyboard.press("Enter")
    expect(live(piece)).to_contain_text("Strength: 7 before, 8 after.")
    expect(piece).to_contain_text("The aim is not that the pain must fall.")


def test_attention_keeps_no_rating_and_makes_no_sound_unasked(page: Page, root: str) -> None:
    page.add_init_script(
        "window.sounds = 0; window.AudioContext = class { constructor() { window.sounds += 1 } }"
    )
    piece, _ = start_attention(page, root)
    expect(piece.get_by_label("Ring a soft bell")).not_to_be_checked()
    piece.get_by_label("Before: how strong is it").select_option("7")
    button(piece, "Start").click()
    page.clock.run_for(120_000)
    piece.get_by_label("After: how strong is it").select_option("3")
    button(piece, "I am done").click()
    assert page.evaluate("window.sounds") == 0
    assert page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})") == "{}"


def test_a_simulation_is_made_ready_only_when_the_reader_comes_near(
    page: Page, folder: Path
) -> None:
    script = '<script defer src="simulation.book.js"></script>'
    body = f"<p>Far.</p><div class='far'></div>{PIECES[EXPECTATION]()}{script}"
    write_page(folder, body, "far.html", ".far { height: 6000px }")
    page.goto((folder / "far.html").as_uri())
    page.wait_for_timeout(200)
    assert page.locator(".pl-mount > .pl-piece").count() == 0
    expect(page.locator(".pl-fallback svg")).to_have_count(1)
    page.locator(".pl-widget").first.scroll_into_view_if_needed()
    expect(page.locator(".pl-mount > .pl-piece")).to_be_visible()


# ---------------------------------------------------------------- what all of them promise


@pytest.mark.parametrize("name", NAMES)
def test_skip_shows_the_answer_without_a_word_about_a_guess(
    page: Page, root: str, name: str
) -> None:
    piece = start(page, root, name)
    button(piece, "Skip, show me").tap()
    expect(piece.locator(".pl-piece-step")).to_be_focused()
    expect(live(piece).locator("p")).to_have_count(1)
    expect(live(piece)).not_to_contain_text("you said")
    for part in ("label", "caveat"):
        expect(piece.locator(f".pl-piece-{part}")).to_be_visible()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_given_away_before_the_guess(page: Page, root: str, name: str) -> None:
    piece = start(page, root, name)
    for hidden in (".pl-piece-caveat", ".pl-piece-label", ".pl-numbers"):
        expect(piece.locator(hidden)).to_be_hidden()
    expect(live(piece)).to_be_empty()
    expect(page.locator(".pl-widget > .pl-fallback").first).to_be_hidden()


@pytest.mark.parametrize("name", NAMES)
def test_the_control_changes_picture_sentence_and_caveat_and_comes_back(
    page: Page, root: str, name: str
) -> None:
    piece = start(page, root, name)
    button(piece, "Skip, show me").click()

    def shown() -> tuple[str, str, str]:
        caveat = piece.locator(".pl-piece-caveat").inner_text()
        return described(piece), live(piece).inner_text(), caveat

    first, home = shown(), setting(piece)
    move(piece, OTHER.get(name, "0"))
    expect(live(piece)).not_to_have_text(first[1])
    parts = 3 if name in CAVEAT_MOVES else 2
    assert all(before != after for before, after in list(zip(first, shown(), strict=True))[:parts])
    move(piece, home)
    expect(live(piece)).to_have_text(first[1])
    assert shown() == first


@pytest.mark.parametrize("name", NAMES)
def test_a_fast_hand_is_announced_once(page: Page, root: str, name: str) -> None:
    piece = start(page, root, name)
    button(piece, "Skip, show me").click()
    # All in one breath, so that a slow machine cannot turn it into three.
    page.evaluate(
        """() => {
            window.heard = 0;
            new MutationObserver((records) => window.heard += records.length)
                .observe(document.querySelector("[aria-live=polite]"), {childList: true});
            const rest = document.querySelector(".pl-piece-rest");
            const control = rest.querySelector("select, input[type=range]");
            const choices = rest.querySelectorAll(".pl-radios input");
            const select = control?.localName === "select";
            for (let i = 0; i < 3; i += 1) {
                if (!control) {
                    choices[(i + 1) % 2].click();
                    continue;
                }
                if (select) control.selectedIndex = i;
                else control.stepUp();
                control.dispatchEvent(new Event(select ? "change" : "input", {bubbles: true}));
            }
        }"""
    )
    page.wait_for_timeout(700)
    assert page.evaluate("window.heard") == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_target_is_large_enough_and_nothing_scrolls_sideways(
    page: Page, root: str, name: str
) -> None:
    piece = start(page, root, name)
    for step in ("before", "after"):
        for target in piece.locator("button, input, select, summary").all():
            box = target.bounding_box()
            assert box is None or min(box["width"], box["height"]) >= 24, (step, box)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        if step == "before":
            button(piece, "Skip, show me").click()
            piece.get_by_text("Show the numbers").click()


@pytest.mark.parametrize("shade", ["", "-dark"])
@pytest.mark.parametrize("name", NAMES)
def test_no_accessibility_violation_before_or_after(
    page: Page, root: str, name: str, shade: str
) -> None:
    # The page's policy forbids foreign scripts, so axe comes in through the browser itself.
    page.add_init_script(path=toolchain.AXE)
    piece = start(page, root, f"{name}{shade}")

    # In the dark nothing but colours changes.
    rules = {"runOnly": BY_COLOUR} if shade else {}

    def violations() -> list[Any]:
        found = page.evaluate("(rules) => axe.run('.pl-mount', rules)", rules)["violations"]
        return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]

    assert violations() == []
    button(piece, "Skip, show me").click()
    for summary in piece.locator("summary").all():
        summary.click()
    assert violations() == []


@pytest.mark.parametrize("name", NAMES)
def test_without_javascript_every_step_can_be_read(browser: Browser, root: str, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/{name}.html")
    piece = page.locator(".pl-fallback > .pl-piece")
    for part in ("question", "picture", "label", "caveat"):
        expect(piece.locator(f".pl-piece-{part}")).to_be_visible()
    assert piece.locator(".pl-piece-sentence").count() >= 2
    piece.get_by_text("Show the numbers").click()
    expect(piece.locator("table")).to_be_visible()
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_paper_gets_the_complete_text_version(page: Page, root: str, name: str) -> None:
    piece = start(page, root, name)
    page.emulate_media(media="print")
    expect(piece).to_be_hidden()
    printed = page.locator(".pl-fallback > .pl-piece")
    expect(printed.locator(".pl-piece-caveat")).to_be_visible()
    expect(printed.locator("table")).to_be_visible()
