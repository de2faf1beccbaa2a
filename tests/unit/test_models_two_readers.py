"""Two simulated readers: exact probabilities, invariants, and the counts of the lesson."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from painlab.models.two_readers import (
    Readings,
    draw_readings,
    joint_probabilities,
    typical_readings,
)

KAPPAS = st.floats(0, 1)
SHARES = st.floats(0.01, 0.99)


def table(readings: Readings) -> list[list[int]]:
    pairs = list(zip(readings.first, readings.second, strict=True))
    return [[pairs.count((a, b)) for b in (True, False)] for a in (True, False)]


@given(kappa=KAPPAS, prevalence=SHARES)
def test_joint_probabilities_have_the_kappa_and_the_margins(
    kappa: float, prevalence: float
) -> None:
    joint = joint_probabilities(kappa, prevalence)
    assert all(value >= 0 for value in joint)
    assert math.isclose(sum(joint), 1)
    assert math.isclose(joint.both + joint.first_only, prevalence)
    square = [[joint.both, joint.first_only], [joint.second_only, joint.neither]]
    # Cohen J. Educ Psychol Meas 1960;20:37, as statsmodels works it out.
    assert cohens_kappa(square).kappa == pytest.approx(kappa, abs=1e-6)


@pytest.mark.parametrize(
    ("kappa", "prevalence", "differ"),
    [(0.44, 0.5, 28), (0.66, 0.5, 17), (0.85, 0.5, 8), (0.44, 0.2, 18)],
)
def test_typical_readings_differ_on_the_expected_number(
    kappa: float, prevalence: float, differ: int
) -> None:
    assert len(typical_readings(kappa, prevalence, seed=1).differ) == differ


@given(kappa=KAPPAS, prevalence=SHARES, scans=st.integers(1, 200), seed=st.integers(0, 9))
def test_typical_readings_stay_close_to_what_was_asked(
    kappa: float, prevalence: float, scans: int, seed: int
) -> None:
    readings = typical_readings(kappa, prevalence, seed, scans)
    assert len(readings.first) == len(readings.second) == scans
    for answers in (readings.first, readings.second):
        assert abs(sum(answers) - scans * prevalence) <= 1.51


@given(kappa=KAPPAS, prevalence=SHARES, seed=st.integers(0, 1000))
def test_draws_repeat_with_the_seed(kappa: float, prevalence: float, seed: int) -> None:
    assert draw_readings(kappa, prevalence, seed) == draw_readings(kappa, prevalence, seed)


def test_many_draws_come_close_to_the_exact_probabilities() -> None:
    readings = draw_readings(0.44, 0.2, seed=4, scans=200_000)
    joint = joint_probabilities(0.44, 0.2)
    counted = [count / 200_000 for row in table(readings) for count in row]
    assert counted == pytest.approx(list(joint), abs=0.004)
    assert readings.kappa == pytest.approx(0.44, abs=0.01)


def test_full_agreement_never_differs() -> None:
    assert draw_readings(1, 0.5, seed=3).differ == ()


def test_scan_numbers_count_from_one() -> None:
    assert Readings((True, False), (False, False)).differ == (1,)


def test_kappa_is_undefined_when_all_answers_are_alike() -> None:
    assert math.isnan(Readings((True, True), (True, True)).kappa)


def test_an_impossible_kappa_is_refused() -> None:
    with pytest.raises(ValueError, match="kappa is"):
        joint_probabilities(1.2, 0.5)
    with pytest.raises(ValueError, match="scans is 0"):
        draw_readings(0.4, 0.5, seed=1, scans=0)
    with pytest.raises(ValueError, match="scans is 0"):
        typical_readings(0.4, 0.5, seed=1, scans=0)
