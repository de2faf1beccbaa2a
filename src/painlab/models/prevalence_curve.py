"""The prevalence table of brinjikji2015, refitted: one straight line on the log-odds a finding.

    log(p / (1 - p)) = intercept + slope * decades since age 20

The paper's table holds points on curves that its authors fitted to 33 studies, so the refit
recovers their curve, not the raw data, and its seven points are not seven measurements. Behind
some points stand no people at all.
"""

from __future__ import annotations

import math

import pandas as pd

from painlab.evidence import ev
from painlab.evidence.load import course_evidence
from painlab.stats import logit_line

__all__ = ["AGES", "FINDINGS", "STUDY", "nobody_behind", "prevalence_table", "refit"]

STUDY = "brinjikji2015"
"""Key of the study."""

AGES = (20, 30, 40, 50, 60, 70, 80)
"""Ages that the paper's table holds, in years."""

FINDINGS = {
    "disk_degeneration": "Disc degeneration",
    "disk_signal_loss": "Disc signal loss",
    "disk_bulge": "Disc bulge",
    "disk_height_loss": "Disc height loss",
    "facet_degeneration": "Facet joint wear",
    "disk_protrusion": "Disc protrusion",
    "spondylolisthesis": "Slipped vertebra",
    "annular_fissure": "Annular fissure",
}
"""Findings as the paper names them, and in the words of the course."""


def prevalence_table() -> pd.DataFrame:
    """Return the table of brinjikji2015: people *without* back pain, by finding and age.

    Returns
    -------
    DataFrame
        One row a finding and age, columns ``key`` (evidence key), ``finding``, ``age`` (years),
        ``percent`` (point on the fitted curve), ``people`` (whose scans stand behind it; nan
        where no count was seen), ``status`` (``verified`` or ``secondary``).
    """
    rows = []
    for name, finding in FINDINGS.items():
        for age in AGES:
            cell = ev(f"{STUDY}.{name}", age)
            rows.append(
                {
                    "key": cell.key,
                    "finding": finding,
                    "age": age,
                    "percent": cell.value,
                    "people": _people_behind(name, age),
                    "status": cell.status,
                }
            )
    return pd.DataFrame(rows)


def refit(table: pd.DataFrame) -> pd.DataFrame:
    """Fit one line on the log-odds scale to each finding of a prevalence table.

    Parameters
    ----------
    table : columns ``finding``, ``age`` (years), ``percent`` (strictly between 0 and 100).

    Returns
    -------
    DataFrame
        One row a finding, in the order of `table`: ``finding``, ``slope_per_decade`` (log-odds),
        ``odds_ratio_per_decade``, ``at_20`` (fitted percent at age 20), ``largest_gap`` (largest
        distance between a printed and a fitted percent, in percentage points).

    Raises
    ------
    ValueError
        When a finding has fewer than two ages or a percentage of 0 or 100.
    """
    rows = []
    for finding, cells in table.groupby("finding", sort=False):
        decades = [(age - 20) / 10 for age in cells["age"]]
        line = logit_line(decades, list(cells["percent"]))
        gaps = [abs(a - b) for a, b in zip(line.percent, cells["percent"], strict=True)]
        rows.append(
            {
                "finding": finding,
                "slope_per_decade": line.slope,
                "odds_ratio_per_decade": math.exp(line.slope),
                "at_20": 100 / (1 + math.exp(-line.intercept)),
                "largest_gap": max(gaps),
            }
        )
    return pd.DataFrame(rows)


def nobody_behind(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a prevalence table whose point rests on no people at all.

    Parameters
    ----------
    table : columns as :func:`prevalence_table` gives them; the result has the same.
    """
    return table[table["people"] == 0]


def _people_behind(name: str, age: int) -> float:
    key = f"{STUDY}.people_behind_{name}[{age}]"
    known = set(course_evidence().keys())
    return ev(key).value if key in known else math.nan
