"""The command `painlab`: what it prints and the status it leaves."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from course_copy import CLEAN, LESSON, CourseCopy
from typer.testing import CliRunner

from painlab.check.course import read_course
from painlab.check.report import pages_due
from painlab.cli import app


def _run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.output


@pytest.fixture
def broken(tmp_path: Path) -> CourseCopy:
    course = CourseCopy(tmp_path)
    course.change(LESSON, "You have a scan report in your hand.", "You have 2 scans!")
    return course


def test_a_clean_course_leaves_status_0() -> None:
    status, output = _run("check", "--root", CLEAN)
    assert status == 0, output
    counted = "4 pages, 1 notebooks, 2 quiz items, 0 forms and 2 studies"
    assert output == f"Nothing to mend in {counted}.\n"


def test_findings_leave_status_1_and_name_file_and_line(broken: CourseCopy) -> None:
    status, output = _run("check", "--root", broken.root)
    assert status == 1
    assert f"{LESSON}:26:10: the number '2' stands bare" in output
    assert "2 things to mend in 1 file" in output


def test_json_says_the_same(broken: CourseCopy) -> None:
    status, output = _run("check", "--root", broken.root, "--format", "json")
    assert status == 1
    found = json.loads(output)["findings"]
    assert {finding["rule"] for finding in found} == {"bare-number", "forbidden-word"}
    places = [(finding["path"], finding["line"], finding["column"]) for finding in found]
    assert places == [(LESSON, 26, 10), (LESSON, 26, 17)]


@pytest.mark.parametrize(
    ("path", "expected"), [(LESSON, 1), ("book/imaging", 1), ("index.md", 0), (".", 1)]
)
def test_paths_narrow_what_is_shown(broken: CourseCopy, path: str, expected: int) -> None:
    assert _run("check", "--root", broken.root, broken.root / path)[0] == expected


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "--rot", "x"], "No such option: --rot"),
        (["check", "--root", "nowhere"], "'nowhere' is no checkout of the course"),
        (["check", "--root", str(CLEAN), "none.md"], "there is no file or folder 'none.md'"),
        (["check", "--root", str(CLEAN), "/"], "'/' is not inside"),
        (["check", "--format", "xml"], "xml"),
        (["chek"], "chek"),
    ],
)
def test_misuse_leaves_status_2_and_a_sentence(arguments: list[str], sentence: str) -> None:
    status, output = _run(*arguments)
    assert status == 2
    assert sentence in output
    assert "Traceback" not in output


def test_help_explains_the_status() -> None:
    status, output = _run("check", "--help")
    assert status == 0
    assert "Exit status: 0" in output
    assert "--report" in output


def test_the_report_lists_what_is_worth_a_look() -> None:
    status, output = _run("check", "--root", CLEAN, "--report", "--format", "json")
    assert status == 0
    report = json.loads(output)["report"]
    assert report["unused_keys"] == ["brinjikji2015.n"]
    assert report["unused_items"] == []
    items = report["items"]
    assert items["objectives"] == {"read-a-prevalence": 2}
    assert items["kinds"] == {"single": 1, "true_false": 1}
    assert [place["place"] for place in items["answer_positions"]] == [1, 2]
    assert items["right_is_longest"] == 0
    assert 0 < report["grades"][LESSON] < 8
    text = _run("check", "--root", CLEAN, "--report")[1]
    assert "Keys that nothing uses: 1." in text
    assert "Place of the right option, as shown, in 1 single-choice items:" in text


@pytest.mark.parametrize(
    ("today", "due"), [(date(2027, 11, 22), []), (date(2027, 11, 23), [LESSON])]
)
def test_a_page_is_due_from_its_day_on(today: date, due: list[str]) -> None:
    assert pages_due(read_course(CLEAN), today) == due


def test_the_installed_command_runs() -> None:
    command = Path(sys.executable).with_name("painlab")
    done = subprocess.run([command, "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "check" in done.stdout
