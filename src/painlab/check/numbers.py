"""Numbers in learner prose: each is a key of the ledger, or marked as no claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from painlab.check.course import Course
from painlab.findings import Finding
from painlab.markdown_source import Flat, Page, Piece, Segment

# L5, S1, T2: a digit behind a letter is a name.
_DIGITS = re.compile(r"(?<![A-Za-z\d])[\d½⅓⅔¼¾⅛][\d.,:]*(?:\s?%| percent\b)?")
_ROLE = "\N{OBJECT REPLACEMENT CHARACTER}"

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = (
    rf"(?:(?:{_TENS})(?:-(?:{_ONES}))?|(?:thir|four|fif|six|seven|eigh|nine)teen|{_ONES}"
    r"|(?:a |one )?(?:hundred|thousand|million|dozen))"
)
_PART = "half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|tenths?|hundredths?"
_PEOPLE = (
    "people|patients|adults|men|women|backs|necks|spines|discs|scans|readers|studies|trials|groups?"
)
_COUNTS = "as|more|less|fewer|higher|lower|larger|smaller|greater|likelier|the (?:risk|odds|chance)"

_ONE_IN_X = re.compile(
    rf"\b(?:1|one) (?:in|out of) (?:every |about )?(?:\d+|{_NUMBER}|{_ROLE})(?!\w)", re.I
)
_CLAIMS = re.compile(
    "|".join(
        rf"\b(?:{pattern})\b"
        for pattern in (
            rf"{_NUMBER} (?:out of|of|in) (?:every )?{_NUMBER}",
            rf"(?:an?|one|two|three|four|five)[ -](?:{_PART})(?: of|(?= the))",
            r"half of (?!(?:the|this) (?:story|picture|answer|page|lesson|course))",
            rf"half (?:the |all |these |those |our )?(?:{_PEOPLE})",
            r"(?:about|almost|nearly|around|roughly|more than|less than|over|under|fewer than) "
            r"(?:a |one )?(?:half|third|quarter|fifth|tenth)(?! an? )",
            rf"(?:twice|thrice|{_NUMBER} times) (?:{_COUNTS})",
            r"(?:two|three|four|five|six|seven|eight|nine|ten|hundred)-?fold",
            r"(?:halv|doubl|tripl)(?:es?|ed|ing) (?:the|your|their|its) "
            r"(?:risk|chance|odds|rate|number)",
            rf"{_NUMBER} (?:percent|per cent)(?:age points?)?",
            rf"(?:{_ONES}|{_TENS}|several|many) (?:hundred|thousand|million)",
        )
    ),
    re.I,
)


def number_findings(course: Course) -> Iterator[Finding]:
    """Yield each bare number, each claim spelled out in words, and each "1 in x"."""
    for page in course.prose():
        for segment in page.segments():
            yield from _in_segment(page, segment)


def _in_segment(page: Page, segment: Segment) -> Iterator[Finding]:
    counted = segment.flat(_written_numbers)
    taken: list[tuple[int, int]] = []
    for match in _ONE_IN_X.finditer(counted.text):
        taken.append(match.span())
        message = (
            f"'{match[0].replace(_ROLE, '…')}' is hard to compare; write it of a hundred people "
            "with {ev:of100}`study.figure`."
        )
        yield _finding(page, counted, match, "one-in-x", message)
    for match in _CLAIMS.finditer(counted.text):
        if _overlaps(match, taken):
            continue
        taken.append(match.span())
        message = (
            f"'{match[0].strip()}' is a number in words; take it from the evidence with "
            "{ev}`study.figure` or say it without a number."
        )
        yield _finding(page, counted, match, "spelled-number", message)
    bare = segment.flat(lambda piece: _ROLE)
    for match in _DIGITS.finditer(bare.text):
        number = match[0].rstrip(".,:")
        message = (
            f"the number '{number}' stands bare; write {{ev}}`study.figure` for a claim, or "
            f"{{num}}`{number}` for a number that is no claim."
        )
        yield _finding(page, bare, match, "bare-number", message)


def _finding(page: Page, flat: Flat, match: re.Match[str], rule: str, message: str) -> Finding:
    line, column = flat.place(match.start())
    return Finding(page.path, line, rule, page.item, message, column)


def _written_numbers(piece: Piece) -> str:
    return piece.text if piece.role == "num" else _ROLE


def _overlaps(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(match.start() < end and start < match.end() for start, end in taken)
