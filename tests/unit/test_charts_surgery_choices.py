"""Pictures of the decision aid: each good side stands beside its harm, each row has its study."""

from __future__ import annotations

import pytest

from painlab import ev
from painlab.charts import CHARTS
from painlab.charts.surgery_choices import BACK_PAIN, LEG_PAIN


def test_after_a_year_both_ways_with_leg_pain_are_alike() -> None:
    counts = _counts("leg_pain_choices")
    soon, waited = "Operated on soon: recovered in a year", "Waited first: recovered in a year"
    assert counts[soon] == counts[waited] == 95
    assert counts["Waited first: had it within a year"] == 39


def test_a_fusion_beats_usual_care_and_hardly_the_programme() -> None:
    counts = _counts("back_pain_choices")
    usual = counts["Fusion: better after 2 years"] - counts["Usual care: better after 2 years"]
    programme = (
        counts["Fusion: a success after 1 year"] - counts["Full programme: a success after 1 year"]
    )
    assert (usual, programme) == (34, 2)


@pytest.mark.parametrize("name", ["leg_pain_choices", "back_pain_choices"])
def test_harm_stands_in_the_sentence_that_names_the_good(name: str) -> None:
    sentence = CHARTS[name]().sentence
    assert "recovered" in sentence or "better" in sentence
    assert "harmed" in sentence or "complication" in sentence


@pytest.mark.parametrize(
    ("name", "rows"), [("leg_pain_choices", LEG_PAIN), ("back_pain_choices", BACK_PAIN)]
)
def test_every_row_has_its_study_among_the_sources(name: str, rows: dict[str, str]) -> None:
    assert {key.split(".")[0] for key in rows.values()} == set(CHARTS[name]().sources)


def test_the_programme_arm_was_operated_on_after_all() -> None:
    later = ev("brox2010.operated_after_all")
    assert _counts("back_pain_choices")["Full programme: operated on in 4 years"] == later.value


def _counts(name: str) -> dict[str, int]:
    table = CHARTS[name]().table
    return dict(zip(table.iloc[:, 0], table["of 100"], strict=True))
