"""axe-core finds nothing on any page: light and dark, on a phone and on a desk."""

from __future__ import annotations

from typing import Any

import pytest
from built_book import axe_script
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.site

WIDTHS = (360, 1280)
# The other rules do not look at colours, so one scheme is enough for them.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


def test_axe_finds_nothing_on_any_page(browser: Browser, address: str, pages: list[str]) -> None:
    # Only here may a foreign script (axe) run beside the policy.
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    script = axe_script()
    problems = []
    for path in pages:
        page.emulate_media(color_scheme="light")
        page.goto(f"{address}/{path}")
        page.evaluate(script)
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme="light")
            problems += [f"{path} {width} light: {found}" for found in _axe(page)]
            page.emulate_media(color_scheme="dark")
            problems += [f"{path} {width} dark: {found}" for found in _axe(page, COLOUR_RULES)]
    context.close()
    assert not problems, "\n".join(problems)


def _axe(page: Page, rules: list[str] | None = None) -> list[str]:
    options: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
    result: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
