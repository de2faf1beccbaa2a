"""Two readers agrees with the formula for kappa, its own draws, and the known examples."""

from __future__ import annotations

import re
from statistics import mean
from typing import Any

import pytest

from painlab import ev, stats
from painlab.pieces import two_readers

STATE = two_readers.state("../../")
QUESTIONS: dict[str, Any] = {question["id"]: question for question in STATE["questions"]}


def test_known_examples() -> None:
    # Half of the scans: kappa 0.44, 0.66, and the middle of 0.81 to 0.86; a fifth of them: 0.44.
    assert QUESTIONS["high_intensity_zone"]["expected"] == 28
    assert QUESTIONS["disk_degeneration"]["expected"] == 17
    assert QUESTIONS["disc_level"]["expected"] == 8
    assert two_readers.expected("high_intensity_zone", 0.2) == 18


def test_it_begins_with_the_worn_disc() -> None:
    assert STATE["start"] == "disk_degeneration"
    assert "17 of 100 scans get two different answers" in QUESTIONS[STATE["start"]]["insight"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_sentences_follow_the_formula(name: str) -> None:
    question = QUESTIONS[name]
    kappa = two_readers.kappa_of(name)
    # 22.5 is 22.499999999999996 for the computer; readers round the number they see.
    half = int(round(100 * stats.expected_disagreement(kappa, 0.5), 6) + 0.5)
    fifth = int(round(100 * stats.expected_disagreement(kappa, 0.2), 6) + 0.5)
    assert question["sentence"].endswith(f"they differ on about {half} of 100.")
    assert question["caveat"].endswith(f"the same kappa means about {fifth} of 100.")


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "disc_level"])
def test_kappa_is_the_measured_one(name: str) -> None:
    kappa = ev(f"carrino2009.between_reader_kappa[{name}]").value
    assert two_readers.kappa_of(name) == kappa
    assert f"kappa {kappa:g}." in QUESTIONS[name]["sentence"]


def test_a_range_of_kappas_is_shown_as_a_range_and_drawn_at_its_middle() -> None:
    low, high = (
        ev(f"elbarzouhi2013b.kappa_ranges[disc_level_{end}]").value for end in ("low", "high")
    )
    assert two_readers.kappa_of("disc_level") == pytest.approx((low + high) / 2)
    assert f"kappa {low:g} to {high:g}." in QUESTIONS["disc_level"]["sentence"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_draw_is_100_scans_and_its_words_count_them(name: str) -> None:
    for draw in QUESTIONS[name]["draws"]:
        differ = [i for i, code in enumerate(draw["codes"], start=1) if code in "12"]
        assert re.fullmatch("[0-3]{100}", draw["codes"])
        assert draw["text"] == f"They differ on scans {', '.join(map(str, differ))}."
        if draw["again"]:
            assert f"they differ on {len(differ)}." in draw["again"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_first_picture_is_typical_and_the_draws_scatter_around_it(name: str) -> None:
    first, *others = QUESTIONS[name]["draws"]
    counts = [sum(code in "12" for code in draw["codes"]) for draw in others]
    expected = QUESTIONS[name]["expected"]
    assert sum(code in "12" for code in first["codes"]) == expected
    assert len(counts) == 12
    assert len(set(counts)) > 3
    # Standard error of a mean of 12 draws: below sqrt(100 * 0.28 * 0.72 / 12) = 1.3.
    assert abs(mean(counts) - expected) < 4


def test_words_for_kappa_follow_the_convention() -> None:
    words = {name: re.findall("“(.+?)”", QUESTIONS[name]["insight"]) for name in QUESTIONS}
    assert words["modic_changes"] == ["moderate"]
    assert words["disk_degeneration"] == ["substantial"]
    assert words["disc_level"] == ["almost perfect"]
