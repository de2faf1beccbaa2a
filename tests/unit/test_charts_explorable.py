"""Charts that are explored: words for every setting, one version of Vega, small enough to load."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
import textstat
import vl_convert
from explorables import EXPLORABLES

from painlab.charts.explorable import Control, Explorable, Value, Words
from painlab.charts.svg import VEGA_LITE
from painlab.charts.vega import vega_spec
from painlab.derived import lookup
from painlab.frontend import built, toolchain
from painlab.models.prevalence_curve import FINDINGS, STUDY

RUNTIME_BYTES = 190_000
AGE = Control("age", "Age", "range", (20, 30), ("20 years", "30 years"), 20)


@pytest.fixture(params=EXPLORABLES)
def chart(request: pytest.FixtureRequest) -> Explorable:
    return EXPLORABLES[request.param]


def settings(chart: Explorable) -> Iterator[dict[str, Value]]:
    signals = [control.signal for control in chart.controls]
    for values in product(*(control.values for control in chart.controls)):
        yield dict(zip(signals, values, strict=True))


def embedded(chart: Explorable) -> dict[str, Any]:
    found = re.search(r'class="pl-state">(.*?)</script>', chart.html(), re.DOTALL)
    assert found
    state: dict[str, Any] = json.loads(found[1])["chart"]
    return state


# ---------------------------------------------------------------- Vega


def test_altair_vl_convert_and_the_browser_agree_on_vega() -> None:
    package = json.loads((toolchain.FRONTEND / "package.json").read_text())
    lock = json.loads((toolchain.FRONTEND / "package-lock.json").read_text())["packages"]
    assert package["dependencies"]["vega"] == vl_convert.get_vega_version()
    assert lock["node_modules/vega"]["version"] == vl_convert.get_vega_version()
    assert VEGA_LITE in vl_convert.get_vegalite_versions()
    # A part of Vega twice, in two versions, would be bundled twice.
    assert not [path for path in lock if re.search(r"node_modules/.*node_modules/vega", path)]


def test_the_runtime_stays_small() -> None:
    assert len(gzip.compress(built("vega.book.js").read_bytes())) <= RUNTIME_BYTES
    assert len(gzip.compress(built("vega-chart.book.js").read_bytes())) <= 3_072


def test_every_package_in_the_runtime_is_named_with_its_licence() -> None:
    notices = built("LICENSES.txt").read_text()
    for name in ("vega-view", "vega-parser", "vega-interpreter", "d3-scale", "topojson-client"):
        assert re.search(rf"^{name} \d\S* \((?:BSD-3-Clause|ISC)\)$", notices, re.MULTILINE), name


def test_the_specification_asks_for_nothing_from_elsewhere(chart: Explorable) -> None:
    text = json.dumps(embedded(chart)["spec"])
    assert not re.search(r'https?:|"url"|"href"', text)


def test_every_colour_of_the_specification_is_the_pages_to_choose(chart: Explorable) -> None:
    text = json.dumps(vega_spec(chart.chart))
    # Vega-Lite gives the invisible marks that take a tap a colour of its own.
    assert set(re.findall(r'"(#[0-9a-f]{6})"', text)) <= {"#4c78a8"}
    assert "var(--pl-accent, #0b5c8a)" in text


def test_controls_are_signals_of_the_specification(chart: Explorable) -> None:
    signals = {one["name"]: one.get("value") for one in vega_spec(chart.chart)["signals"]}
    assert {name: signals.get(name) for name in chart.start()} == chart.start()


# ---------------------------------------------------------------- words


def test_the_page_finds_the_sentences_of_every_setting(chart: Explorable) -> None:
    state = embedded(chart)
    sizes = {one["signal"]: one["values"] for one in state["controls"]}
    for setting in settings(chart):
        found = []
        for words in state["sentences"]:
            place = 0
            for signal in words["signals"]:
                place = place * len(sizes[signal]) + sizes[signal].index(setting[signal])
            found.append(words["texts"][words["at"][place]])
        assert [text for text in found if text] == chart.says(setting)


def test_every_setting_is_said_in_plain_sentences(chart: Explorable) -> None:
    for setting in settings(chart):
        said = chart.says(setting)
        assert said
        for sentence in said:
            assert re.fullmatch(r"[A-Z][^!]*\.", sentence)
            assert not re.search(r"\bnan\b|None|\d\.\d|\b1 in \d", sentence)
    sample = " ".join(" ".join(chart.says(setting)) for setting in list(settings(chart))[::7])
    assert textstat.flesch_kincaid_grade(sample) <= 8


def test_prevalence_sentences_say_what_the_evidence_says() -> None:
    chart = EXPLORABLES["pain_free_by_age"]
    names = {words: name for name, words in FINDINGS.items()}
    for setting in settings(chart):
        finding, age, beside = (setting[name] for name in ("finding", "age", "beside"))
        figure = lookup(f"{STUDY}.{names[str(finding)]}[{age}]")
        said = chart.says(setting)
        assert said[0].startswith(f"{finding} at {age}: about {figure.value:.0f} of 100 people")
        where = "abstract" if figure.status == "verified" else "copy"
        assert where in said[1]
        if beside:
            other = lookup(f"{STUDY}.{names[str(beside)]}[{age}]")
            assert said[2] == f"{beside} at {age}: about {other.value:.0f} of 100."
            gap = round(other.value) - round(figure.value)
            if finding != beside:
                words = "the same" if gap == 0 else f"{abs(gap)} {'more' if gap > 0 else 'fewer'}"
                assert said[3] == f"That is {words}."


def test_points_without_people_say_so() -> None:
    chart = EXPLORABLES["pain_free_by_age"]
    said = " ".join(chart.says({"finding": "Facet joint wear", "age": 20, "beside": ""}))
    assert "Nobody of that age stands behind this point" in said
    said = " ".join(chart.says({"finding": "Disc bulge", "age": 20, "beside": ""}))
    assert f"{lookup(f'{STUDY}.people_behind_disk_bulge[20]').value:.0f} people" in said


# ---------------------------------------------------------------- on the page and in a notebook


def test_the_still_picture_and_its_table_stand_in_the_page(chart: Explorable) -> None:
    html = chart.html()
    assert html.index('class="pl-fallback"') < html.index("<svg") < html.index("<figcaption>")
    assert "Show the numbers" in html
    # What only takes a tap draws nothing, so the still picture leaves it out.
    assert 'opacity="0"' not in chart.svg()


def test_a_page_gains_little_by_it(chart: Explorable) -> None:
    assert len(gzip.compress(json.dumps(vega_spec(chart.chart)).encode())) <= 4_096
    assert len(gzip.compress(chart.html().encode())) <= 12_288


def test_the_size_is_that_of_the_still_picture(chart: Explorable) -> None:
    state = embedded(chart)
    assert f'width="{state["width"]}" height="{state["height"]}"' in chart.svg()


def test_in_a_notebook_it_is_live_and_says_the_same_on_every_run(chart: Explorable) -> None:
    first, second = (chart._repr_mimebundle_()[0] for _ in range(2))
    assert "application/vnd.jupyter.widget-view+json" in first
    assert first["text/plain"] == second["text/plain"] == f"{chart.title}\n{chart.sentence}"
    assert first["text/html"] == second["text/html"] == chart.html()


# ---------------------------------------------------------------- what is refused


def test_a_control_needs_a_name_for_each_value_and_a_start_among_them() -> None:
    with pytest.raises(ValueError, match="each value once, with one name"):
        Control("age", "Age", "range", (20, 30), ("20 years",), 20)
    with pytest.raises(ValueError, match="each value once, with one name"):
        Control("age", "Age", "range", (20, 20), ("20 years", "20 years"), 20)
    with pytest.raises(ValueError, match="25 is not one of its values"):
        Control("age", "Age", "range", (20, 30), ("20 years", "30 years"), 25)


def test_a_sentence_cannot_depend_on_a_control_that_is_not_there(chart: Explorable) -> None:
    with pytest.raises(ValueError, match="no control sets weight"):
        replace(chart, controls=(AGE,), words=(Words(("age", "weight"), lambda *_: "."),))
