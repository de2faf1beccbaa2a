"""Questions of jupyterquiz become items; what they lose is named, with its place."""

import json
from pathlib import Path
from typing import Any

import pytest
from course_copy import CourseCopy
from typer.testing import CliRunner

from painlab.cli import app
from painlab.findings import ContentError
from painlab.quiz.authoring.from_jupyterquiz import Imported, import_questions
from painlab.quiz.authoring.new_item import MISCONCEPTION, REASON, RIGHT, WRONG
from painlab.quiz.bank import read_bank
from painlab.quiz.models import Item, Multiple, Numeric, Single
from painlab.quiz.state import words

QUESTIONS = Path(__file__).parents[1] / "fixtures" / "import" / "jupyterquiz.json"
IDS = [f"spine-new-{number:02d}" for number in range(1, 10)]


def _items(result: Imported, tmp_path: Path) -> list[Item]:
    bank = tmp_path / "bank.yml"
    bank.write_text("\n".join(result.items), encoding="utf-8")
    entries, findings = read_bank(bank)
    assert findings == []
    assert not any(entry.kind == "checklist" for entry in entries)
    return entries  # type: ignore[return-value]


def _one(tmp_path: Path, question: dict[str, Any]) -> tuple[Item, list[str]]:
    path = tmp_path / "one.json"
    path.write_text(json.dumps([question], indent=1), encoding="utf-8")
    result = import_questions(path, IDS, "read-a-prevalence")
    (item,) = _items(result, tmp_path)
    return item, [finding.message for finding in result.findings]


def _lost(number: int) -> list[tuple[int, str]]:
    result = import_questions(QUESTIONS, IDS, "read-a-prevalence")
    name = f"question {number}"
    return [(one.line, one.message) for one in result.findings if one.item == name]


@pytest.fixture
def items(tmp_path: Path) -> list[Item]:
    return _items(import_questions(QUESTIONS, IDS, "read-a-prevalence"), tmp_path)


def test_a_multiple_choice_becomes_a_single(items: list[Item]) -> None:
    item = items[0]
    assert isinstance(item, Single)
    assert item.prompt == "Which of these does a scan **show**?"
    assert [option.correct for option in item.options] == [True, False, False]
    assert item.options[0].explain == "Yes. A scan is a picture of shape."
    assert item.options[1].misconception == MISCONCEPTION
    assert item.options[2].explain == WRONG
    assert _lost(1) == [(5, "the field 'answer_cols' is not carried over: 2.")]


def test_a_many_choice_becomes_a_multiple_with_its_code(items: list[Item]) -> None:
    item = items[1]
    assert isinstance(item, Multiple)
    assert [option.text for option in item.options] == ["Vertebra", "Sacrum", "`disc`"]
    assert _lost(2) == []


def test_a_value_becomes_the_answer_its_precision_a_tolerance_a_wrong_range_a_hint(
    items: list[Item],
) -> None:
    item = items[2]
    assert isinstance(item, Numeric)
    assert (item.answer.value, item.answer.because) == (3.1, "That is the number.")
    assert item.tolerance == 0.05
    assert [(hint.low, hint.high, hint.explain) for hint in item.hints] == [
        (10, 20, "You read the line below.")
    ]
    assert item.explain == REASON
    said = _lost(3)
    assert [line for line, _ in said] == [24, 28, 29]
    assert '"Nearly."' in said[1][1]
    assert '"Look at the table again."' in said[2][1]


def test_a_right_range_becomes_middle_and_tolerance(items: list[Item]) -> None:
    item = items[3]
    assert isinstance(item, Numeric)
    assert (item.answer.value, item.tolerance, item.answer.because) == (50, 10, REASON)
    assert [message for _, message in _lost(4)] == [
        "the upper end of the range counts as right here."
    ]


def test_an_answer_typed_as_text_is_left_out_by_name() -> None:
    ((line, message),) = _lost(5)
    assert line == 41
    assert message.startswith("left out: answers typed as text cannot be judged here")


