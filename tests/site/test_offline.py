"""Once saved, the book needs no network: it is whole, of one version, and gone when unwanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from answer_all import do_everything
from complaints import listen
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect
from saved_book import (
    CACHE,
    LAST,
    LESSON,
    PRIVACY,
    kept,
    publish,
    wait_until_saved,
    write_small_book,
)

from painlab.book.offline import WORKER, kept_files, worker_script
from painlab.book.serve import serving
from painlab.strings import say

pytestmark = pytest.mark.site

SETTING_OFF = "localStorage.setItem('painlab.offline', 'off')"


# A page saves nothing in its first seconds.
_HURRY = """const wait = window.setTimeout;
window.setTimeout = (act, pause, ...rest) => wait(act, pause === 5000 ? 0 : pause, ...rest);"""


def _hurry(context: BrowserContext) -> None:
    context.add_init_script(_HURRY)


@pytest.fixture(scope="module")
def browser(launch: Callable[[], Browser]) -> Iterator[Browser]:
    """A browser that may save the book, and need not wait until a reader has settled."""
    browser = launch()
    browser.on("context", _hurry)
    yield browser
    browser.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small book, which a test may change."""
    return write_small_book(tmp_path / "html")


@pytest.fixture
def root(folder: Path) -> Iterator[str]:
    """Its address."""
    with serving(folder) as address:
        yield address


@pytest.fixture
def asked(context: BrowserContext) -> list[str]:
    """What workers have asked the network for."""
    urls: list[str] = []

    def note(request: Request) -> None:
        if request.service_worker:
            urls.append(urlsplit(request.url).path)

    context.on("request", note)
    return urls


def names(folder: Path) -> list[str]:
    """Return the paths of what is kept, as a server sees them."""
    return [f"/{path.relative_to(folder).as_posix()}" for path in kept_files(folder)]


def is_known(page: Page) -> bool:
    """Return whether a worker answers for the page's book, or will."""
    known: bool = page.evaluate("navigator.serviceWorker.getRegistration().then((one) => !!one)")
    return known


# A page's policy lets no script fetch; a style sheet may come.
_FETCH_A_SHEET = """new Promise((done, fail) => {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: "../../_static/quiz.css?again" });
  Object.assign(link, { onload: done, onerror: fail });
  document.head.append(link);
}).then(() => true)"""


def rest(page: Page) -> None:
    """Wait until a page has had the time to save the book."""
    page.evaluate("new Promise((done) => requestIdleCallback(() => setTimeout(done, 200)))")


def switch(page: Page) -> tuple[Locator, Locator, Locator]:
    """Return what the switch says, and its buttons to save and to remove."""
    place = page.locator(".pl-mount")
    save = place.get_by_role("button", name=say("offline_save"))
    remove = place.get_by_role("button", name=say("offline_remove"))
    return place.get_by_role("status"), save, remove


def test_a_newer_version_comes_when_the_reader_asks_for_it(
    page: Page, folder: Path, root: str, asked: list[str]
) -> None:
    page.goto(f"{root}/{LESSON}")
    wait_until_saved(page)
    assert sorted(asked) == sorted([*names(folder), f"/{WORKER}"])
    before = kept(page)
    assert before
    publish(folder, "This is the second version.")
    asked.clear()
    page.reload()
    line = page.get_by_role("status").filter(has_text=say("offline_newer"))
    expect(line).to_be_visible()
    expect(page.get_by_text("This is the first version.")).to_be_visible()
    assert sorted(asked) == [f"/{LESSON}", f"/{WORKER}"]
    page.reload()
    expect(line).to_be_visible()
    expect(page.get_by_text("This is the first version.")).to_be_visible()

    other = page.context.new_page()
    other.goto(f"{root}/{PRIVACY}")
    page.evaluate("document.title = 'not loaded anew'")
    line.get_by_role("button", name=say("offline_show")).click()
    expect(page.get_by_text("This is the second version.")).to_be_visible()
    assert page.title() != "not loaded anew"
    expect(line).not_to_be_visible()
    # What is written on another page is its reader's: that one is asked, not loaded anew.
    expect(other.get_by_role("button", name=say("offline_show"))).to_be_visible()
    after = kept(page)
    assert after
    assert {urlsplit(url).path for url in before} - {urlsplit(url).path for url in after} == {
        f"/{LAST}"
    }
    assert len(after) == len(before) - 1
    assert len([url for url in after if LESSON in url]) == 1


def test_a_save_that_broke_off_goes_on_where_it_was(
    page: Page, folder: Path, root: str, asked: list[str]
) -> None:
    last = f"/{LAST}"
    hidden = (folder / last[1:]).rename(folder.parent / "hidden")
    page.goto(f"{root}/{LESSON}")
    for _ in range(500):
        if last in asked and not is_known(page):
            break
        page.wait_for_timeout(20)
    assert last in asked
    assert not is_known(page)
    hidden.rename(folder / last[1:])
    asked.clear()
    page.reload()
    wait_until_saved(page)
    assert sorted(asked) == sorted([last, f"/{WORKER}"])
    assert len(kept(page) or []) == len(names(folder))


