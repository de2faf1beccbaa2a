"""What makes a decision aid fair: choices told alike, good and bad at the same length."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from painlab.content import content_dir

AIDS = ("imaging/should-i-have-a-scan.md", "surgery/deciding-about-an-operation.md")
POINTS = ("What it is", "What it is like", "Good sides", "Bad sides")
# Words a side may have more than the other, as a share of both.
_TILT = 0.05

_CHOICE = re.compile(r"^### (.+)\n\n((?:- \*\*.+\n)+)", re.M)
_POINT = re.compile(r"^- \*\*(.+?)\.\*\* (.+)$", re.M)


@pytest.fixture(params=AIDS)
def page(request: pytest.FixtureRequest) -> str:
    return Path(content_dir(), request.param).read_text(encoding="utf-8")


def choices(page: str) -> dict[str, dict[str, str]]:
    """Return each choice of an aid, by place and heading, with what is said under each point."""
    return {
        f"{place} {heading}": dict(_POINT.findall(points))
        for place, (heading, points) in enumerate(_CHOICE.findall(page))
    }


def test_every_choice_is_told_by_the_same_four_points(page: str) -> None:
    told = {choice: tuple(points) for choice, points in choices(page).items()}
    assert len(told) >= 3
    assert set(told.values()) == {POINTS}, told


def test_good_and_bad_sides_are_told_at_the_same_length(page: str) -> None:
    good, bad = (
        sum(len(points[side].split()) for points in choices(page).values()) for side in POINTS[2:]
    )
    assert abs(good - bad) / (good + bad) <= _TILT, (good, bad)


def test_emergencies_come_before_the_choices(page: str) -> None:
    first = page.index("### ")
    for what in (":::{warning-signs}", "## Who should not wait", "## The decision"):
        assert page.index(what) < first, what


def test_it_says_what_doing_nothing_means_how_it_is_kept_and_asks_what_matters(page: str) -> None:
    assert re.search(r"[Dd]o(?:ing)? nothing", page)
    for what in ("**How we keep this page true.**", "## What matters to me", ":::{form} "):
        assert what in page, what
    # Dates, sources and who paid are written there when the book is built.
    assert ":::{page-end}" in page
