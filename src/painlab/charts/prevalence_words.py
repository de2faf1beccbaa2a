"""What a reader can choose in the picture of prevalence by age, and what is then said."""

from __future__ import annotations

import math

import pandas as pd

from painlab.charts.explorable import Control, Words

NOTHING = ""
"""The second finding when there is none."""


def prevalence_controls(table: pd.DataFrame, finding: str, age: int) -> tuple[Control, ...]:
    """Return the controls: a finding, an age, and a finding to set beside it.

    Parameters
    ----------
    table : as in :func:`painlab.charts.prevalence.prevalence_panels`.
    finding, age : what is shown first.
    """
    findings = tuple(dict.fromkeys(table.finding))
    ages = tuple(int(one) for one in dict.fromkeys(table.age))
    return (
        Control("finding", "Finding", "select", findings, findings, finding),
        Control("age", "Age", "range", ages, tuple(map(str, ages)), age),
        Control(
            "beside",
            "Compare with",
            "select",
            (NOTHING, *findings),
            ("Nothing", *findings),
            NOTHING,
        ),
    )


def prevalence_words(table: pd.DataFrame) -> tuple[Words, ...]:
    """Return what is said of a finding at an age, of its people and source, and of a second one."""
    points = list(zip(table.finding, table.age, strict=True))
    percent = dict(zip(points, map(round, table.percent), strict=True))
    people = dict(zip(points, table.people, strict=True))
    status = dict(zip(points, table.status, strict=True))

    def share(finding: str, age: int) -> str:
        return f"{finding} at {age}: about {percent[finding, age]} of 100 people without back pain."

    def behind(finding: str, age: int) -> str:
        return f"{_people(people[finding, age])} {_seen(status[finding, age])}"

    def beside(other: str, age: int) -> str:
        if other == NOTHING:
            return ""
        return f"{other} at {age}: about {percent[other, age]} of 100."

    def gap(finding: str, age: int, other: str) -> str:
        if other in (NOTHING, finding):
            return ""
        distance = percent[other, age] - percent[finding, age]
        if distance == 0:
            return "That is the same."
        return f"That is {abs(distance)} {'more' if distance > 0 else 'fewer'}."

    return (
        Words(("finding", "age"), share),
        Words(("finding", "age"), behind),
        Words(("beside", "age"), beside),
        Words(("finding", "age", "beside"), gap),
    )


def _people(people: float) -> str:
    if math.isnan(people):
        return "We have not seen how many people stand behind this point."
    if people == 0:
        return "Nobody of that age stands behind this point: the curve just runs on."
    return f"Behind this point stand {people:.0f} people."


def _seen(status: str) -> str:
    where = "the paper's abstract" if status == "verified" else "a copy of the paper's table"
    return f"We saw the share in {where}."
