"""The safety check: every answer it can give, the most urgent first, and not a trace of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest
from brackets import greek, speak_in_brackets, unbracketed, words_on
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect
from standalone import write_page

from painlab.quiz.bank import load_form
from painlab.quiz.forms.models import FORM, Checklist
from painlab.quiz.forms.parts import Level
from painlab.quiz.forms.render import form_html
from painlab.quiz.text import parse
from painlab.quiz.tokens import to_plain

pytestmark = pytest.mark.site

PAGE = "book/start/safety-check.html"
FORM_ID = "start-safety-01"
PHONE = {"width": 360, "height": 740}
# Ticks the boxes of these numbers, one after the other, and returns what then stands there.
_TICK = """(numbers) => {
  const form = document.querySelector(".pl-mount .pl-form");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const lines = (node) => [...node.querySelectorAll(".pl-say")].map((say) => say.innerText);
  for (const number of numbers) boxes.at(number).click();
  return {
    urgent: lines(form.querySelector("[role=alert]")),
    calm: lines(form.querySelector("[role=status]")),
    all: form.innerText,
    ticked: boxes.flatMap((box, i) => (box.checked ? [i] : [])),
  };
}"""
_TRACES = """async () => [
  localStorage.length, sessionStorage.length, document.cookie,
  (await indexedDB.databases()).length, history.state, location.search + location.hash,
]"""
NO_TRACE = [0, 0, "", 0, None, ""]


def safety_check() -> Checklist:
    form = load_form(FORM_ID)
    assert isinstance(form, Checklist)
    return form


LEVELS = safety_check().levels
NONE = sum(len(level.statements) for level in LEVELS)
"""Number of the box "None of these", which stands last."""


def said(text: str) -> str:
    """Return a text of the bank as a page shows it, in one line."""
    return " ".join(" ".join(to_plain(block) for block in parse(text, "")).split())


def first_box(level: Level) -> int:
    """Return the number of the first box of `level`."""
    return sum(len(one.statements) for one in LEVELS[: LEVELS.index(level)])


def tick(page: Page, *numbers: int) -> dict[str, Any]:
    """Tick, or untick, boxes; return what is said, each message in one line."""
    seen: dict[str, Any] = page.evaluate(_TICK, numbers)
    for place in ("urgent", "calm"):
        seen[place] = [" ".join(text.split()) for text in seen[place]]
    return {**seen, "all": " ".join(seen["all"].split())}


def messages(*levels: Level) -> list[list[str]]:
    """Return what should be said of `levels`: urgent and calm, each in the bank's order."""
    ordered = [level for level in LEVELS if level in levels]
    calm = [said(level.show) for level in ordered if level.tone == "routine"]
    return [[said(level.show) for level in ordered if level.tone != "routine"], calm]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a phone without any stored data, on which nothing scrolls slowly."""
    made = browser.new_context(viewport=PHONE, has_touch=True, reduced_motion="reduce")  # type: ignore[arg-type]
    made.set_default_timeout(5000)
    yield made
    made.close()


@pytest.fixture
def check(page: Page, address: str) -> Page:
    """Return the page with the safety check, once all of it has arrived."""
    page.goto(f"{address}/{PAGE}", wait_until="networkidle")
    return page


def form_on(page: Page) -> Locator:
    return page.locator(".pl-mount .pl-form")


# ------------------------------------------------------------------ every path


def test_the_levels_are_those_that_these_tests_know() -> None:
    tones = [level.tone for level in LEVELS]
    assert tones == ["now", "now", "week", "week", "week", "routine"]
    assert "emergency" in said(LEVELS[0].show)
    assert "emergency" in said(LEVELS[1].show)
    assert safety_check().store is False


def test_each_sign_alone_gets_its_own_answer_and_loses_it_again(check: Page) -> None:
    number = 0
    for level in LEVELS:
        for statement in level.statements:
            seen = tick(check, number)
            assert [seen["urgent"], seen["calm"]] == messages(level), statement
            assert seen["ticked"] == [number], statement
            if level.tone != "routine":
                assert seen["all"].startswith(said(level.show)), statement
            gone = tick(check, number)
            assert gone["urgent"] + gone["calm"] + gone["ticked"] == [], statement
            number += 1
    assert number == NONE


def test_of_any_two_levels_the_more_urgent_is_shown_first(check: Page) -> None:
    for pair in combinations(LEVELS, 2):
        for one, other in permutations(pair):
            seen = tick(check, first_box(one), first_box(other))
            assert [seen["urgent"], seen["calm"]] == messages(*pair), (one.id, other.id)
            if pair[0].tone != "routine":
                assert seen["all"].startswith(said(pair[0].show)), (one.id, other.id)
            left = tick(check, first_box(pair[0]))
            assert [left["urgent"], left["calm"]] == messages(pair[1]), (one.id, other.id)
            assert tick(check, first_box(pair[1]))["ticked"] == []


def test_two_signs_of_a_level_say_it_once_until_both_are_gone(check: Page) -> None:
    for level in LEVELS:
        one = first_box(level)
        seen = tick(check, one, one + 1)
        assert [seen["urgent"], seen["calm"]] == messages(level), level.id
        assert tick(check, one)["urgent"] == messages(level)[0], level.id
        assert tick(check, one + 1)["urgent"] == [], level.id


def test_none_of_these_speaks_alone_and_never_beside_a_sign(check: Page) -> None:
    clear = said(safety_check().clear)
    assert tick(check)["calm"] == []
    seen = tick(check, NONE)
    assert (seen["urgent"], seen["calm"], seen["ticked"]) == ([], [clear], [NONE])
    assert tick(check, NONE)["calm"] == []
    for level in LEVELS:
        sign = first_box(level)
        after = tick(check, NONE, sign)
        assert after["ticked"] == [sign], level.id
        assert [after["urgent"], after["calm"]] == messages(level), level.id
        assert tick(check, NONE)["calm"] == [clear], level.id
        assert tick(check, NONE)["ticked"] == [], level.id


def test_everything_at_once_begins_with_the_emergency(check: Page) -> None:
    seen = tick(check, *reversed(range(NONE)))
    assert [seen["urgent"], seen["calm"]] == messages(*LEVELS)
    assert seen["all"].startswith(said(LEVELS[0].show))


@pytest.mark.parametrize("height", [740, 400])
def test_the_emergency_is_on_the_screen_wherever_the_tap_was(check: Page, height: int) -> None:
    check.set_viewport_size({"width": 360, "height": height})
    form = form_on(check)
    boxes = form.get_by_role("checkbox")
    # From the bottom up: each tap adds to what stands above.
    for level in reversed([level for level in LEVELS if level.tone != "routine"]):
        boxes.nth(first_box(level)).tap()
        first = form.get_by_role("alert").locator(".pl-say").first
        expect(first).to_contain_text(said(level.show)[:20])
        top = first.evaluate("(node) => node.getBoundingClientRect().top")
        assert 0 <= top < height / 2, level.id


# ------------------------------------------------------------------ every way to use it


def test_by_keyboard_alone(check: Page) -> None:
    form = form_on(check)
    box = form.get_by_role("checkbox").first
    for _ in range(40):
        check.keyboard.press("Tab")
        if box.evaluate("(node) => node === document.activeElement"):
            break
    check.keyboard.press("Space")
    alert = form.get_by_role("alert")
    expect(alert).to_contain_text("Go to an emergency department now")
    expect(box).to_be_focused()
    # What to say there is the link just before.
    check.keyboard.press("Shift+Tab")
    expect(alert.get_by_role("link")).to_be_focused()
    check.keyboard.press("Tab")
    check.keyboard.press("Space")
    expect(alert).to_be_empty()


def test_without_javascript_each_level_is_followed_by_its_answer(book: Path) -> None:
    soup = BeautifulSoup((book / PAGE).read_text(encoding="utf-8"), "html.parser")
    groups = soup.select(".pl-fallback fieldset")
    assert len(groups) == len(LEVELS) + 1
    answers = [*(level.show for level in LEVELS), safety_check().clear]
    for group, answer in zip(groups, answers, strict=True):
        follows = group.find_next_sibling()
        assert follows is not None
        assert "".join(said(answer).split()) in "".join(follows.get_text().split())


def test_in_another_language_the_emergency_is_first_and_nothing_is_english(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak_in_brackets(tmp_path / "built", monkeypatch)
    raw = safety_check().model_dump(mode="json", exclude={"evidence"})
    form = FORM.validate_python(greek(raw))
    assert isinstance(form, Checklist)
    path = write_page(tmp_path, form_html(form), module="form")
    for script in ("core", "form"):
        shutil.copy(tmp_path / "built" / f"{script}.book.js", tmp_path)
    page.goto(path.as_uri())
    assert unbracketed(words_on(page, ".pl-fallback")) == []
    for level in form.levels[:2]:
        sign = sum(len(one.statements) for one in form.levels[: form.levels.index(level)])
        seen = tick(page, sign)
        assert seen["urgent"] == [said(level.show)]
        assert seen["all"].startswith(said(level.show))
        assert unbracketed(words_on(page, ".pl-mount")) == []
        tick(page, sign)
    everything = tick(page, *reversed(range(NONE)))
    assert everything["all"].startswith(said(form.levels[0].show))
    tick(page, NONE)
    assert unbracketed(words_on(page, ".pl-mount")) == []
    assert "⟦" in words_on(page, ".pl-mount")


# ------------------------------------------------------------------ not a trace


def test_nothing_is_stored_and_nothing_is_sent(check: Page) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    check.on("request", note)
    for number in (*range(NONE), NONE):
        tick(check, number)
    form_on(check).get_by_role("checkbox").first.tap()
    expect(form_on(check)).to_contain_text("Nothing you tick here is kept.")
    check.wait_for_timeout(700)
    assert asked == []
    assert check.evaluate(_TRACES) == NO_TRACE
    check.remove_listener("request", note)
    check.reload()
    assert tick(check)["ticked"] == []
    assert check.evaluate(_TRACES) == NO_TRACE
