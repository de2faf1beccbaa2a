"""`painlab new-quiz` starts a question of any kind and leaves the rest of the bank alone."""

from pathlib import Path

import pytest
from course_copy import BANK, CourseCopy
from typer.testing import CliRunner

from painlab.authoring.files import AuthoringError
from painlab.cli import app
from painlab.quiz.authoring.new_item import SKELETONS, append, free_ids
from painlab.quiz.authoring.schema import HEADER
from painlab.quiz.bank import read_bank
from painlab.quiz.forms.models import FORM_KINDS
from painlab.quiz.models import KINDS

ALL = [*KINDS, *FORM_KINDS]


@pytest.fixture
def course(tmp_path: Path) -> CourseCopy:
    return CourseCopy(tmp_path)


def _run(course: CourseCopy, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["new-quiz", "--root", str(course.root), *arguments])
    return result.exit_code, " ".join(result.output.split())


def test_there_is_a_valid_skeleton_of_every_kind() -> None:
    entries, findings = read_bank(SKELETONS)
    assert findings == []
    assert sorted(entry.kind for entry in entries) == sorted(ALL)


@pytest.mark.parametrize("kind", ALL)
def test_the_new_item_loads_and_stands_where_it_says(course: CourseCopy, kind: str) -> None:
    bank = course.root / BANK
    before = bank.read_text(encoding="utf-8")
    status, said = _run(course, "spine", kind, "--topic", "Pain free!")
    assert status == 0, said
    after = bank.read_text(encoding="utf-8")
    assert after.startswith(before)
    place, name = said.split()
    path, line = place.split(":")
    assert (path, name) == (BANK, "spine-pain-free-01")
    assert after.splitlines()[int(line) - 1] == "- id: spine-pain-free-01"
    entries, findings = read_bank(bank)
    assert findings == []
    assert (entries[-1].id, entries[-1].kind) == (name, kind)


def test_ids_count_on_from_the_highest_in_any_bank(course: CourseCopy) -> None:
    assert free_ids(course.root / "book", "spine", "common", 2) == [
        "spine-common-03",
        "spine-common-04",
    ]
    (course.root / "book/quizzes/other.yml").write_text("- id: spine-common-40\n  kind: [broken")
    assert free_ids(course.root / "book", "spine", "common") == ["spine-common-41"]
    with pytest.raises(AuthoringError, match=r"'spine-common' has 59 numbers left, not 60"):
        free_ids(course.root / "book", "spine", "common", 60)


def test_a_missing_bank_is_made_with_its_header(course: CourseCopy) -> None:
    assert _run(course, "fear", "single") == (0, "book/quizzes/fear.yml:3 fear-01")
    text = (course.root / "book/quizzes/fear.yml").read_text(encoding="utf-8")
    assert text.startswith(f"{HEADER}\n\n- id: fear-01\n")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("# a comment\n- id: a-01\n  x: 1 # kept\n\n# last words", "# last words"),
        ("- id: a-01\r\n  x: 1\r\n", "- id: a-01\r\n  x: 1\r\n"),
        ("", ""),
    ],
    ids=["comments, no end of line", "Windows line ends", "empty file"],
)
def test_what_stands_in_the_bank_stays_to_the_byte(tmp_path: Path, text: str, same: str) -> None:
    bank = tmp_path / "bank.yml"
    bank.write_bytes(text.encode())
    line = append(bank, "- id: b-01\n  x: 2\n")
    after = bank.read_bytes().decode()
    assert after.startswith(text)
    assert same in after
    assert after.splitlines()[line - 1] == "- id: b-01"
    assert after.splitlines()[line - 2] == ""
    assert ("\r\n" in text) == ("x: 2\r\n" in after)
    assert [path.name for path in tmp_path.iterdir()] == ["bank.yml"]


@pytest.mark.parametrize(
    "text",
    [
        "- id: [",
        "id: a-01\n",
        "[{id: a-01}]\n",
        "  - id: a-01\n",
        "- id: a-01\n  text: |\n    x\n   y",
    ],
    ids=["broken", "no list", "list in brackets", "indented list", "broken further down"],
)
def test_a_bank_that_cannot_take_an_item_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    bank = tmp_path / "bank.yml"
    bank.write_text(text)
    with pytest.raises(AuthoringError):
        append(bank, "- id: b-01\n  x: 2\n")
    assert bank.read_text() == text


def test_a_text_that_adds_no_item_is_not_written(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yml"
    bank.write_text("- id: a-01\n")
    with pytest.raises(AuthoringError, match="would not hold the new entry"):
        append(bank, "# no item\n")
    assert bank.read_text() == "- id: a-01\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["spine", "singel"], "unknown kind 'singel'. Did you mean 'single'?"),
        (["../spine", "single"], "'../spine' is no module"),
        (["spine", "single", "--id", "spine-common-01"], "is an item 'spine-common-01' already"),
        (["spine", "single", "--id", "Spine 1"], "'Spine 1' is no id"),
        (["spine", "single", "--objective", "read-prevalence"], "Did you mean 'read-a-prevalence'"),
    ],
)
def test_misuse_is_a_sentence_and_writes_nothing(
    course: CourseCopy, arguments: list[str], sentence: str
) -> None:
    before = (course.root / BANK).read_bytes()
    status, said = _run(course, *arguments)
    assert status == 2
    assert sentence in said.replace("│ ", "").replace(" │", "")
    assert (course.root / BANK).read_bytes() == before


def test_the_objective_and_the_id_can_be_given(course: CourseCopy) -> None:
    status, said = _run(
        course, "spine", "single", "--id", "spine-own-07", "--objective", "read-a-prevalence"
    )
    assert (status, said.split()[1]) == (0, "spine-own-07")
    assert "write-the-objective" not in (course.root / BANK).read_text(encoding="utf-8")
