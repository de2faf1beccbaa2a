"""The book without a network: the service worker that keeps it, and the directive ``{offline}``.

The worker comes from ``frontend/src/service-worker.js`` and keeps every file a page can ask for.
Here the build gives it their list, each with the hash of its content, as the last step of all.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from painlab.book.embedded import embedded
from painlab.book.finished import when_built
from painlab.frontend import built, embed
from painlab.quiz.html_text import say_html
from painlab.strings import say

WORKER = "service-worker.js"
"""The worker's place is the book's root: it answers for nothing above it."""

# Hidden files, what other machines read, notices of licences, and what only a debugger asks for.
_LEFT_OUT = (
    ".*",
    "*.map",
    "*LICENSE*.txt",
    "objects.inv",
    "_headers",
    "robots.txt",
    "sitemap.xml",
    WORKER,
)
_LIST = "self.__WB_MANIFEST"
_PLACE = "SIZE"
_SIZE = re.compile(r'(<span class="pl-book-size">)[^<]*')
_MEGABYTE = 1_000_000


class OfflineDirective(SphinxDirective):
    """``:::{offline}``: whether the book is saved on this device; buttons to save and remove it."""

    def run(self) -> list[nodes.Node]:
        """Return the switch; the size is written into it once all files are there."""
        return [embedded(offline_html(), say("offline_no_script"))]


def offline_html() -> str:
    """Return the switch, with an empty place for the size of the book."""
    place = '<span class="pl-book-size"></span>'
    size = say_html("offline_size", size=_PLACE).replace(_PLACE, place)
    words = f"<p>{size} {say_html('offline_answers')}</p>\n"
    return words + embed("offline-switch", {}, f"<p>{say_html('offline_no_script')}</p>")


def kept_files(folder: Path) -> list[Path]:
    """Return what the worker keeps of a built book, in the order of the names.

    Parameters
    ----------
    folder : the built book, complete but for the worker.
    """
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(fnmatch(path.name, name) for name in _LEFT_OUT)
    ]


def worker_script(folder: Path) -> str:
    """Return the worker with its list: address from the root and SHA-256 (base64) of each file.

    Parameters
    ----------
    folder : the built book, complete but for the worker.
    """
    files = [
        (
            quote(path.relative_to(folder).as_posix()),
            b64encode(sha256(path.read_bytes()).digest()).decode(),
        )
        for path in kept_files(folder)
    ]
    script = built(WORKER).read_text(encoding="utf-8")
    return script.replace(_LIST, json.dumps(files, separators=(",", ":")), 1)


def size_words(size: int) -> str:
    """Return a size in bytes as a reader reads it: ``about 14 MB``, never less than 1."""
    return say("offline_megabytes", n=max(1, round(size / _MEGABYTE)))


def write_size(folder: Path) -> None:
    """Say on each page with the switch how large all other files are together.

    Parameters
    ----------
    folder : the built book, complete but for the worker.
    """
    switches: dict[Path, str] = {}
    size = 0
    for path in kept_files(folder):
        html = path.read_text(encoding="utf-8") if path.suffix == ".html" else ""
        if _SIZE.search(html):
            switches[path] = html
        else:
            size += path.stat().st_size
    for path, html in switches.items():
        path.write_text(_SIZE.sub(rf"\g<1>{size_words(size)}", html), encoding="utf-8")


def _write_worker(app: Sphinx) -> None:
    folder = Path(app.outdir)
    write_size(folder)
    (folder / WORKER).write_text(worker_script(folder), encoding="utf-8")


def setup_offline(app: Sphinx) -> None:
    """Register the directive; let each page save the book; write the worker when all is done."""
    app.add_directive("offline", OfflineDirective)
    when_built(app, _write_worker, priority=1000)
