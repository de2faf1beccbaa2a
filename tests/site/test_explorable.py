"""Charts that are explored: Vega only when it is needed, by keyboard, by tap, and without it."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from explorables import EXPLORABLES
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from standalone import DARK, write_page

from painlab.charts.explorable import MODULE
from painlab.frontend import built, toolchain

pytestmark = pytest.mark.site

RUNTIME = "vega.book.js"
LESSON = "book/imaging/pain-free-people.html"
FAR = '<div class="far"></div>'
FAR_CSS = ".far { height: 3000px; }"
CHART = EXPLORABLES["pain_free_by_age"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with each chart alone, one dark, and two of them far down a page."""
    folder = tmp_path_factory.mktemp("explorable")
    shutil.copy(built(RUNTIME), folder)
    for name, chart in EXPLORABLES.items():
        write_page(folder, chart.html(), f"{name}.html", module=MODULE)
    write_page(folder, CHART.html(), "dark.html", DARK, MODULE)
    two = CHART.html() + FAR + replace(CHART, name="second").html()
    write_page(folder, FAR + two, "far.html", FAR_CSS, MODULE)
    return folder


def start(page: Page, url: str) -> Locator:
    page.goto(url)
    chart = page.locator(".pl-explore").first
    expect(chart).to_have_attribute("data-live", "true")
    return chart


def asked(page: Page) -> list[str]:
    """Collect what a page asks for from now on: names of files."""
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url.rpartition("/")[2]))
    return urls


def live(chart: Locator) -> Locator:
    return chart.locator("[aria-live=polite]")


def words(finding: str, age: int, beside: str = "") -> str:
    first, *rest = CHART.says({"finding": finding, "age": age, "beside": beside})
    return f"{first}{' '.join(rest)}"


def thick(chart: Locator) -> list[str]:
    """Return colours of the thick lines that are drawn."""
    found: list[str] = chart.locator("svg path").evaluate_all(
        """paths => paths.filter(path => path.getAttribute("stroke-width") === "3.5")
            .map(path => getComputedStyle(path).stroke)"""
    )
    return found


def numbers(chart: Locator) -> list[str]:
    """Return the numbers in bold: one a panel, at the chosen age."""
    found: list[str] = chart.locator("svg text").evaluate_all(
        """texts => texts.filter(text => text.getAttribute("font-weight") === "bold"
            && !text.getAttribute("stroke") && /^[0-9]+$/.test(text.textContent))
            .map(text => text.textContent)"""
    )
    return found


# ---------------------------------------------------------------- only when it is needed


def test_vega_comes_once_and_only_when_a_chart_is_near(page: Page, root: str) -> None:
    urls = asked(page)
    page.goto(f"{root}/far.html", wait_until="networkidle")
    expect(page.locator(".pl-explore select").first).to_be_attached()
    assert RUNTIME not in urls
    first, second = page.locator(".pl-explore").all()
    first.scroll_into_view_if_needed()
    expect(first).to_have_attribute("data-live", "true")
    assert second.get_attribute("data-live") is None
    second.scroll_into_view_if_needed()
    expect(second).to_have_attribute("data-live", "true")
    assert urls.count(RUNTIME) == 1


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_lesson_asks_for_it_on_the_way_down(
    page: Page, address: str, book: Path, scheme: str
) -> None:
    urls = asked(page)
    page.goto(f"{address}/{LESSON}" if scheme == "http" else (book / LESSON).as_uri())
    page.wait_for_timeout(300)
    wanted = {RUNTIME, f"{CHART.name}.js"}
    assert not wanted & {url.partition("?")[0] for url in urls}
    chart = page.locator(".pl-explore")
    chart.scroll_into_view_if_needed()
    expect(chart).to_have_attribute("data-live", "true")
    assert [url for url in urls if url.partition("?")[0] in wanted] == urls[-2:]
    chart.get_by_role("combobox", name="Finding").select_option("Slipped vertebra")
    expect(live(chart)).to_have_text(words("Slipped vertebra", 50))


def test_no_other_page_knows_of_it(book: Path, pages: list[str]) -> None:
    for path in pages:
        html = (book / path).read_text(encoding="utf-8")
        # The page's own script asks for Vega; no page names it.
        assert f"src={RUNTIME}" not in html
        loads = re.search(rf'src="[^"]*{MODULE}\.book\.js', html) is not None
        assert loads == (f'data-module="{MODULE}"' in html), path


@pytest.mark.parametrize("name", EXPLORABLES)
def test_every_chart_of_the_catalogue_comes_alive(page: Page, root: str, name: str) -> None:
    chart = start(page, f"{root}/{name}.html")
    expect(chart.locator("svg")).to_be_visible()
    expect(page.locator(".pl-fallback")).to_be_hidden()


def test_nothing_moves_when_it_comes_alive(page: Page, root: str) -> None:
    release: list[Route] = []
    page.route(f"**/{RUNTIME}", lambda route: release.append(route))
    page.goto(f"{root}/pain_free_by_age.html")
    boxes = [page.locator(".pl-fallback svg"), page.locator(".pl-explore select").first]
    boxes.append(page.locator("figcaption"))
    before = [box.bounding_box() for box in boxes]
    while not release:
        page.wait_for_timeout(20)
    release[0].continue_()
    expect(page.locator(".pl-explore")).to_have_attribute("data-live", "true")
    boxes[0] = page.locator(".pl-explore-picture svg")
    for box, was in zip(boxes, before, strict=True):
        assert box.bounding_box() == was


