"""Learner prose reads at grade 8 or below, and a finding shows which sentences to shorten."""

from pathlib import Path

import pytest
from course_copy import BANK, CLEAN, LESSON, CourseCopy

from painlab.check import readability
from painlab.check.readability import LIMIT, read_level, readings
from painlab.check.run import check_course
from painlab.markdown_source import scan_text

PLACE = "You have a scan report in your hand."
HARD = (
    "Asymptomatic individuals frequently exhibit degenerative radiological characteristics whose "
    "epidemiological interpretation necessitates considerable methodological sophistication. "
)


def test_prose_above_the_limit_names_the_hardest_sentence(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(LESSON, PLACE, f"Short words here.\n{HARD * 12}")
    finding = course.only("reading-grade")
    assert (finding.path, finding.line) == (LESSON, line + 1)
    assert "Asymptomatic individuals" in finding.message
    assert "grade" in finding.message


def test_a_course_whose_middle_page_is_hard_to_read_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = CourseCopy(tmp_path)
    grades = sorted(reading.grade for reading in readings(check_course(CLEAN).course))
    monkeypatch.setattr(readability, "MEDIAN_LIMIT", grades[0])
    monkeypatch.setattr(readability, "_FEWEST_PAGES", len(grades))
    finding = course.only("reading-median")
    assert f"({grades[-1]:.1f})" in finding.message


def test_quiz_banks_are_read_too(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    course.change(BANK, "Yes. Many people have a bulge and feel fine.", HARD * 4)
    assert course.only("reading-grade").path == BANK


def test_the_clean_course_reads_easily() -> None:
    levels = {reading.path: reading.grade for reading in readings(check_course(CLEAN).course)}
    assert set(levels) >= {LESSON, BANK}
    assert max(levels.values()) < LIMIT


def test_the_grade_is_the_published_formula() -> None:
    # 0.39 * words/sentences + 11.8 * syllables/words - 15.59 (Kincaid JP et al. 1975):
    # ten words of one syllable in two sentences.
    page = scan_text("The cat sat on mats. The dog ran to it.", "page.md")
    expected = 0.39 * 10 / 2 + 11.8 * 10 / 10 - 15.59
    assert read_level("page.md", [page]).grade == pytest.approx(expected)


def test_list_items_are_sentences_of_their_own_and_headings_are_none() -> None:
    text = (
        "# Interdisciplinary epidemiological methodology\n\n- take the small card\n- ask him it\n"
    )
    reading = read_level("page.md", [scan_text(text, "page.md")])
    assert [sentence.text for sentence in reading.sentences] == [
        "take the small card.",
        "ask him it.",
    ]
    assert [sentence.line for sentence in reading.sentences] == [3, 4]


def test_a_decimal_point_ends_no_sentence() -> None:
    text = "The odds were {num}`7.54` times what they were for the rest of them."
    reading = read_level("page.md", [scan_text(text, "page.md")])
    assert len(reading.sentences) == 1
