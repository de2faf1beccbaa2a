"""A walk over pages with axe-core, everything on them answered, filled in and unfolded."""

from __future__ import annotations

from typing import Any, Literal

from answer_all import answer_all
from built_book import axe_script, one_of_each
from complaints import listen
from playwright.sync_api import Browser, Page

WIDE, NARROW = 1280, 360
VIEWS: tuple[tuple[int, Literal["light", "dark"]], ...] = (
    (WIDE, "light"),
    (NARROW, "dark"),
)
BY_COLOUR = ["color-contrast", "link-in-text-block"]
BY_WIDTH = ["scrollable-region-focusable", "target-size"]
# axe leaves the size of targets out unless it is asked for.
_ALL_BUT_COLOURS = {
    **{rule: {"enabled": False} for rule in BY_COLOUR},
    "target-size": {"enabled": True},
}
_UNFOLD = "document.querySelectorAll('details').forEach((one) => (one.open = true))"
_OPTIONS: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
_ASK = "({ where, options }) => axe.run(where, options)"
_ALL: dict[str, Any] = {"include": [["html"]]}
# The menu is the same on every page (`test_pages` compares), so the first page of a walk shows it.
_BUT_MENU = {**_ALL, "exclude": [[".sidebar-drawer"]]}
# Thousands of lines look alike. What axe says of a text's colour follows from the looks of its
# letters, of the words around it, and of all that is painted behind: one of a kind is asked for.
_ASK_ONE_OF_A_KIND = """async ({ options, known }) => {
  const told = new Set(known);
  const kinds = new Map();
  const behind = new Map();
  const back = (one) => {
    if (!one) return "";
    if (!behind.has(one)) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(one);
      const own = [backgroundColor, backgroundImage, opacity, filter];
      behind.set(one, `${own}|${back(one.parentElement)}`);
    }
    return behind.get(one);
  };
  const letters = (one) => {
    const { color, fontSize, fontWeight, textShadow, textDecoration } = getComputedStyle(one);
    return [one.tagName, color, fontSize, fontWeight, textShadow, textDecoration];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !one.checkVisibility({ visibilityProperty: true })) {
      continue;
    }
    const kind = [letters(one), letters(one.parentElement), back(one)].join();
    if (!told.has(kind) && !kinds.has(kind)) kinds.set(kind, one);
  }
  const answer = kinds.size ? await axe.run({ include: [...kinds.values()] }, options) : null;
  return { violations: answer?.violations ?? [], kinds: [...kinds.keys()] };
}"""


def problems_on(browser: Browser, address: str, paths: list[str]) -> list[str]:
    """Return what axe and the browser complain of, wide in light and narrow in dark."""
    # Only here may a foreign script (axe) run beside the policy.
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    heard = listen(page)
    script = axe_script()
    known: set[str] = set()
    found = []
    fully = one_of_each(paths)
    for path in paths:
        page.set_viewport_size({"width": WIDE, "height": 800})
        page.goto(f"{address}/{path}")
        page.evaluate(script)
        answer_all(page)
        page.evaluate(_UNFOLD)
        for width, scheme in VIEWS if path in fully else VIEWS[:1]:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            first = (width, scheme) == VIEWS[0]
            problems = _colours(page, known)
            rules = {"rules": _ALL_BUT_COLOURS} if first else {"runOnly": BY_WIDTH}
            problems += _ask(page, rules, _ALL if path == paths[0] else _BUT_MENU)
            found += [f"{path} {width} {scheme}: {one}" for one in problems]
    context.close()
    return found + heard


def _colours(page: Page, known: set[str]) -> list[str]:
    """Ask for the colours of texts of kinds not `known` yet; add the kinds."""
    asked = {"options": {**_OPTIONS, "runOnly": BY_COLOUR}, "known": sorted(known)}
    answer = page.evaluate(_ASK_ONE_OF_A_KIND, asked)
    known.update(answer["kinds"])
    return _words(answer)


def _ask(page: Page, rules: dict[str, Any], where: dict[str, Any]) -> list[str]:
    return _words(page.evaluate(_ASK, {"where": where, "options": {**_OPTIONS, **rules}}))


def _words(answer: dict[str, Any]) -> list[str]:
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]
