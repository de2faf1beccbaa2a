"""The built book for the site tests: build it when a source is newer."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Page

from painlab.book.unfinished import MARK
from painlab.frontend import toolchain

ROOT = Path(__file__).parents[1]
HTML = ROOT / "_build" / "html"
_SOURCES = ("book", "notebooks", "src/painlab", "index.md", "_config.yml", "_toc.yml")
# Pages that one template fills with many alike.
_ALIKE = ("notebooks/", "teach/", "book/teach/", "book/reference/ledger-")
# As in the Makefile: the same input always gives the same bytes.
SAME_BYTES = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1767225600"}


def built_book() -> Path:
    """Return the folder of the built book, after building it as `make book` does if it is stale."""
    HTML.parent.mkdir(exist_ok=True)
    # Each test process asks; one builds, the others wait for it.
    with (HTML.parent / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _is_stale():
            _build()
    return HTML


@cache
def soup(book: Path, path: str) -> BeautifulSoup:
    """Return a page of the built book as a tree; each is parsed once in a test process."""
    return BeautifulSoup((book / path).read_text(encoding="utf-8"), "html.parser")


def one_of_each(pages: list[str]) -> set[str]:
    """Return the pages without those that one template fills alike: the first of each folder."""
    found: dict[str, str] = {}
    for path in pages:
        kind = next((start for start in _ALIKE if path.startswith(start)), path)
        found.setdefault(kind, path)
    return set(found.values())


def when_laid_out(page: Page) -> None:
    """Wait until the last part of a long page has its place; until then it has no text to show."""
    page.locator("html.pl-laid-out").wait_for(state="attached")


def axe_script() -> str:
    """Return the source of axe-core."""
    toolchain.install()
    return toolchain.AXE.read_text(encoding="utf-8")


def _is_stale() -> bool:
    index = HTML / "index.html"
    # A build that failed or was stopped leaves pages that are new and not good.
    if not index.is_file() or (HTML.parent / ".doctrees" / MARK).exists():
        return True
    built = index.stat().st_mtime
    return any(path.stat().st_mtime > built for path in _sources())


def _sources() -> list[Path]:
    found: list[Path] = []
    for name in _SOURCES:
        start = ROOT / name
        if start.is_file():
            found.append(start)
        for folder, folders, files in os.walk(start):
            folders[:] = [name for name in folders if name not in ("node_modules", "__pycache__")]
            found.extend(Path(folder, name) for name in files)
    return found


def _build() -> None:
    # Sphinx leaves an unchanged page alone; the landing page's date says when we last looked.
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(ROOT)]
    done = subprocess.run(
        [*command, "-n", "-W", "--keep-going", "--quiet"],
        env={**os.environ, **SAME_BYTES},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"The book does not build:\n{done.stderr[-4000:]}")
    (HTML / "index.html").touch()
