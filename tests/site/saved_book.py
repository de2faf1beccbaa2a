"""A small book that a browser can save, and what a test asks of the copy it keeps."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page

from painlab.book.hygiene import harden
from painlab.book.offline import WORKER, offline_html, worker_script
from painlab.frontend import built

LESSON = "book/fear/lesson.html"
PRIVACY = "book/reference/privacy.html"
LAST = "search.html"
"""The worker asks for it last of all."""
CACHE = "painlab-book-"
"""How the name of a cache begins; the path of the book's root follows."""

LONGEST = 60_000
"""Longest time that all of the book may take to be saved, in milliseconds."""

_SAVED = """(longest) => new Promise((done, fail) => {
  navigator.serviceWorker.ready.then(() => done(true));
  setTimeout(() => fail(new Error("the book is not saved")), longest);
})"""
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A book</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">{links}</head><body><main><h1>A book</h1>{body}</main>
<footer class="pl-footer"><p class="pl-update" role="status"></p></footer></body></html>"""
_KEPT = """async (name) => (await caches.has(name))
  ? (await (await caches.open(name)).keys()).map(({ url }) => url)
  : null"""


def write_small_book(folder: Path) -> Path:
    """Write a few pages as the build does, with the worker that keeps them; return `folder`."""
    static = folder / "_static"
    static.mkdir(parents=True)
    scripts = [f"{name}.book.js" for name in ("page", "core", "offline-switch")]
    for name in (*scripts, "quiz.css", "progress.css"):
        shutil.copy(built(name), static)
    for path, body in {
        "index.html": "<p>A lesson waits.</p>",
        LESSON: "<p>This is the first version.</p>",
        PRIVACY: offline_html(),
        LAST: "<p>Nothing to look for.</p>",
    }.items():
        root = "../" * path.count("/")
        links = f'<script defer src="{root}_static/page.book.js"></script>'
        if path == PRIVACY:
            links += "".join(
                f'<link rel="stylesheet" href="{root}_static/{sheet}.css">'
                for sheet in ("quiz", "progress")
            )
            links += "".join(
                f'<script defer src="{root}_static/{script}.book.js"></script>'
                for script in ("core", "offline-switch")
            )
        page = folder / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(harden(_PAGE.format(links=links, body=body)))
    (folder / WORKER).write_text(worker_script(folder))
    return folder


def publish(folder: Path, text: str) -> None:
    """Put a new version in the place of the old one: one page says `text`, one page is gone."""
    page = folder / LESSON
    page.write_text(page.read_text().replace("This is the first version.", text))
    (folder / LAST).unlink()
    (folder / WORKER).write_text(worker_script(folder))


def wait_until_saved(page: Page) -> None:
    """Wait until a worker of the page's book is at work; it is once it has every file."""
    page.evaluate(_SAVED, LONGEST)


def kept(page: Page, path: str = "/") -> list[str] | None:
    """Return the addresses of what is kept of the book at `path`; None when nothing is."""
    found: list[str] | None = page.evaluate(_KEPT, f"{CACHE}{path}")
    return found
