"""axe-core finds nothing on any lesson: light and dark, phone and desk, everything answered."""

from __future__ import annotations

import pytest
from axe_walk import problems_on
from playwright.sync_api import Browser

pytestmark = pytest.mark.site

# The other half of the pages stands in `test_axe_others`: a file goes to one processor.
LESSONS = ("book/fear/", "book/imaging/", "book/plan/", "book/prt/", "book/surgery/")


def test_axe_finds_nothing_on_any_lesson(browser: Browser, address: str, pages: list[str]) -> None:
    lessons = [path for path in pages if path.startswith(LESSONS)]
    assert lessons
    problems = problems_on(browser, address, lessons)
    assert not problems, "\n".join(problems)
