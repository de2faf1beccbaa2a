"""Samples of every format, hostile text, what is refused, and the command `painlab export`."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from export_samples import FIXTURES, SAMPLES, notes, samples, selection_of, written
from hypothesis import HealthCheck, given, settings
from pygiftparser import parser
from random_banks import Data, banks
from typer.testing import CliRunner

from painlab.cli import app
from painlab.content import checkout_dir
from painlab.quiz.export.catalogue import FORMATS
from painlab.quiz.export.formats import InvalidExportError
from painlab.quiz.export.selection import Selection
from painlab.quiz.export.write import export
from painlab.quiz.models import ITEM, Match
from painlab.quiz.state import words

HOSTILE = SAMPLES / "hostile.yml"
KINDS = FIXTURES / "banks" / "all_kinds.yml"
SCORM = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADLCP = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    return samples()


@pytest.mark.parametrize("file", sorted(path.name for path in SAMPLES.glob("*.[!y]*")))
def test_each_kind_is_written_as_in_the_sample(made: Mapping[str, str], file: str) -> None:
    """After a wanted change, `python tests/export_samples.py` writes the samples anew."""
    assert made[file] == (SAMPLES / file).read_text(encoding="utf-8")


def test_every_format_has_a_sample(made: Mapping[str, str]) -> None:
    assert {path.name for path in SAMPLES.glob("*.[!y]*")} == set(made)


def test_the_clock_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = selection_of(KINDS)
    before = export(chosen, list(FORMATS.values())).files
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert export(chosen, list(FORMATS.values())).files == before


def test_hostile_text_comes_through_as_words() -> None:
    chosen = selection_of(HOSTILE)
    single, numeric, match = (item for _, item in chosen.items())
    prompt, option = words(single.prompt), words(single.options[0].text)  # type: ignore[union-attr]
    explain = words(single.options[0].explain)  # type: ignore[union-attr]

    moodle = ElementTree.fromstring(written(chosen, "moodle"))
    asked = ElementTree.fromstring(f"<p>{moodle.findtext('question/questiontext/text')}</p>")
    assert "".join(asked.itertext()) == prompt
    assert asked.find(".//script") is None
    answers = [one.text for one in moodle.findall("question/subquestion/answer/text")]
    assert answers == ["=SUM(A1) ~ <b>", "+1 & {"]

    with ZipFile(io.BytesIO(written(chosen, "qti"))) as packed:
        item = ElementTree.fromstring(packed.read(f"items/{single.id}.xml"))
        number = ElementTree.fromstring(packed.read(f"items/{numeric.id}.xml"))
    said = {"".join(one.itertext()) for one in item.iter()}
    assert {prompt, option, explain} <= said
    assert number.findtext(f".//{QTI}correctResponse/{QTI}value") == "-5"

    gift = written(chosen, "gift").decode()
    questions = parser.parseFile(io.StringIO(gift))
    assert [question.title.split()[0] for question in questions] == [
        one.id for one in (single, numeric, match)
    ]
    assert _from_gift(questions[0].text) == prompt
    right = next(one for one in questions[0].answers.answers if one.fraction == 100)
    assert (_from_gift(right.answer), _from_gift(right.feedback)) == (option, explain)

    rows = list(csv.DictReader(io.StringIO(written(chosen, "csv").decode("utf-8-sig"))))
    assert rows[0]["text"] == prompt
    assert [row["match"] for row in rows if row["part"] == "pair"] == [
        "'=SUM(A1) ~ <b>",
        "'+1 & {",
    ]
    assert next(row["number"] for row in rows if row["id"] == numeric.id) == "-5"

    entry = json.loads(written(chosen, "json"))["entries"][0]
    assert "<script>" not in entry["prompt"]
    assert "&lt;script&gt;" in entry["prompt"]

    card = notes(written(chosen, "anki"))[0]["fields"]
    assert "<script>" not in card
    assert "&lt;script&gt;" in card


def _from_gift(text: str) -> str:
    plain = re.sub(r"\\(.)", r"\1", text)
    return "".join(ElementTree.fromstring(f"<p>{plain}</p>").itertext())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(bank=banks())
def test_random_banks_are_valid_in_every_format(bank: list[Data]) -> None:
    items = tuple(ITEM.validate_python(_as_read(data)) for data in bank)
    chosen = Selection("A course", {"random": items}, {})
    made = export(chosen, list(FORMATS.values()))
    moodle = ElementTree.fromstring(made.files["moodle.xml"])
    texts = {one.findtext("idnumber"): one for one in moodle}
    for item in items:
        if item.kind != "draw":
            html = texts[item.id].findtext("questiontext/text") or ""
            asked = "".join(ElementTree.fromstring(f"<p>{html}</p>").itertext())
            assert asked.startswith(words(item.prompt).strip())
    questions = parser.parseFile(io.StringIO(made.files["quizzes.gift.txt"].decode()))
    assert len(questions) == sum(item.kind != "draw" for item in items)


def _as_read(data: Data) -> Data:
    labels = data.get("curve", {}).get("labels")
    return data if labels is None else json.loads(json.dumps(data))


def test_numbers_lead_to_the_course_where_it_has_an_address_and_to_studies_elsewhere() -> None:
    anchor = "book/reference/ledger-imaging.html#ev-brinjikji2015-disk_bulge-50"
    for name in ("moodle", "gift", "json"):
        placed = written(selection_of(KINDS, base="https://example.org/course/"), name).decode()
        assert f"https://example.org/course/{anchor}" in placed.replace("\\", "")
        alone = written(selection_of(KINDS), name).decode().replace("\\", "")
        assert "https://doi.org/10.3174/ajnr.A4173" in alone
        assert anchor not in alone


def test_cards_stand_in_decks_and_keep_their_ids() -> None:
    first = notes(written(selection_of(KINDS), "anki"))
    assert len(first) == 8
    assert len({note["guid"] for note in first}) == 8
    assert {note["deck"] for note in first} == {"A course::All_kinds"}
    single = next(item for _, item in selection_of(KINDS).items())
    changed = single.model_copy(update={"prompt": "Other words?"})
    (note,) = notes(written(Selection("A course", {"all_kinds": (changed,)}, {}), "anki"))
    assert note["guid"] == first[0]["guid"]
    # Anki brings a card up to date when its time differs.
    assert note["time"] != first[0]["time"]


def test_a_picture_stands_below_its_question_and_a_hint_in_the_table() -> None:
    chosen = selection_of(checkout_dir() / "book" / "quizzes" / "imaging.yml")
    items = [item for _, item in chosen.items()]
    pictured = next(item for item in items if item.image)
    moodle = ElementTree.fromstring(written(chosen, "moodle"))
    asked = [
        text for one in moodle.iterfind("question") if (text := one.findtext("questiontext/text"))
    ]
    (with_picture,) = (text for text in asked if "@@PLUGINFILE@@" in text)
    assert with_picture.startswith("<p>")
    assert escape(words(pictured.prompt)) in with_picture.partition("@@PLUGINFILE@@")[0]
    hints = [words(hint) for item in items if (hint := getattr(item, "hint", None))]
    table = written(chosen, "csv").decode("utf-8-sig")
    assert hints
    assert all(hint[:30] in table for hint in hints)


def test_a_match_too_long_for_moodle_is_left_out_with_the_reason() -> None:
    item: Any = next(item for _, item in selection_of(KINDS).items() if isinstance(item, Match))
    long = item.model_copy(update={"extra": ("x" * 256,)})
    made = export(Selection("A course", {"all": (long,)}, {}), [FORMATS["moodle"], FORMATS["json"]])
    assert [entry.id for entry, _ in made.left_out["moodle"]] == [item.id]
    assert made.left_out["json"] == []
    assert (
        f"- `{item.id}` (match): One of its matches is longer" in made.files["REPORT.md"].decode()
    )


@pytest.mark.parametrize("name", ["moodle", "qti"])
def test_what_is_not_valid_is_never_written(name: str) -> None:
    item = next(item for _, item in selection_of(KINDS).items())
    broken = item.model_copy(update={"prompt": "not in XML: \ufffe"})
    with pytest.raises(InvalidExportError, match="XML"):
        written(Selection("A course", {"all": (broken,)}, {}), name)
    nameless = item.model_copy(update={"id": ""})
    with pytest.raises(InvalidExportError):
        written(Selection("A course", {"all": (nameless,)}, {}), name)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A checkout with two small banks."""
    quizzes = tmp_path / "book" / "quizzes"
    quizzes.mkdir(parents=True)
    (tmp_path / "book" / "evidence").mkdir()
    (tmp_path / "_config.yml").write_text("title: A course\n", encoding="utf-8")
    (tmp_path / "book" / "objectives.yml").write_text("[]\n", encoding="utf-8")
    (quizzes / "kinds.yml").write_bytes(KINDS.read_bytes())
    (quizzes / "hostile.yml").write_bytes(HOSTILE.read_bytes())
    return tmp_path


