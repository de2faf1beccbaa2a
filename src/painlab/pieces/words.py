"""The few words and roundings that the pieces share."""

from __future__ import annotations

from collections.abc import Sequence

from painlab import ev
from painlab.evidence import format_figure
from painlab.evidence.load import course_evidence
from painlab.evidence.record import note
from painlab.quiz.text import study_link

GAP_ENDS = {
    "high": "You were {gap} too high.",
    "low": "You were {gap} too low.",
    "equal": "You were right on it.",
}
"""How a sentence about a guess ends; the front end fills in the distance."""


def whole(value: float) -> int:
    """Round half up, as readers do; noise in the ninth place does not move a half."""
    return int(round(value, 9) + 0.5)


def listed(items: Sequence[object]) -> str:
    """Write items as a list in a sentence: ``30, 40 and 50``."""
    words = [str(item) for item in items]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def quoted(words: str) -> str:
    """Put words into the quotation marks of print."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"


def shown(key: str, style: str = "value") -> str:
    """Write the figure under `key`; styles as in `painlab.evidence.format_figure`.

    Raises
    ------
    UnknownKeyError
        When the key is not known.
    """
    return format_figure(ev(key), style)


def in_words(key: str) -> str:
    """Return the words under `key`, for a result that the course has in words only.

    Parameters
    ----------
    key : ``study.figure`` of a figure that is a list of words.

    Raises
    ------
    ValueError
        When the figure is not one of words.
    """
    note(key)
    study, _, name = key.partition(".")
    items = course_evidence().studies[study].figures[name].items
    if items is None:
        raise ValueError(f"'{key}' is a number, not words; show it with `shown`.")
    return listed(items)


def studies(keys: Sequence[str], base: str | None) -> list[dict[str, str]]:
    """Return citation and address of each study, as a piece shows them.

    Parameters
    ----------
    keys : study keys.
    base : way from the page to the book's root; None where there is no book around.
    """
    links = [study_link(key, base) for key in keys]
    return [{"text": text, "href": href} for text, href, _ in links]