def test_a_reader_can_remove_the_book_and_save_it_again(
    page: Page, folder: Path, root: str, asked: list[str]
) -> None:
    page.goto(f"{root}/{PRIVACY}")
    words, save, remove = switch(page)
    expect(words).to_have_text(say("offline_saved"))
    expect(save).not_to_be_visible()
    page.reload()
    expect(words).to_have_text(say("offline_saved"))
    remove.focus()
    page.keyboard.press("Enter")
    expect(words).to_have_text(say("offline_removed"))
    expect(save).to_be_focused()
    # The worker may answer for this page until it is left; it keeps nothing any more.
    page.evaluate(_FETCH_A_SHEET)
    assert kept(page) is None
    asked.clear()
    for path in (LESSON, PRIVACY):
        page.goto(f"{root}/{path}")
        rest(page)
        assert not is_known(page)
    assert asked == []
    assert kept(page) is None
    expect(words).to_have_text(say("offline_off"))
    save.click()
    expect(words).to_have_text(say("offline_saved"))
    assert len(kept(page) or []) == len(names(folder))
    # At once again, while the worker still has a page.
    page.reload()
    remove.click()
    expect(words).to_have_text(say("offline_removed"))
    save.click()
    expect(words).to_have_text(say("offline_saved"))
    assert len(kept(page) or []) == len(names(folder))
    page.goto(f"{root}/{LESSON}")
    wait_until_saved(page)


def test_a_device_without_room_is_told_so_and_can_try_again(
    page: Page, folder: Path, root: str
) -> None:
    quota = page.context.new_cdp_session(page)
    page.add_init_script("localStorage.getItem('painlab.offline') ?? " + SETTING_OFF)
    page.goto(f"{root}/{PRIVACY}")
    words, save, remove = switch(page)
    expect(words).to_have_text(say("offline_off"))
    quota.send("Storage.overrideQuotaForOrigin", {"origin": root, "quotaSize": 1_000})
    save.click()
    expect(words).to_have_text(say("offline_failed"))
    quota.send("Storage.overrideQuotaForOrigin", {"origin": root})
    save.click()
    expect(words).to_have_text(say("offline_saved"))
    expect(remove).to_be_visible()
    assert len(kept(page) or []) == len(names(folder))


def test_two_books_of_one_site_keep_apart(page: Page, tmp_path: Path) -> None:
    a, b = (write_small_book(tmp_path / "site" / name) for name in "ab")
    (a / "404.html").write_text((a / "index.html").read_text().replace("A lesson waits", "Lost"))
    (a / WORKER).write_text(worker_script(a))
    with serving(tmp_path / "site") as root:
        page.goto(f"{root}/a/{LESSON}")
        wait_until_saved(page)
        page.evaluate("caches.open('of-another-app')")
        page.goto(f"{root}/b/{LESSON}")
        wait_until_saved(page)
        of_a = kept(page, "/a/")
        assert len(of_a or []) == len(kept(page, "/b/") or []) + 1
        publish(b, "This is the second version.")
        page.reload()
        page.get_by_role("button", name=say("offline_show")).click()
        expect(page.get_by_text("This is the second version.")).to_be_visible()
        page.goto(f"{root}/b/{PRIVACY}")
        words, _, remove = switch(page)
        remove.click()
        expect(words).to_have_text(say("offline_removed"))
        caches = page.evaluate("caches.keys()")
        assert sorted(caches) == ["of-another-app", f"{CACHE}/a/"]
        page.goto(f"{root}/a/{PRIVACY}")
        assert kept(page, "/a/") == of_a
    page.context.set_offline(True)
    # A folder, an address without its ending, one with parameters, one that does not exist.
    for path, text in (
        ("", "A lesson waits"),
        (LESSON.removesuffix(".html"), "the first version"),
        (f"{LESSON}?from=mail", "the first version"),
        ("nowhere.html", "Lost"),
    ):
        page.goto(f"{root}/a/{path}")
        expect(page.get_by_text(text)).to_be_visible()


def test_a_book_opened_from_a_file_says_that_it_is_here(page: Page, folder: Path) -> None:
    page.goto((folder / PRIVACY).as_uri())
    words, save, remove = switch(page)
    expect(words).to_have_text(say("offline_here"))
    expect(save.or_(remove)).to_have_count(0)


def test_what_the_browser_cannot_save_is_not_fetched(
    page: Page, root: str, asked: list[str]
) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(f"{root}/{PRIVACY}")
    words, _, remove = switch(page)
    rest(page)
    expect(words).to_have_text(say("offline_unable"))
    expect(remove).not_to_be_visible()
    assert asked == []


def test_once_saved_the_whole_book_needs_no_network(
    context: BrowserContext, page: Page, book: Path, pages: list[str]
) -> None:
    over_the_net: list[str] = []

    def note(request: Request) -> None:
        if request.service_worker:
            over_the_net.append(request.url)

    context.on("request", note)
    heard = listen(page)
    with serving(book) as root:
        page.goto(f"{root}/index.html")
        wait_until_saved(page)
    assert sorted(over_the_net) == sorted(f"{root}{name}" for name in [*names(book), f"/{WORKER}"])

    # The walk that `test_privacy_and_budget` takes with a network, now without.
    over_the_net.clear()
    context.set_offline(True)
    count = 0
    for path in pages:
        page.goto(f"{root}/{path}", wait_until="domcontentloaded")
        count += do_everything(page)
    assert count > len(pages)
    page.goto(f"{root}/book/start/review.html#three")
    expect(page.locator("form.pl-item")).to_be_visible()
    page.goto(f"{root}/search.html#q=whiplash")
    expect(page.get_by_role("link", name="Whiplash, and what we expect").first).to_be_visible()
    assert over_the_net == []
    assert heard == []
