"""A small book built with the real configuration: every component, warning and asset rule."""

import hashlib
import json
import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

import pytest
from small_book import Book, build

from painlab import ev
from painlab.book.evidence_roles import STATUS_WORDS
from painlab.content import checkout_dir
from painlab.evidence.left_out import course_left_out
from painlab.evidence.load import course_evidence

TOC = """
format: jb-book
root: index
chapters:
  - file: book/start/warning-signs
  - file: book/imaging/lesson
  - file: book/imaging/sheet
  - file: notebooks/lab
  - file: book/reference/bibliography
  - file: book/reference/ledger
    sections:
"""
TOPICS = [
    "book/reference/ledger-" + name.replace("_", "-")
    for name in (
        "safety",
        "pain_science",
        "imaging",
        "fear",
        "surgery",
        "prt",
        "neck",
        "measures",
        "learning",
    )
]
BULGE = "brinjikji2015.disk_bulge[50]"
LESSON = f"""---
kind: lesson
minutes: 8
reviewed: 2026-11-23
next_review: 2027-11-23
lab: lab
description: What this lesson is "about".
---

# A lesson with {{ev}}`{BULGE}` in its title

:::{{summary}}
About {{ev:of100}}`{BULGE}` and {{ev:value}}`calc.after_worn_disc`.
:::

:::{{warning-signs}}
:::

## A part

See {{study}}`kasch2022`, {{num}}`40` years.

:::{{ev-list}} girft2023.emergency_signs
:::

:::{{chart}} label_and_scan_wish
:::

:::{{quiz}} imaging-pain-free-01
:title: Check
:::

:::{{today}}
1. One step.
:::

:::{{page-end}}
:::
"""
SHEET = """---
kind: reference
description: A sheet to print.
---

# A sheet

:::{form} examples-certificate-01
:::
"""
BROKEN = """# Broken

{ev}`brinjikji2015.disc_bulge[50]`

{ev:ci}`brinjikji2015.disk_bulge[50]`

{study}`brinjikji2016`

:::{ev-list} girft2023.emergency_sign
:::

:::{quiz} imaging-pain-fre-01
:::

:::{chart} bulge_at_60
:::

:::{piece} draw-the-curves
:::

:::{form} examples-certificate-01
:occasion: before
:::

:::{page-end}
:::
"""


def lab() -> str:
    """Return a notebook with a pandas table and saved widget state."""
    table = '<style scoped>th { color: red }</style>\n<table><tr style="text-align: right;">'
    output = {
        "output_type": "execute_result",
        "execution_count": 1,
        "metadata": {},
        "data": {"text/html": f"{table}<td>1</td></tr></table>", "text/plain": "1"},
    }
    code = {"cell_type": "code", "execution_count": 1, "id": "b", "metadata": {}}
    state = {"version_major": 2, "version_minor": 0, "state": {"m": {"_esm": "SECRET"}}}
    return json.dumps(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {
                "kernelspec": {"name": "python3", "display_name": "Python 3"},
                "language_info": {"name": "python", "pygments_lexer": "ipython3"},
                "widgets": {"application/vnd.jupyter.widget-state+json": state},
            },
            "cells": [
                {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# A lab"},
                {**code, "source": "1", "outputs": [output]},
            ],
        }
    )


