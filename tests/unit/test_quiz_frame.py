"""What an instructor reads in Python: a table of answers, and a call when a quiz is done."""

from typing import Any

import pandas as pd
import pytest

from painlab.quiz import Quiz
from painlab.quiz.bank import course_items
from painlab.quiz.frame import answer_words, quiz_frame
from painlab.quiz.models import Draw, Match, Multiple, Numeric, Order, Single, TrueFalse

COLUMNS = ["item", "objective", "kind", "prompt", "answer", "correct", "first", "tries"]
ITEMS = list(course_items().values())
SINGLE = next(item for item in ITEMS if isinstance(item, Single))
GUESS = next(item for item in ITEMS if item.kind == "estimate")


def kept(response: Any, correct: bool | None, at: int | None = 1_767_225_600_000) -> dict[str, Any]:
    return {
        "response": response,
        "correct": correct,
        "first": False,
        "tries": 2,
        "at": at,
        "confidence": "sure",
        "log": [],
    }


def test_one_row_an_item_with_the_latest_answer_in_words() -> None:
    quiz = Quiz(SINGLE.id, GUESS.id)
    quiz.answers = {SINGLE.id: kept(0, True)}
    frame = quiz.to_frame()
    assert list(frame.columns) == [*COLUMNS, "confidence", "at"]
    assert list(frame["item"]) == [SINGLE.id, GUESS.id]
    row = frame.iloc[0]
    assert (row["objective"], row["kind"]) == (SINGLE.objective, "single")
    assert "{ev" not in row["prompt"]
    assert row["answer"].replace("\n", " ") in SINGLE.options[0].text
    assert (row["correct"], row["first"], row["tries"], row["confidence"]) == (
        True,
        False,
        2,
        "sure",
    )
    assert row["at"] == pd.Timestamp("2026-01-01", tz="UTC")


def test_an_item_without_answer_has_its_row_and_its_types() -> None:
    frame = quiz_frame([SINGLE], {})
    row = frame.iloc[0]
    assert row["answer"] is None
    assert row["tries"] == 0
    assert row["correct"] is pd.NA
    assert row["at"] is pd.NaT
    assert str(frame["at"].dtype).endswith("UTC]")
    assert str(frame["correct"].dtype) == "boolean"


def test_what_is_not_graded_is_neither_right_nor_wrong() -> None:
    frame = quiz_frame([GUESS], {GUESS.id: {**kept(40, None), "first": None, "at": None}})
    row = frame.iloc[0]
    assert row["correct"] is pd.NA
    assert row["first"] is pd.NA
    assert row["at"] is pd.NaT
    assert row["answer"] == "40 of 100"


def test_every_kind_is_put_into_words() -> None:
    for item in ITEMS:
        response: Any = 0
        expected = ""
        if isinstance(item, Multiple):
            response = [0, 1]
        elif isinstance(item, TrueFalse):
            response, expected = 1, "False"
        elif isinstance(item, Numeric):
            response = 3.5
        elif isinstance(item, Order):
            response = list(range(len(item.entries)))
        elif isinstance(item, Match):
            response = [0] * len(item.pairs)
        elif isinstance(item, Draw):
            response = [30] * len(item.curve.labels)
            expected = f"{item.curve.labels[0]}: 30"
        said = answer_words(item, response)
        assert said != str(response)
        assert expected in said
        assert "{" not in said
        assert answer_words(item, None) == "asked to be shown"


@pytest.mark.parametrize("response", [99, "x", [7, 8, 9], {"a": 1}, [[]]])
def test_an_answer_that_does_not_fit_is_shown_as_it_came(response: Any) -> None:
    assert answer_words(SINGLE, response) == str(response)


def test_the_call_comes_once_and_again_only_after_a_new_try() -> None:
    calls: list[Quiz] = []
    quiz = Quiz(SINGLE.id, on_complete=calls.append)
    for done in (False, True, True):
        quiz.completed = done
    assert calls == [quiz]
    quiz.score = 1.0
    assert len(calls) == 1
    quiz.completed = False
    quiz.completed = True
    assert calls == [quiz, quiz]


def test_an_error_in_the_call_is_shown_and_stops_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen = []

    def broken(quiz: Quiz) -> None:
        raise LookupError(f"no mark book for {quiz!r}")

    quiz = Quiz(SINGLE.id, on_complete=broken)
    quiz.observe(lambda change: seen.append(change["new"]), "completed")
    quiz.completed = True
    assert seen == [True]
    out = capsys.readouterr()
    assert f"LookupError: no mark book for Quiz('{SINGLE.id}')" in out.out + out.err
