"""What a release attaches is gathered only when tag, version, changelog and files fit together."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from painlab.content import checkout_dir

NAME = "rethinking-back-and-neck-pain"
CHANGELOG = """# Changelog

## Unreleased

Later.

## 1.2.3 - 2026-12-01

### Added
- This.

## 1.2.2 - 2026-11-01

Before.
"""
HATCHLING = (
    '#!/bin/sh\nwhile [ "$1" != -d ]; do shift; done\n: >"$2/painlab-1.2.3-py3-none-any.whl"\n'
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A checkout in which everything has been made."""
    for name, text in {
        "pyproject.toml": '[project]\nversion = "1.2.3"\n',
        "CHANGELOG.md": CHANGELOG,
        "_build/html/index.html": "book",
        "_build/html/start/page.html": "page",
        f"_build/pdf/{NAME}.pdf": "pdf",
        f"_build/epub/{NAME}.epub": "epub",
        "_build/export/moodle.xml": "xml",
        "_build/slides/imaging.html": "slides",
        ".venv/bin/hatchling": HATCHLING,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / ".venv/bin/hatchling").chmod(0o755)
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    (tmp_path / "tools").mkdir()
    shutil.copy(checkout_dir() / "tools" / "release.sh", tmp_path / "tools")
    return tmp_path


def gather(tree: Path, tag: str = "v1.2.3") -> tuple[int, str]:
    done = subprocess.run(
        ["sh", "tools/release.sh", tag], cwd=tree, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_everything_is_gathered_with_notes_and_checksums(tree: Path) -> None:
    status, words = gather(tree)
    assert status == 0, words
    out = tree / "_build" / "release"
    ends = ("-html.zip", "-export.zip", "-slides.zip", ".pdf", ".epub")
    packed = {f"{NAME}-1.2.3{end}" for end in ends}
    attached = packed | {"painlab-1.2.3-py3-none-any.whl"}
    assert {path.name for path in out.iterdir()} == attached | {"notes.md", "SHA256SUMS"}
    assert (out / "notes.md").read_text().split() == ["###", "Added", "-", "This."]
    with ZipFile(out / f"{NAME}-1.2.3-html.zip") as archive:
        assert {"index.html", "start/page.html"} <= set(archive.namelist())
    sums = (out / "SHA256SUMS").read_text().splitlines()
    assert {line.rpartition("/")[2] for line in sums} == attached


@pytest.mark.parametrize("tag", ["v1.2.4", "1.2.3", ""])
def test_a_tag_that_is_not_the_version_stops_it(tree: Path, tag: str) -> None:
    status, words = gather(tree, tag)
    assert status == 1
    assert f"The tag is '{tag}', but the version in pyproject.toml is 1.2.3." in words


def test_a_version_without_notes_stops_it(tree: Path) -> None:
    (tree / "CHANGELOG.md").write_text(CHANGELOG.replace("1.2.3", "1.2.30"))
    status, words = gather(tree)
    assert (status, "no section '## 1.2.3" in words) == (1, True)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("html/index.html", "book"),
        (f"pdf/{NAME}.pdf", "pdf"),
        (f"epub/{NAME}.epub", "epub"),
        ("export", "export"),
        ("slides", "slides"),
    ],
)
def test_what_was_not_made_stops_it(tree: Path, path: str, target: str) -> None:
    (tree / "_build" / path).rename(tree / "elsewhere")
    status, words = gather(tree)
    assert (status, f"run 'make {target}' first" in words) == (1, True)
