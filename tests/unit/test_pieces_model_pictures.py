"""The pictures of a simulation: what they take, what they draw, and what they refuse."""

from __future__ import annotations

import re
from math import atan2, degrees, hypot

import pytest
from bs4 import BeautifulSoup, Tag

from painlab.pieces import dial
from painlab.pieces.dial import Dial
from painlab.pieces.model_pictures import LAYOUT, Axis, Bars, Line, Part, People

PEOPLE = People("Who had it", ("drawn", "not drawn"), (Part("had it", "on"), Part("not", "other")))
BARS = Bars("Falls", Axis(0, 40, (0, 20, 40), "points"), (Part("a", "on"), Part("b", "other")), 1)

DIAL = Dial(
    "A head",
    Axis(0, 120, (0, 60, 120), "degrees"),
    (Line("turned", "line"), Line("seen", "dashed")),
    (Line("hurts", "second"), Line("would hurt", "second-dashed")),
)


def shapes(drawn: str, name: str) -> list[str]:
    """Return the outline of each path with a class."""
    found = BeautifulSoup(drawn, "html.parser").select(f"path.{name}")
    return [str(path["d"]) for path in found]


def test_people_are_drawn_one_for_one_and_told_apart_by_shape() -> None:
    drawn = PEOPLE.draw("Sixty and forty-eight.", [[60, 40], [48, 52]])
    # The first outline of each look is its key; two heads' arcs make one figure, a square has none.
    _, *figures = shapes(drawn, "pl-on")
    _, *squares = shapes(drawn, "pl-other")
    assert [outline.count("a2 2") // 2 for outline in figures] == [60, 48]
    assert [outline.count("M") for outline in squares] == [40, 52]
    assert not any("a2 2" in outline for outline in squares)


def test_a_group_that_is_not_100_people_is_refused() -> None:
    with pytest.raises(ValueError, match="'not drawn' has 99 people, not 100"):
        PEOPLE.draw("", [[60, 40], [48, 51]])


def test_bars_are_as_long_as_their_values_and_say_them() -> None:
    drawn = BARS.draw("Ten and twenty.", [[10], [20]])
    ends = []
    for name in ("pl-on", "pl-other"):
        (outline,) = shapes(drawn, name)
        ends.append(float(outline.split("H")[1].split("v")[0]) - 2)
    assert ends[1] == pytest.approx(2 * ends[0])
    words = [word.get_text() for word in BeautifulSoup(drawn, "html.parser").select("text")]
    assert {"10.0", "20.0", "a", "b", "points"} <= set(words)


def test_each_hand_and_mark_of_a_dial_points_where_its_value_says() -> None:
    turns = [0.0, 58.5, 120.0, 90.0]
    drawn = DIAL.draw("A turn.", [[turn] for turn in turns])
    middle = LAYOUT["key"] * 4 + dial.LAYOUT["rim"] + 32
    for line, turn in zip((*DIAL.hands, *DIAL.marks), turns, strict=True):
        # The first outline of each look is its key.
        _, outline = shapes(drawn, f"pl-{line.look}")
        for end in outline.removeprefix("M").split("L"):
            x, y = map(float, end.split())
            across, up = x - dial.LAYOUT["middle"], middle - y
            assert degrees(atan2(across, up)) == pytest.approx(turn, abs=0.1)
            assert dial.LAYOUT["head"] < hypot(across, up) < dial.LAYOUT["rim"] + 10


def test_the_nose_follows_the_first_hand() -> None:
    ahead, turned = (
        shapes(DIAL.draw("", [[turn], [0], [60], [60]]), "pl-on")[0] for turn in (0, 90)
    )
    tips = [tuple(map(float, outline.split("L")[1].split())) for outline in (ahead, turned)]
    assert tips[0][0] == dial.LAYOUT["middle"]
    assert tips[1][0] == dial.LAYOUT["middle"] + dial.LAYOUT["head"] + 12


def test_half_a_hundredth_goes_up_as_in_the_browser() -> None:
    assert Axis(0, 400, (), "odds").place(55, 2, 272) == 39.13


THREE = People("Three arms", ("one", "two", "three"), PEOPLE.kinds)


@pytest.mark.parametrize("picture", [PEOPLE, THREE, BARS, DIAL])
def test_every_part_lies_inside_the_picture(picture: People | Bars | Dial) -> None:
    if isinstance(picture, People):
        values: list[list[float]] = [[60, 40]] * len(picture.groups)
    else:
        values = [[40.0]] * len(picture.shape)
    box = BeautifulSoup(picture.draw("", values), "html.parser").select_one("svg")
    assert isinstance(box, Tag)
    _, _, width, height = map(float, str(box["viewbox"]).split())
    assert width == LAYOUT["width"]
    for array in box.select("g"):
        left, scale = re.findall(r"[(]([\d.]+)", str(array["transform"]))
        assert float(left) + 100 * float(scale) <= width
    for words in box.select("text"):
        assert 0 <= float(str(words["x"])) <= width
        assert 0 <= float(str(words["y"])) <= height


def test_the_table_has_a_row_for_each_group_or_bar() -> None:
    assert PEOPLE.cells([[60, 40], [48, 52]]) == [[60, 40], [48, 52]]
    assert len(PEOPLE.columns) == 1 + len(PEOPLE.kinds)
    assert BARS.heads == ["a", "b"]
    assert BARS.shape == [1, 1]
    assert DIAL.heads == ["turned", "seen", "hurts", "would hurt"]
    assert DIAL.shape == [1, 1, 1, 1]
