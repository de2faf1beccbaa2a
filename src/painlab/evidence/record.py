"""Note which figures a piece of code looks up while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_NOTED: ContextVar[set[str] | None] = ContextVar("painlab_noted", default=None)


def note(key: str) -> None:
    """Note that `key` was looked up, if somebody is keeping a record."""
    noted = _NOTED.get()
    if noted is not None:
        noted.add(key)


@contextmanager
def recorded() -> Iterator[set[str]]:
    """Keep a record of the keys looked up inside ``with``; it fills while the code runs."""
    keys: set[str] = set()
    token = _NOTED.set(keys)
    try:
        yield keys
    finally:
        _NOTED.reset(token)


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """Keep what `function` returns for each set of arguments, with the keys it looked up.

    As `functools.cache`, but a call that is answered from memory notes the same keys as the first.
    """

    known: dict[tuple[object, ...], tuple[T, frozenset[str]]] = {}

    @wraps(function)
    def remember(*arguments: P.args, **named: P.kwargs) -> T:
        call = (*arguments, *named.items())
        if call not in known:
            with recorded() as keys:
                result = function(*arguments, **named)
            known[call] = result, frozenset(keys)
        result, noted = known[call]
        for key in noted:
            note(key)
        return result

    return remember
