"""Note which figures a piece of code looks up while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

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
