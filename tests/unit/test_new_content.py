"""`painlab new-study`, `new-lesson`, `new-lab` start content that loads; the rest stays."""

from __future__ import annotations

import difflib
import json
import re
from datetime import date
from pathlib import Path

import pytest
from course_copy import BIBLIOGRAPHY, EVIDENCE, LAB, LESSON, CourseCopy
from typer.testing import CliRunner

from painlab.authoring.contents import with_page
from painlab.authoring.files import AuthoringError
from painlab.authoring.lesson import start_lesson
from painlab.authoring.placeholders import left_in
from painlab.authoring.skeletons import FILES, text_of
from painlab.check import check_course
from painlab.cli import app
from painlab.evidence.load import read_evidence

TOC = "_toc.yml"
STUDY = ("new-study", "brink2024", "spine")
NEW_LESSON = ("new-lesson", "imaging/example", "--title", 'An "example"')
NEW_LAB = (
    *("new-lab", "example", "--title", 'A "lab"', "--lesson", "imaging/example"),
    *("--figure", "brinjikji2015b.odds_ratio"),
    *("--predict", "spine-common-01", "--check", "spine-common-02"),
)


@pytest.fixture
def course(tmp_path: Path) -> CourseCopy:
    return CourseCopy(tmp_path)


def run(course: CourseCopy, *arguments: str) -> list[str]:
    """Run a command and return the places it names."""
    status, said = attempt(course, *arguments)
    assert status == 0, said
    return said.split()


def attempt(course: CourseCopy, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, [*arguments, "--root", str(course.root)])
    return result.exit_code, result.output


def files(course: CourseCopy) -> dict[str, bytes]:
    found = sorted(path for path in course.root.rglob("*") if path.is_file())
    return {path.relative_to(course.root).as_posix(): path.read_bytes() for path in found}


def added(before: bytes, after: bytes) -> list[str]:
    """Return the lines that were added; fail when any other byte changed."""
    old, new = (text.decode().splitlines(keepends=True) for text in (before, after))
    parts = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    assert {part[0] for part in parts} <= {"equal", "insert"}
    return [line for part in parts if part[0] == "insert" for line in new[part[3] : part[4]]]


def in_the_skeletons(*names: str) -> int:
    return sum(len(list(left_in(text_of(name).splitlines()))) for name in names)


def test_all_three_load_and_leave_nothing_but_placeholders(course: CourseCopy) -> None:
    for command in (STUDY, NEW_LESSON):
        run(course, *command)
    lab = course.line("book/imaging/example.md", 6)
    findings = check_course(course.root).findings
    assert {finding.rule for finding in findings} == {"placeholder"}
    assert [lab] == ["lab: write-the-lab" for one in findings if "write-the-lab" in one.message]
    run(course, *NEW_LAB)
    result = check_course(course.root)
    assert {finding.rule for finding in result.findings} == {"placeholder"}
    marked = [one for one in result.findings if one.message.startswith("this line")]
    # In a notebook, the mark ends where the line of code does.
    assert not [one for one in marked if re.search(r"[\\\"]", one.message)]
    assert len(marked) == sum(text_of(name).count("# placeholder") for name in FILES)
    assert all(finding.line and finding.column for finding in result.findings)
    # The lesson's lab is named by the lab's own command.
    assert len(result.findings) == in_the_skeletons(*FILES) - 1
    assert "brink2024" in result.course.evidence.studies
    assert "notebooks/example.ipynb" in result.course.labs


def test_a_study_stands_in_order_and_the_rest_stays(course: CourseCopy) -> None:
    before = files(course)
    cited, told = run(course, *STUDY)
    after = files(course)
    assert {path for path in after if after[path] != before.get(path)} == {BIBLIOGRAPHY, EVIDENCE}
    assert added(before[BIBLIOGRAPHY], after[BIBLIOGRAPHY])[1] == "@article{brink2024,\n"
    assert list(read_evidence(course.root / "book")[0].references)[-1] == "brink2024"
    assert added(before[EVIDENCE], after[EVIDENCE])[1] == "- key: brink2024\n"
    for place, line in ((cited, "@article{brink2024,"), (told, "- key: brink2024")):
        path, number = place.split(":")
        assert course.line(path, int(number)) == line
    run(course, "new-study", "able2024", "spine")
    assert course.line(BIBLIOGRAPHY, 1) == "@article{able2024,"


def test_a_lesson_is_listed_and_its_lab_leads_back(course: CourseCopy) -> None:
    rows = '"Lessons:\\n",\n    "\\n",\n    "- [A lesson](../book/imaging/lesson.md)\\n",\n    '
    course.change(LAB, '"Now read the answer.\\n"', f'{rows}"Now read the answer.\\n"')
    before = files(course)
    page, listed, back = run(course, *NEW_LESSON, "--lab", "lab")
    after = files(course)
    assert added(before[TOC], after[TOC]) == ["  - file: book/imaging/example\n"]
    assert json.loads(f"[{added(before[LAB], after[LAB])[0].rstrip().rstrip(',')}]") == [
        '- [An "example"](../book/imaging/example.md)\n'
    ]
    assert (page, listed) == ("book/imaging/example.md:1", f"{TOC}:5")
    assert "imaging/example.md" in course.line(LAB, int(back.split(":")[1]))
    text = (course.root / "book/imaging/example.md").read_text(encoding="utf-8")
    assert "\nlab: lab\n" in text
    assert "**Next:** [A small lab](../../notebooks/lab.ipynb)" in text
    assert {finding.rule for finding in check_course(course.root).findings} == {"placeholder"}


