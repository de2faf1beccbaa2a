"""Pictures of what readers and words do to a scan."""

from __future__ import annotations

import pandas as pd

from painlab.charts.dots import Dots, dot_plot
from painlab.charts.picture import Picture
from painlab.derived import lookup
from painlab.evidence.format import format_figure

KAPPAS = {
    "disk_degeneration": "Disc degeneration",
    "modic_changes": "Modic changes",
    "spondylolisthesis": "Slipped vertebra",
    "facet_arthropathy": "Facet joint wear",
    "high_intensity_zone": "High-intensity zone",
}
LABELS = {
    "episode_of_back_pain": "Episode of back pain",
    "lumbar_sprain": "Lumbar sprain",
    "nonspecific_lbp": "Non-specific low back pain",
    "disc_bulge": "Disc bulge",
    "degeneration": "Degeneration",
    "arthritis": "Arthritis",
}


def reader_kappas() -> Picture:
    """Agreement between readers, and of each reader with a second look (carrino2009)."""
    between = {label: lookup("carrino2009.between_reader_kappa", label) for label in KAPPAS}
    same = {label: lookup("carrino2009.same_reader_kappa", label) for label in KAPPAS}
    values = sorted(figure.value for figure in between.values())
    series = ("two readers", "the same reader, a month or more later")
    return Picture(
        name="reader_kappas",
        title="How well do readers agree?",
        sentence=(
            f"Two trained readers agree with a kappa of {values[0]:g} to {values[-1]:g}, depending "
            "on the finding. The same reader, looking again, agrees better, but not fully. A kappa "
            "of 1 is full agreement; 0 is no better than chance."
        ),
        table=pd.DataFrame(
            {
                "finding": list(KAPPAS.values()),
                "kappa, two readers": [figure.value for figure in between.values()],
                "kappa, the same reader later": [figure.value for figure in same.values()],
            }
        ),
        note=(
            "Kappas weighted over grades; trained readers with written definitions, so everyday "
            "agreement is likely to be lower."
        ),
        sources=("carrino2009",),
        chart=dot_plot(
            [
                Dots(words, (between[label].value, same[label].value))
                for label, words in KAPPAS.items()
            ],
            "kappa",
            0,
            1,
            series,
        ),
    )


def label_and_scan_wish() -> Picture:
    """Wish for a scan by the label given for the same back pain (okeeffe2022)."""
    means = {
        label: lookup("okeeffe2022.perceived_need_for_imaging_mean", label) for label in LABELS
    }
    sds = {label: lookup("okeeffe2022.perceived_need_for_imaging_sd", label) for label in LABELS}
    plain_label, worst = means["episode_of_back_pain"], means["arthritis"]
    return Picture(
        name="label_and_scan_wish",
        title="The same back pain under six names: how much people want a scan",
        sentence=(
            f"Told 'episode of back pain', people rated their need for a scan "
            f"{format_figure(plain_label)} of 10 on average. Told 'arthritis', for the same back "
            f"pain, {format_figure(worst)} of 10."
        ),
        table=pd.DataFrame(
            {
                "label": list(LABELS.values()),
                "mean need for a scan, 0 to 10": [figure.value for figure in means.values()],
                "standard deviation": [figure.value for figure in sds.values()],
            }
        ),
        note=(
            "An imagined case, online; the numbers are averages and people differed widely "
            "(standard deviations in the table)."
        ),
        sources=("okeeffe2022",),
        chart=dot_plot(
            [Dots(words, (means[label].value,)) for label, words in LABELS.items()],
            "mean need for a scan, from 0 to 10",
            0,
            10,
        ),
    )
