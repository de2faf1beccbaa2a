"""Pictures of the decision aid on operations: good and bad sides in the same rows of 100 people."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from painlab.charts.bars import Bar, bars_of_100
from painlab.charts.picture import Picture
from painlab.charts.values import of_100
from painlab.evidence import ev
from painlab.evidence.format import plain

# Good sides first, then what they cost; each row names the group whose 100 people it counts.
LEG_PAIN = {
    "Operated on soon: recovered in a year": "peul2007.recovered_1y[early_surgery]",
    "Waited first: recovered in a year": "peul2007.recovered_1y[wait]",
    "Operated on soon: had the operation": "peul2007.operated_1y[early_surgery]",
    "Waited first: had it within a year": "peul2007.operated_1y[wait]",
    "Disc operation: harmed": "wilby2021.harm[surgery]",
    "Injection instead: harmed": "wilby2021.harm[injection]",
}
BACK_PAIN = {
    "Fusion: better after 2 years": "fritzell2001.better_at_2_years[fusion]",
    "Usual care: better after 2 years": "fritzell2001.better_at_2_years[usual_care]",
    "Fusion: a success after 1 year": "brox2006.success[fusion]",
    "Full programme: a success after 1 year": "brox2006.success[programme]",
    "Fusion: early complication": "ibrahim2008.early_complications",
    "Fusion: operated on again in 4 years": "brox2010.operated_again",
    "Full programme: operated on in 4 years": "brox2010.operated_after_all",
}


def leg_pain_choices() -> Picture:
    """Good and bad sides of an early disc operation and of waiting (peul2007, wilby2021)."""
    people = _people(LEG_PAIN)
    soon, waited, _, operated, harmed, injected = people.values()
    return Picture(
        name="leg_pain_choices",
        title="Leg pain from a disc: operated on soon, or waiting first",
        sentence=(
            f"After a year the two groups were alike: {soon} and {waited} of 100 had recovered. "
            f"Of 100 who waited, {operated} had the operation after all. In another trial {harmed} "
            f"of 100 were harmed by the operation, and {injected} of 100 by an injection."
        ),
        table=_table(people),
        note=(
            "Two trials of leg pain that had lasted for weeks to months; the first four rows are "
            "from one, the last two from the other. People knew what they had. The early "
            "operation was faster, which these bars do not show. Serious harms: "
            f"{plain(ev('wilby2021.serious_harm', 'surgery').value)} with the operation, "
            f"{plain(ev('wilby2021.serious_harm', 'injection').value)} with the injection."
        ),
        sources=("peul2007", "wilby2021"),
        chart=_bars(people),
    )


def back_pain_choices() -> Picture:
    """Good and bad sides of a fusion, of usual care and of a programme (fritzell2001, brox2006)."""
    people = _people(BACK_PAIN)
    fused, usual, success, programme, early, again, later = people.values()
    return Picture(
        name="back_pain_choices",
        title="Long-lasting back pain: a fusion, usual care, or a full programme",
        sentence=(
            f"Against usual care a fusion did better: {fused} and {usual} of 100 were better. "
            f"Against a full programme it was {success} and {programme} of 100. After a fusion "
            f"{early} of 100 had an early complication, and {again} of 100 were operated on again."
        ),
        table=_table(people),
        note=(
            "Each pair of rows is from one trial or group of trials, so compare within a pair. "
            f"People knew what they had. Of 100 in the programme, {later} had an operation later. "
            "We know of no trial of a fusion against a sham, and what would have come by itself "
            "is not in these bars."
        ),
        sources=("fritzell2001", "brox2006", "ibrahim2008", "brox2010"),
        chart=_bars(people),
    )


def _people(rows: Mapping[str, str]) -> dict[str, int]:
    return {label: of_100(key) for label, key in rows.items()}


def _table(people: Mapping[str, int]) -> pd.DataFrame:
    return pd.DataFrame({"group and what was counted": [*people], "of 100": [*people.values()]})


def _bars(people: Mapping[str, int]) -> alt.LayerChart | alt.FacetChart:
    return bars_of_100([Bar(label, count) for label, count in people.items()], "people of 100")
