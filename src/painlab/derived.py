"""Figures worked out from the evidence, addressed as ``calc.name``.

A page that shows a number no paper prints (a posterior, a share from an odds ratio) takes it from
here, so that it changes when its inputs change, and the ledger can show how it was made. To add
one, add an entry to `DERIVED`: what it is with its assumptions, its unit, the evidence keys it is
worked out from, and a function of those figures. Shared ways of working stand in `recipes`,
`recipes_fear`, `recipes_prt` and `recipes_neck`.
"""

from __future__ import annotations

from painlab import stats
from painlab.evidence import Figure, UnknownKeyError, ev
from painlab.evidence.record import note
from painlab.findings import nearest
from painlab.recipes import (
    Derived,
    cases_of_flagged,
    hurt_with_finding,
    infection_after,
    label_effect,
    readers_differ,
    share,
    share_by_count,
    source_after,
    with_pain,
)
from painlab.recipes_fear import acting_pays, evidence_ratio, looks, points_better
from painlab.recipes_neck import neck_sums
from painlab.recipes_prt import prt_comparisons

__all__ = ["DERIVED", "Derived", "estimate", "lookup"]


def lookup(key: str, label: object = None) -> Figure:
    """Return the figure under `key`: a study's own, or a computed one (``calc.name``).

    Parameters
    ----------
    key : ``study.figure``, ``study.figure[label]`` or ``calc.name``.
    label : the label, when it is not part of the key.

    Returns
    -------
    Figure
        With its unit; a computed one is rounded to the decimals of its recipe.

    Raises
    ------
    UnknownKeyError
        When the key is not known; the nearest known key is named.
    """
    if not key.startswith("calc."):
        return ev(key, label)
    entry = DERIVED.get(key) if label is None else None
    if entry is None:
        full = key if label is None else f"{key}[{label}]"
        raise UnknownKeyError(f"unknown computed figure '{full}'.{nearest(full, list(DERIVED))}")
    note(key)
    figures = [ev(name) for name in entry.inputs]
    return Figure(
        key=key,
        value=round(entry.compute(*figures), entry.digits),
        unit=entry.unit,
        what=entry.what,
        where="worked out by painlab.derived",
        status="computed",
        ci95=entry.ends(figures),
        inputs=entry.inputs,
        source=f"worked out from {', '.join(entry.inputs)}",
    )


def estimate(key: str) -> stats.Estimate:
    """Return the figure under `key` as a value with its 95 percent interval.

    Parameters
    ----------
    key : as for `lookup`, with its label.

    Returns
    -------
    Estimate
        In the figure's unit.

    Raises
    ------
    UnknownKeyError
        When the key is not known; the nearest known key is named.
    ValueError
        When the figure has no interval.
    """
    figure = lookup(key)
    if figure.ci95 is None:
        raise ValueError(f"'{key}' has no ci95; choose a figure with an interval.")
    return stats.Estimate(figure.value, *figure.ci95)


_EXTRUSION = "disc_extrusion"
_HIZ = "carrino2009.between_reader_kappa[high_intensity_zone]"

