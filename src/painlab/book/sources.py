"""Which figures stand behind a chart or a piece: read from the code that draws it."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from painlab.evidence.load import course_evidence
from painlab.evidence.uses import keys_in_code

Drawn = Literal["chart", "piece"]


def scope(make: Callable[..., Any], kind: Drawn) -> tuple[Path, range]:
    """Return the file and the lines that draw one thing.

    A chart is a function, with others beside it in its module; a piece is a module of its own.
    """
    whole = sys.modules[make.__module__] if kind == "piece" else make
    lines, first = inspect.getsourcelines(whole)
    file = inspect.getsourcefile(make)
    assert file is not None
    start = max(first, 1)
    return Path(file).resolve(), range(start, start + len(lines))


def keys_behind(make: Callable[..., Any], kind: Drawn) -> tuple[str, ...]:
    """Return the evidence keys that the drawing code names.

    A key put together at run time is not seen; a picture's ``sources`` name its studies.
    """
    file, lines = scope(make, kind)
    studies = frozenset({"calc", *course_evidence().studies})
    found = keys_in_code(file.read_text(encoding="utf-8"), studies)
    return tuple(dict.fromkeys(key for key, line in found if line in lines))
