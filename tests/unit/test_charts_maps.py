"""Flows and arrow maps: people are neither lost nor made, and no mark hides another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from painlab.charts import PICTURES
from painlab.charts.arrow_map import EVIDENCE, Arrow, Node, arrow_map
from painlab.charts.flow import Band, Box, Stage, flow
from painlab.derived import lookup

FIRST = Stage("Drawn", (Box("Surgery", 60), Box("Other care", 40)))
THEN = Stage("Got", (Box("An operation", 70), Box("No operation", 30)))
A, B = Node("a", ("Fear",), (50, 30)), Node("b", ("Pain",), (290, 30))


def outlines(chart: object) -> list[list[dict[str, float]]]:
    """Return the corners of every line and shape of a chart."""
    spec = chart.to_dict()  # type: ignore[attr-defined]
    lines = [layer for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    return [spec["datasets"][line["data"]["name"]] for line in lines]


def test_no_box_gives_more_people_than_it_holds() -> None:
    with pytest.raises(ValueError, match="'Surgery' holds 60 people, but 61 move"):
        flow([FIRST, THEN], [Band("Surgery", "An operation", 61)])
    with pytest.raises(ValueError, match="'No operation' holds 30 people, but 31 move"):
        flow([FIRST, THEN], [Band("Other care", "No operation", 31)])


def test_a_box_shows_its_whole_name() -> None:
    narrow = Stage("Drawn", (Box("A very long name of a group", 5), Box("Others", 95)))
    with pytest.raises(ValueError, match="does not fit its box"):
        flow([narrow], [])


def test_a_band_is_as_wide_as_its_people() -> None:
    bands = [Band("Surgery", "An operation", 50), Band("Other care", "An operation", 20)]
    first, second = outlines(flow([FIRST, THEN], bands))[2:4]  # after the two panels
    wide = [band[-1]["x"] - band[0]["x"] for band in (first, second)]
    assert wide[0] == pytest.approx(2.5 * wide[1])
    assert second[16]["x"] == pytest.approx(first[17]["x"])  # side by side where they arrive


def test_the_trial_of_disc_surgery_loses_nobody() -> None:
    table = PICTURES["sport_flow"]().table
    assert (table["had an operation"] + table["had none"] == table.people).all()
    assert table.people.sum() == lookup("sport_disc.n").value


@pytest.mark.parametrize(
    "arrow", [Arrow("a", "b", 0, "A"), Arrow("a", "b", 5, "A"), Arrow("a", "c", 1, "A")]
)
def test_an_arrow_has_two_known_boxes_and_one_of_four_steps(arrow: Arrow) -> None:
    with pytest.raises(ValueError, match="two known boxes and a step from 1 to 4"):
        arrow_map([A, B], [arrow], 60)


def test_a_box_stays_on_the_sheet() -> None:
    with pytest.raises(ValueError, match="leaves the sheet"):
        arrow_map([Node("a", ("A very long name",), (20, 30))], [], 60)


def test_an_arrow_runs_between_its_boxes_and_ends_in_a_head() -> None:
    shaft, head = outlines(arrow_map([A, B], [Arrow("a", "b", 4, "")], 60))[:2]
    assert all(70 < place["x"] < 270 for place in shaft)
    assert max(corner["x"] for corner in head) > shaft[-1]["x"]
    assert len(head) == 3


def test_a_link_that_was_not_seen_ends_in_a_bar() -> None:
    shaft, bar = outlines(arrow_map([A, B], [Arrow("a", "b", 4, "", found=False)], 60))[:2]
    assert len(bar) == 2
    assert bar[0]["x"] == bar[1]["x"] == pytest.approx(shaft[-1]["x"])


def test_thickness_grows_with_the_evidence_and_dashes_tell_unknown_directions() -> None:
    arrows = [Arrow("a", "b", step, "", direction=step > 1) for step in (1, 2, 3, 4)]
    spec = arrow_map([A, B], arrows, 60).to_dict()
    shafts = [
        layer["mark"]
        for layer in spec["layer"]
        if layer["mark"]["type"] == "line" and "strokeDash" in layer["mark"]
    ][:4]
    assert all(thin["strokeWidth"] < thick["strokeWidth"] for thin, thick in pairwise(shafts))
    assert [mark["strokeDash"] == [1, 0] for mark in shafts] == [False, True, True, True]


def test_the_key_explains_what_the_map_uses_and_no_more() -> None:
    spec = arrow_map([A, B], [Arrow("a", "b", 3, "A", direction=False)], 60).to_dict()
    words = {row["text"] for data in spec["datasets"].values() for row in data if "text" in row}
    assert words >= {EVIDENCE[2], "dashed: which way it goes is not known"}
    assert not words & {EVIDENCE[0], EVIDENCE[1], EVIDENCE[3]}
    assert not any("bar at the end" in line for line in words)


@pytest.mark.parametrize("bend", [-15, 0, 15])
def test_a_bent_arrow_leaves_the_straight_way_by_what_was_asked(bend: float) -> None:
    shaft = outlines(arrow_map([A, B], [Arrow("a", "b", 1, "", bend=bend)], 60))[0]
    farthest = max((place["y"] - 30 for place in shaft), key=abs)
    assert farthest == pytest.approx(-bend, abs=0.5)  # left of the way to the right is up
