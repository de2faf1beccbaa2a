"""Look a figure up by its key: ``study.figure`` or ``study.figure[label]``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from painlab.evidence.bibliography import Reference
from painlab.evidence.load import Evidence, course_evidence
from painlab.evidence.schema import Interval
from painlab.findings import nearest

KEY = re.compile(r"^(?P<study>[a-z]\w*)\.(?P<name>[a-z]\w*)(?:\[(?P<label>[^\]]+)\])?$")


class UnknownKeyError(KeyError):
    """No such study, figure or label; the message names the nearest known key."""

    def __str__(self) -> str:
        """Return the sentence without the quotes that KeyError adds."""
        return str(self.args[0])


@dataclass(frozen=True)
class Figure:
    """One number with everything a page may say about it.

    Attributes
    ----------
    key : ``study.figure[label]``.
    value : the number, in `unit`.
    unit : percent, people, odds ratio, ...
    what : numerator, denominator, time and arm.
    where : the place in the paper.
    status : ``verified``, ``secondary``, or ``computed`` for figures worked out from others.
    ci95 : 95 percent interval, same unit.
    events, total : counts where the paper gives them.
    study : study key; empty for computed figures.
    inputs : keys a computed figure was worked out from.
    source : short citation with link target, for example ``https://doi.org/...``.
    """

    key: str
    value: float
    unit: str
    what: str
    where: str
    status: str
    ci95: Interval | None = None
    events: int | None = None
    total: int | None = None
    study: str = ""
    inputs: tuple[str, ...] = ()
    source: str = ""

    def __float__(self) -> float:
        """Return the value."""
        return self.value

    def __str__(self) -> str:
        """Return the value as a page would show it."""
        from painlab.evidence.format import format_figure

        return format_figure(self)


def _source(reference: Reference | None, study: str) -> str:
    if reference is None:
        return study
    return f"{reference.short}, {reference.link}" if reference.link else reference.short


def figure(evidence: Evidence, key: str, label: object = None) -> Figure:
    """Return the figure under `key` in `evidence`.

    Parameters
    ----------
    evidence : a loaded evidence set.
    key : ``study.figure`` or ``study.figure[label]``; ``study.n`` is the number of people.
    label : the label, when it is not part of the key.

    Raises
    ------
    UnknownKeyError
        When the key is not known; the nearest known key is named.
    """
    full = key if label is None else f"{key}[{label}]"
    known = list(evidence.keys())
    match = KEY.match(full)
    if match is None or full not in known:
        raise UnknownKeyError(f"unknown evidence key '{full}'.{nearest(full, known)}")
    study = evidence.studies[match["study"]]
    source = _source(evidence.references.get(study.key), study.key)
    if match["name"] == "n" and "n" not in study.figures:
        assert study.n is not None
        return Figure(
            key=full,
            value=float(study.n),
            unit="people",
            what=f"people studied: {study.population}",
            where="whole study",
            status="verified",
            study=study.key,
            source=source,
        )
    entry = study.figures[match["name"]]
    if entry.items is not None:
        raise UnknownKeyError(f"'{full}' is a list of words, not a number; use {{ev-list}}.")
    cell = entry.cell(match["label"])
    what = entry.what
    if match["label"] is not None:
        what += f" ({_label(entry.label, match['label'])})"
    return Figure(
        key=full,
        value=cell.value,
        unit=entry.unit,
        what=what,
        where=cell.where or entry.where,
        status=cell.status or entry.status,
        ci95=cell.ci95,
        events=cell.events,
        total=cell.total if cell.total is not None else entry.total,
        study=study.key,
        source=source,
    )


def _label(name: str | None, label: str) -> str:
    words = label.replace("_", " ")
    return f"{name} {words}" if name else words


def ev(key: str, label: object = None) -> Figure:
    """Return a figure of the course's own evidence; see :func:`figure`.

    Examples
    --------
    >>> ev("brinjikji2015.disk_bulge", 50).value
    60.0
    """
    return figure(course_evidence(), key, label)
