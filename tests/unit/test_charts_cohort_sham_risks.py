"""Pictures of the cohort, the sham tests and the risks: signs, sums, and good drawn as harm is."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from painlab import ev
from painlab.charts import CHARTS
from painlab.charts.famous_cohort import COUNTED, HARMS
from painlab.charts.sham_tests import VERDICTS
from painlab.charts.values import of_100


@pytest.mark.parametrize("key", HARMS.values())
def test_a_harm_is_the_count_it_comes_from(key: str) -> None:
    figure = ev(key)
    events = figure.value if figure.unit == "people" else figure.events
    assert figure.total == 725
    assert of_100(key) == pytest.approx(100 * (events or 0) / 725, abs=0.5)


def test_both_clocks_run_equally_long_and_start_apart() -> None:
    spec = CHARTS["cohort_clocks"]().chart.to_dict()
    clocks = next(rows for rows in spec["datasets"].values() if "starts" in rows[0])
    assert [row["ends"] - row["starts"] for row in clocks] == [COUNTED, COUNTED]
    assert clocks[0]["starts"] > clocks[1]["starts"] == 0


def test_every_trial_against_a_sham_came_out_one_way_or_the_other() -> None:
    as_good, better = (ev(VERDICTS[name]) for name in list(VERDICTS)[1:])
    assert (as_good.events or 0) + (better.events or 0) == ev("wartolowska2014.n").value
    assert list(CHARTS["sham_verdicts"]().table["of 100 trials"]) == [74, 51, 49]


def test_all_three_cement_trials_lean_to_cement_and_show_no_clear_difference() -> None:
    table = CHARTS["sham_cement"]().table
    assert list(table["difference in pain, of 10"]) == [-0.6, -0.7, -0.11]
    assert (table["interval from"] < 0).all()
    assert (table["to"] > 0).all()


def test_second_opinions_add_up() -> None:
    table = CHARTS["second_opinions"]().table
    assert list(table["people of 100"]) == [16, 18, 55, 11]
    assert table["people counted"].sum() == ev("lenza2017.same_surgery_advised").total


@pytest.mark.parametrize(
    ("good", "harm"),
    [("larger_operation_good", "larger_operation_harm"), ("fusion_good", "surgery_repeats")],
)
def test_good_and_harm_have_the_same_space_and_the_same_people(good: str, harm: str) -> None:
    drawings = [ET.fromstring(CHARTS[name]().svg()) for name in (good, harm)]
    assert len({drawing.get("viewBox") for drawing in drawings}) == 1
    people = [sum(node.tag.endswith("use") for node in drawing.iter()) for drawing in drawings]
    assert people == [200, 200]
