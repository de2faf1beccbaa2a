"""Pictures of people with back pain beside people without."""

from __future__ import annotations

import pandas as pd

from painlab.charts.dots import Dots, dot_plot
from painlab.charts.forest import Effect, EffectAxis, forest_plot
from painlab.charts.icon_array import Group, icon_array
from painlab.charts.picture import Picture
from painlab.charts.theme import ACCENT, ACCENT_2
from painlab.charts.values import estimate, of_100
from painlab.derived import lookup
from painlab.evidence.format import format_figure

# Evidence label, words for readers; first those whose interval leaves out "no difference".
CLEAR = {
    "disc_bulge": "Disc bulge",
    "spondylolysis": "Stress crack in a vertebra",
    "disc_extrusion": "Disc extrusion",
    "modic_1": "Modic type 1 change",
    "disc_protrusion": "Disc protrusion",
    "disc_degeneration": "Disc degeneration",
}
UNCLEAR = {
    "central_canal_stenosis": "Narrow spinal canal",
    "high_intensity_zone": "High-intensity zone",
    "annular_fissure": "Annular fissure",
    "any_modic": "Any Modic change",
    "spondylolisthesis": "Slipped vertebra",
}


def pain_vs_no_pain() -> Picture:
    """Forest plot of odds ratios, with pain against without (brinjikji2015b)."""
    effects, groups = [], []
    for name, findings in (("odds_ratio", CLEAR), ("odds_ratio_unclear", UNCLEAR)):
        for label, words in findings.items():
            effects.append(Effect(words, *estimate(f"brinjikji2015b.{name}[{label}]")))
            groups.append("yes" if findings is CLEAR else "not clear")
    bulge = lookup("brinjikji2015b.odds_ratio[disc_bulge]")
    protrusion = lookup("brinjikji2015b.odds_ratio[disc_protrusion]")
    return Picture(
        name="pain_vs_no_pain",
        title="Are findings more common in people with back pain?",
        sentence=(
            f"For six findings, yes, up to the age of 50. The odds of a disc protrusion are "
            f"{format_figure(protrusion)} times as high with pain as without "
            f"(margin of error {format_figure(protrusion, 'ci')}). For five more the data cannot "
            "tell."
        ),
        table=pd.DataFrame(
            {
                "finding": [effect.label for effect in effects],
                "odds ratio": [effect.value for effect in effects],
                "margin of error from": [effect.low for effect in effects],
                "to": [effect.high for effect in effects],
                "more common with pain": groups,
            }
        ),
        note=(
            "Filled squares: the margin leaves out no difference. Open: it does not. Arrows: it "
            f"goes on beyond the axis. The ratio for disc bulge, {format_figure(bulge)} "
            f"({format_figure(bulge, 'ci')}), is the least trustworthy: few studies, and a very "
            "wide margin. More common with pain does not mean that it causes the pain."
        ),
        sources=("brinjikji2015b",),
        chart=forest_plot(
            effects,
            EffectAxis(
                title=("odds ratio (1 = no difference)",),
                low=0.3,
                high=60,
                ticks=(0.5, 1, 2, 5, 10, 20, 50),
                no_effect=1,
                log=True,
                sides=("rarer", "more common with pain"),
            ),
        ),
    )


def protrusion_pair() -> Picture:
    """Two icon arrays: protrusions at 40 without and with pain (both reviews joined)."""
    without = of_100("brinjikji2015.disk_protrusion[40]")
    figure = lookup("calc.protrusion_with_pain_40")
    with_pain = of_100(figure.key)
    return Picture(
        name="protrusion_pair",
        title="Disc protrusions at 40, without and with back pain",
        sentence=(
            f"Of 100 people of 40 without back pain, about {without} have a disc protrusion. Of "
            f"100 with back pain it may be {with_pain} "
            f"(margin of error {format_figure(figure, 'ci')})."
        ),
        table=pd.DataFrame(
            {
                "people of 40": ["without back pain", "with back pain"],
                "protrusion, of 100": [without, with_pain],
                "no protrusion, of 100": [100 - without, 100 - with_pain],
            }
        ),
        note=(
            "The second number is worked out: the pain-free share of one review and the odds ratio "
            "of another, which studied different people. It is not a count."
        ),
        sources=("brinjikji2015", "brinjikji2015b"),
        chart=icon_array(
            [Group("Without back pain", without), Group("With back pain", with_pain)],
            colours=[ACCENT, ACCENT_2],
        ),
    )


def pain_points_by_finding() -> Picture:
    """Difference in pain now by finding, the smallest and the largest (kasch2022)."""
    key = "kasch2022.pain_difference_now"
    small, large = lookup(key, "high_intensity_zone"), lookup(key, "spondylolisthesis")
    people = lookup("kasch2022.n")
    rows = [
        Dots("High-intensity zone (the smallest)", (small.value,)),
        Dots("Slipped vertebra (the largest)", (large.value,)),
    ]
    return Picture(
        name="pain_points_by_finding",
        title="How much more pain do people with a finding have?",
        sentence=(
            f"In {format_figure(people)} people, those with a finding rated their pain higher by "
            f"{format_figure(small)} to {format_figure(large)} points on a scale from 0 to 10."
        ),
        table=pd.DataFrame(
            {
                "finding": ["high-intensity zone", "slipped vertebra"],
                "points more pain, on a scale of 0 to 10": [small.value, large.value],
            }
        ),
        note=(
            "Averages over many people: they can hide a few for whom one finding matters a lot. "
            "Smallest and largest of the findings studied; margins of error not seen."
        ),
        sources=("kasch2022",),
        chart=dot_plot(rows, "points more pain, on a scale of 0 to 10", 0, 10),
    )
