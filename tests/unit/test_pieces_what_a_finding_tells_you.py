"""What a finding tells you agrees with Bayes' rule at every start, and with the published case."""

from __future__ import annotations

import re

import pytest

from painlab import ev, stats
from painlab.pieces import what_a_finding_tells_you as piece

STATE = piece.state("../../")
SETTINGS = STATE["settings"]


def of100(start: int, ratio: float) -> int:
    return int(100 * stats.posterior(start / 100, ratio) + 0.5)


def test_starts_run_from_5_to_80_in_fives_and_begin_at_40() -> None:
    assert [int(start) for start in SETTINGS] == list(range(5, 81, 5)) == STATE["starts"]
    assert STATE["start"] == 40


def test_the_published_case_is_63_and_9() -> None:
    assert SETTINGS["40"]["sentence"] == (
        "Before the scan 40 of 100. With a worn disc 63. With a normal-looking disc 9."
    )
    assert SETTINGS["40"]["worn"] == ev("calc.after_worn_disc").value
    assert SETTINGS["40"]["normal"] == ev("calc.after_normal_disc").value


@pytest.mark.parametrize("start", range(5, 81, 5))
def test_every_start_follows_the_likelihood_ratios(start: int) -> None:
    setting = SETTINGS[str(start)]
    worn = ev("han2023dx.lr_positive[disc_degeneration]")
    normal = ev("han2023dx.lr_negative[disc_degeneration]")
    assert worn.ci95
    assert normal.ci95
    assert setting["worn"] == of100(start, worn.value)
    assert setting["normal"] == of100(start, normal.value)
    low, high = (of100(start, end) for end in worn.ci95)
    assert f"{low} to {high} in place of {setting['worn']}" in setting["caveat"]
    assert f"{of100(start, normal.ci95[1])} in place of {setting['normal']}" in setting["caveat"]


@pytest.mark.parametrize("start", range(5, 81, 5))
def test_the_insight_names_the_finding_that_moves_the_number_more(start: int) -> None:
    setting = SETTINGS[str(start)]
    up, down = setting["worn"] - start, start - setting["normal"]
    assert f"up by {up}, a normal-looking one down by {down}." in setting["insight"]
    says_clean = "clean picture tells you more" in setting["insight"]
    says_worn = "worn disc moves it more" in setting["insight"]
    assert (says_clean, says_worn) == (down > up, up > down)


@pytest.mark.parametrize("start", range(5, 81, 5))
def test_the_table_is_two_by_three_and_each_column_holds_100_people(start: int) -> None:
    source, other = SETTINGS[str(start)]["table"]["rows"]
    assert len(source) == len(other) == 4
    assert [one + two for one, two in zip(source[1:], other[1:], strict=True)] == [100, 100, 100]


def test_no_number_stands_in_the_question() -> None:
    assert not re.search(r"\d", STATE["question"] + STATE["setting"] + STATE["ask"])


def test_a_strong_test_of_a_rare_danger_is_mostly_wrong_when_it_alarms() -> None:
    sensitivity = ev("jarvik2002.mri_for_infection[sensitivity]").value
    specificity = ev("jarvik2002.mri_for_infection[specificity]").value
    alarm = stats.posterior(0.001, stats.likelihood_ratio_positive(sensitivity, specificity))
    clear = stats.posterior(0.001, stats.likelihood_ratio_negative(sensitivity, specificity))
    text = " ".join(STATE["aside"]["paragraphs"])
    assert f"about {1000 * alarm:.0f} of 1,000" in text
    assert 1000 * clear < 1
    assert "When the scan is clear, in fewer than 1 of 1,000." in text


def test_a_figure_without_an_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="has no ci95"):
        piece.after(40, "shaw2020.lr_for_serious_spinal_pathology[saddle_anaesthesia]")