def test_code_pictures_formulas_and_unknown_fields_are_named(items: list[Item]) -> None:
    item = items[4]
    assert words(item.prompt).startswith("What does this print?")
    assert "`print(i)`" in item.prompt
    assert isinstance(item, Single)
    assert words(item.options[1].text) == "[1, 2] or {1: *2*}"
    said = " ".join(message for _, message in _lost(6))
    for part in ("<img src=plot.png>", "formulas", "'hint'", "Count from nought", "'id'", "indent"):
        assert part in said


def test_questions_without_a_right_answer_and_of_unknown_type_are_left_out() -> None:
    assert [message for _, message in _lost(7)] == [
        "left out: no answer is marked correct; mark one."
    ]
    assert "Did you mean 'multiple_choice'?" in _lost(8)[0][1]


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("text", "must be an object"),
        ({"type": "numeric", "question": "q", "answers": "3"}, "'answers' must be a list"),
        ({"type": "numeric", "question": "q", "answers": [{"value": "3"}]}, "neither a number"),
        ({"type": "numeric", "question": "q", "answers": [{"value": 3}]}, "no number is marked"),
        (
            {
                "type": "many_choice",
                "question": "q",
                "answers": [{"answer": "a", "correct": True}, {"answer": "b", "correct": True}],
            },
            "every answer is marked correct",
        ),
        (
            {
                "type": "multiple_choice",
                "question": "",
                "answers": [{"answer": "a", "correct": True}, {"answer": "b"}],
            },
            "the text is empty",
        ),
    ],
)
def test_a_question_that_cannot_be_used_is_left_out(
    tmp_path: Path, question: Any, message: str
) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps([question]))
    result = import_questions(path, IDS, "read-a-prevalence")
    assert result.items == []
    said = " ".join(finding.message for finding in result.findings)
    assert "left out" in said
    assert message in said


def test_a_choice_whose_type_and_answers_disagree_says_what_it_became(tmp_path: Path) -> None:
    answers = [{"answer": "a", "correct": True}, {"answer": "b", "correct": False}]
    question = {"type": "many_choice", "question": "q", "answers": answers}
    item, said = _one(tmp_path, question)
    assert isinstance(item, Single)
    assert item.options[0].explain == RIGHT
    assert said == ["became 'single', for 1 of its answers are correct."]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ('[{"question": "q",\n  "type" "numeric"}]', 2, 10, "broken JSON: expecting ':' delim"),
        ("{}", 1, 1, "must be a list of questions"),
        ("[]", 1, 1, "must be a list of questions"),
    ],
)
def test_a_file_that_is_no_list_of_questions_is_refused_with_its_place(
    tmp_path: Path, text: str, line: int, column: int, message: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text)
    with pytest.raises(ContentError) as raised:
        import_questions(path, IDS, "x")
    (finding,) = raised.value.findings
    assert (finding.path, finding.line, finding.column) == ("bad.json", line, column)
    assert message in finding.message


def _run(course: CourseCopy, file: Path, *more: str) -> tuple[int, str]:
    arguments = ["import-jupyterquiz", str(file), "--root", str(course.root), "--module", "spine"]
    arguments += ["--objective", "read-a-prevalence", *more]
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.output


def test_the_command_appends_and_lists_what_is_lost(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    status, said = _run(course, QUESTIONS)
    assert status == 1
    assert "jupyterquiz.json:5:5 question 1: the field 'answer_cols'" in said
    assert "5 of 8 questions written to book/quizzes/spine.yml:" in said
    found = course.findings("placeholder")
    assert {finding.item for finding in found} == {f"spine-{n:02d}" for n in range(1, 6)}


def test_nothing_is_written_when_nothing_can_be_carried_over(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    file = tmp_path / "bad.json"
    for text in ("[1]", "["):
        file.write_text(text)
        output = tmp_path / "out.yml"
        assert _run(course, file, "--output", str(output))[0] == 1
        assert not output.exists()


def test_a_file_without_loss_leaves_status_0(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    file, output = tmp_path / "good.json", tmp_path / "out.yml"
    questions = json.loads(QUESTIONS.read_text())[1:2]
    file.write_text(json.dumps(questions))
    status, said = _run(course, file, "--output", str(output), "--topic", "bones")
    assert status == 0, said
    assert [entry.id for entry in read_bank(output)[0]] == ["spine-bones-01"]