# ---------------------------------------------------------------- by keyboard, by tap


def test_by_keyboard_alone(page: Page, root: str) -> None:
    chart = start(page, f"{root}/pain_free_by_age.html")
    finding = chart.get_by_role("combobox", name="Finding")
    expect(live(chart)).to_have_text(words("Disc bulge", 50))
    page.keyboard.press("Tab")
    expect(finding).to_be_focused()
    page.keyboard.type("Annular")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    slider = chart.get_by_role("slider", name="Age")
    expect(slider).to_be_focused()
    assert slider.get_attribute("aria-valuetext") == "70"
    page.keyboard.press("Tab")
    page.keyboard.type("Disc deg")
    expect(live(chart)).to_have_text(words("Annular fissure", 70, "Disc degeneration"))
    assert "27" in numbers(chart)
    assert len(numbers(chart)) == 8


def test_a_tap_on_the_picture_chooses_finding_and_age(page: Page, root: str) -> None:
    chart = start(page, f"{root}/pain_free_by_age.html")
    spots = chart.locator("svg .mark-rect path")
    assert spots.count() == 56
    spots.nth(14).tap()
    chosen = chart.get_by_role("combobox", name="Finding").evaluate(
        "s => s.selectedOptions[0].text"
    )
    age = chart.get_by_role("slider").get_attribute("aria-valuetext")
    assert age == "20"
    expect(live(chart)).to_have_text(words(str(chosen), 20))


def test_the_picture_has_a_name_and_is_described_by_its_sentence(page: Page, root: str) -> None:
    chart = start(page, f"{root}/pain_free_by_age.html")
    picture = chart.get_by_role("img", name=CHART.title)
    described = page.locator(f"#{picture.get_attribute('aria-describedby')}")
    expect(described).to_have_text(words("Disc bulge", 50))


def test_a_fast_hand_is_announced_once(page: Page, root: str) -> None:
    chart = start(page, f"{root}/pain_free_by_age.html")
    page.evaluate(
        """() => {
            window.heard = 0;
            new MutationObserver((records) => window.heard += records.length)
                .observe(document.querySelector("[aria-live=polite]"), {childList: true});
            const slider = document.querySelector(".pl-explore input");
            for (let i = 0; i < 3; i += 1) {
                slider.stepDown();
                slider.dispatchEvent(new Event("input", {bubbles: true}));
            }
        }"""
    )
    expect(live(chart)).to_have_text(words("Disc bulge", 20))
    page.wait_for_timeout(300)
    assert page.evaluate("window.heard") == 1


# ---------------------------------------------------------------- other ways of seeing


def test_colours_follow_light_and_dark(page: Page, root: str) -> None:
    assert thick(start(page, f"{root}/pain_free_by_age.html")) == ["rgb(11, 92, 138)"]
    assert thick(start(page, f"{root}/dark.html")) == ["rgb(124, 196, 240)"]


@pytest.mark.parametrize("name", ["pain_free_by_age", "dark"])
def test_no_accessibility_violation(page: Page, root: str, name: str) -> None:
    # The page's policy forbids foreign scripts, so axe comes in through the browser itself.
    page.add_init_script(path=toolchain.AXE)
    chart = start(page, f"{root}/{name}.html")
    chart.get_by_role("combobox", name="Compare with").select_option("Facet joint wear")
    found: list[Any] = page.evaluate("axe.run('.pl-figure')")["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_inputs_are_large_enough_on_the_narrowest_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    page.goto(f"{address}/{LESSON}")
    for target in page.locator(".pl-explore").locator("select, input").all():
        box = target.bounding_box()
        assert box
        assert box["width"] >= 90
        assert box["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_paper_gets_the_still_picture(page: Page, root: str) -> None:
    chart = start(page, f"{root}/pain_free_by_age.html")
    page.emulate_media(media="print")
    expect(chart).to_be_hidden()
    expect(page.locator(".pl-fallback svg")).to_be_visible()


def test_without_javascript_picture_words_and_numbers_stand(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/pain_free_by_age.html")
    expect(page.locator(".pl-fallback svg")).to_be_visible()
    expect(page.locator(".pl-figure-sentence")).to_contain_text("Every finding becomes more common")
    page.get_by_text("Show the numbers").click()
    expect(page.get_by_role("row", name="Disc bulge").first).to_be_visible()
    context.close()


@pytest.mark.complains("a script is kept from it")
def test_without_vega_the_still_picture_stays_until_it_comes(
    context: BrowserContext, root: str
) -> None:
    # A page of its own: the browser rightly complains about the script that fails.
    page = context.new_page()
    page.route(f"**/{RUNTIME}", lambda route: route.abort())
    page.goto(f"{root}/pain_free_by_age.html")
    chart = page.locator(".pl-explore")
    expect(chart.get_by_role("alert")).to_contain_text("the still one stays")
    expect(page.locator(".pl-fallback svg")).to_be_visible()
    chart.get_by_role("slider").fill("0")
    expect(live(chart)).to_have_text(words("Disc bulge", 20))
    page.unroute(f"**/{RUNTIME}")
    chart.get_by_role("button", name="Try to load it again").tap()
    expect(chart).to_have_attribute("data-live", "true")
    expect(chart.get_by_role("alert")).to_be_empty()
    assert "30" in numbers(chart)
    expect(page.locator(".pl-fallback svg")).to_be_hidden()
