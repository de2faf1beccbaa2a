"""The whole book, built twice on different ground, is the same to the byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from built_book import ROOT, SAME_BYTES

_NOT_COPIED = shutil.ignore_patterns(
    *(".*", "_build", "tests", "benchmarks", "node_modules", "__pycache__")
)
# Sphinx's note of its settings, for its next build.
_NO_PART_OF_THE_BOOK = ".buildinfo"


def test_another_folder_clock_language_and_user_give_the_same_bytes(
    book: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "elsewhere"
    # New dates on all files, in another order.
    shutil.copytree(ROOT, copy, ignore=_NOT_COPIED, copy_function=shutil.copyfile)
    ground = {"TZ": "Pacific/Chatham", "LC_ALL": "C", "PYTHONPATH": str(copy / "src")}
    done = subprocess.run(
        [Path(sys.executable).with_name("jupyter-book"), "build", copy, "-n", "-W", "--quiet"],
        env={**os.environ, **SAME_BYTES, **ground},
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    ours, theirs = _files(book), _files(copy / "_build" / "html")
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name].read_bytes() != theirs[name].read_bytes()] == []
    said = [name for name in theirs if str(tmp_path).encode() in theirs[name].read_bytes()]
    assert said == []


def _files(folder: Path) -> dict[str, Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path
        for path in found
        if path.name != _NO_PART_OF_THE_BOOK
    }
