"""Pictures of what operations bring and what they risk, people of 100 each."""

from __future__ import annotations

import pandas as pd

from painlab.charts.icon_array import Group, icon_array, icon_pair
from painlab.charts.icon_kinds import Kind, Mixed, kind_arrays
from painlab.charts.people import Look
from painlab.charts.picture import Picture
from painlab.charts.values import of_100
from painlab.derived import lookup
from painlab.evidence.format import format_figure

_BETTER = "nordsten2024.better_5y"
_DANGER = "deyo2010.life_threatening"
_BACK = "deyo2010.back_in_hospital_30_days"
_FUSED = "fritzell2001.better_at_2_years"
_AGAIN = "martin2007.operated_again_11y"
_FAILED = "inoue2017.failed"
_LOOKS: tuple[Look, ...] = ("solid", "striped", "hollow", "dashed")


def larger_operation_good() -> Picture:
    """Draw people better after the smaller and the larger operation (nordsten2024)."""
    small, large = of_100(f"{_BETTER}[room_only]"), of_100(f"{_BETTER}[with_fusion]")
    return Picture(
        name="larger_operation_good",
        title="The good: clearly less limited after five years",
        sentence=(
            f"Of 100 people with the smaller operation {small} were clearly less limited after "
            f"five years, and of 100 with a fusion as well {large}."
        ),
        table=_two_operations("clearly less limited, of 100", small, large),
        note=(
            "A trial in Norwegian adults with a narrow canal and a slipped bone; chance decided. "
            "It compares two operations, and does not tell how people do without one."
        ),
        sources=("nordsten2024",),
        chart=icon_pair(
            Group("More room for the nerves", small), Group("More room and a fusion", large)
        ),
    )


def larger_operation_harm() -> Picture:
    """Draw people with a life-threatening complication, by operation (deyo2010)."""
    small, large = of_100(f"{_DANGER}[room_only]"), of_100(f"{_DANGER}[complex_fusion]")
    again = [of_100(f"{_BACK}[{operation}]") for operation in ("room_only", "complex_fusion")]
    return Picture(
        name="larger_operation_harm",
        title="The harm: a complication that threatened life",
        sentence=(
            f"Of 100 people with the smaller operation {small} had a complication that threatened "
            f"their life, and of 100 with a large fusion {large}. Back in hospital within 30 days "
            f"were {again[0]} and {again[1]} of 100."
        ),
        table=_two_operations("life in danger, of 100", small, large).assign(
            **{"back in hospital within 30 days, of 100": again}
        ),
        note=(
            "Insurance records of people over 65 in the United States, operated on for a narrow "
            "canal. Nobody drew lots, and people with a large fusion may have been sicker. A large "
            "fusion is more than the fusion in the picture above."
        ),
        sources=("deyo2010",),
        chart=icon_pair(Group("More room for the nerves", small), Group("A large fusion", large)),
    )


def fusion_good() -> Picture:
    """Draw people who called themselves better after fusion or usual care (fritzell2001)."""
    fused, usual = of_100(f"{_FUSED}[fusion]"), of_100(f"{_FUSED}[usual_care]")
    return Picture(
        name="fusion_good",
        title="The good: better after two years",
        sentence=(
            f"Of 100 people with a fusion {fused} said that they were better after two years, and "
            f"of 100 with usual care {usual}."
        ),
        table=pd.DataFrame(
            {
                "care": ["fusion", "usual care"],
                "better, of 100": [fused, usual],
                "not better, of 100": [100 - fused, 100 - usual],
            }
        ),
        note=(
            "A Swedish trial; chance decided, and everyone knew what they had. Most had tried such "
            "usual care before. Against a full programme of training, other trials found little or "
            "no difference."
        ),
        sources=("fritzell2001",),
        chart=icon_array([Group("With a fusion", fused), Group("With usual care", usual)]),
    )


def surgery_repeats() -> Picture:
    """Draw people operated on again, and operations people count as failed (martin2007)."""
    again, failed = of_100(_AGAIN), of_100(_FAILED)
    return Picture(
        name="surgery_repeats",
        title="The harm: another operation, or an operation that failed",
        sentence=(
            f"Of 100 people operated on for a worn lower back, {again} were operated on again "
            f"within 11 years. In another study {failed} of 100 counted their operation as failed."
        ),
        table=pd.DataFrame(
            {
                "what happened": ["operated on again", "counted as failed"],
                "people of 100": [again, failed],
                "people it did not happen to, of 100": [100 - again, 100 - failed],
            }
        ),
        note=(
            "The first: one US state, operations of 1990 to 1993. The second: a Japanese survey "
            "after operations of all kinds; failed means unsatisfied and still having symptoms. "
            "Neither tells how people would be without an operation."
        ),
        sources=("martin2007", "inoue2017"),
        chart=icon_array([Group("Operated on again", again), Group("Counted as failed", failed)]),
    )


def second_opinions() -> Picture:
    """Draw what a second opinion said to people who were advised an operation (lenza2017)."""
    same = lookup("lenza2017.same_surgery_advised")
    surgery = lookup("lenza2017.surgery_advised")
    none = lookup("lenza2017.no_surgery_advised")
    total = same.total or 0
    counts = {
        "the same operation": same.events or 0,
        "another operation": (surgery.events or 0) - (same.events or 0),
        "care without an operation": none.events or 0,
    }
    counts["something else, not told"] = total - sum(counts.values())
    shares = {words: round(100 * count / total) for words, count in counts.items()}
    return Picture(
        name="second_opinions",
        title="What the second opinion said",
        sentence=(
            f"Of 100 people advised an operation, a second opinion advised the same one to "
            f"{shares['the same operation']}, another one to {shares['another operation']}, and "
            f"care without an operation to {shares['care without an operation']}."
        ),
        table=pd.DataFrame(
            {
                "second opinion": list(shares),
                "people of 100": list(shares.values()),
                "people counted": list(counts.values()),
            }
        ),
        note=(
            f"{format_figure(same, 'total')} people in Brazil, sent to one hospital by their "
            "insurer. That two opinions differ does not show which one is right, and how people "
            "did later is not told."
        ),
        sources=("lenza2017",),
        chart=kind_arrays(
            [
                Mixed(
                    "Advised an operation before",
                    tuple(
                        Kind(words, share, look)
                        for (words, share), look in zip(shares.items(), _LOOKS, strict=True)
                    ),
                )
            ]
        ),
    )


def _two_operations(heading: str, small: int, large: int) -> pd.DataFrame:
    return pd.DataFrame(
        {"operation": ["more room for the nerves", "with a fusion"], heading: [small, large]}
    )
