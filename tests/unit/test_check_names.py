"""Terms, charts and pieces that a page calls exist; a term in use is linked."""

from pathlib import Path

import pytest
from course_copy import LESSON, CourseCopy

from painlab.check.registries import chart_code, piece_code
from painlab.check.run import check_course

PLACE = "You have a scan report in your hand."


@pytest.mark.parametrize(
    ("text", "rule", "near"),
    [
        ("{term}`disk bulge`", "unknown-term", "Disc bulge"),
        (":::{chart} pain_free_by_ages\n:::\n\n", "unknown-chart", "pain_free_by_age"),
        (":::{piece} draw-a-curve\n:::\n\n", "unknown-piece", "draw-the-curve"),
    ],
)
def test_an_unknown_name_comes_with_the_nearest(
    tmp_path: Path, text: str, rule: str, near: str
) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, text)
    finding = course.only(rule)
    assert (finding.path, finding.line) == (LESSON, line)
    assert f"Did you mean '{near}'?" in finding.message


def test_a_term_is_linked_where_it_is_used(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, "{term}`disc bulge`", "disc bulge")
    finding = course.only("unlinked-term")
    assert (finding.path, finding.line) == (LESSON, line)


def test_the_words_of_a_link_need_no_second_link(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(LESSON, "{term}`disc bulge`", "[disc bulge](lesson.md)")
    assert check_course(course.root).findings == ()


def test_names_read_from_the_code_are_those_of_the_running_course() -> None:
    from painlab.charts import PICTURES
    from painlab.pieces import PIECES

    assert list(chart_code()) == list(PICTURES)
    assert list(piece_code()) == list(PIECES)
    for name, code in chart_code().items():
        assert code.startswith(f"def {PICTURES[name].__name__}(")
