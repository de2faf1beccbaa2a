"""The answers of the "try it" cells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from painlab.try_it import check_guess, reveal


@pytest.fixture
def revealed() -> Iterator[None]:
    reveal()
    yield
    reveal(False)


def test_without_a_guess_it_says_how_to_go_on() -> None:
    assert check_guess(None, 20, 1, "Because.") == (
        "Put your number in place of None and run this cell again."
    )


def test_a_close_guess_is_right_and_explained() -> None:
    assert check_guess(21, 20.004, 1, "Because.") == "Yes: 20. Because."


def test_a_guess_that_is_off_says_which_way() -> None:
    assert check_guess(10, 20, 1, "Because.") == "Your 10 is lower than 20. Because."
    assert check_guess(25.5, 20, 1, "Because.") == "Your 25.5 is higher than 20. Because."


@pytest.mark.usefixtures("revealed")
def test_once_revealed_a_check_without_a_guess_shows_its_solution() -> None:
    assert check_guess(None, 20.004, 1, "Because.") == "Solution: 20, give or take 1. Because."
    assert check_guess(None, 0, 0, "Because.") == "Solution: 0. Because."
    assert check_guess(10, 20, 1, "Because.") == "Your 10 is lower than 20. Because."
    reveal(False)
    assert "Solution" not in check_guess(None, 20, 1, "Because.")
