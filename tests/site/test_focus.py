"""By keyboard alone: what has the focus is seen, is not covered, and comes in the order of reading.

One page of each kind is walked through with the Tab key, on a phone and on a desk.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.site

PAGES = (
    "index.html",
    "search.html",
    "book/start/safety-check.html",
    "book/imaging/pain-free-people.html",
    "book/plan/your-plan.html",
    "book/reference/ledger.html",
    "notebooks/forest_plot.html",
)
WIDTHS = (360, 1280)
MOST = 90
"""How often the Tab key is pressed on a page: past every menu, quiz and form."""
_FOCUS = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const shown = [one, ...(one.labels ?? [])].filter((part) => getComputedStyle(part).opacity > 0);
  const outlined = shown.filter((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const uncovered = shown.filter((part) => [...part.getClientRects()].some((box) => {
    const inside = (share) => [box.left + box.width * share, box.top + box.height / 2];
    return [0.5, 0.1, 0.9].some((share) => {
      const hit = document.elementFromPoint(...inside(share));
      return hit && (part.contains(hit) || hit.contains(part) && hit !== document.body);
    });
  }));
  const all = (window.plAll ??= [...document.querySelectorAll("*")]);
  return {
    name: `<${one.localName} id="${one.id}" class="${one.className}"> ${one.textContent.trim()}`,
    outlined: outlined.length > 0,
    uncovered: uncovered.length > 0,
    href: one.getAttribute("href"),
    order: document.querySelectorAll("*").length === all.length ? all.indexOf(one) : -1,
  };
}"""


@pytest.fixture(params=WIDTHS)
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    size = {"width": request.param, "height": 740}
    context = browser.new_context(
        viewport=size,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


def steps(page: Page) -> Iterator[dict[str, Any]]:
    """Press Tab until the page ends, or often; give what has the focus each time."""
    first: dict[str, Any] | None = None
    for _ in range(MOST):
        page.keyboard.press("Tab")
        found: dict[str, Any] | None = page.evaluate(_FOCUS)
        if found is None or found == first:
            return
        first = first or found
        yield found


def test_the_focus_is_seen_and_uncovered_and_comes_in_order(reader: Page, address: str) -> None:
    problems = []
    for path in PAGES:
        reader.goto(f"{address}/{path}")
        # Pictures that come when a reader comes near take their place first.
        for figure in reader.locator(".pl-figure").all():
            figure.scroll_into_view_if_needed()
        reader.wait_for_load_state("networkidle")
        reader.evaluate("scrollTo(0, 0)")
        walk = list(steps(reader))
        assert len(walk) > 5, path
        if not str(walk[0]["href"]).startswith("#"):
            problems.append(f"{path}: the first stop does not skip to the content: {walk[0]}")
        last = -1
        for stop in walk:
            where = f"{path}: {stop['name'][:120]}"
            problems += [
                f"not {key}: {where}" for key in ("outlined", "uncovered") if not stop[key]
            ]
            if -1 < stop["order"] < last:
                problems.append(f"out of order: {where}")
            last = max(last, stop["order"])
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    ("width", "name", "drawer"),
    [
        (360, "Menu of all pages", ".sidebar-drawer"),
        (360, "Menu of this page", ".toc-drawer"),
        (1100, "Menu of this page", ".toc-drawer"),
    ],
)
def test_a_menu_opens_leads_in_and_closes_by_keyboard(
    context: Any, address: str, width: int, name: str, drawer: str
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/book/imaging/pain-free-people.html")
    switch = page.get_by_role("button", name=name)
    menu = page.locator(drawer)
    inside = f"document.querySelector('{drawer}').contains(document.activeElement)"
    assert not menu.is_visible()
    for key in ("Enter", "Space"):
        switch.focus()
        page.keyboard.press(key)
        assert menu.is_visible()
        assert switch.get_attribute("aria-pressed") == "true"
        assert page.evaluate(inside)
        page.keyboard.press("Escape")
        assert not menu.is_visible()
        assert switch.get_attribute("aria-pressed") == "false"
        assert switch.evaluate("(one) => one === document.activeElement")
    page.keyboard.press("Space")
    page.keyboard.press("Shift+Tab")
    assert not page.evaluate(inside)
    assert not menu.is_visible(), "a menu that was left still covers the page"


def test_a_choice_in_the_menu_of_a_page_shows_that_part(context: Any, address: str) -> None:
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/book/imaging/pain-free-people.html")
    page.locator(".toc-header-icon").click()
    link = page.locator(".toc-drawer a").nth(2)
    target = page.locator(str(link.get_attribute("href")))
    link.click()
    assert not page.locator(".toc-drawer").is_visible()
    assert target.evaluate("(one) => one.getBoundingClientRect().top < innerHeight")
