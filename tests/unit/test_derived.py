"""Computed figures: their values, their intervals, and the sentence for a wrong key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from painlab import ev
from painlab.derived import DERIVED, Derived
from painlab.evidence import UnknownKeyError
from painlab.evidence.format import format_figure

# Worked out with pencil and paper from the evidence; see test_stats for the formulas.
VALUES = {
    "calc.after_worn_disc": 63,
    "calc.after_normal_disc": 9,
    "calc.infection_low_prior": 1.2,
    "calc.infection_high_prior": 75,
    "calc.protrusion_with_pain_40": 57,
    "calc.degeneration_with_pain_40": 83,
    "calc.extrusion_with_pain": 4,
    "calc.extrusion_with_pain_veterans": 22,
    # 56.6 of 56.6 + 33 people with the finding; odds 20/80 times 3.2 are 0.8, that is 44 of 100.
    "calc.hurt_with_protrusion_40": 63,
    "calc.severe_pain_most_worn": 44,
    "calc.severe_stenosis_with_symptoms": 5,
    "calc.readers_differ_hiz_half": 28,
    "calc.readers_differ_hiz_fifth": 18,
    "calc.readers_differ_degeneration_half": 17,
    "calc.readers_differ_level_half": 8,
    "calc.label_effect_arthritis_d": 0.62,
    "calc.label_effect_bulge_d": 0.5,
    "calc.any_red_flag_ppv": 1.2,
    "calc.neck_pain_of_100": 2.45,
    "calc.no_surgery_after_early_mri": 98.52,
    "calc.new_pain_scan_unchanged": 84,
    # From log-odds 0.405 down to -0.916 is 1.32; a look moves it by 1/2, or by 1/72 when resting.
    "calc.looks_by_moving": 3,
    "calc.looks_by_resting": 95,
    "calc.look_evidence_ratio": 36,
    # 200 (1 - b) = 500 b.
    "calc.acting_pays_below": 29,
    "calc.cft_less_pain_3_years": 1,
    "calc.cft_less_limited_3_years": 3.5,
    "calc.cft_less_pain_v_exercise": 0.04,
    "calc.cft_less_limited_v_exercise": 4.75,
    "calc.explain_and_move_less_pain": 1,
    "calc.explaining_less_pain": 0.3,
    "calc.explaining_less_limited": 1.7,
    "calc.not_less_limited_with_cft": 40,
    "calc.not_recovered_in_a_year": 28,
    # 33, 26 and 21 of 50 with PRT; 10, 14 and 10 of 51, and 5, 8 and 13 of 50, without.
    "calc.prt_more_nearly_free_v_placebo_post": 46,
    "calc.prt_more_nearly_free_v_placebo_1y": 25,
    "calc.prt_more_nearly_free_v_placebo_5y": 22,
    "calc.prt_more_nearly_free_v_usual_care_post": 56,
    "calc.prt_more_nearly_free_v_usual_care_1y": 36,
    "calc.prt_more_nearly_free_v_usual_care_5y": 16,
    "calc.prt_times_as_many_v_placebo": 3.4,
    "calc.prt_times_as_many_v_usual_care": 6.6,
    "calc.prt_needed_to_treat_v_placebo": 2.2,
    "calc.prt_needed_to_treat_v_usual_care": 1.8,
    # An odds ratio of 1 stays 1 over any number of degrees; 0.99 to the 30th is 0.74.
    "calc.bend_20_standing": 1,
    "calc.bend_30_standing": 1,
    "calc.bend_20_sitting": 0.8,
    "calc.bend_30_sitting": 0.7,
    "calc.bend_20_hurting": 40,
    "calc.bend_30_hurting": 40,
    # The normal curve up to 0.71, 0.33 and 0.45 standard deviations.
    "calc.neck_strength_gain": 0.71,
    "calc.neck_both_gain": 0.33,
    "calc.neck_both_later_gain": 0.45,
    "calc.neck_strength_above_middle": 76,
    "calc.neck_both_above_middle": 63,
    "calc.neck_both_later_above_middle": 67,
}


@pytest.mark.parametrize(("key", "value"), VALUES.items())
def test_computed_figures_have_the_values_worked_out_by_hand(key: str, value: float) -> None:
    assert ev(key).value == value


@pytest.mark.parametrize("key", list(DERIVED))
def test_every_computed_figure_names_inputs_that_exist(key: str) -> None:
    figure = ev(key)
    assert figure.status == "computed"
    assert figure.inputs
    assert all(ev(name).status in {"verified", "secondary"} for name in figure.inputs)
    assert figure.what
    if figure.ci95:
        assert figure.ci95[0] <= figure.value <= figure.ci95[1]
    format_figure(figure)


def test_the_interval_of_an_input_carries_over() -> None:
    assert format_figure(ev("calc.after_worn_disc"), "ci") == "51 to 73"
    assert format_figure(ev("calc.protrusion_with_pain_40"), "ci") == "43 to 69"
    # Turned round, the upper end of the published interval is the lower one.
    assert format_figure(ev("calc.explain_and_move_less_pain"), "ci") == "0.4 to 1.5"
    # 0.98 and 1.02 to the 30th; odds of 40 to 60 times these are shares of 27 and 55 of 100.
    assert format_figure(ev("calc.bend_30_standing"), "ci") == "0.5 to 1.8"
    assert format_figure(ev("calc.bend_30_hurting"), "ci") == "27 to 55"
    # From 0.1 to 1.33 standard deviations; half of 100 would be no gain.
    assert format_figure(ev("calc.neck_strength_above_middle"), "ci") == "54 to 91"


def test_an_unknown_computed_figure_names_the_nearest_one() -> None:
    with pytest.raises(UnknownKeyError, match=r"calc\.after_worn_disc"):
        ev("calc.after_worn_disk")


def test_a_computed_figure_has_no_labels() -> None:
    with pytest.raises(UnknownKeyError, match=r"calc\.after_worn_disc\[40\]"):
        ev("calc.after_worn_disc", 40)


def test_an_interval_that_is_not_there_is_refused() -> None:
    key = "brinjikji2015.disk_bulge[50]"
    entry = Derived("x", "percent", (key,), lambda share: share.value, interval_from=key)
    with pytest.raises(ValueError, match="has no ci95"):
        entry.ends([ev(key)])


def test_missing_counts_are_named() -> None:
    entry = DERIVED["calc.new_pain_scan_unchanged"]
    figure = ev(entry.inputs[0])
    with pytest.raises(ValueError, match="has no events"):
        entry.compute(replace(figure, events=None))
    with pytest.raises(ValueError, match="has no total"):
        entry.compute(replace(figure, total=None))
