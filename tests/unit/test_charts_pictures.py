"""Every picture, of lessons and gallery: words, numbers, and SVG that a strict page accepts."""

from __future__ import annotations

import gzip
import re
from functools import cache
from xml.etree import ElementTree as ET

import altair as alt
import pandas as pd
import pytest
from explorables import EXPLORABLES

from painlab import ev
from painlab.charts import CHARTS, GALLERY, PICTURES, Picture
from painlab.charts.explorable import Explorable
from painlab.charts.theme import CSS_VARIABLES
from painlab.evidence.load import course_evidence

NAMES = list(PICTURES)
SVG = "{http://www.w3.org/2000/svg}"


@cache
def picture(name: str) -> Picture:
    return PICTURES[name]()


@cache
def page(name: str) -> str:
    return picture(name).html()


@cache
def drawn(name: str) -> str:
    """Return the drawing as it stands in the page; drawing is what takes time."""
    found = re.search(r"<svg.*?</svg>", page(name), re.DOTALL)
    assert found
    return found[0]


def drawn_text(name: str) -> str:
    return " ".join(node.text or "" for node in ET.fromstring(drawn(name)).iter(f"{SVG}text"))


def test_tests_of_explored_charts_miss_none() -> None:
    assert {name for name in CHARTS if isinstance(picture(name), Explorable)} == set(EXPLORABLES)


def test_the_catalogue_names_its_pictures_as_they_name_themselves() -> None:
    assert all(picture(name).name == name for name in NAMES)
    assert not set(CHARTS) & set(GALLERY)


@pytest.mark.parametrize("name", NAMES)
def test_words_stand_beside_every_drawing(name: str) -> None:
    shown = picture(name)
    assert re.fullmatch(r"[A-Z].*[.?]?", shown.title)
    assert shown.sentence.endswith(".")
    assert shown.note.endswith(".")
    assert "!" not in shown.title + shown.sentence + shown.note
    assert not re.search(r"\b1 in \d", shown.sentence + shown.note)
    assert len(shown.table) >= 2
    assert set(shown.sources) <= set(course_evidence().studies)


@pytest.mark.parametrize("name", NAMES)
def test_svg_is_named_and_described(name: str) -> None:
    root = ET.fromstring(drawn(name))
    assert root.get("role") == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == (picture(name).title, picture(name).sentence)
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == desc.get("id")


@pytest.mark.parametrize("name", NAMES)
def test_svg_passes_a_strict_content_security_policy(name: str) -> None:
    html = page(name)
    assert not re.search(r"\sstyle=|<style|\son\w+=|https?://(?!www\.w3\.org)", html)
    # What is explored carries its data, which no browser runs.
    assert not re.search(r'<script(?! type="application/json")', html)


@pytest.mark.parametrize("name", NAMES)
def test_every_colour_is_the_pages_to_choose(name: str) -> None:
    fixed = re.findall(r'(?:fill|stroke)="(#[0-9a-f]{3,8}|rgb[^"]*|black|white)"', drawn(name))
    assert fixed == []
    used = set(re.findall(r"var\((--pl-[a-z0-9-]+), (#[0-9a-f]{6})\)", drawn(name)))
    assert used <= {(variable, colour) for colour, variable in CSS_VARIABLES.items()}
    assert len(used) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_text_stays_readable_on_a_phone(name: str) -> None:
    root = ET.fromstring(drawn(name))
    scale = min(1, 340 / float(root.get("width", "nan")))
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', drawn(name))]
    assert min(sizes) * scale >= 11


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_resolve(name: str) -> None:
    html = page(name)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_drawing_twice_gives_the_same_bytes(name: str) -> None:
    assert PICTURES[name]().html() == page(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_light(name: str) -> None:
    still = re.sub(r"<script.*?</script>", "", page(name))
    assert len(gzip.compress(still.encode())) < 4000


@pytest.mark.parametrize("name", NAMES)
def test_the_table_has_a_caption_and_headers_with_scope(name: str) -> None:
    shown = picture(name)
    start = f'<summary>Show the numbers</summary><table class="pl-table"><caption>{shown.title}'
    assert start in page(name)
    assert page(name).count('<th scope="col">') == len(shown.table.columns)
    assert page(name).count('<th scope="row">') == len(shown.table)


def test_no_people_and_copied_points_are_told_apart_in_words_and_marks() -> None:
    words = drawn_text("pain_free_by_age")
    for kind in ("seen in the paper's abstract", "seen in a copy", "no people behind this point"):
        assert kind in words
    shown = picture("pain_free_by_age").table
    assert (shown["where we saw it"] == "no people behind this point").sum() == 4
    assert "not seen" in page("pain_free_by_age")


@pytest.mark.parametrize(
    ("name", "counts"),
    [("bulge_at_50", [60]), ("protrusion_pair", [33, 57]), ("worn_disc_arrays", [40, 63, 9])],
)
def test_icon_arrays_fill_what_they_say(name: str, counts: list[int]) -> None:
    for count in counts:
        assert f"{count} of 100" in drawn_text(name)
    root = ET.fromstring(drawn(name))
    filled = sum(
        len(group.findall(f"{SVG}use"))
        for group in root.iter(f"{SVG}g")
        if group.get("fill") and "paper" not in str(group.get("fill"))
    )
    assert filled == sum(counts)
    assert len(list(root.iter(f"{SVG}use"))) == 100 * len(counts)


def test_the_forest_plot_cuts_only_the_interval_that_leaves_the_axis() -> None:
    spec = picture("pain_vs_no_pain").chart.to_dict()
    (rows,) = [data for data in spec["datasets"].values() if data and "cut_low" in data[0]]
    cut = [row["name"].split(":")[0] for row in rows if row["cut_low"] or row["cut_high"]]
    assert cut == ["Narrow spinal canal"]
    bulge = ev("brinjikji2015b.odds_ratio[disc_bulge]")
    assert bulge.ci95 == (1.28, 44.56)
    assert "7.54 (1.28 to 44.56)" in drawn_text("pain_vs_no_pain")
    assert "least trustworthy" in picture("pain_vs_no_pain").note


def test_jupyter_gets_html_and_plain_text_without_addresses() -> None:
    bundle = picture("scan_trials")._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert "0x" not in bundle["text/plain"]


def test_cells_are_escaped() -> None:
    chart = alt.Chart(pd.DataFrame({"x": [1]})).mark_point().encode(x="x:Q")
    table = pd.DataFrame({"<b>": ["<script>x</script>"]})
    html = Picture("x", "A <b>", "B & c.", table, "<i>.", ("brinjikji2015",), chart).html()
    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html
