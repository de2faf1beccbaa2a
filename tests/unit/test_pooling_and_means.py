"""Pooled effects and intervals of averages, against published and hand-worked values."""

from __future__ import annotations

import pytest

from painlab.charts import PICTURES
from painlab.means import mean_interval
from painlab.pooling import leave_one_out, pool
from painlab.stats import Estimate


def test_the_interval_of_an_average_is_the_published_one() -> None:
    # Altman and Gardner 1986: blood pressure of 100 people with diabetes.
    low, high = mean_interval(146.4, 18.5, 100)[1:]
    assert (round(low, 1), round(high, 1)) == (142.7, 150.1)


@pytest.mark.parametrize(("sd", "n"), [(0, 10), (1, 1)])
def test_no_spread_no_interval(sd: float, n: int) -> None:
    with pytest.raises(ValueError, match="have no interval"):
        mean_interval(1, sd, n)


def test_studies_that_agree_weigh_what_their_size_says() -> None:
    pooled = pool([Estimate(2, 0, 4), Estimate(2.1, 1.1, 3.1)])
    assert pooled.estimate.value == pytest.approx(2.08)
    assert pooled.weights == pytest.approx((0.2, 0.8))  # half the width, four times the weight
    assert pooled.between == 0
    assert pooled.beyond_chance == 0
    assert pooled.estimate.high - 2.08 == pytest.approx(0.8**0.5)


def test_studies_that_disagree_follow_dersimonian_and_laird() -> None:
    half = 1.959964
    pooled = pool([Estimate(0, -half, half), Estimate(4, 4 - half, 4 + half)])
    # By hand: Q = 8, one degree of freedom, C = 1, so tau squared is 7 and each variance 8;
    # of a Q of 8, 1 is expected by chance, so I squared is 7 of 8.
    assert pooled.between == pytest.approx(7)
    assert pooled.beyond_chance == pytest.approx(7 / 8)
    assert pooled.estimate.value == pytest.approx(2)
    assert pooled.estimate.high - 2 == pytest.approx(half * 2)


@pytest.mark.parametrize("studies", [[Estimate(1, 0, 2)], [Estimate(1, 1, 1), Estimate(1, 0, 2)]])
def test_pooling_needs_two_studies_with_intervals(studies: list[Estimate]) -> None:
    with pytest.raises(ValueError, match="two studies or more"):
        pool(studies)


def test_leaving_one_out_pools_the_others() -> None:
    studies = {"a": Estimate(0, -2, 2), "b": Estimate(1, -1, 3), "c": Estimate(9, 7, 11)}
    without = leave_one_out(studies)
    assert list(without) == ["a", "b", "c"]
    assert without["c"] == pool([studies["a"], studies["b"]])
    assert without["c"].estimate.value == pytest.approx(0.5)
    assert without["a"].estimate.value == pytest.approx(5)


def test_of_two_studies_none_can_be_left_out() -> None:
    with pytest.raises(ValueError, match="three studies or more"):
        leave_one_out({"a": Estimate(0, -1, 1), "b": Estimate(1, 0, 2)})


def test_signs_are_turned_one_way_before_pooling() -> None:
    table = PICTURES["fusion_forest"]().table.set_index("trial")["difference, points"]
    assert table["Norway, 2003"] < 0 < table["Norway, 2006"]  # the first favours surgery
    assert table["UK, 2005"] == -4.1
