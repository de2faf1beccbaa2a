"""Pictures of the trial of PRT: people add up, intervals say what they say, sums fit the paper."""

from __future__ import annotations

import pytest

from painlab import ev
from painlab.charts import CHARTS
from painlab.charts.prt_trial import ARMS
from painlab.means import hedges_g


@pytest.mark.parametrize("name", ["prt_three_arms", "prt_five_years"])
def test_every_hundred_adds_up(name: str) -> None:
    table = CHARTS[name]().table.drop(columns="group")
    assert list(table.sum(axis=1)) == [100, 100, 100]


def test_nearly_free_is_the_share_of_the_paper() -> None:
    table = CHARTS["prt_three_arms"]().table
    nearly = table["0 of 10, of 100"] + table["1 of 10"]
    shares = [ev("ashar2022.pain_free_or_nearly_post", arm).value for arm in ARMS]
    assert list(nearly) == shares == [66, 20, 10]


def test_only_usual_care_after_five_years_may_be_no_difference() -> None:
    table = CHARTS["prt_gaps"]().table
    unclear = table[(table["interval from"] < 0) & (table["to"] > 0)]
    assert list(unclear["compared with, and when"]) == ["v usual care, after 5 years"]


def test_the_line_with_prt_ends_where_the_follow_up_says() -> None:
    table = CHARTS["prt_over_time"]().table
    assert str(table.loc[0, "5 years"]).startswith("1.9 (")


@pytest.mark.parametrize("time", ["post", "1y"])
@pytest.mark.parametrize("arm", ["placebo", "usual_care"])
def test_hedges_g_follows_from_the_changes(time: str, arm: str) -> None:
    def change(of: str) -> tuple[float, float, int]:
        mean = ev(f"ashar2022.pain_change_{time}", of)
        return mean.value, ev(f"ashar2022.pain_change_sd_{time}", of).value, mean.total or 0

    printed = ev(f"ashar2022.hedges_g_{time}", arm).value
    assert hedges_g(*change("prt"), *change(arm)) == pytest.approx(printed, abs=0.01)
