"""Families of people, lines and rows: what they refuse, and where they put things."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlab.charts.forest import Effect, EffectAxis, forest_plot
from painlab.charts.icon_array import Group, icon_pair
from painlab.charts.icon_kinds import Kind, Mixed, kind_arrays
from painlab.charts.intervals import IntervalRow, interval_plot
from painlab.charts.people import Grid, Look
from painlab.charts.ruler import ruler
from painlab.charts.slope import Slope, slope_chart
from painlab.charts.timeline import Point, TimeAxes, TimeLine, spread, timeline
from painlab.stats import Estimate

AXIS = EffectAxis(("points",), -20, 20, (-20, 0, 20), 0)
TIMES = TimeAxes({0: "0", 1: "1"}, "months", "pain", 0, 10)


def test_the_kinds_of_an_array_are_100_people() -> None:
    kinds = (Kind("better", 40, "solid"), Kind("not", 59, "hollow"))
    with pytest.raises(ValueError, match="add up to 99"):
        kind_arrays([Mixed("x", kinds)])


def test_kinds_of_one_array_look_different() -> None:
    kinds = (Kind("better", 40, "solid"), Kind("not", 60, "solid"))
    with pytest.raises(ValueError, match="look alike"):
        kind_arrays([Mixed("x", kinds)])


def test_kinds_fill_the_places_in_their_order() -> None:
    kinds = (Kind("a", 10, "solid"), Kind("b", 56, "striped"), Kind("c", 34, "hollow"))
    array, _key = kind_arrays([Mixed("x", kinds)]).to_dict()["vconcat"]
    filters = [layer["transform"][0]["filter"] for layer in array["layer"]]
    assert filters == [
        "datum.place >= 0 && datum.place < 10",
        *["datum.place >= 10 && datum.place < 66"] * 2,  # an outline, and its stripes
        "datum.place >= 66 && datum.place < 100",
    ]


def test_a_pair_starts_at_one_height_and_keeps_to_100() -> None:
    short, long = icon_pair(Group("Short", 3), Group("A name that needs two lines", 4)).hconcat
    assert len(short.title.text) == len(long.title.text) == 3
    with pytest.raises(ValueError, match="give 0 to 100"):
        icon_pair(Group("x", 101), Group("y", 1))


def test_a_grid_holds_100_places_and_keeps_figures_small() -> None:
    assert len(Grid(20, 340).places) == 100
    assert Grid(10, 340).cell < Grid(10, 3400).cell * 1.001 < 30


def test_a_square_is_as_large_as_its_weight() -> None:
    rows = [Effect("a", 0, -1, 1, weight=0.2), Effect("b", 0, -1, 1, weight=0.8)]
    spec = forest_plot(rows, AXIS).to_dict()
    (data,) = [one for one in spec["datasets"].values() if "area" in one[0]]
    assert data[1]["area"] == pytest.approx(4 * data[0]["area"])


def test_a_diamond_ends_where_its_interval_ends() -> None:
    spec = forest_plot([Effect("a", 0, -1, 1)], AXIS, Effect("all", 2, -3, 7)).to_dict()
    (corners,) = [one for one in spec["datasets"].values() if "corner" in one[0]]
    assert [corner["value"] for corner in corners] == [-3, 2, 7, 2]
    with pytest.raises(ValueError, match="beyond the axis"):
        forest_plot([Effect("a", 0, -1, 1)], AXIS, Effect("all", 2, -30, 7))


def test_the_sides_are_named_on_both_sides_of_no_effect() -> None:
    axis = EffectAxis(("points",), -20, 20, (0,), 0, sides=("favours A", "favours B"))
    layers = forest_plot([Effect("a", 0, -1, 1)], axis).to_dict()["layer"]
    marks = [layer["mark"] for layer in layers if "mark" in layer]
    words = {mark.get("text"): mark["align"] for mark in marks if mark["type"] == "text"}
    assert words["\N{BLACK LEFT-POINTING POINTER} favours A"] == "right"
    assert words["favours B \N{BLACK RIGHT-POINTING POINTER}"] == "left"


@pytest.mark.parametrize("worthwhile", [0, 21])
def test_a_ruler_shows_its_whole_zone(worthwhile: float) -> None:
    with pytest.raises(ValueError, match="does not fit the axis"):
        ruler([Effect("a", 0, -1, 1)], AXIS, worthwhile, "small")


def test_a_ruler_is_not_logarithmic() -> None:
    axis = EffectAxis(("ratio",), 0.5, 2, (1,), 1, log=True)
    with pytest.raises(ValueError, match="use a plain axis"):
        ruler([Effect("a", 1, 0.9, 1.1)], axis, 0.1, "small")


def test_an_interval_is_shown_whole() -> None:
    with pytest.raises(ValueError, match="beyond the scale"):
        interval_plot([IntervalRow("a", (Estimate(50, 40, 101),))], "of 100", 0, 100)


def test_each_row_has_a_value_for_each_series() -> None:
    with pytest.raises(ValueError, match="zip"):
        interval_plot([IntervalRow("a", (Estimate(5, 4, 6),))], "x", 0, 10, ("now", "later"))


def test_a_timeline_refuses_what_cannot_be_read() -> None:
    line = TimeLine("a", (Point(0, 1), Point(1, 2)))
    with pytest.raises(ValueError, match="at most 4"):
        timeline([line] * 5, TIMES)
    with pytest.raises(ValueError, match="axis longer"):
        timeline([TimeLine("a", (Point(0, 11),))], TIMES)
    with pytest.raises(ValueError, match="too long"):
        timeline([TimeLine("a name without end", line.points)], TIMES)


def test_intervals_are_drawn_only_where_they_are_known() -> None:
    line = TimeLine("a", (Point(0, 1), Point(1, 2, 1.5, 2.5)))
    spec = timeline([line], TIMES).to_dict()
    rules = [layer for layer in spec["layer"] if layer["mark"]["type"] == "rule"]
    assert [row["time"] for row in spec["datasets"][rules[0]["data"]["name"]]] == [1]


def test_a_slope_writes_both_of_its_values() -> None:
    spec = slope_chart([Slope("Surgery", 46.5, 34)], "disability", 0, 60, ("before", "after"))
    cells = pd.concat(map(pd.DataFrame, spec.to_dict()["datasets"].values()))
    assert {"46.5"} == set(cells["number"].dropna())
    assert {"Surgery 34"} == set(cells["name"].dropna())


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_names_keep_their_distance_their_order_and_their_room(values: list[float]) -> None:
    placed = spread(values, 12, 0, 100)
    assert min(placed) >= -1e-9
    assert max(placed) <= 100 + 1e-9
    order = sorted(range(len(values)), key=lambda place: values[place])
    for lower, upper in pairwise(order):
        assert placed[upper] - placed[lower] >= 12 - 1e-9


def test_names_with_room_stay_where_they_are() -> None:
    assert spread([80, 20, 50], 10, 0, 100) == [80, 20, 50]
    assert spread([50, 50], 10, 0, 100) == [45, 55]
    with pytest.raises(ValueError, match="do not fit"):
        spread([1, 2, 3], 60, 0, 100)


def test_people_not_heard_from_have_a_look_of_their_own() -> None:
    looks: tuple[Look, ...] = ("solid", "striped", "hollow", "dashed")
    kinds = tuple(Kind(look, 25, look) for look in looks)
    array, _key = kind_arrays([Mixed("x", kinds)]).to_dict()["vconcat"]
    dashed = [layer["mark"].get("strokeDash") is not None for layer in array["layer"]]
    assert dashed == [False, False, False, False, True]