DERIVED: dict[str, Derived] = {
    "calc.after_worn_disc": source_after("disc_degeneration", "positive", "a worn disc"),
    "calc.after_normal_disc": source_after("disc_degeneration", "negative", "a normal disc"),
    "calc.infection_low_prior": infection_after(0.1, digits=1),
    "calc.infection_high_prior": infection_after(20, digits=0),
    "calc.protrusion_with_pain_40": with_pain(
        "a disc protrusion at 40", "brinjikji2015.disk_protrusion[40]", "disc_protrusion"
    ),
    "calc.degeneration_with_pain_40": with_pain(
        "disc degeneration at 40", "brinjikji2015.disk_degeneration[40]", "disc_degeneration"
    ),
    "calc.extrusion_with_pain": with_pain(
        "a disc extrusion, where few pain-free people have one",
        "jensen1994.disc_findings_in_pain_free_people[extrusion]",
        _EXTRUSION,
    ),
    "calc.extrusion_with_pain_veterans": with_pain(
        "a disc extrusion, where more pain-free people have one (older veterans)",
        "jarvik2001.baseline_findings[extrusion]",
        _EXTRUSION,
    ),
    "calc.hurt_with_protrusion_40": Derived(
        what="people of 100 with a disc protrusion at 40 who have back pain, in a group where half "
        "have back pain, worked out from the same two sources; having pain is not having it from "
        "the disc",
        unit="percent",
        inputs=(
            "brinjikji2015.disk_protrusion[40]",
            "brinjikji2015b.odds_ratio[disc_protrusion]",
        ),
        compute=lambda without_pain, ratio: hurt_with_finding(share(without_pain), ratio.value),
        interval_from="brinjikji2015b.odds_ratio[disc_protrusion]",
    ),
    "calc.severe_pain_most_worn": Derived(
        what="women of 100 with the most worn discs who would have had severe, disabling back "
        "pain, if 20 of 100 with the least worn discs had (an example; the paper's own counts "
        "were not seen)",
        unit="percent",
        inputs=("livshits2011.advanced_degeneration_odds_ratio",),
        compute=lambda ratio: 100 * stats.share_from_odds_ratio(0.20, ratio.value),
    ),
    "calc.severe_stenosis_with_symptoms": Derived(
        what="people of 100 in this older sample who have both severe narrowing on the scan and "
        "symptoms of it",
        unit="percent",
        inputs=(
            "ishimoto2013.stenosis_on_scan[severe]",
            "ishimoto2013.severe_stenosis_with_symptoms",
        ),
        compute=lambda severe, symptoms: 100 * share(severe) * share(symptoms),
    ),
    "calc.readers_differ_hiz_half": readers_differ("a high-intensity zone", 0.5, _HIZ),
    "calc.readers_differ_hiz_fifth": readers_differ("a high-intensity zone", 0.2, _HIZ),
    "calc.readers_differ_degeneration_half": readers_differ(
        "disc degeneration", 0.5, "carrino2009.between_reader_kappa[disk_degeneration]"
    ),
    "calc.readers_differ_level_half": readers_differ(
        "the level of the disc, in people with clear sciatica (mean of the lowest and highest "
        "kappa)",
        0.5,
        "elbarzouhi2013b.kappa_ranges[disc_level_low]",
        "elbarzouhi2013b.kappa_ranges[disc_level_high]",
    ),
    "calc.label_effect_arthritis_d": label_effect("arthritis", "arthritis"),
    "calc.label_effect_bulge_d": label_effect("disc_bulge", "disc bulge"),
    "calc.any_red_flag_ppv": Derived(
        what="people of 100 with at least one red flag who had a serious cause; an upper limit, "
        "which supposes that every serious case had a flag",
        unit="percent",
        inputs=("henschke2009.serious_pathology", "henschke2009.at_least_one_red_flag"),
        compute=cases_of_flagged,
        digits=1,
    ),
    "calc.no_surgery_after_early_mri": Derived(
        what="people of 100 with an early scan who had no lumbar operation within one year",
        unit="percent",
        inputs=("jacobs2020.lumbar_surgery[early_mri]",),
        compute=lambda operated: 100 - operated.value,
        digits=2,
    ),
    "calc.new_pain_scan_unchanged": Derived(
        what="people of 100 rescanned for new serious back pain whose scan was unchanged or better "
        "than before the pain",
        unit="percent",
        inputs=("carragee2006.scan_unchanged_after_new_severe_pain",),
        compute=lambda unchanged: 100 * share_by_count(unchanged),
    ),
    "calc.looks_by_moving": looks("move", "moving"),
    "calc.looks_by_resting": looks("rest", "resting"),
    "calc.look_evidence_ratio": evidence_ratio(),
    "calc.acting_pays_below": acting_pays(),
    "calc.cft_less_pain_3_years": points_better(
        "points less pain, of 10, with cognitive functional therapy than with usual care after "
        "three years",
        "hancock2025.pain_3_years[cft]",
        "points on a scale from 0 to 10",
    ),
    "calc.cft_less_limited_3_years": points_better(
        "Roland points, of 24, less limited with cognitive functional therapy than with usual care "
        "after three years",
        "hancock2025.disability_3_years[cft]",
        "points on the Roland scale from 0 to 24",
    ),
    "calc.cft_less_pain_v_exercise": points_better(
        "points less pain, of 10, with cognitive functional therapy than with trunk exercise and "
        "treatment by hand after 8 weeks",
        "castro2022.pain_8_weeks",
        "points on a scale from 0 to 10",
    ),
    "calc.cft_less_limited_v_exercise": points_better(
        "Oswestry points, of 100, less limited with cognitive functional therapy than with trunk "
        "exercise and treatment by hand after 8 weeks",
        "castro2022.disability_8_weeks",
        "points on the Oswestry scale from 0 to 100",
    ),
    "calc.explain_and_move_less_pain": points_better(
        "points less pain, of 10, with explaining and moving than with a sham after 18 weeks",
        "bagg2022.pain_18_weeks",
        "points on a scale from 0 to 10",
    ),
    "calc.explaining_less_pain": points_better(
        "points less pain, of 10, after explaining than after listening, at three months",
        "traeger2019.pain_difference_3_months",
        "points on a scale from 0 to 10",
    ),
    "calc.explaining_less_limited": points_better(
        "Roland points, of 24, less limited after explaining than after listening, at three months",
        "traeger2019.disability_difference[month_3]",
        "points on the Roland scale from 0 to 24",
    ),
    "calc.device_better_when_known": points_better(
        "points, of 100, less disability with heat on a nerve in the bone than with usual care "
        "after three months, when people knew what they got",
        "bvn_ablation.open_odi_difference_3m",
        "points on a disability scale from 0 to 100",
    ),
    "calc.disc_less_leg_pain_6_weeks": points_better(
        "points less leg pain, of 100, with an operation on the disc than without, up to six weeks",
        "liu2023.leg_pain_difference[up_to_6_weeks]",
        "points on a scale from 0 to 100",
    ),
    "calc.disc_less_leg_pain_12_months": points_better(
        "points less leg pain, of 100, with an operation on the disc than without, at a year",
        "liu2023.leg_pain_difference[at_12_months]",
        "points on a scale from 0 to 100",
    ),
    "calc.disc_less_limited_v_injection": points_better(
        "points less disability, of 100, with an operation on the disc than with an injection "
        "after 18 weeks",
        "wilby2021.odi_difference_18_weeks",
        "points on a scale from 0 to 100",
    ),
    "calc.disc_less_limited_as_treated": points_better(
        "points less disability, of 100, after eight years in people who had an operation on the "
        "disc than in people who had none, counted by what they got",
        "sport_disc.odi_difference_as_treated_8_years",
        "points on a scale from 0 to 100",
    ),
    "calc.steadied_less_limited_v_programme": points_better(
        "points less disability, of 100, with an operation to steady the spine than with a "
        "programme of rehabilitation after two years",
        "fairbank2005.odi_difference_24m",
        "points on a scale from 0 to 100",
    ),
    "calc.new_disc_less_limited_v_programme": points_better(
        "points less disability, of 100, with an artificial disc than with a programme of "
        "rehabilitation after two years",
        "hellum2011.odi_difference_2y",
        "points on a scale from 0 to 100",
    ),
    "calc.fusion_better_within_2_years": points_better(
        "gain in disability with fusion over other care within two years, in standard deviations",
        "aans2025.odi_smd_under_2_years",
        "standard deviations",
    ),
    "calc.fusion_better_after_2_years": points_better(
        "gain in disability with fusion over other care after more than two years, in standard "
        "deviations",
        "aans2025.odi_smd_over_2_years",
        "standard deviations",
    ),
    "calc.neck_pain_of_100": Derived(
        what="people of 100 in the world with neck pain in 2020, made equal for age; the paper "
        "gives the rate for 100,000",
        unit="percent",
        inputs=("gbd2021neck.prevalence_rate",),
        compute=lambda rate: rate.value / 1000,
        digits=2,
        interval_from="gbd2021neck.prevalence_rate",
    ),
    "calc.not_less_limited_with_cft": Derived(
        what="people of 100 who were not clearly less limited after three years with cognitive "
        "functional therapy, at most; the report says more than 60 were",
        unit="percent",
        inputs=("hancock2025.clearly_less_limited_3_years[cft]",),
        compute=lambda helped: 100 - helped.value,
    ),
    "calc.not_recovered_in_a_year": Derived(
        what="people of 100 with new back pain who had not fully recovered a year later",
        unit="percent",
        inputs=("henschke2008.recovered_in_a_year",),
        compute=lambda well: 100 - well.value,
    ),
    **prt_comparisons(),
    **neck_sums(),
}
"""How each computed figure is made, by its key."""
