"""How a figure is written in prose: one formatter a style, chosen by the role ``{ev:style}``."""

from __future__ import annotations

from collections.abc import Callable

from painlab.evidence.lookup import Figure

_SHARES = {"percent": 1.0, "proportion": 100.0}


def plain(value: float) -> str:
    """Write a number as readers know it: thousands commas, a true minus sign, no spare zeros."""
    # Adding zero turns a minus nought into nought.
    text = f"{round(value, 4) + 0:,.4f}".rstrip("0").rstrip(".")
    return text.replace("-", "\N{MINUS SIGN}")


def _default(figure: Figure) -> str:
    if figure.unit == "percent":
        return f"{plain(figure.value)}%"
    return plain(figure.value)


def _of100(figure: Figure) -> str:
    if figure.unit == "people" and figure.total:
        share = 100 * figure.value / figure.total
    elif figure.unit in _SHARES:
        share = figure.value * _SHARES[figure.unit]
    else:
        raise ValueError(
            f"'{figure.key}' is in {figure.unit}, so it cannot be written 'of 100'; use a percent."
        )
    if not 0 <= share <= 100:
        raise ValueError(f"'{figure.key}' is no share of a whole; choose another style.")
    if 0 < share < 1:
        return "fewer than 1 of 100"
    if 99 < share < 100:
        return "more than 99 of 100"
    # Half up, as readers round: 62.5 is 63. Rounded first, so that 100 * 0.145 counts as 14.5.
    return f"{int(round(share, 9) + 0.5)} of 100"


def _ci(figure: Figure) -> str:
    if figure.ci95 is None:
        raise ValueError(f"'{figure.key}' has no ci95; add it or choose another style.")
    low, high = figure.ci95
    return f"{plain(low)} to {plain(high)}"


def _counts(figure: Figure) -> str:
    events = figure.value if figure.unit == "people" else figure.events
    if events is None or figure.total is None:
        raise ValueError(f"'{figure.key}' has no events and total; choose another style.")
    return f"{plain(events)} of {plain(figure.total)}"


def _total(figure: Figure) -> str:
    if figure.total is None:
        raise ValueError(f"'{figure.key}' has no total; add it or choose another style.")
    return plain(figure.total)


STYLES: dict[str, Callable[[Figure], str]] = {
    "": _default,
    "value": lambda figure: plain(figure.value),
    "of100": _of100,
    "ci": _ci,
    "counts": _counts,
    "total": _total,
}


def format_figure(figure: Figure, style: str = "") -> str:
    """Write `figure` in `style`.

    Styles: ``""`` (60%), ``value`` (60), ``of100`` (60 of 100), ``ci`` (1.5 to 4.6),
    ``counts`` (1,061 of 1,211), ``total`` (1,211).

    Raises
    ------
    ValueError
        For an unknown style, or a style that the figure cannot have.
    """
    if style not in STYLES:
        raise ValueError(f"unknown style '{style}'; use one of {', '.join(filter(None, STYLES))}.")
    return STYLES[style](figure)