def _run(course: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["export", "--root", str(course), *arguments])
    return result.exit_code, " ".join(result.output.split())


def test_the_command_writes_every_format_and_says_what_it_left_out(course: Path) -> None:
    status, said = _run(course)
    assert status == 0, said
    folder = course / "_build" / "export"
    assert {path.name for path in folder.iterdir()} == {
        "REPORT.md",
        *(one.file for one in FORMATS.values()),
    }
    assert "In _build/export: moodle.xml: 10 written, 1 left out" in said
    assert "quizzes.apkg: 11 written, 0 left out" in said
    assert "- `fixture-kinds-06` (draw): " in (folder / "REPORT.md").read_text(encoding="utf-8")


def test_the_built_book_is_packed_without_what_only_a_web_host_needs(course: Path) -> None:
    assert "The book was not packed: there is none yet" in _run(course)[1]
    assert _run(course, "--to", "scorm")[0] == 1
    html = course / "_build" / "html"
    (html / "book").mkdir(parents=True)
    names = {
        "index.html",
        "book/a page.html",
        "service-worker.js",
        "_headers",
        "x.css.map",
        "LICENSE.txt",
    }
    for name in names:
        (html / name).write_text(name, encoding="utf-8")
    status, said = _run(course, "--to", "scorm")
    assert status == 0
    assert said == "In _build/export: course-scorm12.zip: the whole book as it was built"
    kept = ["LICENSE.txt", "book/a page.html", "index.html"]
    package = course / "_build" / "export" / "course-scorm12.zip"
    before = package.read_bytes()
    with ZipFile(package) as packed:
        assert packed.namelist() == ["imsmanifest.xml", *kept]
        root = ElementTree.fromstring(packed.read("imsmanifest.xml"))
    (pages,) = root.iter(f"{SCORM}resource")
    assert pages.get(f"{ADLCP}scormtype") == "asset"
    assert [one.get("href") for one in pages] == [quote(name) for name in kept]
    item = root.find(f".//{SCORM}item")
    assert item is not None
    assert item.get("identifierref") == pages.get("identifier")
    assert _run(course)[0] == 0
    assert package.read_bytes() == before
    assert "course-scorm12" not in _run(course, "--module", "kinds")[1]


