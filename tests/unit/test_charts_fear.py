"""Pictures of the module on fear: what they say follows the evidence, better always upwards."""

from __future__ import annotations

import pytest

from painlab import ev
from painlab.charts import CHARTS
from painlab.charts.fear_course import COURSES, WEEKS
from painlab.charts.fear_treatments import CFT_PAIN, RULER, Gain


def test_confidence_is_the_strongest_path_and_fearing_the_worst_is_not_shown() -> None:
    table = CHARTS["fear_paths"]().table
    strength = table.set_index("between pain and disability")["strength of the path"]
    assert strength.idxmax() == "Confidence to do things in pain"
    not_shown = table[(table["interval from"] <= 0) & (table["to"] >= 0)]
    assert list(not_shown["between pain and disability"]) == ["Fearing the worst"]


def test_signals_lie_further_apart_when_the_movement_is_tried() -> None:
    trying, resting = CHARTS["fear_signals"]().table.itertuples(index=False, name=None)
    gaps = {way: injured - healed for way, healed, injured, _ in (trying, resting)}
    assert gaps == {"Trying the movement": 15, "Resting": 5}
    assert trying[3] < resting[3]


def test_the_three_curves_hold_every_week_and_end_below_their_start() -> None:
    table = CHARTS["fear_course"]().table
    assert list(table["pain so far"]) == list(COURSES.values())
    assert list(table.columns[1:]) == [f"week {week}" for week in WEEKS]
    assert (table["week 52"] < table["week 0"]).all()
    assert list(table["week 52"]) == [21, 31, 40]


def test_recovered_and_not_recovered_are_all_people() -> None:
    assert list(CHARTS["fear_recovered"]().table["people of 100"]) == [72, 28]


@pytest.mark.parametrize("gain", [*CFT_PAIN, *RULER], ids=lambda gain: gain.label)
def test_every_average_favours_the_treatment_and_lies_in_its_interval(gain: Gain) -> None:
    effect = gain.effect()
    assert 0 < effect.value == pytest.approx(abs(ev(gain.key).value), abs=0.01)
    assert effect.low < effect.value < effect.high


def test_the_ruler_measures_in_smallest_worthwhile_changes() -> None:
    gains = CHARTS["fear_ruler"]().table.set_index("treatment and comparison").iloc[:, 0]
    assert gains["Exercise, pain"] == 1
    assert gains["CFT v usual care, daily life"] == pytest.approx(3.5 / 5)
    assert gains["CFT v trunk exercise, daily life"] == pytest.approx(4.75 / 10, abs=0.01)
    assert gains["Explain and move v sham, pain"] == pytest.approx(1 / 2)
    assert gains.max() == 1


def test_a_harder_comparison_leaves_less_gain_in_pain() -> None:
    gains = list(CHARTS["fear_cft_pain"]().table["points less pain, of 10"])
    assert gains == sorted(gains, reverse=True)


def test_the_arrays_say_how_many_were_not_helped_enough() -> None:
    shown = CHARTS["fear_less_limited"]()
    assert list(shown.table["clearly less limited, of 100"]) == [60, 33]
    assert "more than 60" in shown.sentence
    assert "40 were not" in shown.sentence
