"""The trial of PRT worked out again: counts, and gaps in pain, against the published ones."""

from __future__ import annotations

import pytest

from painlab import ev
from painlab.means import hedges_g_interval
from painlab.prt_trial import TIMES, Result, Time, gap_in_pain, pain, people
from painlab.quiz.bank import course_items
from painlab.quiz.models import Numeric

ARMS = ("prt", "placebo", "usual_care")
PUBLISHED: dict[Time, str] = {
    "4 weeks": "ashar2022.hedges_g_post",
    "1 year": "ashar2022.hedges_g_1y",
    "5 years": "ashar2025_5yr.hedges_g_5y",
}


@pytest.mark.parametrize("against", ARMS[1:])
@pytest.mark.parametrize("time", TIMES)
def test_g_and_its_interval_are_the_published_ones(time: Time, against: str) -> None:
    published = ev(PUBLISHED[time], against)
    assert published.ci95 is not None
    worked_out = gap_in_pain(time, against)
    assert worked_out == pytest.approx((published.value, *published.ci95), abs=0.01)


def test_g_and_its_interval_by_hand() -> None:
    # One pooled standard deviation apart, 50 a group: J = 1 - 3 / (4 * 98 - 1) = 0.99233 and
    # variance = 100 / 2500 + g * g / (2 * (100 - 3.94)) = 0.04513, root 0.21243.
    g = hedges_g_interval(1, 1, 50, 0, 1, 50)
    assert g == pytest.approx((0.9923, 0.9923 - 1.96 * 0.2124, 0.9923 + 1.96 * 0.2124), abs=5e-4)


@pytest.mark.parametrize(("sd", "n"), [(0, 50), (1, 1)])
def test_no_spread_no_g(sd: float, n: int) -> None:
    with pytest.raises(ValueError, match="Hedges g needs"):
        hedges_g_interval(1, sd, n, 0, 1, 50)


@pytest.mark.parametrize("arm", ARMS)
@pytest.mark.parametrize("time", TIMES)
def test_whoever_is_free_of_pain_is_nearly_free_as_well(time: Time, arm: str) -> None:
    nearly, free = people(time, arm), people(time, arm, "exactly 0")
    assert free.well < nearly.well
    assert (free.heard, free.randomised) == (nearly.heard, nearly.randomised)


@pytest.mark.parametrize(
    ("time", "result", "heard_only"),
    [
        ("4 weeks", "0 or 1", False),
        ("4 weeks", "exactly 0", False),
        ("1 year", "0 or 1", False),
        ("1 year", "exactly 0", False),
        ("5 years", "0 or 1", False),
        ("5 years", "exactly 0", True),
    ],
)
@pytest.mark.parametrize("arm", ARMS)
def test_shares_are_the_printed_ones(
    time: Time, result: Result, heard_only: bool, arm: str
) -> None:
    name = "pain_free" if result == "exactly 0" else "pain_free_or_nearly"
    study = "ashar2025_5yr" if time == "5 years" else "ashar2022"
    ending = {"4 weeks": "post", "1 year": "1y", "5 years": "5y"}[time]
    one = people(time, arm, result)
    total = one.heard if heard_only else one.randomised
    printed = ev(f"{study}.{name}_{ending}", arm)
    assert total == printed.total
    assert 100 * one.well / total == pytest.approx(printed.value, abs=0.5)


def test_fewer_were_heard_from_after_five_years() -> None:
    missing = {time: sum(people(time, arm).missing for arm in ARMS) for time in TIMES}
    assert missing == {"4 weeks": 16, "1 year": 27, "5 years": 38}


@pytest.mark.parametrize("arm", ARMS)
def test_pain_at_five_years_is_not_a_change(arm: str) -> None:
    assert pain("4 weeks", arm)[0] < 0 < pain("5 years", arm)[0]


def test_the_number_needed_that_is_asked_for_follows_from_the_counts() -> None:
    item = course_items()["prt-lab-trial-03"]
    assert isinstance(item, Numeric)
    gap = people("1 year", "prt").share(0) - people("1 year", "placebo").share(0)
    assert item.answer.value == pytest.approx(1 / gap, abs=0.05)
