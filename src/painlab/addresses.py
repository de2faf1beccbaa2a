"""Try addresses on the web, politely: one short request each, a second only where it is needed."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

SECONDS = 15
"""How long a site may take to answer."""

_HEADERS = {
    "User-Agent": "painlab-links/1 (checks the links of an open course, about once a week)",
    "Accept": "*/*",
}
# So few at a time that no site notices.
_AT_A_TIME = 4
_GONE = (404, 410)
# The site is there and does not wish to be read by programs; a reader's browser may well get in.
_CLOSED = (401, 403, 405, 406, 429, 451)


class State(StrEnum):
    """What came of trying an address."""

    good = "good"
    moved = "moved"
    closed = "closed to programs"
    gone = "gone"
    failing = "failing"
    silent = "no answer"

    @property
    def is_trouble(self) -> bool:
        """Whether somebody should look at it."""
        return self in (State.gone, State.failing, State.silent)


@dataclass(frozen=True)
class Tried:
    """An address that was tried.

    Attributes
    ----------
    address : as it was asked for.
    state : what came of it.
    note : the new address, the status of the site, or what went wrong.
    """

    address: str
    state: State
    note: str = ""


def try_all(addresses: Iterable[str], seconds: float = SECONDS) -> list[Tried]:
    """Try each address once, in the order given.

    Parameters
    ----------
    addresses : each beginning with ``http://`` or ``https://``.
    seconds : how long each request may take.
    """
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        return list(pool.map(lambda address: try_one(address, seconds), addresses))


def try_one(address: str, seconds: float = SECONDS) -> Tried:
    """Ask for the head of an address, and for the whole where a site answers only to that."""
    first = _ask(address, "HEAD", seconds)
    if first.state in (State.good, State.moved, State.silent):
        return first
    return _ask(address, "GET", seconds)


def is_offline(tried: Iterable[Tried]) -> bool:
    """Say whether nothing at all answered, so that the fault is here and not with the sites."""
    return all(one.state is State.silent for one in tried)


def _ask(address: str, method: str, seconds: float) -> Tried:
    request = Request(address, headers=_HEADERS, method=method)  # noqa: S310 - http and https only
    try:
        with urlopen(request, timeout=seconds) as answer:  # noqa: S310
            end = answer.url
    except HTTPError as error:
        with error:
            return Tried(address, _state(error.code), str(error.code))
    except (URLError, HTTPException, OSError) as error:
        return Tried(address, State.silent, str(getattr(error, "reason", None) or error))
    if _place(end) == _place(address):
        return Tried(address, State.good)
    return Tried(address, State.moved, end)


def _state(status: int) -> State:
    if status in _GONE:
        return State.gone
    return State.closed if status in _CLOSED else State.failing


def _place(address: str) -> tuple[str, str, str]:
    """Return what tells two pages apart; ``https``, ``www.`` and a last ``/`` do not."""
    parts = urlsplit(address)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query
