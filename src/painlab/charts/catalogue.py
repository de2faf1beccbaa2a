"""The pictures of the lessons by name, each worked out from the evidence when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from painlab.charts.belief import worn_disc_arrays
from painlab.charts.crossovers import sport_flow
from painlab.charts.fair_forest import fair_forest, fair_shares
from painlab.charts.famous_cohort import cohort_back_at_work, cohort_clocks, cohort_harms
from painlab.charts.fear_course import fear_course, fear_recovered
from painlab.charts.fear_paths import fear_paths, fear_signals
from painlab.charts.fear_treatments import fear_cft_pain, fear_less_limited, fear_ruler
from painlab.charts.fusion_reviews import fusion_reviews
from painlab.charts.fusion_trials import fusion_forest, fusion_ruler
from painlab.charts.neck_findings import neck_bulge_pain_free, neck_cord_pressure, neck_ten_years
from painlab.charts.neck_posture import neck_views, text_neck_bend, text_neck_people
from painlab.charts.neck_treatments import neck_arm_better, neck_arm_gain, neck_gains
from painlab.charts.outcomes import herniation_and_outcome, scan_trials, shrinking_discs
from painlab.charts.picture import Picture
from painlab.charts.prt_causes import prt_causes
from painlab.charts.prt_people import prt_five_years, prt_gaps, prt_three_arms
from painlab.charts.prt_trial import prt_over_time
from painlab.charts.reading import label_and_scan_wish, reader_kappas
from painlab.charts.sham_tests import sham_cement, sham_verdicts
from painlab.charts.surgery_choices import back_pain_choices, leg_pain_choices
from painlab.charts.surgery_legs import canal_gains, disc_gain_fades, disc_recovery
from painlab.charts.surgery_risks import (
    fusion_good,
    larger_operation_good,
    larger_operation_harm,
    second_opinions,
    surgery_repeats,
)
from painlab.charts.surgery_urgent import urgent_cancer_walking
from painlab.charts.whiplash import whiplash_care_seekers, whiplash_lithuania, whiplash_visits
from painlab.charts.with_pain import pain_points_by_finding, pain_vs_no_pain, protrusion_pair
from painlab.charts.without_pain import bulge_at_50, pain_free_by_age

CHARTS: dict[str, Callable[[], Picture]] = {
    "pain_free_by_age": pain_free_by_age,
    "bulge_at_50": bulge_at_50,
    "pain_vs_no_pain": pain_vs_no_pain,
    "protrusion_pair": protrusion_pair,
    "worn_disc_arrays": worn_disc_arrays,
    "pain_points_by_finding": pain_points_by_finding,
    "reader_kappas": reader_kappas,
    "scan_trials": scan_trials,
    "label_and_scan_wish": label_and_scan_wish,
    "shrinking_discs": shrinking_discs,
    "herniation_and_outcome": herniation_and_outcome,
    "fear_paths": fear_paths,
    "fear_signals": fear_signals,
    "fear_course": fear_course,
    "fear_recovered": fear_recovered,
    "fear_cft_pain": fear_cft_pain,
    "fear_ruler": fear_ruler,
    "fear_less_limited": fear_less_limited,
    "cohort_back_at_work": cohort_back_at_work,
    "cohort_clocks": cohort_clocks,
    "cohort_harms": cohort_harms,
    "sham_verdicts": sham_verdicts,
    "sham_cement": sham_cement,
    "larger_operation_good": larger_operation_good,
    "larger_operation_harm": larger_operation_harm,
    "fusion_good": fusion_good,
    "surgery_repeats": surgery_repeats,
    "second_opinions": second_opinions,
    "leg_pain_choices": leg_pain_choices,
    "back_pain_choices": back_pain_choices,
    "urgent_cancer_walking": urgent_cancer_walking,
    "disc_recovery": disc_recovery,
    "disc_gain_fades": disc_gain_fades,
    "sport_flow": sport_flow,
    "canal_gains": canal_gains,
    "fusion_forest": fusion_forest,
    "fusion_ruler": fusion_ruler,
    "fusion_reviews": fusion_reviews,
    "prt_three_arms": prt_three_arms,
    "prt_over_time": prt_over_time,
    "prt_five_years": prt_five_years,
    "prt_gaps": prt_gaps,
    "prt_causes": prt_causes,
    "fair_forest": fair_forest,
    "fair_shares": fair_shares,
    "neck_bulge_pain_free": neck_bulge_pain_free,
    "neck_cord_pressure": neck_cord_pressure,
    "neck_ten_years": neck_ten_years,
    "whiplash_lithuania": whiplash_lithuania,
    "whiplash_care_seekers": whiplash_care_seekers,
    "whiplash_visits": whiplash_visits,
    "text_neck_bend": text_neck_bend,
    "text_neck_people": text_neck_people,
    "neck_views": neck_views,
    "neck_gains": neck_gains,
    "neck_arm_better": neck_arm_better,
    "neck_arm_gain": neck_arm_gain,
}
"""Every picture of the lessons, by the name that a page asks for."""
