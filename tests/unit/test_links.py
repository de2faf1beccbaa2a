"""The file of links: every item of the source text has a row, and mistakes are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from course_copy import CourseCopy

from painlab.check import check_course
from painlab.content import content_dir
from painlab.findings import ContentError
from painlab.links import FILE, Link, course_links, read_links

# The source text, item by item, as a second list: a row that is dropped together with its entry
# in the file would else go unseen. Each word stands in the name of the item.
NAMED_IN_THE_SOURCE = (
    "Jim Prussack",
    "TODAY",
    "Howard Schubiner on back surgery",
    "This Might Hurt",
    "trailer",
    "Lorimer Moseley",
    "Don't treat your MRI",
    "animated video",
    "workers on compensation",
    "book by the surgeon David Hanscom",
    "interview with David Hanscom",
    "quiz",
    "Dan Ratner",
    "five steps",
    "TMS Wiki",
    "SciTechDaily",
    "JAMA Psychiatry",
    "PRT for the neck",
)
GOOD = """\
source_items:
  the-talk: a talk
links:
  - id: the-talk
    title: A talk
    what: Someone talks.
    kind: explanation
    how: watch
    link: https://example.org/talk
    address: page seen
    caution: It is a talk.
    answers: [the-talk]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / FILE
    path.write_text(GOOD, encoding="utf-8")
    return path


def wrong(path: Path, old: str, new: str) -> str:
    """Return what is said when `new` stands for `old` in the good file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        read_links(path, FILE)
    return str(raised.value)


def test_every_item_of_the_source_text_has_a_row() -> None:
    links = course_links()
    named = " | ".join(links.source_items.values())
    assert [words for words in NAMED_IN_THE_SOURCE if words not in named] == []
    answered = {item for link in links.links for item in link.answers}
    assert answered == set(links.source_items)


def test_what_was_not_seen_is_not_given_out_as_seen() -> None:
    rows = {link.id: link for link in course_links().links}
    assert rows["today-segment"].link is None
    assert not any("nhs.uk/conditions/back-pain" in (row.link or "") for row in rows.values())
    assert rows["live-plan-be"].address == "from memory"
    assert rows["nhs-neck-selfhelp"].address == "page seen"


def test_every_lesson_that_a_row_names_is_there() -> None:
    named = {link.lesson for link in course_links().links if link.lesson}
    assert named
    assert [name for name in named if not (content_dir() / f"{name}.md").is_file()] == []


def test_the_good_file_is_read(file: Path) -> None:
    links = read_links(file, FILE)
    assert [(link.id, link.from_source, link.length) for link in links.links] == [
        ("the-talk", True, "not known")
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "item", "sentence"),
    [
        ("answers: [the-talk]", "answers: []", 2, "the-talk", "no row answers this item; add one"),
        ("[the-talk]", "[the-walk]", 12, "the-talk", "Did you mean 'the-talk'?"),
        ("kind: explanation", "kind: proof", 7, "the-talk", "kind cannot be 'proof'; use 'evid"),
        ("    how: watch\n", "", 4, "the-talk", "the field 'how' is missing; add it."),
        ("caution: It", "cautoin: It", 11, "the-talk", "Did you mean 'caution'?"),
        ("https://example", "example", 9, "the-talk", "begin it with https://"),
        ("https://example.org/talk", "javascript:alert(1)", 9, "the-talk", "is no address"),
        ("page seen", "not found", 4, "the-talk", "'not found' and yet there is a link"),
        ("    link: https://example.org/talk\n", "", 4, "the-talk", "there is no link; add it"),
        ("what: Someone talks.", 'what: ""', 6, "the-talk", "the text is empty"),
        ("id: the-talk", "id: The Talk", 4, "The Talk", "write it in small letters"),
    ],
)
def test_a_mistake_is_named_with_line_item_and_fix(
    file: Path, old: str, new: str, line: int, item: str, sentence: str
) -> None:
    said = wrong(file, old, new)
    assert re.search(rf"^{FILE}:{line}:\d+ {item}: .*{re.escape(sentence)}", said, re.M), said


def test_a_row_that_stands_twice_is_named(file: Path) -> None:
    row = GOOD.partition("links:\n")[2]
    with file.open("a", encoding="utf-8") as lines:
        lines.write(row)
    with pytest.raises(ContentError, match=r"13:.*the-talk: this id already stands above"):
        read_links(file, FILE)


def test_an_address_that_was_not_found_needs_words_to_search_for() -> None:
    fields = {
        "id": "a",
        "title": "A",
        "what": "A.",
        "kind": "story",
        "how": "watch",
        "address": "not found",
        "caution": "C.",
    }
    with pytest.raises(ValueError, match="add 'search'"):
        Link.model_validate(fields)
    assert Link.model_validate({**fields, "search": "words"}).link is None


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Someone talks.", "Someone talks for 30 minutes.", "bare-number"),
        ("It is a talk.", "It is a talk!", "forbidden-word"),
        ("kind: explanation", "kind: proof", "links"),
    ],
)
def test_the_check_reads_the_links_as_learners_do(
    tmp_path: Path, old: str, new: str, rule: str
) -> None:
    course = CourseCopy(tmp_path)
    (course.root / "book" / FILE).write_text(GOOD.replace(old, new), encoding="utf-8")
    (found,) = check_course(course.root).findings
    assert (found.path, found.rule, found.item) == (f"book/{FILE}", rule, "the-talk")
    assert found.line > 3
