"""How a figure is written: every style, rounding, signs, thousands, and what cannot be written."""

import re

import pytest

from painlab.evidence import Figure, ev, format_figure
from painlab.evidence.format import STYLES, plain

MINUS = "\N{MINUS SIGN}"


def figure(value: float, unit: str = "percent", **more: object) -> Figure:
    facts = {"key": "smith2020.bulge", "what": "w", "where": "abstract", "status": "verified"}
    return Figure(value=value, unit=unit, **{**facts, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (60, "60"),
        (60.5, "60.5"),
        (0.06, "0.06"),
        (44.56, "44.56"),
        (405965, "405,965"),
        (1234567.5, "1,234,567.5"),
        (-0.51, f"{MINUS}0.51"),
        (-1200, f"{MINUS}1,200"),
        (0, "0"),
        (-0.00001, "0"),
        (100 / 3, "33.3333"),
    ],
)
def test_numbers_are_written_as_readers_know_them(value: float, written: str) -> None:
    assert plain(value) == written


@pytest.mark.parametrize(
    ("style", "key", "written"),
    [
        ("", "brinjikji2015.disk_bulge[50]", "60%"),
        ("", "brinjikji2015b.odds_ratio[disc_bulge]", "7.54"),
        ("", "jarvik2020.spine_care_one_year", f"{MINUS}0.7%"),
        ("", "jacobs2020.n", "405,965"),
        ("value", "brinjikji2015.disk_bulge[50]", "60"),
        ("of100", "brinjikji2015.disk_bulge[50]", "60 of 100"),
        ("of100", "herzog2017.findings_across_reports[percent_in_one_report_only]", "33 of 100"),
        ("of100", "jarvik2001.baseline_findings[bulge]", "64 of 100"),
        ("of100", "jarvik2002.mri_for_cancer[sensitivity_low]", "83 of 100"),
        ("of100", "henschke2009.serious_pathology", "fewer than 1 of 100"),
        ("of100", "panagopoulos2017.specific_changes[root_pain_free]", "0 of 100"),
        ("ci", "brinjikji2015b.odds_ratio[disc_protrusion]", "1.52 to 4.62"),
        ("ci", "chou2009.pain_up_to_3_months", f"{MINUS}0.01 to 0.39"),
        ("counts", "nakashima2015.disc_bulge", "1,061 of 1,211"),
        ("counts", "jarvik2001.baseline_findings[extrusion]", "9 of 148"),
        ("total", "nakashima2015.disc_bulge", "1,211"),
    ],
)
def test_each_style_on_the_courses_own_figures(style: str, key: str, written: str) -> None:
    assert format_figure(ev(key), style) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (62.5, "63 of 100"),
        (62.4999, "62 of 100"),
        (0.5, "fewer than 1 of 100"),
        (1, "1 of 100"),
        (99, "99 of 100"),
        (99.6, "more than 99 of 100"),
        (100, "100 of 100"),
    ],
)
def test_of_100_rounds_half_up_and_never_rounds_to_nobody_or_everybody(
    share: float, written: str
) -> None:
    assert format_figure(figure(share), "of100") == written


def test_of_100_is_not_fooled_by_binary_fractions() -> None:
    assert 100 * 0.145 < 14.5
    assert format_figure(figure(0.145, "proportion"), "of100") == "15 of 100"


def test_a_figure_prints_as_a_page_would_show_it() -> None:
    assert str(figure(60)) == "60%"
    assert float(figure(60.0)) == 60.0


@pytest.mark.parametrize(
    ("made", "style", "said"),
    [
        (figure(2.2, "odds ratio"), "of100", "is in odds ratio, so it cannot be written 'of 100'"),
        (figure(40, "people"), "of100", "is in people, so it cannot be written 'of 100'"),
        (figure(-0.7), "of100", "'smith2020.bulge' is no share of a whole"),
        (figure(120), "of100", "'smith2020.bulge' is no share of a whole"),
        (figure(60), "ci", "'smith2020.bulge' has no ci95; add it or choose another style."),
        (figure(60), "counts", "has no events and total; choose another style."),
        (figure(60, total=50), "counts", "has no events and total; choose another style."),
        (figure(60), "total", "'smith2020.bulge' has no total; add it or choose another style."),
        (figure(60), "percent", "unknown style 'percent'; use one of value, of100, ci, counts"),
    ],
)
def test_a_style_a_figure_cannot_have_says_why(made: Figure, style: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        format_figure(made, style)


def test_the_styles_are_those_the_pages_use() -> None:
    assert set(STYLES) == {"", "value", "of100", "ci", "counts", "total"}
