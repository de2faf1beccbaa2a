"""One picture of each family for the page of all charts, beside those that lessons already show.

A picture moves to `painlab.charts.catalogue` when a lesson shows it.
"""

from __future__ import annotations

from collections.abc import Callable

from painlab.charts.fusion_trials import stabilisation_slope
from painlab.charts.learning import quiz_overlap
from painlab.charts.leave_one_out import fusion_leave_one_out
from painlab.charts.outcomes import herniation_pair
from painlab.charts.picture import Picture
from painlab.charts.prt_trial import prt_better_anyway, prt_nearly_free
from painlab.charts.scan_map import scan_evidence_map

GALLERY: dict[str, Callable[[], Picture]] = {
    "prt_better_anyway": prt_better_anyway,
    "fusion_leave_one_out": fusion_leave_one_out,
    "herniation_pair": herniation_pair,
    "prt_nearly_free": prt_nearly_free,
    "stabilisation_slope": stabilisation_slope,
    "quiz_overlap": quiz_overlap,
    "scan_evidence_map": scan_evidence_map,
}
"""Every picture that only the page of all charts shows, by name."""
