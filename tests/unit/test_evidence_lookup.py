"""Finding a figure by its key: labels, the number studied, the nearest key, and no waste."""

from collections.abc import Iterator
from typing import NoReturn

import pytest

import painlab
from painlab.evidence import Evidence, Figure, UnknownKeyError, ev
from painlab.evidence.load import course_evidence, evidence_from


def test_a_label_may_be_a_number_a_word_or_part_of_the_key() -> None:
    by_number = ev("brinjikji2015.disk_bulge", 50)
    assert by_number == ev("brinjikji2015.disk_bulge", "50")
    assert by_number == ev("brinjikji2015.disk_bulge[50]")
    assert (by_number.value, by_number.unit, by_number.study) == (60.0, "percent", "brinjikji2015")


def test_the_package_offers_the_same_lookup() -> None:
    assert painlab.ev("brinjikji2015.disk_bulge", 50).value == 60.0


def test_a_cell_may_differ_from_its_figure() -> None:
    assert ev("brinjikji2015.disk_bulge[20]").status == "verified"
    assert ev("brinjikji2015.disk_bulge[20]").where == "abstract"
    assert ev("brinjikji2015.disk_bulge[60]").status == "secondary"
    one_report = ev("herzog2017.findings_across_reports[percent_in_one_report_only]")
    assert one_report.unit == "percent"
    assert ev("herzog2017.findings_across_reports[distinct_findings]").unit == "count"


def test_interval_counts_and_total_come_along() -> None:
    bulge = ev("nakashima2015.disc_bulge")
    assert (bulge.events, bulge.total, bulge.ci95) == (1061, 1211, None)
    assert ev("brinjikji2015b.odds_ratio[disc_bulge]").ci95 == (1.28, 44.56)
    assert ev("jensen1994.disc_findings_in_pain_free_people[bulge]").total == 98


def test_the_label_is_told_in_words() -> None:
    assert ev("brinjikji2015.disk_bulge[50]").what.endswith("(age 50)")
    assert ev("brinjikji2015b.odds_ratio[disc_bulge]").what.endswith("(finding: disc bulge)")


def test_the_number_studied_is_a_figure() -> None:
    people = ev("brinjikji2015.n")
    assert (people.value, people.unit) == (3110.0, "people")
    assert people.what.startswith("people studied: people without back pain")
    reports = ev("tan2018.n")
    assert (reports.value, reports.unit) == (871.0, "reports")


def test_the_source_names_the_study_and_its_address() -> None:
    assert ev("jensen1994.n").source == (
        "Jensen and others 1994, https://doi.org/10.1056/NEJM199407143310201"
    )


def test_a_study_without_reference_is_named_by_its_key() -> None:
    own = course_evidence()
    with evidence_from(Evidence(own.studies, {}, own.places)):
        assert ev("jensen1994.n").source == "jensen1994"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "brinjikji2015.disk_buldge[50]",
            "unknown evidence key 'brinjikji2015.disk_buldge[50]'. "
            "Did you mean 'brinjikji2015.disk_bulge[50]'?",
        ),
        ("brinjiki2015.n", "Did you mean 'brinjikji2015.n'?"),
        ("brinjikji2015.disk_bulge[55]", "Did you mean 'brinjikji2015.disk_bulge["),
        (
            "brinjikji2015.disk_bulge",
            "'brinjikji2015.disk_bulge' has a number for each label; "
            "add one of [20, 30, 40, 50, 60, 70, 80].",
        ),
        (
            "nakashima2015.disc_bulge[50]",
            "'nakashima2015.disc_bulge[50]' has no labels; write it without '[50]'.",
        ),
        (
            "girft2023.emergency_signs",
            "'girft2023.emergency_signs' is a list of words, not a number; use {ev-list}.",
        ),
        ("acp2011.n", "unknown evidence key 'acp2011.n'."),
        ("brinjikji2015.n[50]", "unknown evidence key 'brinjikji2015.n[50]'."),
        ("brinjikji2015", "unknown evidence key 'brinjikji2015'."),
        ("", "unknown evidence key ''."),
    ],
)
def test_an_unknown_key_says_what_is_meant(key: str, said: str) -> None:
    with pytest.raises(UnknownKeyError) as raised:
        ev(key)
    assert said in str(raised.value)


def test_a_known_key_is_found_without_listing_all_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    def list_them(_: Evidence) -> NoReturn:
        raise AssertionError("all keys were listed to find one")

    monkeypatch.setattr(Evidence, "keys", list_them)
    assert ev("brinjikji2015.disk_bulge[50]").value == 60
    with pytest.raises(AssertionError, match="all keys"):
        ev("brinjikji2015.nothing")


def numbers() -> Iterator[tuple[str, Figure]]:
    evidence = course_evidence()
    for key in list(evidence.keys()):
        study, _, name = key.partition(".")
        entry = evidence.studies[study].figures.get(name)
        if entry is None or entry.items is None:
            yield key, ev(key)


def test_every_key_that_is_listed_leads_to_its_figure() -> None:
    found = dict(numbers())
    assert len(found) > 400
    assert all(figure.key == key for key, figure in found.items())
