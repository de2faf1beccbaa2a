"""The list that the worker keeps: every file a page can ask for, with the hash of its content."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from painlab.book.offline import (
    WORKER,
    kept_files,
    offline_html,
    size_words,
    worker_script,
    write_size,
)
from painlab.frontend import built

LEFT_OUT = (
    ".buildinfo",
    "objects.inv",
    "_static/furo.css.map",
    "_static/LICENSES.txt",
    "_static/scripts/furo.js.LICENSE.txt",
)
KEPT = ("_static/a.js", "book/naïve page.html", "index.html", "ledger.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*LEFT_OUT, *KEPT, WORKER):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {name}.")
    return tmp_path


def listed(folder: Path) -> dict[str, str]:
    """Return what the worker's script lists: hash by address."""
    lists = re.findall(r'\[\["[^;]*?"\]\]', worker_script(folder))
    assert len(lists) == 1
    files: list[tuple[str, str]] = json.loads(lists[0])
    assert len(dict(files)) == len(files)
    return dict(files)


def test_files_are_listed_by_address_with_the_hash_of_their_content(folder: Path) -> None:
    files = listed(folder)
    assert list(files) == [
        "_static/a.js",
        "book/na%C3%AFve%20page.html",
        "index.html",
        "ledger.csv",
    ]
    digest = sha256(b"This is index.html.").digest()
    assert files["index.html"] == b64encode(digest).decode()


def test_the_same_book_gives_the_same_bytes_and_a_changed_one_changes_one_entry(
    folder: Path,
) -> None:
    first = worker_script(folder)
    assert worker_script(folder) == first
    before = listed(folder)
    (folder / "ledger.csv").write_text("changed")
    after = listed(folder)
    assert [name for name in after if after[name] != before[name]] == ["ledger.csv"]


def test_the_worker_is_whole(folder: Path) -> None:
    script = worker_script(folder)
    assert "__WB_MANIFEST" not in script
    assert "importScripts" not in script


@pytest.mark.parametrize(
    ("size", "words"), [(0, "about 1 MB"), (1_400_000, "about 1 MB"), (14_226_098, "about 14 MB")]
)
def test_a_size_is_told_in_round_words(size: int, words: str) -> None:
    assert size_words(size) == words


def test_the_size_of_the_book_stands_on_the_page_with_the_switch(folder: Path) -> None:
    page = folder / "privacy.html"
    page.write_text(offline_html() + "x" * 9_000_000)
    (folder / "large.json").write_text("x" * 2_000_000)
    write_size(folder)
    first = page.read_text()
    # The page itself is left out: what stands on it would change what it says.
    assert '<span class="pl-book-size">about 2 MB</span>' in first
    write_size(folder)
    assert page.read_text() == first
    (folder / "larger.json").write_text("x" * 3_000_000)
    write_size(folder)
    assert page.read_text() == first.replace("about 2 MB", "about 5 MB")


def test_the_switch_says_what_it_can_without_javascript() -> None:
    html = offline_html()
    assert html.count('<span class="pl-book-size"></span>') == 1
    assert "JavaScript is off" in html


def test_what_every_page_loads_stays_tiny() -> None:
    assert len(gzip.compress(built("page.book.js").read_bytes())) <= 2_304


def test_only_what_a_page_can_ask_for_is_kept(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in kept_files(folder)]
    assert names == sorted(KEPT)
