"""axe-core finds nothing on any other page: opening, labs, reference, search, answer key."""

from __future__ import annotations

import pytest
from axe_walk import problems_on
from playwright.sync_api import Browser
from test_axe_lessons import LESSONS

pytestmark = pytest.mark.site


def test_axe_finds_nothing_on_any_other_page(
    browser: Browser, address: str, pages: list[str]
) -> None:
    others = [path for path in pages if not path.startswith(LESSONS)]
    assert others
    problems = problems_on(browser, address, others)
    assert not problems, "\n".join(problems)
