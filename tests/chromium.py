"""One headless Chromium for the tests that need a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium, or the one Playwright fetched, and stop it afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_path(playwright), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


def _path(playwright: Playwright) -> str:
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    if Path(playwright.chromium.executable_path).is_file():
        return playwright.chromium.executable_path
    raise RuntimeError("Chromium is missing: run `sh tools/install-browser.sh`.")
