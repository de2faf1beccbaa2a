"""Note which quiz items and forms a piece of code asks for while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_NOTED: ContextVar[set[str] | None] = ContextVar("painlab_noted_entries", default=None)


def note_entry(name: str) -> None:
    """Note that the item or form `name` was asked for, if somebody is keeping a record."""
    noted = _NOTED.get()
    if noted is not None:
        noted.add(name)


@contextmanager
def recorded_entries() -> Iterator[set[str]]:
    """Keep a record of the ids asked for inside ``with``; it fills while the code runs."""
    ids: set[str] = set()
    token = _NOTED.set(ids)
    try:
        yield ids
    finally:
        _NOTED.reset(token)
