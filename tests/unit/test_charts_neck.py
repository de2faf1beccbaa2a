"""Pictures of the neck: both ends of a posture sum, signs of gains, what was called important."""

from __future__ import annotations

import re

import pytest

from painlab import ev
from painlab.charts import CHARTS
from painlab.charts.neck_treatments import ARM_PAIN, TREATED, Treated
from painlab.evidence.load import course_evidence
from painlab.recipes_neck import DEGREES


def test_no_bend_shows_a_link_and_none_is_ruled_out() -> None:
    table = CHARTS["text_neck_bend"]().table
    assert len(table) == 2 * (1 + len(DEGREES))
    assert ((table["interval from"] < 1) & (table["to"] > 1)).all()
    assert table["to"].max() > 1.5


def test_both_ends_of_the_posture_sum_stand_around_the_start() -> None:
    assert list(CHARTS["text_neck_people"]().table.iloc[:, 1]) == [27, 40, 55]


def test_less_turning_on_show_lets_people_turn_further() -> None:
    shown = CHARTS["neck_views"]()
    assert list(shown.table.iloc[:, 1]) == [0, 6, -7]
    assert "only the lower row" in shown.note
    assert shown.table.iloc[-1, 0] == "More turning than true"
    assert ev("kragting2023.overstated_view_shortens").value == 1


@pytest.mark.parametrize("one", TREATED, ids=lambda one: one.key)
def test_a_gain_is_the_printed_difference_turned(one: Treated) -> None:
    printed = ev(one.key)
    assert printed.ci95
    effect = one.effect()
    assert (effect.value, effect.low, effect.high) == (
        -printed.value,
        -printed.ci95[1],
        -printed.ci95[0],
    )
    # All five favour the treatment, and the evidence file prints that as a minus.
    assert 0 < effect.low < effect.value < effect.high


def test_only_the_row_called_fear_is_about_fear() -> None:
    fear = [one.label for one in TREATED if "fear" in ev(one.key).what]
    assert fear == [one.label for one in TREATED if one.label.startswith("Fear")]


def test_the_gap_with_arm_pain_narrows() -> None:
    counts = CHARTS["neck_arm_better"]().table.iloc[:, 1].to_list()
    surgery, physio, surgery_later, physio_later = counts
    assert (surgery - physio, surgery_later - physio_later) == (25, 12)
    for label, key in ARM_PAIN.items():
        months = re.search(r"\d+", label)
        assert months
        assert f"_{months[0]}_months" in key


def test_the_gain_stays_below_what_the_trial_called_important() -> None:
    gain, important = CHARTS["neck_arm_gain"]().table.iloc[:, 1]
    ends = ev("taso2025.disability_gap_herniation").ci95
    assert ends
    assert gain < ends[1] < important


def test_a_review_under_question_is_in_no_picture_of_the_neck() -> None:
    assert "monticone2015" in course_evidence().studies
    for name in ("neck_gains", "neck_arm_better", "neck_arm_gain"):
        assert "monticone2015" not in CHARTS[name]().sources
