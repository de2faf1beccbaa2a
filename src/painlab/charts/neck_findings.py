"""Pictures of neck scans: a bulge without pain, pressure on the cord, and what ten years do."""

from __future__ import annotations

import pandas as pd

from painlab.charts.icon_array import Group, icon_array, icon_pair
from painlab.charts.picture import Picture
from painlab.charts.values import of_100
from painlab.derived import lookup
from painlab.evidence.format import format_figure

_SYMPTOM = "okada2009.any_symptom_10_years"


def neck_bulge_pain_free() -> Picture:
    """Draw people of 100 without symptoms who have a bulging disc in the neck (nakashima2015)."""
    bulge = lookup("nakashima2015.disc_bulge")
    count = of_100(bulge.key)
    return Picture(
        name="neck_bulge_pain_free",
        title="A bulging disc in necks without pain",
        sentence=f"Of 100 people without symptoms, {count} had at least one bulging disc.",
        table=pd.DataFrame(
            {"bulging disc in the neck": ["yes", "no"], "people of 100": [count, 100 - count]}
        ),
        note=(
            f"{format_figure(bulge, 'counts')} volunteers in Japan, from their 20s to their 70s. "
            "Small bulges counted. This is about bulges alone: pressure on the spinal cord has its "
            "own picture, and is never put down to age."
        ),
        sources=("nakashima2015",),
        chart=icon_array([Group("At least one bulging disc", count)]),
    )


def neck_cord_pressure() -> Picture:
    """Draw healthy people whose scan shows pressure on the cord, by two counts (smith2021)."""
    one = of_100("nakashima2015.cord_compression")
    pooled = of_100("smith2021.asymptomatic_cord_compression")
    ill = of_100("smith2021.myelopathy")
    return Picture(
        name="neck_cord_pressure",
        title="Pressure on the spinal cord in people who felt well",
        sentence=(
            f"One large study found pressure on the cord in {one} of 100 people who felt well. A "
            f"review that pooled several studies found it in {pooled} of 100."
        ),
        table=pd.DataFrame(
            {
                "who counted": ["one large study", "pooled review"],
                "pressure on the cord, of 100": [one, pooled],
                "no pressure, of 100": [100 - one, 100 - pooled],
            }
        ),
        note=(
            "People of other ages and countries, counted by other rules. Feeling well does not "
            f"make it harmless: in some of the pooled groups {ill} of 100 turned out to be ill "
            "from a squeezed cord. Pressure on the cord always goes to a clinician."
        ),
        sources=("nakashima2015", "smith2021"),
        chart=icon_array([Group("One large study", one), Group("Pooled review", pooled)]),
    )


def neck_ten_years() -> Picture:
    """Draw what about ten years did to scans and to necks, of those who came back (okada2009)."""
    wear, pain = of_100("okada2009.progression_10_years"), of_100(f"{_SYMPTOM}[neck_pain]")
    stiff, any_symptom = of_100(f"{_SYMPTOM}[shoulder_stiffness]"), of_100(f"{_SYMPTOM}[any]")
    back = format_figure(lookup("okada2009.progression_10_years"), "total")
    return Picture(
        name="neck_ten_years",
        title="Ten years later: what the scan showed, and who had neck pain",
        sentence=(
            f"Of 100 people who came back after about ten years, {wear} had more wear on the scan, "
            f"and {pain} had come to have neck pain."
        ),
        table=pd.DataFrame(
            {
                "after about ten years": [
                    "more wear on the scan",
                    "neck pain",
                    "stiff shoulders",
                    "any symptom",
                ],
                "people of 100": [wear, pain, stiff, any_symptom],
            }
        ),
        note=(
            f"{back} volunteers in Japan, without symptoms at the start. Most of those scanned at "
            f"first did not come back. {any_symptom} of 100 had some symptom, most often stiff "
            "shoulders. The two pictures do not tell whether the people with pain had more wear."
        ),
        sources=("okada2009",),
        chart=icon_pair(Group("More wear on the scan", wear), Group("New neck pain", pain)),
    )
