"""Say how far a build is: one line that counts in a terminal, a few lines in a log.

Sphinx's own messages fill a screen and bury the warnings, so builds run with ``--quiet``.
"""

from __future__ import annotations

import multiprocessing
import sys
from typing import Any, TextIO

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

_PARTS = 4
"""How many lines a log gets while pages are read."""


class Counter:
    """Counts pages, across the processes that read or write them, and says so."""

    def __init__(self, doing: str, total: int | None, stream: TextIO) -> None:
        """Begin to count.

        Parameters
        ----------
        doing : what is done to the pages, such as ``Reading``.
        total : how many there are; None when that is not known.
        stream : where to say so.
        """
        self.doing = doing
        self.total = total
        self.stream = stream
        self._done = multiprocessing.Value("i", 0)
        if total is None and not stream.isatty():
            print(f"{doing} pages.", file=stream, flush=True)

    def step(self) -> None:
        """Count one page; a log is told of each quarter only."""
        with self._done.get_lock():
            self._done.value += 1
            number = self._done.value
            if self.stream.isatty():
                self._say("\r", number, "")
            elif self.total and number * _PARTS // self.total > (number - 1) * _PARTS // self.total:
                self._say("", number, "\n")

    def end(self) -> None:
        """End the line that counts."""
        if self._done.value and self.stream.isatty():
            print(file=self.stream, flush=True)

    def _say(self, before: str, number: int, after: str) -> None:
        of = f" of {self.total}" if self.total else ""
        words = f"{before}{self.doing} pages: {number}{of}"
        print(words, end=after, file=self.stream, flush=True)


def setup_building(app: Sphinx) -> None:
    """Count the pages as they are read and written, in builds that are quiet otherwise."""
    counters: list[Counter] = []

    def begin(doing: str, total: int | None) -> None:
        end(app)
        if app.quiet and total != 0:
            counters.append(Counter(doing, total, sys.stdout))

    def end(app: Sphinx, *_: Any) -> None:
        if counters:
            counters.pop().end()

    def step(app: Sphinx, *_: Any) -> None:
        if counters:
            counters[0].step()

    def reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        begin("Reading", len(docnames))

    def read(app: Sphinx, document: nodes.document) -> None:
        step(app)

    def writing(app: Sphinx, builder: Builder) -> None:
        begin("Writing", None)

    app.connect("env-before-read-docs", reading)
    app.connect("doctree-read", read, priority=1000)
    app.connect("env-updated", end)
    app.connect("write-started", writing)
    app.connect("html-page-context", step, priority=1000)
    app.connect("build-finished", end, priority=1)