def test_a_lab_names_itself_in_the_lesson_that_names_none(course: CourseCopy) -> None:
    run(course, *NEW_LESSON)
    before = files(course)
    lab, listed, named = run(course, *NEW_LAB)
    assert (lab, listed) == ("notebooks/example.ipynb:1", f"{TOC}:7")
    assert course.line("book/imaging/example.md", int(named.split(":")[1])) == "lab: example"
    cells = json.loads((course.root / "notebooks/example.ipynb").read_text())["cells"]
    assert '[An "example"](../book/imaging/example.md)' in "".join(cells[0]["source"])
    run(course, *(part.replace("example", "lesson") for part in NEW_LAB))
    assert files(course)[LESSON] == before[LESSON]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("new-study", "brinjikji2015", "spine"), "there is a study 'brinjikji2015' already"),
        (("new-study", "Brink 2024", "spine"), "'Brink 2024' is no key"),
        (("new-study", "brink2024", "spin"), "no topic 'spin'. Did you mean 'spine'?"),
        (("new-lesson", "imaging/lesson", "--title", "X"), "is a file 'book/imaging/lesson.md'"),
        (("new-lesson", "imaging/Two Words", "--title", "X"), "'Two Words' is no name"),
        (("new-lesson", "../x", "--title", "X"), "'..' is no name"),
        (("new-lesson", "imagin/x", "--title", "X"), "there is no folder 'book/imagin'"),
        (("new-lesson", "imaging/x", "--title", "a [b]"), "'a [b]' is no title"),
        (("new-lesson", "imaging/x", "--title", "X", "--lab", "labb"), "Did you mean 'lab'?"),
        (("new-lesson", "imaging/x", "--title", "X", "--lab", "lab"), "has no list of lessons"),
        (("new-lesson", "imaging/x", "--title", "X", "--after", "imaging/y"), "does not list"),
        (("new-lesson", "reference/x", "--title", "X"), "has no lesson yet"),
        ((*NEW_LAB[:1], "lab", *NEW_LAB[2:]), "is a file 'notebooks/lab.ipynb' already"),
        (NEW_LAB, "there is no file"),
        ((*NEW_LAB, "--lesson", "imaging/lesson", "--figure", "x.y"), "there is no figure 'x.y'"),
        ((*NEW_LAB, "--lesson", "imaging/lesson", "--check", "x-01"), "no quiz item 'x-01'"),
    ],
)
def test_misuse_is_a_sentence_and_writes_nothing(
    course: CourseCopy, arguments: tuple[str, ...], sentence: str
) -> None:
    before = files(course)
    status, said = attempt(course, *arguments)
    assert status == 2
    assert sentence in " ".join(said.replace("│", " ").split())
    assert files(course) == before


@pytest.mark.parametrize(
    ("old", "new", "command", "sentence"),
    [
        ("  - file: notebooks/lab\n", "", NEW_LAB, "lists no lab to stand behind"),
        ("book/imaging/lesson", "book/imaging/gone", NEW_LESSON, "which has no file; mend it"),
    ],
)
def test_contents_that_do_not_help_are_named(
    course: CourseCopy, old: str, new: str, command: tuple[str, ...], sentence: str
) -> None:
    if command is NEW_LAB:
        run(course, *NEW_LESSON)
    course.change(TOC, old, new)
    before = files(course)
    status, said = attempt(course, *command)
    assert (status, sentence in " ".join(said.replace("│", " ").split())) == (2, True)
    assert files(course) == before


def test_a_file_that_is_no_text_is_left_as_it_is(course: CourseCopy) -> None:
    (course.root / EVIDENCE).write_bytes(b"\xff\xfe")
    before = files(course)
    status, said = attempt(course, *STUDY)
    assert (status, "is no UTF-8" in said) == (2, True)
    assert files(course) == before


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("root: a\nchapters:\n- file: b", "b", "root: a\nchapters:\n- file: b\n- file: new\n"),
        (
            "root: a\r\nchapters:\r\n  - file: b # words\r\n    sections:\r\n    - file: c\r\n\r\n",
            "b",
            "root: a\r\nchapters:\r\n  - file: b # words\r\n    sections:\r\n    - file: c\r\n"
            "  - file: new\r\n\r\n",
        ),
    ],
    ids=["no end of line", "Windows line ends, sections"],
)
def test_contents_keep_every_other_byte(text: str, after: str, expected: str) -> None:
    new, line = with_page(text, "new", after)
    assert new == expected
    assert new.splitlines()[line - 1].strip() == "- file: new"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("root: a\nchapters: [{file: b}]\n", "has no line of its own"),
        ("root: a\nchapters: [\n", "Nothing was written"),
        ("root: a\nchapters:\n- file: b\n- file: new\n", "lists 'new' already"),
    ],
)
def test_contents_of_another_form_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(AuthoringError, match=sentence):
        with_page(text, "new", "b")


@pytest.mark.parametrize(
    ("today", "following"),
    [(date(2026, 11, 29), "2027-11-29"), (date(2028, 2, 29), "2029-02-28")],
)
def test_a_lesson_is_due_again_a_year_later(
    course: CourseCopy, today: date, following: str
) -> None:
    start_lesson(course.root, "imaging/example", "An example", today)
    text = (course.root / "book/imaging/example.md").read_text(encoding="utf-8")
    assert f"reviewed: {today}\nnext_review: {following}\n" in text
