"""What readers set in their system is kept: no motion, colours of their own."""

from __future__ import annotations

import pytest
from answer_all import answer_all
from playwright.sync_api import Browser

pytestmark = pytest.mark.site

PAGES = (
    "index.html",
    "book/start/safety-check.html",
    "book/imaging/pain-free-people.html",
    "book/fear/why-avoiding-keeps-fear-alive.html",
    "book/plan/your-plan.html",
    "book/reference/ledger.html",
)
_MOVES = """() => [...document.querySelectorAll("*")].flatMap((one) =>
  ["", "::before", "::after"].map((part) => [one, getComputedStyle(one, part || null)])
).filter(([, style]) => style.animationName !== "none" ||
  style.transitionDuration.split(", ").some((time) => time !== "0s") ||
  style.scrollBehavior === "smooth"
).map(([one]) => `<${one.localName} class="${one.getAttribute("class") ?? ""}">`)"""
# In the reader's own colours no background tells a thing from the page, only lines do.
_NO_EDGE = r"""() => [...document.querySelectorAll(
  "button, input, select, textarea, .pl-box, .pl-button, .pl-feedback, .pl-figure, .pl-note"
)].filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
.filter((one) => !["checkbox", "radio", "range"].includes(one.type))
// Its pictogram is drawn in the colour of letters.
.filter((one) => !one.matches(".theme-toggle"))
.filter((one) => one.textContent.trim() || one.localName !== "div")
.filter((one) => {
  const { borderTopStyle, borderTopWidth, borderLeftWidth, backgroundColor, textDecorationLine } =
    getComputedStyle(one);
  const widths = parseFloat(borderTopWidth) + parseFloat(borderLeftWidth);
  const lines = borderTopStyle !== "none" && widths > 0;
  const page = getComputedStyle(document.body).backgroundColor;
  const plain = backgroundColor === page || /, 0\)$/.test(backgroundColor);
  return !lines && textDecorationLine !== "underline" && (one.matches("button, input") || !plain);
}).map((one) => `<${one.localName} class="${one.className}"> ${one.textContent.slice(0, 60)}`)"""


def test_nothing_moves_for_readers_who_want_no_motion(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    page = context.new_page()
    for path in PAGES:
        page.goto(f"{address}/{path}")
        answer_all(page)
        assert page.evaluate(_MOVES) == [], path
        assert page.evaluate("document.getAnimations().length") == 0, path
    context.close()


def test_edges_are_drawn_in_colours_the_reader_forces(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 360, "height": 740})
    page = context.new_page()
    for path in PAGES:
        page.goto(f"{address}/{path}")
        answer_all(page)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate(_NO_EDGE) == [], path
    context.close()
