"""The answers of a foreign numeric question as one right number and hints for wrong ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from painlab.yaml_source import Route

_MOST_HINTS = 10

Lose = Callable[[Route, str], None]


def numeric_fields(
    answers: list[dict[str, Any]], precision: Any, lose: Lose
) -> dict[str, Any] | None:
    """Return ``answer``, ``tolerance`` and ``hints`` of an item, or None when no number is right.

    Parameters
    ----------
    answers : entries with ``value`` or ``range``, or of the type ``default``.
    precision : significant digits that must agree; None when every digit must.
    lose : called with the place and a sentence for everything that cannot be carried over.

    Returns
    -------
    The fields; ``right`` and the ``from`` of each hint hold the entry it comes from and its place.
    """
    right: tuple[dict[str, Any], int] | None = None
    wrong: list[tuple[dict[str, Any], int]] = []
    for place, one in enumerate(answers):
        route: Route = ("answers", place)
        if one.get("type") == "default":
            said = one.get("feedback", "")
            lose(route, f'feedback to any other number has no counterpart: "{said}"')
        elif _ends(one) is None:
            lose(route, "the answer has neither a number as 'value' nor two numbers as 'range'")
        elif one.get("correct") is not True:
            wrong.append((one, place))
        elif right is None:
            right = one, place
        else:
            lose(route, "a second right answer is not carried over; widen the tolerance instead")
    if right is None:
        return None
    low, high = _ends(right[0]) or (0.0, 0.0)
    value, tolerance = (low + high) / 2, (high - low) / 2
    if "range" in right[0]:
        lose(("answers", right[1]), "the upper end of the range counts as right here")
    if precision is not None:
        value, tolerance = _to_digits(value, tolerance, precision, lose)
    hints = list(_hints(wrong, value, lose))
    for hint in hints[_MOST_HINTS:]:
        lose(("answers", hint["from"][1]), f"only {_MOST_HINTS} wrong numbers can have an answer")
    return {
        "right": right,
        "answer": {"value": _whole(value)},
        "tolerance": _whole(tolerance),
        "hints": hints[:_MOST_HINTS],
    }


def _ends(one: dict[str, Any]) -> tuple[float, float] | None:
    found = one["range"] if "range" in one else [one.get("value")] * 2
    if not isinstance(found, list) or len(found) != 2:
        return None
    if not all(type(end) in (int, float) and math.isfinite(end) for end in found):
        return None
    return min(found), max(found)


def _hints(
    wrong: list[tuple[dict[str, Any], int]], value: float, lose: Lose
) -> Iterator[dict[str, Any]]:
    for one, place in wrong:
        low, high = _ends(one) or (0.0, 0.0)
        if low <= value <= high:
            said = one.get("feedback", "")
            message = f'this wrong range holds the right answer; its feedback is left out: "{said}"'
            lose(("answers", place), message)
            continue
        yield {"low": _whole(low), "high": _whole(high), "from": (one, place)}


def _to_digits(value: float, tolerance: float, precision: Any, lose: Lose) -> tuple[float, float]:
    """Return the number to so many significant digits, and half a step of the last of them."""
    if type(precision) is not int or precision < 1 or value == 0:
        lose(("precision",), f"the precision {precision} cannot be used and is left out")
        return value, tolerance
    step = 10.0 ** (math.floor(math.log10(abs(value))) - precision + 1)
    lose(("precision",), f"{precision} significant digits became a tolerance of {step / 2:g}")
    return float(f"{value:.{precision}g}"), max(tolerance, step / 2)


def _whole(number: float) -> float:
    number = float(f"{number:.12g}")
    return int(number) if number.is_integer() else number
