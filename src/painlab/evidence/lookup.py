"""Look a figure up by its key: ``study.figure`` or ``study.figure[label]``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from painlab.evidence.load import Evidence, course_evidence
from painlab.evidence.record import note
from painlab.evidence.schema import FigureEntry, Interval, StudyEntry
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

    def counts(self) -> tuple[int, int]:
        """Return events and total: people counted, and people looked at.

        Raises
        ------
        ValueError
            When the evidence file lacks one of them.
        """
        if self.events is None or self.total is None:
            raise ValueError(
                f"'{self.key}' has no events and total; add them to the evidence file."
            )
        return self.events, self.total

    def __str__(self) -> str:
        """Return the value as a page would show it."""
        from painlab.evidence.format import format_figure

        return format_figure(self)


def _source(evidence: Evidence, study: str) -> str:
    reference = evidence.references.get(study)
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
    match = KEY.match(full)
    study = evidence.studies.get(match["study"]) if match else None
    if match is None or study is None:
        raise _unknown(evidence, full)
    note(full)
    if match["name"] == "n" and match["label"] is None and study.n is not None:
        return _number_studied(evidence, study, full)
    entry = study.figures.get(match["name"])
    if entry is None:
        raise _unknown(evidence, full)
    try:
        cell = entry.cell(match["label"])
    except KeyError:
        raise _wrong_shape(evidence, full, entry, match["label"]) from None
    what = entry.what
    if match["label"] is not None:
        what += f" ({_label(entry.label, match['label'])})"
    return Figure(
        key=full,
        value=cell.value,
        unit=cell.unit or entry.unit,
        what=what,
        where=cell.where or entry.where,
        status=cell.status or entry.status,
        ci95=cell.ci95,
        events=cell.events,
        total=cell.total if cell.total is not None else entry.total,
        study=study.key,
        source=_source(evidence, study.key),
    )


def _number_studied(evidence: Evidence, study: StudyEntry, key: str) -> Figure:
    assert study.n is not None
    return Figure(
        key=key,
        value=float(study.n),
        unit=study.counted,
        what=f"{study.counted} studied: {study.population}",
        where="whole study",
        status="verified",
        study=study.key,
        source=_source(evidence, study.key),
    )


def _unknown(evidence: Evidence, key: str) -> UnknownKeyError:
    return UnknownKeyError(f"unknown evidence key '{key}'.{nearest(key, list(evidence.keys()))}")


def _wrong_shape(
    evidence: Evidence, key: str, entry: FigureEntry, label: str | None
) -> UnknownKeyError:
    """Say why a figure that exists has no number under `key`."""
    if entry.items is not None:
        return UnknownKeyError(f"'{key}' is a list of words, not a number; use {{ev-list}}.")
    if entry.values is None:
        return UnknownKeyError(f"'{key}' has no labels; write it without '[{label}]'.")
    if label is None:
        labels = ", ".join(entry.values)
        return UnknownKeyError(f"'{key}' has a number for each label; add one of [{labels}].")
    return _unknown(evidence, key)


def _label(name: str | None, label: str) -> str:
    words = label.replace("_", " ")
    if name is None:
        return words
    return f"{name} {words}" if label.isdigit() else f"{name}: {words}"


def ev(key: str, label: object = None) -> Figure:
    """Return a figure of the course's own evidence; see :func:`figure`.

    Computed figures (``calc.name``) come from :func:`painlab.derived.lookup`.

    Parameters
    ----------
    key : ``study.figure`` or ``study.figure[label]``; ``study.n`` is the number of people.
    label : the label, when it is not part of the key.

    Raises
    ------
    UnknownKeyError
        When the key is not known; the nearest known key is named.

    Examples
    --------
    >>> ev("brinjikji2015.disk_bulge", 50).value
    60.0
    """
    return figure(course_evidence(), key, label)
