"""What a check found: one shape for every message that names file, line, item and fix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend.

    Attributes
    ----------
    path : file as the author knows it, relative to the checkout where possible.
    line : 1-based line number; 0 when the whole file is meant.
    rule : short stable name, for example ``bare-number``.
    item : the study, figure, quiz item or page concerned; may be empty.
    message : a sentence that says what is wrong and what mends it.
    column : 1-based column in that line; 0 when it is not known.
    """

    path: str
    line: int
    rule: str
    item: str
    message: str
    column: int = 0

    def __str__(self) -> str:
        """Return ``file:line:column item: message [rule]``, without what is not known."""
        numbers = (self.line, self.column) if self.line else ()
        where = ":".join([self.path, *(str(number) for number in numbers if number)])
        item = f" {self.item}" if self.item else ""
        return f"{where}{item}: {self.message} [{self.rule}]"

    def as_dict(self) -> dict[str, object]:
        """Return the fields, for ``--format json``."""
        return asdict(self)


class ContentError(ValueError):
    """Content that cannot be used, with every finding that says why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings and show them one a line."""
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in findings))


def nearest(word: str, known: Sequence[str]) -> str:
    """Return `` Did you mean 'x'?`` for the nearest known word, or an empty string."""
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return f" Did you mean '{close[0]}'?" if close else ""
