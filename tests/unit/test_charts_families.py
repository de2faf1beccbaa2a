"""Chart families refuse what they cannot draw honestly, and their versions fit together."""

from __future__ import annotations

import altair as alt
import pytest
import vl_convert

from painlab.charts.bars import Bar, bars_of_100
from painlab.charts.forest import Effect
from painlab.charts.icon_array import Group, icon_array
from painlab.charts.prevalence import IN_ABSTRACT, IN_COPY, NOBODY, point_kind
from painlab.charts.svg import VEGA_LITE
from painlab.charts.values import of_100


def test_altair_writes_the_vega_lite_that_vl_convert_reads() -> None:
    assert alt.SCHEMA_VERSION.startswith(f"v{VEGA_LITE}.")
    assert VEGA_LITE in vl_convert.get_vegalite_versions()


@pytest.mark.parametrize("count", [-1, 101])
def test_an_icon_array_has_100_figures(count: int) -> None:
    with pytest.raises(ValueError, match="give 0 to 100"):
        icon_array([Group("x", count)])


def test_an_icon_array_has_full_rows() -> None:
    with pytest.raises(ValueError, match="divisor of 100"):
        icon_array([Group("x", 5)], columns=7)


def test_a_bar_is_a_share() -> None:
    with pytest.raises(ValueError, match="people of 100"):
        bars_of_100([Bar("x", 120)], "x")


def test_an_effect_writes_a_true_minus_sign() -> None:
    assert Effect("Pain", -0.04, -0.15, 0.07).name == (
        "Pain: \N{MINUS SIGN}0.04 (\N{MINUS SIGN}0.15 to 0.07)"
    )


def test_a_point_is_marked_by_what_stands_behind_it() -> None:
    assert point_kind(0, "secondary") == NOBODY
    assert point_kind(55, "verified") == IN_ABSTRACT
    assert point_kind(float("nan"), "secondary") == IN_COPY


def test_shares_round_half_up() -> None:
    assert of_100("jarvik2001.baseline_findings[extrusion]") == 6
    assert of_100("jacobs2020.lumbar_surgery[no_early_mri]") == 0
    with pytest.raises(ValueError, match="cannot be written 'of 100'"):
        of_100("chou2009.pain_up_to_3_months")
