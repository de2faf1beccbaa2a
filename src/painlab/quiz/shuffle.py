"""The order in which a learner sees options, entries and matches: mixed, and always the same."""

from __future__ import annotations

from hashlib import sha256

from painlab.quiz.models import Item, Match, Multiple, Order, Single


def shown_order(item: Item) -> list[int]:
    """Return places in the bank's list in the order in which they are shown.

    The order follows from the item's id alone, so the page, the printed form and the plain text
    agree. The entries of an ``order`` item never stand in the right order.
    """
    if isinstance(item, Order):
        return _mixed(item.id, len(item.entries))
    if isinstance(item, Match):
        size = len(item.matches)
    else:
        size = len(item.options) if isinstance(item, Single | Multiple) else 0
    return _permutation(item.id, size) if getattr(item, "shuffle", False) else list(range(size))


def _mixed(seed: str, size: int) -> list[int]:
    order = _permutation(seed, size)
    # The right order, moved on by one, has every entry out of place.
    return order if order != sorted(order) else [*order[1:], order[0]]


def _permutation(seed: str, size: int) -> list[int]:
    return sorted(range(size), key=lambda place: sha256(f"{seed}:{place}".encode()).digest())