def test_formats_modules_and_folder_can_be_chosen(course: Path, tmp_path: Path) -> None:
    out = tmp_path / "elsewhere"
    arguments = ("--to", "gift", "--to", "csv", "--module", "hostile", "--out", str(out))
    status, said = _run(course, *arguments)
    assert status == 0, said
    assert {path.name for path in out.iterdir()} == {
        *("REPORT.md", "quizzes.csv", "quizzes.gift.txt")
    }
    assert "fixture-kinds" not in (out / "quizzes.csv").read_text(encoding="utf-8")


def test_a_module_is_called_as_in_the_table_of_contents(course: Path) -> None:
    toc = "parts:\n  - caption: 1 · All kinds\n    chapters:\n      - file: book/kinds/index\n"
    (course / "_toc.yml").write_text(toc, encoding="utf-8")
    assert _run(course, "--to", "gift")[0] == 0
    made = (course / "_build/export/quizzes.gift.txt").read_text(encoding="utf-8")
    assert "$CATEGORY: $course$/top/A course/1 · All kinds/" in made
    assert "$CATEGORY: $course$/top/A course/Hostile/" in made


def test_the_address_of_a_copy_is_taken_from_its_configuration(course: Path) -> None:
    config = "title: A course\nhtml:\n  baseurl: https://example.org/course\n"
    (course / "_config.yml").write_text(config, encoding="utf-8")
    assert _run(course, "--to", "json")[0] == 0
    data = json.loads((course / "_build/export/quizzes.json").read_text(encoding="utf-8"))
    assert data["address"] == "https://example.org/course/"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--to", "moodel"], "unknown format 'moodel'. Did you mean 'moodle'?"),
        (["--module", "hostil"], "there is no module 'hostil'. Did you mean 'hostile'?"),
    ],
)
def test_what_is_not_known_is_refused(course: Path, arguments: list[str], sentence: str) -> None:
    status, said = _run(course, *arguments)
    assert (status, sentence in re.sub(r" ?│ ?", " ", said)) == (2, True), said
    assert not (course / "_build").exists()


def test_a_broken_bank_or_address_is_refused_and_nothing_is_written(course: Path) -> None:
    config = course / "_config.yml"
    config.write_text("title: A course\nhtml: {baseurl: example.org}\n", encoding="utf-8")
    status, said = _run(course)
    assert (status, "'baseurl' in _config.yml is 'example.org'" in said) == (2, True), said
    config.write_text("title: A course\n", encoding="utf-8")
    bank = course / "book" / "quizzes" / "hostile.yml"
    bank.write_text("- id: broken-01\n  kind: single\n", encoding="utf-8")
    status, said = _run(course)
    assert status == 2
    assert "book/quizzes/hostile.yml:1" in said
    assert not (course / "_build").exists()
