"""Nothing moves while a page comes, on a slow line and a slow phone."""

from __future__ import annotations

from typing import Any

import pytest
from built_book import when_laid_out
from playwright.sync_api import Browser

pytestmark = pytest.mark.site

# A long title, a page that scripts fill, one with a filter, one with questions, and the first.
PAGES = (
    "index.html",
    "book/imaging/pain-free-people.html",
    "book/plan/final-check.html",
    "book/reference/ledger-imaging.html",
    "book/reference/privacy.html",
    "book/start/progress.html",
    "book/start/review.html",
    "book/teach/surgery.html",
)
MOST = 0.02
"""A fifth of what Core Web Vitals call good: a line of text, once, at the end of the screen."""

# As Lighthouse's slow 4G: bytes a second, milliseconds.
_SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 90_000,
}
_WATCH = """window.plShifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    const what = sources.map(({ node, previousRect, currentRect }) => {
      const start = (node?.outerHTML ?? node?.textContent ?? "").slice(0, 60);
      return `${start} from ${previousRect.y} to ${currentRect.y}`;
    });
    window.plShifts.push([value, what.join("; ")]);
  }
}).observe({ type: "layout-shift", buffered: true });"""


def shifts(browser: Browser, url: str) -> list[tuple[float, str]]:
    """Return the layout shifts until all of a page has its place: score, and what moved."""
    context = browser.new_context(
        viewport={"width": 412, "height": 823}, is_mobile=True, has_touch=True
    )
    context.add_init_script(_WATCH)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _SLOW_LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url)
    when_laid_out(page)
    # What a script fills may come a moment later.
    page.wait_for_timeout(300)
    found: list[Any] = page.evaluate("window.plShifts")
    context.close()
    return [(value, what) for value, what in found]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_comes(browser: Browser, address: str, path: str) -> None:
    found = shifts(browser, f"{address}/{path}")
    assert sum(value for value, _ in found) <= MOST, found
