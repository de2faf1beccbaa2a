"""Each study has a reference with an address, and each reference a study."""

from pathlib import Path

from course_copy import BIBLIOGRAPHY, EVIDENCE, CourseCopy


def test_a_study_without_doi_pmid_or_address(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(BIBLIOGRAPHY, "  doi = {10.3174/ajnr.A4498},\n", "")
    finding = course.only("no-address")
    assert (finding.path, finding.item) == (BIBLIOGRAPHY, "brinjikji2015b")
    assert 0 < finding.line < line


def test_a_study_without_reference_and_the_reverse(tmp_path: Path) -> None:
    course = CourseCopy(tmp_path)
    line = course.change(BIBLIOGRAPHY, "@article{brinjikji2015b,", "@article{brinjikji20155b,")
    (orphan,) = course.findings("reference-without-study")
    assert (orphan.path, orphan.line, orphan.item) == (BIBLIOGRAPHY, line, "brinjikji20155b")
    assert "Did you mean 'brinjikji2015b'?" in orphan.message
    (study,) = course.findings("study-without-reference")
    assert (study.path, study.item) == (EVIDENCE, "brinjikji2015b")
    assert study.line > 1
    assert "Did you mean 'brinjikji20155b'?" in study.message
