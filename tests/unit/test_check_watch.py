"""`painlab check --watch` checks again when content changes, and ends with the last status."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from course_copy import LESSON, CourseCopy
from typer.testing import CliRunner
from watchfiles import Change

from painlab.cli import app
from painlab.commands.watch import is_content

PLACE = "You have a scan report in your hand."


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[CourseCopy, subprocess.Popen[str]]]:
    course = CourseCopy(tmp_path)
    command = [str(Path(sys.executable).with_name("painlab")), "check", "--watch"]
    process = subprocess.Popen(
        [*command, "--root", str(course.root)], stdout=subprocess.PIPE, text=True
    )
    yield course, process
    process.kill()
    process.wait()


def _until(stream: IO[str] | None, words: str) -> str:
    """Read lines up to the one that holds `words`; the test's own time limit is a minute."""
    assert stream is not None
    said = ""
    end = time.monotonic() + 60
    while words not in said and time.monotonic() < end:
        said += stream.readline()
    assert words in said
    return said


def test_a_change_is_checked_and_ctrl_c_gives_the_status_of_the_last_run(
    watching: tuple[CourseCopy, subprocess.Popen[str]],
) -> None:
    course, process = watching
    assert "Nothing to mend" in _until(process.stdout, "Ctrl-C ends.")
    # The watcher takes a moment to look for the first time.
    time.sleep(0.5)
    course.change(LESSON, PLACE, "You have 2 scans.")
    said = _until(process.stdout, "Ctrl-C ends.")
    assert "1 thing to mend in 1 file" in said
    assert f"Changed: {LESSON}." in said
    assert "the number '2' stands bare" in said
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", True),
        ("bank.yml", True),
        ("references.bib", True),
        ("lab.ipynb", True),
        (".bank.yml.new", False),
        (".#a.md", False),
        ("a.md~", False),
        ("#a.md", False),
        ("a.swp", False),
    ],
)
def test_only_content_counts(name: str, expected: bool) -> None:
    assert is_content(Change.modified, f"/x/book/{name}") is expected


def test_machines_are_not_kept_waiting(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    arguments = ["check", "--watch", "--format", "json", "--root", str(course.root)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert "leave '--format json' out" in " ".join(result.output.split())
