"""The pictures of a simulation: what they take, what they draw, and what they refuse."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

from painlab.pieces.model_pictures import LAYOUT, Axis, Bars, Part, People

PEOPLE = People("Who had it", ("drawn", "not drawn"), (Part("had it", "on"), Part("not", "other")))
BARS = Bars("Falls", Axis(0, 40, (0, 20, 40), "points"), (Part("a", "on"), Part("b", "other")), 1)


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


THREE = People("Three arms", ("one", "two", "three"), PEOPLE.kinds)


@pytest.mark.parametrize("picture", [PEOPLE, THREE, BARS])
def test_every_part_lies_inside_the_picture(picture: People | Bars) -> None:
    values = [[40], [0]] if isinstance(picture, Bars) else [[60, 40]] * len(picture.groups)
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
