"""The rule for the thickness of an arrow: kind of evidence, and one study alone counts less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlab.models.arrow_steps import STEPS, Report, arrow_step, best_design, stands_alone

REPORTS = st.lists(
    st.builds(Report, st.just("x"), st.sampled_from(sorted(STEPS)), st.integers(0, 3)), max_size=5
)


@pytest.mark.parametrize(
    ("design", "alone", "several"),
    [("theory", 0, 0), ("snapshot", 1, 1), ("follow-up", 1, 2), ("experiment", 2, 3)],
)
def test_one_study_alone_counts_a_step_less(design: str, alone: int, several: int) -> None:
    assert arrow_step([Report("a", design, 1)]) == alone
    assert arrow_step([Report("a", design, 1), Report("b", design, 1)]) == several
    assert arrow_step([Report("a", design, 2)]) == several


def test_a_part_of_a_box_counts_a_step_less_unless_another_study_tested_it_whole() -> None:
    part = Report("a", "trial", 9, part=True)
    assert arrow_step([part]) == 3
    assert arrow_step([part, Report("b", "trial", 2)]) == 4
    assert arrow_step([Report("a", "snapshot", 9, part=True)]) == 1


def test_trials_are_the_top_step() -> None:
    assert arrow_step([Report("a", "trial", 2)]) == max(STEPS.values()) == 4


@given(reports=REPORTS)
def test_what_does_not_fit_makes_no_arrow_thicker(reports: list[Report]) -> None:
    before = arrow_step(reports)
    assert 0 <= before <= 4
    assert arrow_step([*reports, Report("no", "trial", 0)]) == before


@given(reports=REPORTS, design=st.sampled_from(sorted(STEPS)))
def test_a_fitting_study_of_the_same_or_a_lower_kind_makes_no_arrow_thinner(
    reports: list[Report], design: str
) -> None:
    if STEPS[design] <= STEPS[best_design(reports)]:
        assert arrow_step([*reports, Report("more", design, 1)]) >= arrow_step(reports)


def test_nothing_that_fits_is_no_more_than_theory() -> None:
    assert best_design([Report("a", "trial", 0)]) == "theory"
    assert not stands_alone([])
