"""Figures worked out from the evidence: one small function each, addressed as ``calc.name``.

A page that shows a number no paper prints (a posterior, a share from an odds ratio) takes it from
here, so that it changes when its inputs change, and the ledger can show how it was made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from painlab import stats
from painlab.evidence import Figure, UnknownKeyError, ev
from painlab.findings import nearest


@dataclass(frozen=True)
class Derived:
    """How a computed figure is made.

    Attributes
    ----------
    what : what the number is, in plain words, with its assumptions.
    unit : unit of the result.
    inputs : evidence keys it is worked out from.
    compute : takes the values of `inputs` in order, returns the result.
    """

    what: str
    unit: str
    inputs: tuple[str, ...]
    compute: Callable[..., float]


DERIVED: dict[str, Derived] = {}


def lookup(key: str, label: object = None) -> Figure:
    """Return the figure under `key`: a study's own, or a computed one (``calc.name``).

    Raises
    ------
    UnknownKeyError
        When the key is not known; the nearest known key is named.
    """
    if not key.startswith("calc."):
        return ev(key, label)
    entry = DERIVED.get(key)
    if entry is None:
        raise UnknownKeyError(f"unknown computed figure '{key}'.{nearest(key, list(DERIVED))}")
    value = entry.compute(*(ev(name).value for name in entry.inputs))
    return Figure(
        key=key,
        value=value,
        unit=entry.unit,
        what=entry.what,
        where="worked out by painlab.derived",
        status="computed",
        inputs=entry.inputs,
        source=f"worked out from {', '.join(entry.inputs)}",
    )


def _posterior_percent(prior_percent: float) -> Callable[[float], float]:
    return lambda ratio: 100 * stats.posterior(prior_percent / 100, ratio)


DERIVED["calc.after_worn_disc"] = Derived(
    "people of 100 whose disc is the source once a worn disc is seen, starting from 40 of 100",
    "percent",
    ("han2023dx.lr_positive[disc_degeneration]",),
    _posterior_percent(40),
)
DERIVED["calc.after_normal_disc"] = Derived(
    "people of 100 whose disc is the source once a normal disc is seen, starting from 40 of 100",
    "percent",
    ("han2023dx.lr_negative[disc_degeneration]",),
    _posterior_percent(40),
)
