"""The refit of brinjikji2015, and what stands behind its points."""

from __future__ import annotations

import pandas as pd
import pytest

from painlab.models.prevalence_curve import AGES, FINDINGS, nobody_behind, prevalence_table, refit


def test_the_table_holds_every_finding_at_every_age() -> None:
    table = prevalence_table()
    assert len(table) == len(FINDINGS) * len(AGES)
    assert not table.percent.isna().any()


def test_nobody_stands_behind_four_points() -> None:
    rows = nobody_behind(prevalence_table())
    assert list(zip(rows.finding, rows.age, strict=True)) == [
        ("Facet joint wear", 20),
        ("Facet joint wear", 30),
        ("Slipped vertebra", 20),
        ("Slipped vertebra", 30),
    ]


def test_slopes_match_the_check_in_the_evidence_file() -> None:
    # brinjikji2015, limits: degeneration about +0.62, bulge +0.42, protrusion +0.10, facet +0.79.
    slopes = refit(prevalence_table()).set_index("finding").slope_per_decade
    assert slopes["Disc degeneration"] == pytest.approx(0.62, abs=0.01)
    assert slopes["Disc bulge"] == pytest.approx(0.42, abs=0.01)
    assert slopes["Disc protrusion"] == pytest.approx(0.10, abs=0.01)
    assert slopes["Facet joint wear"] == pytest.approx(0.79, abs=0.01)


def test_the_refit_meets_every_printed_number_within_one_point() -> None:
    # A table rounded to whole percents cannot be met closer than half a point.
    assert refit(prevalence_table()).largest_gap.max() < 1


def test_a_table_that_is_no_curve_shows_its_gap() -> None:
    table = pd.DataFrame({"finding": "x", "age": [20, 30, 40], "percent": [20, 60, 20]})
    assert refit(table).largest_gap.iloc[0] > 20
