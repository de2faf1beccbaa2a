"""People without pain never stand alone: people with pain are on the same page."""

from pathlib import Path

import pytest
from course_copy import BANK, LAB, LESSON, CourseCopy

ALONE = "It is more common with pain ({study}`brinjikji2015b`)."
ODDS = (
    "The odds were higher by a factor of {ev}`brinjikji2015b.odds_ratio` in people with pain, "
    "from {ev:ci}`brinjikji2015b.odds_ratio`."
)


def _without_counterpart(tmp_path: Path) -> CourseCopy:
    course = CourseCopy(tmp_path)
    course.change(LESSON, ALONE, "It is more common with pain.")
    course.change(LESSON, ODDS, "The odds were higher.")
    return course


def test_a_pain_free_share_alone_is_named(tmp_path: Path) -> None:
    finding = _without_counterpart(tmp_path).only("missing-counterpart")
    assert (finding.path, finding.line) == (LESSON, 13)
    assert "brinjikji2015.disk_bulge[50]" in finding.message
    assert "brinjikji2015b" in finding.message


def test_a_counterpart_inside_a_quiz_is_not_enough(tmp_path: Path) -> None:
    # The bank of the clean course names brinjikji2015b; most readers pass a quiz by.
    course = _without_counterpart(tmp_path)
    assert course.findings("missing-counterpart")


def test_a_quiz_item_alone_counts_as_a_use(tmp_path: Path) -> None:
    course = _without_counterpart(tmp_path)
    course.change(LESSON, "{ev:of100}`brinjikji2015.disk_bulge[50]`", "Many")
    assert not course.findings("missing-counterpart")
    bank = course.root / BANK
    bank.write_text(bank.read_text().replace(', "brinjikji2015b.odds_ratio"', ""))
    assert course.only("missing-counterpart").path == LESSON


@pytest.mark.parametrize(
    ("chart", "alone"), [("pain_free_by_age", True), ("protrusion_pair", False)]
)
def test_charts_count_on_both_sides(tmp_path: Path, chart: str, alone: bool) -> None:
    course = _without_counterpart(tmp_path)
    course.change(LESSON, "{ev:of100}`brinjikji2015.disk_bulge[50]`", "Many")
    course.change(LESSON, "You have a scan report", f":::{{chart}} {chart}\n:::\n\nYou have it")
    assert bool(course.findings("missing-counterpart")) is alone


def test_notebooks_show_both_halves_too(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LAB, ', ev(\\"brinjikji2015b.odds_ratio\\")', "")
    finding = course.only("missing-counterpart")
    assert (finding.path, finding.line) == (LAB, line)
