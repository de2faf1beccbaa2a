"""Decks of slides: what one holds, in which order, and that all it names is there."""

from pathlib import Path

import pytest
from course_copy import CourseCopy

from painlab.check import check_course
from painlab.check.slides import SLIDES

DECK = "slides/imaging.md"
_PARTS = (
    ":::{outcomes} imaging\n:::",
    ":::{question} spine-common-01\n:::",
    ":::{answer} spine-common-01\n:::",
    ":::{chart} bulge_at_50\n:::",
    "About {ev:of100}`brinjikji2015.disk_bulge[50]` have one.",
    ":::{against-us}\nIt may matter more than we say.\n:::",
    ":::{not-known}\nWho gains.\n:::",
    ":::{discuss}\nWhat would you ask?\n:::",
    ":::{take-home}\nAsk how common it is.\n:::",
)


@pytest.fixture
def course(tmp_path: Path) -> CourseCopy:
    """The clean course with a deck."""
    made = CourseCopy(tmp_path)
    said = ":::{notes}\nSay it slowly.\n:::"
    slides = [f"# A deck\n\n{said}"]
    slides += [f"## Slide {'abcdefghi'[i]}\n\n{part}\n\n{said}" for i, part in enumerate(_PARTS)]
    (made.root / DECK).parent.mkdir()
    (made.root / DECK).write_text("\n\n".join(slides) + "\n")
    return made


def test_a_whole_deck_is_clean(course: CourseCopy) -> None:
    assert check_course(course.root).findings == ()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("{ev:of100}`brinjikji2015.disk_bulge[50]`", "60", "bare-number"),
        ("disk_bulge[50]", "disk_bulg[50]", "unknown-key"),
        (":::{chart} bulge_at_50", ":::{chart} bulge_at_5", "unknown-chart"),
        ("Who gains.", "Who is cured.", "forbidden-word"),
        ("What would you ask?", "What does a {term}`buldge` mean?", "unknown-term"),
    ],
)
def test_slides_keep_the_rules_of_pages(course: CourseCopy, old: str, new: str, rule: str) -> None:
    line = course.change(DECK, old, new)
    finding = course.only(rule)
    assert (finding.path, finding.line) == (DECK, line)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (":::{outcomes} imaging", ":::{outcomes} imagin", "unknown module 'imagin'"),
        (":::{take-home}", ":::{take-hom}", "slides know no 'take-hom'"),
        (":::{answer} spine-common-01", ":::{answer} spine-common-02", "slide before"),
        (":::{answer} spine-common-01", ":::{answer} spine-common-1", "no quiz item"),
        (":::{answer} spine-common-01\n:::", "Nothing.", "the deck lacks ':::{answer}'"),
        ("Who gains.", "See [there](there.md).", "links nowhere"),
        ("It may matter", "\n:::\n\n:::{chart} bulge_at_50\n:::\n\n:::{discuss}\n", "stands twice"),
    ],
)
def test_what_a_deck_names_is_there_and_in_its_place(
    course: CourseCopy, old: str, new: str, words: str
) -> None:
    course.change(DECK, old, new)
    assert any(words in finding.message for finding in course.findings("slides"))


def test_each_slide_has_notes(course: CourseCopy) -> None:
    line = course.change(DECK, "## Slide e", "## Slide of its own\n\nWords.\n\n## Slide e")
    finding = course.only("slides")
    assert finding.line == line
    assert "no notes" in finding.message


def test_a_deck_is_neither_short_nor_long(course: CourseCopy) -> None:
    more = "## One more\n\n:::{notes}\nSay it.\n:::\n\n"
    course.change(DECK, "## Slide b", more * (SLIDES[1] - len(_PARTS) - 4) + "## Slide b")
    assert course.findings("slides") == []
    course.change(DECK, "## Slide a", f"{more}## Slide a")
    assert f"has {SLIDES[1] + 1} slides" in course.only("slides").message
