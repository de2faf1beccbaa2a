"""axe-core finds nothing on any page: light and dark, on a phone and on a desk."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from built_book import axe_script
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.site

# Every rule on the desk, where nothing is folded away; on the phone, in dark, the rules whose
# answer depends on the width or on the colours.
SEEN = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
VIEWS: tuple[tuple[int, Literal["light", "dark"], tuple[str, ...]], ...] = (
    (1280, "light", ()),
    (360, "dark", SEEN),
)
# Pages that one template fills with many alike: the second view is taken of one in each folder.
ALIKE = ("notebooks/", "teach/", "book/reference/ledger-")


def test_axe_finds_nothing_on_any_page(browser: Browser, address: str, pages: list[str]) -> None:
    # Only here may a foreign script (axe) run beside the policy.
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    script = axe_script()
    problems = []
    met: set[str] = set()
    for path in pages:
        alike = next((start for start in ALIKE if path.startswith(start)), path)
        views = VIEWS[:1] if alike in met else VIEWS
        met.add(alike)
        page.goto(f"{address}/{path}")
        page.evaluate(script)
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        for width, scheme, rules in views:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            problems += [f"{path} {width} {scheme}: {found}" for found in _axe(page, rules)]
    context.close()
    assert not problems, "\n".join(problems)


def _axe(page: Page, rules: tuple[str, ...]) -> list[str]:
    """Run these rules of axe, or every rule when none is named."""
    options: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
    if rules:
        options["runOnly"] = list(rules)
    result: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
