"""What is left out: each with its reason, none of it in the evidence too, faults named in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from painlab.content import content_dir
from painlab.evidence.left_out import WHY, course_left_out, read_left_out
from painlab.evidence.load import course_evidence

GOOD = "- key: held1999\n  what: A trial\n  why: held_back\n  because: No paper is out.\n"
TWIN = "- key: twin1999\n  what: A copy\n  why: two_names\n  because: The same.\n  see: {see}\n"


def found(folder: Path, text: str) -> tuple[list[str], list[str]]:
    (folder / "left_out.yml").write_text(text)
    entries, findings = read_left_out(folder, course_evidence())
    return [entry.key for entry in entries], [str(finding) for finding in findings]


def test_no_study_is_both_in_and_out() -> None:
    assert not {entry.key for entry in course_left_out()} & course_evidence().studies.keys()


def test_what_is_held_back_is_told() -> None:
    held = [entry for entry in course_left_out() if entry.why == "held_back"]
    assert [entry.key for entry in held] == ["esprit2024"]
    assert "paper" in held[0].because


def test_every_reason_is_in_use_and_every_text_is_a_sentence() -> None:
    assert {entry.why for entry in course_left_out()} == WHY.keys()
    for entry in course_left_out():
        assert entry.because.endswith("."), entry.key
        assert "http" not in entry.what + entry.because, entry.key


def test_nothing_needs_to_be_left_out(tmp_path: Path) -> None:
    assert read_left_out(tmp_path, course_evidence()) == ([], [])


def test_a_list_is_read(tmp_path: Path) -> None:
    text = GOOD + TWIN.format(see="brinjikji2015")
    assert found(tmp_path, text) == (["held1999", "twin1999"], [])


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (GOOD.replace("held1999", "brinjikji2015"), 1, "stands in the evidence files too"),
        (GOOD + GOOD, 5, "already stands above"),
        (TWIN.format(see="nobody1900"), 1, "which no evidence file holds"),
        (TWIN.format(see="brinjikji2015").rpartition("  see")[0], 1, "its other name; add it"),
        (GOOD.replace("held_back", "lost"), 3, "why: "),
        (GOOD.replace("  what: A trial\n", ""), 1, "what: "),
        ("- 7\n", 1, "entry 1"),
        ("a: 7\n", 1, "must be a list"),
        ("- key: [\n", 2, ""),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    _, findings = found(tmp_path, text)
    assert len(findings) == 1
    assert f"/left_out.yml:{line}:" in findings[0]
    assert said in findings[0]


def test_the_list_of_the_course_has_no_faults() -> None:
    assert read_left_out(content_dir(), course_evidence())[1] == []
