"""An evidence key that does not exist is named with the nearest one that does."""

from pathlib import Path

import pytest
from course_copy import BANK, EVIDENCE, LESSON, CourseCopy

PLACE = "You have a scan report in your hand."


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("{ev}`brinjikji2015.disk_bulg[50]`", "brinjikji2015.disk_bulge[50]"),
        ("{ev:of100}`brinjikji2015.disk_bulge[51]`", "brinjikji2015.disk_bulge[50]"),
        ("{study}`brinjikji2051`", "brinjikji2015"),
        ("{ev}`calc.after_wornn_disc`", "calc.after_worn_disc"),
    ],
)
def test_an_unknown_key_in_a_page(tmp_path: Path, text: str, near: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, f"So we read\nin {text} and more.")
    finding = course.only("unknown-key")
    assert (finding.path, finding.line) == (LESSON, line + 1)
    assert f"Did you mean '{near}'?" in finding.message


def test_an_unknown_list_of_words(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, "{ev-list} brinjikji2015.signs", "{ev-list} brinjikji2015.sign")
    finding = course.only("unknown-key")
    assert (finding.path, finding.line) == (LESSON, line)
    assert "Did you mean 'brinjikji2015.signs'?" in finding.message


@pytest.mark.parametrize(
    ("role", "reason"),
    [
        ("{ev:counts}`brinjikji2015.disk_bulge[50]`", "has no events and total"),
        ("{ev:ci}`brinjikji2015.disk_bulge[50]`", "has no ci95"),
        ("{ev:of100}`brinjikji2015b.odds_ratio`", "is in odds ratio"),
        ("{ev:of10}`brinjikji2015.disk_bulge[50]`", "Did you mean 'of100'?"),
    ],
)
def test_a_style_that_the_figure_cannot_have(tmp_path: Path, role: str, reason: str) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, f"It is {role} here.")
    finding = course.only("impossible-style")
    assert (finding.path, finding.line) == (LESSON, line)
    assert reason in finding.message


def test_an_unknown_key_in_a_quiz(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(BANK, "{ev:of100}`brinjikji2015.disk_bulge[50]`", "{ev}`brinjikji2015.x`")
    found = [finding for finding in course.findings("quiz") if "brinjikji2015.x" in finding.message]
    assert [(finding.path, finding.line, finding.item) for finding in found] == [
        (BANK, line, "spine-common-01")
    ]


def test_a_recalled_figure_is_refused(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(
        EVIDENCE,
        "status: verified\n      label: age",
        "status: recalled\n      label: age",
    )
    found = course.findings("recalled")
    assert [(finding.path, finding.line) for finding in found] == [(EVIDENCE, line)]
    assert "brinjikji2015.disk_bulge" in found[0].item
