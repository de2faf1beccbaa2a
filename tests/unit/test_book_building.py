"""What a build says of its progress, and how many pages it works on at a time."""

import io
import os
import sys

import pytest

from painlab.book.building import Counter
from painlab.book.jobs import cores


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def said(stream: io.StringIO, total: int | None, pages: int) -> str:
    counter = Counter("Reading", total, stream)
    for _ in range(pages):
        counter.step()
    counter.end()
    return stream.getvalue()


def test_a_terminal_gets_one_line_that_counts() -> None:
    assert said(Terminal(), 2, 2) == "\rReading pages: 1 of 2\rReading pages: 2 of 2\n"
    assert said(Terminal(), None, 2) == "\rReading pages: 1\rReading pages: 2\n"
    assert said(Terminal(), 5, 0) == ""


def test_a_log_gets_a_few_plain_lines() -> None:
    assert said(io.StringIO(), 84, 84).splitlines() == [
        f"Reading pages: {number} of 84" for number in (21, 42, 63, 84)
    ]
    assert said(io.StringIO(), 2, 2) == "Reading pages: 1 of 2\nReading pages: 2 of 2\n"
    assert said(io.StringIO(), None, 9) == "Reading pages.\n"


def test_as_many_pages_at_a_time_as_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(3)), raising=False)
    assert cores() == 3
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    assert cores() == 8
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cores() == 1
