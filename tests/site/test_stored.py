"""The list of what is kept shows all of it as text, hands it over, erases it, touches no more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built_book import axe_script
from playwright.sync_api import Browser, BrowserContext, Page, expect
from small_course import ONE, progress, tries, write_course

pytestmark = pytest.mark.site

HOSTILE = '<img src=x onerror="document.title = `broken`"><script>document.title = 1</script>'
PROGRESS = progress(
    answers={ONE: tries((1795435200000, True, ""))},
    forms={"a": {HOSTILE: {"response": "x" * 5000, "at": 1}}},
)
STRANGERS = {"other.app": "not ours", "themes": "a", "xpainlab.progress": "b"}
KEPT = {
    "painlab.progress": PROGRESS,
    "painlab.progress.set-aside.1": HOSTILE,
    "painlab.offline": "off",
    "theme": "dark",
    **STRANGERS,
}
NAMES = [
    "What you read, answered and wrote",
    "Light or dark",
    "Your wish to have no copy of the book saved here",
    "Answers that could not be read, put aside (1)",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the small course."""
    folder = tmp_path_factory.mktemp("course")
    write_course(folder)
    return folder


def keep(context: BrowserContext) -> None:
    """Store `KEPT` before the first page of `context` opens."""
    context.add_init_script(
        "if (location.protocol !== 'about:' && !sessionStorage.length) {"
        "sessionStorage.seeded = 1;"
        f"Object.assign(localStorage, {json.dumps(KEPT)}); }}"
    )


def kept(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({ ...localStorage })")
    return found


def rows(page: Page) -> list[str]:
    return page.locator(".pl-stored-list strong").all_inner_texts()


def test_all_of_ours_is_shown_as_text_and_nothing_else(page: Page, roots: dict[str, str]) -> None:
    keep(page.context)
    page.goto(f"{roots['file']}/stored.html")
    assert rows(page) == NAMES
    expect(page.locator(".pl-stored-count")).to_have_text(
        "The course keeps 4 things in this browser now."
    )
    sizes = ("about 3 pages of text", "a few words", "a few words", "a few words")
    for entry, size in zip(page.get_by_role("listitem").all(), sizes, strict=True):
        expect(entry).to_contain_text(f"· {size}")
        entry.locator("summary").tap()
    texts = [json.dumps(json.loads(PROGRESS), indent=2), "dark", "off", HOSTILE]
    for place, text in zip(page.locator(".pl-stored pre").all(), texts, strict=True):
        expect(place).not_to_be_empty()
        assert place.inner_text() == text
    assert page.locator(".pl-stored :is(img, script)").count() == 0
    assert page.title() == "A quiz"
    # What changes on this page or in another tab is shown; an open fold stays open.
    other = page.context.new_page()
    other.goto(f"{roots['file']}/stored.html")
    other.evaluate("localStorage.removeItem('theme')")
    expect(page.get_by_role("listitem")).to_have_count(3)
    page.evaluate("localStorage['painlab.z'] = 'x'")
    page.get_by_role("heading").first.click()
    expect(page.get_by_role("listitem")).to_have_count(4)
    assert rows(page)[-1] == "Something else of this course (painlab.z)"
    assert page.locator("details[open]").count() == 3


def test_the_download_holds_all_and_comes_back(page: Page, roots: dict[str, str]) -> None:
    keep(page.context)
    page.goto(f"{roots['http']}/stored.html")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download all of it").tap()
    file = Path(download.value.path())
    assert json.loads(file.read_text()) == {
        **json.loads(PROGRESS),
        "setAside": [HOSTILE],
        "settings": {"theme": "dark", "painlab.offline": "off"},
    }
    page.evaluate("localStorage.removeItem('painlab.progress')")
    page.goto(f"{roots['http']}/progress.html")
    page.get_by_label("Restore from a file").set_input_files(file)
    expect(page.get_by_role("status")).to_contain_text("Restored your answer to 1 question")


def test_one_is_erased_by_keyboard_and_the_focus_goes_to_what_is_left(
    page: Page, roots: dict[str, str]
) -> None:
    keep(page.context)
    page.goto(f"{roots['http']}/stored.html")
    before = kept(page)
    for name, key in ((NAMES[1], "theme"), (NAMES[0], "painlab.progress")):
        page.get_by_role("button", name=f"Erase: {name}").focus()
        page.keyboard.press("Enter")
        assert kept(page) == before
        expect(page.get_by_role("button", name=f"Tap again to erase: {name}")).to_be_focused()
        page.keyboard.press("Enter")
        del before[key]
        assert kept(page) == before
        expect(page.get_by_role("status")).to_have_text(f"Erased: {name}.")
        expect(page.locator(".pl-stored-count")).to_be_focused()
    assert rows(page) == NAMES[2:]


def test_all_is_erased_but_a_strangers_keys_and_the_wish_to_have_no_copy(
    page: Page, roots: dict[str, str]
) -> None:
    keep(page.context)
    page.goto(f"{roots['http']}/stored.html")
    everything = page.get_by_role("button", name="Erase all of it")
    everything.tap()
    # Going elsewhere takes the first tap back.
    page.get_by_role("button", name="Download all of it").focus()
    everything.tap()
    assert kept(page) == KEPT
    page.get_by_role("button", name="Tap again to erase all").tap()
    assert kept(page) == {"painlab.offline": "off", **STRANGERS}
    expect(page.get_by_role("status")).to_contain_text("Only your wish")
    page.get_by_role("button", name=f"Erase: {NAMES[2]}").tap()
    page.get_by_role("button", name="Tap again to erase: Your wish").tap()
    assert kept(page) == STRANGERS
    expect(page.locator(".pl-stored-count")).to_have_text(
        "The course keeps nothing in this browser now."
    )
    assert page.get_by_role("button").count() == 0


def test_where_nothing_can_be_kept_the_page_says_so(
    page: Page, browser: Browser, roots: dict[str, str]
) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });"
    )
    page.goto(f"{roots['http']}/stored.html")
    expect(page.locator(".pl-stored")).to_contain_text("does not let the page keep anything")
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(f"{roots['file']}/stored.html")
    expect(still.locator("main")).to_contain_text("Without JavaScript the course keeps nothing new")
    context.close()


def test_axe_finds_nothing_and_nothing_is_cut_off(browser: Browser, roots: dict[str, str]) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    keep(context)
    page = context.new_page()
    for name in ("stored", "stored-dark"):
        page.goto(f"{roots['file']}/{name}.html")
        for fold in page.locator("summary").all():
            fold.click()
        page.get_by_role("button", name=f"Erase: {NAMES[1]}").click()
        page.evaluate(axe_script())
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })")
        assert [one["id"] for one in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()