def write_source(folder: Path) -> None:
    root = checkout_dir()
    for name in (
        "book/references.bib",
        "book/quizzes/imaging.yml",
        "book/_includes/warning-signs.md",
        "book/reference/ledger.md",
        *(f"{name}.md" for name in TOPICS),
        "book/reference/bibliography.md",
        "src/painlab/book/static/favicon.svg",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, folder / name)
    for name, text in {
        "_toc.yml": TOC + "".join(f"      - file: {name}\n" for name in TOPICS),
        "index.md": "# Start\n\nWords alone.\n",
        "book/start/warning-signs.md": "# Warning signs\n\nGo now.\n",
        "book/imaging/lesson.md": LESSON,
        "book/imaging/sheet.md": SHEET,
        "notebooks/lab.ipynb": lab(),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("source")
    write_source(folder)
    return folder


@pytest.fixture(scope="module")
def book(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1767225600")
        yield build(source, tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def lesson(book: Book) -> str:
    return book.pages["book/imaging/lesson"]


def test_it_builds_without_a_warning(book: Book) -> None:
    assert book.warnings == ""


def test_a_number_links_to_its_ledger_entry_and_says_what_it_is(lesson: str) -> None:
    figure = ev(BULGE)
    (note,) = re.findall(
        r'<a href="\.\./reference/ledger-imaging\.html#ev-brinjikji2015-disk_bulge-50" '
        r'aria-describedby="pl-n1">(.*?)</a>'
        r'<span class="pl-note" role="tooltip" id="pl-n1">(.*?)</span>',
        lesson,
    )
    assert note[0] == f"{figure.value:g} of 100"
    assert figure.what[1:] in note[1]
    assert course_evidence().references["brinjikji2015"].short in note[1]


def test_a_heading_keeps_the_words_of_a_number_only(lesson: str) -> None:
    assert re.search(r"<h1>A lesson with \d+% in its title</h1>", lesson)
    assert "<title>A lesson with " in lesson


def test_every_link_into_the_ledger_lands(book: Book) -> None:
    ids = {
        f"{name.rpartition('/')[2]}.html": set(re.findall(r'id="([^"]+)"', html))
        for name, html in book.pages.items()
        if name.startswith("book/reference/ledger")
    }
    for name, html in book.pages.items():
        for path, fragment in re.findall(r'href="([^"]*ledger[a-z-]*\.html)#([^"]+)"', html):
            assert fragment in ids[path.rpartition("/")[2]], (name, path, fragment)
            assert ((book.folder / name).parent / path).resolve().is_file(), (name, path)


def test_every_evidence_file_has_a_page_in_the_ledger(book: Book) -> None:
    topics = {Path(place).stem for place, _ in course_evidence().places.values()}
    assert {f"book/reference/ledger-{topic.replace('_', '-')}" for topic in topics} == set(TOPICS)
    first = book.pages["book/reference/ledger"]
    for key in course_evidence().studies:
        assert re.search(rf'href="ledger-[a-z-]+\.html#ev-{key}"', first), key


def test_ids_are_unique_on_every_page(book: Book) -> None:
    for name, html in book.pages.items():
        ids = re.findall(r'\sid="([^"]+)"', re.sub(r"<script.*?</script>", "", html, flags=re.S))
        assert sorted(ids) == sorted(set(ids)), name


def test_boxes_are_titled_without_being_headings(lesson: str) -> None:
    assert '<div role="group" class="pl-box pl-today" aria-labelledby="pl-today">' in lesson
    assert '<section class="pl-box pl-warning-signs"' in lesson
    assert re.findall(r"<h([2-6])", lesson) == ["2"]


def test_the_page_end_names_studies_dates_payer_and_review(lesson: str) -> None:
    end = lesson[lesson.index("pl-page-end") :]
    # By role, by computed figure, by role {study}, by list, by the box, by chart.
    for key in (
        "brinjikji2015",
        "han2023dx",
        "kasch2022",
        "girft2023",
        "davies2018",
        "okeeffe2022",
    ):
        assert re.search(rf"ledger-[a-z]+\.html#ev-{key}", end), key
    for words in (
        "23 November 2026",
        "23 November 2027",
        "The course has no sponsor",
        "No clinician has reviewed",
        'href="../../notebooks/lab.html"',
    ):
        assert words in end, words


def test_the_line_of_facts_and_the_description(lesson: str) -> None:
    assert '<p class="pl-facts">About 8 minutes · Last reviewed 23 November 2026</p>' in lesson
    assert '<meta name="description" content="What this lesson is &quot;about&quot;.">' in lesson


def test_the_warning_signs_link_comes_first_on_every_page(book: Book) -> None:
    for name, html in book.pages.items():
        links = re.findall(r'<a (?:class="([^"]*)" )?href="([^"]*)"', html)
        assert links[0][0] == "skip-to-content muted-link", name
        assert links[1][0] == "pl-warning-link", name


def test_nothing_comes_from_elsewhere(book: Book) -> None:
    for name, html in book.pages.items():
        loaded = re.findall(r'<(?:script|img|iframe)[^>]*\ssrc="([^"]+)"', html)
        loaded += re.findall(r'<link rel="(?:stylesheet|shortcut icon)"[^>]*href="([^"]+)"', html)
        assert loaded
        for address in loaded:
            assert "//" not in address, (name, address)
            target = (book.folder / name).parent / address.partition("?")[0]
            assert target.resolve().is_file(), (name, address)


def test_every_inline_script_is_in_the_policy(book: Book) -> None:
    for name, html in book.pages.items():
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
        assert policy, name
        inline = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
        assert inline
        for script in inline:
            digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert digest in policy[1], name
        assert not re.search(r"<[^>]*\sstyle=", html), name
        assert "<style" not in html, name


def test_a_page_loads_only_the_scripts_it_uses(book: Book, lesson: str) -> None:
    def scripts(html: str) -> set[str]:
        found = re.findall(r'<script [^>]*src="([^"?]+)', html)
        return {address.rpartition("/")[2] for address in found}

    every = {"page.book.js"}
    assert scripts(book.pages["index"]) == every
    ours = {"core.book.js", "paper.book.js", "quiz.book.js", "reading.book.js"}
    assert scripts(lesson) == every | ours
    assert lesson.index("core.book.js") < lesson.index("quiz.book.js")
    assert lesson.index("core.book.js") < lesson.index("reading.book.js")
    assert scripts(book.pages["book/reference/ledger"]) == every | {"ledger.js"}
    found = {"language_data.js", "search.book.js"}
    assert scripts(book.pages["search"]) == every | found
    assert "quiz.css" not in book.pages["index"]
    assert "quiz.css" in lesson
    assert "lab.css" not in lesson
    assert "lab.css" in book.pages["notebooks/lab"]


def test_a_certificate_alone_is_told_what_the_course_holds(book: Book) -> None:
    raw = re.search(r'class="pl-state">(.*?)</script>', book.pages["book/imaging/sheet"])
    assert raw
    assert json.loads(raw[1])["holds"] == {
        "lessons": ["book/imaging/lesson"],
        "items": ["imaging-pain-free-01"],
        "objectives": [[0]],
    }
    assert [name for name, html in book.pages.items() if '"holds"' in html] == [
        "book/imaging/sheet"
    ]


def test_widget_state_stays_out_of_the_pages(book: Book) -> None:
    assert "SECRET" not in book.pages["notebooks/lab"]
    assert "widget-state" not in book.pages["notebooks/lab"]


def test_the_ledger_names_the_pages_that_use_a_figure(book: Book) -> None:
    ledger = book.pages["book/reference/ledger-imaging"]
    entry = ledger[ledger.index('id="ev-brinjikji2015-disk_bulge"') :].partition("</li>")[0]
    assert '<a href="../imaging/lesson.html">' in entry
    assert "question" in entry
    rows = json.loads((book.folder / "book/reference/ledger.json").read_text())
    row = next(row for row in rows if row["key"] == BULGE)
    assert (
        f"book/imaging/lesson.md:{LESSON[: LESSON.index('About')].count(chr(10)) + 1}"
        in (row["used_in"])
    )


def test_the_ledger_says_what_no_page_uses(book: Book) -> None:
    ledger = book.pages["book/reference/ledger-imaging"]
    unused = ledger[ledger.index('id="ev-hancock2011"') :].partition("</details>")[0]
    assert "No page of the course uses this study so far." in unused
    assert unused.count("Not on a page so far.") == unused.count("<li ")
    used = ledger[ledger.index('id="ev-brinjikji2015"') :].partition("</details>")[0]
    assert "No page of the course uses this study" not in used
    assert 'data-s="secondary unused"' in used
    first = book.pages["book/reference/ledger"]
    assert re.search(r'data-s="[^"]* unused"><a href="ledger-imaging\.html#ev-hancock2011"', first)
    assert re.search(r'data-s="[^"]* used"><a href="ledger-imaging\.html#ev-brinjikji2015"', first)


def test_what_the_course_worked_out_is_folded_and_names_studies(book: Book) -> None:
    sums = book.pages["book/reference/ledger"].partition('<h2 id="computed">')[2]
    assert "<details" in sums
    assert "open" not in sums[: sums.index("<summary>")]
    assert re.search(r"From <a [^>]*>Han and others 2023a: lr positive disc degeneration</a>", sums)


def test_the_ledger_ends_with_what_is_left_out_and_what_stands_instead(book: Book) -> None:
    end = book.pages["book/reference/ledger"].partition('<h2 id="left-out">')[2]
    for entry in course_left_out():
        assert escape(entry.because) in end, entry.key
    assert re.search(r'See <a href="ledger-fear\.html#ev-hancock2025">Hancock', end)


def test_the_status_of_a_number_is_told_in_words_true_for_pages_too(
    book: Book, lesson: str
) -> None:
    assert f"{STATUS_WORDS['verified']}</p>" in unescape(lesson).replace(
        "\N{RIGHT SINGLE QUOTATION MARK}", "'"
    )
    assert "Seen first-hand." in book.pages["book/reference/ledger-safety"]
    for html in book.pages.values():
        assert "in the paper itself" not in html


def test_two_builds_are_the_same_to_the_byte(book: Book, source: Path, tmp_path: Path) -> None:
    again = build(source, tmp_path)

    def contents(folder: Path) -> dict[str, bytes]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    first, second = contents(book.folder), contents(again.folder)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_each_mistake_is_a_warning_with_file_line_and_nearest_name(tmp_path: Path) -> None:
    source = tmp_path / "source"
    write_source(source)
    (source / "book/imaging/lesson.md").write_text(BROKEN)
    warnings = build(source, tmp_path / "built").warnings
    for line, words in {
        3: "Did you mean 'brinjikji2015.disk_bulge[50]'?",
        5: "has no ci95",
        7: "Did you mean 'brinjikji2015'?",
        9: "Did you mean 'girft2023.emergency_signs'?",
        12: "Did you mean 'imaging-pain-free-01'?",
        15: "Did you mean 'bulge_at_50'?",
        18: "Did you mean 'draw-the-curve'?",
        21: "only a survey has an occasion",
    }.items():
        place = re.escape(f"book/imaging/lesson.md:{line}: ")
        assert re.search(rf"{place}WARNING: .*{re.escape(words)}", warnings), (line, warnings)
    assert "the front matter has no 'reviewed'" in warnings
