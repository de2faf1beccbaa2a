"""Which figures stand behind a chart or a piece: noted while its code draws it."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal

from painlab.evidence.load import course_evidence
from painlab.evidence.record import recorded
from painlab.evidence.uses import keys_in_code

Drawn = Literal["chart", "piece"]

_REGISTRIES: dict[Drawn, tuple[str, str]] = {
    "chart": ("painlab.charts", "PICTURES"),
    "piece": ("painlab.pieces", "PIECES"),
}


@cache
def keys_behind() -> Mapping[tuple[Drawn, str], tuple[str, ...]]:
    """Return the evidence keys behind every chart and every piece, by kind and name.

    Each is drawn once, and what it looks up is noted. What a module looks up as it loads, or keeps
    from an earlier call, is read from its code. All are done together, in the same order each
    time, so that the answer does not depend on what was drawn before.
    """
    return {
        (kind, name): _keys(make, kind)
        for kind, (module, registry) in _REGISTRIES.items()
        for name, make in getattr(importlib.import_module(module), registry).items()
    }


def _keys(make: Callable[[], Any], kind: Drawn) -> tuple[str, ...]:
    with recorded() as keys:
        make()
    return tuple(sorted(keys.union(_named(make, kind))))


def _named(make: Callable[[], Any], kind: Drawn) -> set[str]:
    """Return the keys in the source of a chart's function, or of a piece's whole module."""
    source = inspect.getsource(sys.modules[make.__module__] if kind == "piece" else make)
    studies = frozenset({"calc", *course_evidence().studies})
    return {key for key, _ in keys_in_code(source, studies)}
