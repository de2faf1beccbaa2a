"""Which figures stand behind a chart or a piece: noted while its code draws it."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping
from typing import Any, Literal

from sphinx.environment import BuildEnvironment

from painlab.book.page_notes import noted, page_notes
from painlab.evidence.load import course_evidence
from painlab.evidence.record import recorded
from painlab.evidence.uses import keys_in_code

Drawn = Literal["chart", "piece"]
Keys = tuple[str, ...]

_NOTE = "drawn"


def draw(kind: Drawn, make: Callable[..., Any], *arguments: Any) -> tuple[Any, Keys]:
    """Draw a chart or a piece; return it with the sorted evidence keys behind it.

    What it looks up is noted. What a module looks up as it loads is read from its code.

    Parameters
    ----------
    kind : what it is; the code of a chart is its function, that of a piece its whole module.
    make : an entry of `painlab.charts.PICTURES` or `painlab.pieces.PIECES`.
    arguments : for `make`.
    """
    with recorded() as keys:
        made = make(*arguments)
    return made, tuple(sorted(keys.union(_named(make, kind))))


def note_drawn(env: BuildEnvironment, kind: Drawn, name: str, keys: Keys) -> None:
    """Keep for the ledger that the page now read shows the chart or piece `name`."""
    page_notes(env, env.docname).setdefault(_NOTE, {})[kind, name] = keys


def keys_behind(env: BuildEnvironment) -> Mapping[tuple[Drawn, str], Keys]:
    """Return the evidence keys behind every chart and piece of the book, by kind and name."""
    return {drawn: keys for page in noted(env, _NOTE).values() for drawn, keys in page.items()}


def _named(make: Callable[..., Any], kind: Drawn) -> set[str]:
    """Return the keys in the source of a chart's function, or of a piece's whole module."""
    source = inspect.getsource(sys.modules[make.__module__] if kind == "piece" else make)
    studies = frozenset({"calc", *course_evidence().studies})
    return {key for key, _ in keys_in_code(source, studies)}
