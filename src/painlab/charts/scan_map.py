"""A map of what scans, findings and words are linked with, and how well each link is studied."""

from __future__ import annotations

import pandas as pd

from painlab.charts.arrow_map import EVIDENCE, Arrow, Node, arrow_map
from painlab.charts.picture import Picture
from painlab.derived import lookup
from painlab.evidence.format import format_figure

_NODES = (
    Node("finding", ("Finding", "on a scan"), (52, 36)),
    Node("now", ("Pain now",), (52, 150)),
    Node("later", ("Pain years", "later"), (288, 36)),
    Node("scan", ("A scan", "at once"), (288, 150)),
    Node("name", ("A name that", "worries"), (52, 222)),
    Node("wish", ("Wish for", "a scan"), (288, 222)),
)
_ARROWS = (
    Arrow("finding", "now", 2, "A", direction=False),
    Arrow("finding", "later", 3, "B", found=False),
    Arrow("scan", "later", 4, "C", found=False),
    Arrow("name", "wish", 4, "D"),
)


def scan_evidence_map() -> Picture:
    """Four links and the evidence behind each (brinjikji2015b, kasch2022 and others)."""
    ratio = lookup("brinjikji2015b.odds_ratio[disc_protrusion]")
    people = lookup("kasch2022.n")
    scanned = lookup("chou2009.pain_6_to_12_months")
    plain_name = lookup("okeeffe2022.perceived_need_for_imaging_mean[episode_of_back_pain]")
    worst_name = lookup("okeeffe2022.perceived_need_for_imaging_mean[arthritis]")
    found = {
        "A": f"odds of a disc protrusion {format_figure(ratio)} times as high with pain",
        "B": f"no link for most findings after six years, in {format_figure(people)} people",
        "C": (
            f"{format_figure(scanned)} standard deviations after 6 to 12 months "
            f"({format_figure(scanned, 'ci')}): about the same"
        ),
        "D": f"{format_figure(worst_name)} of 10 for 'arthritis', {format_figure(plain_name)} "
        "for 'episode of back pain'",
    }
    names = {node.name: " ".join(node.lines) for node in _NODES}
    return Picture(
        name="scan_evidence_map",
        title="Scans, words and pain: how well is each link studied?",
        sentence=(
            "Findings and pain go together now, but most were not linked with pain six years "
            "later. In trials, a scan at once did not change later pain. A name that worries "
            "makes people want a scan."
        ),
        table=pd.DataFrame(
            [
                {
                    "arrow": arrow.letter,
                    "from": names[arrow.start],
                    "to": names[arrow.end],
                    "evidence": EVIDENCE[arrow.step - 1],
                    "what was found": found[arrow.letter],
                }
                for arrow in _ARROWS
            ]
        ),
        note=(
            "A thick arrow is well studied; it need not be a strong effect. Arrow B stands for "
            "most findings, not for each. Arrow C is about people without warning signs. Arrow D "
            "is an experiment with an imagined visit."
        ),
        sources=("brinjikji2015b", "kasch2022", "chou2009", "okeeffe2022"),
        chart=arrow_map(_NODES, _ARROWS, 248),
    )
