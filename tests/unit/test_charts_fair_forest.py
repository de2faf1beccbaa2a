"""Pictures of PRT beside other treatments: one scale, one direction, sizes from the evidence."""

from __future__ import annotations

import pytest

from painlab import ev
from painlab.charts import CHARTS
from painlab.charts.fair_forest import RIVALS, Rival, prt_gain
from painlab.means import mean_difference


def test_the_gain_of_prt_is_the_difference_of_the_changes() -> None:
    gain, people = prt_gain("placebo", "4 weeks")
    changes = [ev("ashar2022.pain_change_post", arm).value for arm in ("placebo", "prt")]
    assert gain.value == pytest.approx(changes[0] - changes[1])
    assert people == 88


@pytest.mark.parametrize("rival", RIVALS, ids=lambda rival: rival.label)
def test_every_gain_counts_upwards_and_lies_in_its_interval(rival: Rival) -> None:
    gain = rival.gain()
    assert 0 < gain.value == pytest.approx(abs(ev(rival.key).value) * 10 / rival.scale)
    assert gain.low < gain.value < gain.high


def test_rows_that_may_be_no_difference_are_known() -> None:
    table = CHARTS["fair_forest"]().table.set_index("treatment, comparison, time")
    unclear = table[(table["interval from"] <= 0) & (table["to"] >= 0)]
    assert list(unclear.index) == ["PRT v usual care, 5 years", "CFT v trunk exercise, 8 weeks"]
    assert table["people"].idxmax() == "Exercise v mixed care, 3 months"


def test_silent_people_count_as_not_better_in_every_row_of_prt() -> None:
    table = CHARTS["fair_shares"]().table
    assert list(table.iloc[0, 1:]) == [78, 38]
    assert list(table.iloc[1, 1:]) == [78, 49]
    assert (table.iloc[:, 1] > table.iloc[:, 2]).all()


def test_a_difference_of_means_agrees_with_scipy() -> None:
    from scipy.stats import ttest_ind_from_stats

    difference = mean_difference(3.0, 1.5, 40, 2.0, 2.5, 30)
    # At the end of a 95 percent interval the P value is 0.05.
    moved = 3.0 - difference.low
    assert difference.value == 1
    assert difference.high - 1 == pytest.approx(1 - difference.low)
    assert ttest_ind_from_stats(moved, 1.5, 40, 2.0, 2.5, 30, False).pvalue == pytest.approx(0.05)


@pytest.mark.parametrize("impossible", [(0.0, 5), (1.0, 1)])
def test_a_difference_needs_spread_and_people(impossible: tuple[float, int]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        mean_difference(1, *impossible, 2, 1, 5)
