"""Find the column of each piece of a page: the parser knows lines only."""

from __future__ import annotations

from collections.abc import Sequence


class Columns:
    """Looks pieces up in the lines of their file, from left to right as they are read."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the lines of the file."""
        self._lines = lines
        self._read_to: dict[int, int] = {}

    def next(self, line: int, text: str, skip: int = 0) -> int:
        """Return the column of the next `text` on a line; 0 when it does not stand there so.

        Parameters
        ----------
        line, text : 1-based number of the line, and what to find on it.
        skip : characters behind `text` that are read too.
        """
        start = self.of(line, text, self._read_to.get(line, 0))
        if not start:
            return self.of(line, text)
        self._read_to[line] = start - 1 + len(text) + skip
        return start

    def of(self, line: int, text: str, start: int = 0) -> int:
        """Return the column of `text` on a line, from offset `start` on; nothing is read on."""
        if not text or not 0 < line <= len(self._lines):
            return 0
        return self._lines[line - 1].find(text, start) + 1
