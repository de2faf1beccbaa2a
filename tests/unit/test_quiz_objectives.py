"""Objectives: each is usable, and a broken one is named with its place and its fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from painlab.content import content_dir
from painlab.quiz.bank import course_items
from painlab.quiz.objectives import course_objectives, read_objectives

GOOD = "- id: read-a-share\n  module: imaging\n  can: read a share\n"


def written(folder: Path, text: str) -> tuple[list[str], list[str]]:
    (folder / "objectives.yml").write_text(text)
    objectives, findings = read_objectives(folder)
    return list(objectives), [str(finding) for finding in findings]


def test_the_course_names_an_objective_for_each_item() -> None:
    assert {item.objective for item in course_items().values()} <= course_objectives().keys()


def test_every_objective_belongs_to_a_folder_of_lessons() -> None:
    for objective in course_objectives().values():
        assert (content_dir() / objective.module).is_dir(), objective.id


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (GOOD.replace("  can: read a share\n", ""), 1, "the field 'can' is missing; add it."),
        (GOOD + "  cann: x\n", 4, "unknown field 'cann'. Did you mean 'can'?"),
        (GOOD.replace("read-a-share", "Read a share"), 1, "small letters with hyphens"),
        (GOOD.replace("can: read a share", "can: 7"), 3, "'can' must be text"),
        (GOOD.replace("can: read a share", "can: ' '"), 3, "the text is empty"),
        (GOOD + GOOD, 4, "already stands above"),
        ("- 7\n", 1, "must be a mapping"),
        ("a: 7\n", 1, "must be a list"),
        ("- id: [\n", 2, ""),
    ],
)
def test_a_broken_objective_is_named_with_line_and_fix(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    _, findings = written(tmp_path, text)
    assert len(findings) == 1
    assert f"/objectives.yml:{line}:" in findings[0]
    assert said in findings[0]


def test_the_good_ones_beside_a_broken_one_are_kept(tmp_path: Path) -> None:
    known, findings = written(tmp_path, GOOD + "- id: other\n")
    assert known == ["read-a-share"]
    assert len(findings) == 2


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert "the file is missing" in str(read_objectives(tmp_path)[1][0])
