"""The EPUB of a small book: whole, valid, without scripts, the same each time."""

from __future__ import annotations

import io
import posixpath
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from small_book import build

from painlab.book.paper.contents import FIRST
from painlab.book.paper.epub import NotXmlError, _checked, _mended, make_epub
from painlab.book.paper.facts import read_facts
from painlab.content import checkout_dir
from painlab.toc import Part

HTML = "{http://www.w3.org/1999/xhtml}"
PACKAGE = "{http://www.idpf.org/2007/opf}"
TOC = """
format: jb-book
root: index
chapters:
  - file: book/fear/a
  - file: book/start/warning-signs
"""
SIGNS = "# Signs\n\n(when-to-go)=\n## When to go\n\nGo now.\n"
LESSON = """# Lesson & more

See [the signs](../start/warning-signs.md) and <https://example.org/a>, or [this](https://b.org).

{ev}`brinjikji2015.disk_bulge[50]` of people.

:::{quiz} imaging-pain-free-01
:::

:::{form} examples-reflection-01
:::

:::{chart} bulge_at_50
:::

:::{piece} two-readers
:::
"""
PARTS = [Part("One", ("book/fear/a",)), Part("Two", (FIRST,))]


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("paper")
    for name, text in (("index", "# Home\n"), ("book/fear/a", LESSON), (FIRST, SIGNS)):
        path = source / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (source / "_toc.yml").write_text(TOC)
    return build(source, tmp_path_factory.mktemp("paper-built")).folder


@pytest.fixture(scope="module")
def made(html: Path) -> bytes:
    return make_epub(html, PARTS, read_facts(checkout_dir()))


@pytest.fixture(scope="module")
def epub(made: bytes) -> ZipFile:
    return ZipFile(io.BytesIO(made))


def pages(epub: ZipFile) -> dict[str, ElementTree.Element]:
    names = [name for name in epub.namelist() if name.endswith(".xhtml")]
    return {name: ElementTree.fromstring(epub.read(name)) for name in names}


def test_the_same_pages_give_the_same_bytes(html: Path, made: bytes, epub: ZipFile) -> None:
    assert make_epub(html, PARTS, read_facts(checkout_dir())) == made
    assert len({entry.date_time for entry in epub.infolist()}) == 1


def test_the_type_stands_first_and_unpacked(epub: ZipFile) -> None:
    first = epub.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert epub.read("mimetype") == b"application/epub+zip"


def test_the_manifest_names_every_file_and_the_signs_come_first(epub: ZipFile) -> None:
    package = ElementTree.fromstring(epub.read("EPUB/package.opf"))
    items = {item.get("id"): item.get("href") for item in package.iter(f"{PACKAGE}item")}
    held = {name.removeprefix("EPUB/") for name in epub.namelist() if name.startswith("EPUB/")}
    assert set(items.values()) == held - {"package.opf"}
    spine = [items[str(one.get("idref"))] for one in package.iter(f"{PACKAGE}itemref")]
    assert spine == ["cover.xhtml", "start-warning-signs.xhtml", "about.xhtml", "fear-a.xhtml"]
    words = epub.read("EPUB/package.opf").decode()
    for said in ("Rethinking Back and Neck Pain", "<dc:language>en", "CC BY 4.0", "urn:uuid:"):
        assert said in words


def test_no_script_and_no_field_but_pictures_in_words(epub: ZipFile) -> None:
    for page in pages(epub).values():
        for name in ("script", "form", "input", "details", "button", "iframe"):
            assert page.find(f".//{HTML}{name}") is None
    lesson = pages(epub)["EPUB/fear-a.xhtml"]
    drawings = lesson.findall(".//{http://www.w3.org/2000/svg}svg")
    named = [one for one in drawings if one.get("role") == "img"]
    assert named
    title = "{http://www.w3.org/2000/svg}title"
    for one in named:
        words = one.get("aria-label") or one.get("aria-labelledby") or one.find(title) is not None
        assert words, ElementTree.tostring(one)[:200]


def test_answers_stand_after_the_lesson(epub: ZipFile) -> None:
    text = "".join(pages(epub)["EPUB/fear-a.xhtml"].itertext())
    lesson, _, answers = text.partition("Answers")
    assert "Question 1" in lesson
    assert "Right:" not in lesson
    assert "Right:" in answers
    assert "b.org" in answers


def test_every_link_inside_leads_somewhere(epub: ZipFile) -> None:
    held = pages(epub)
    ids = {name: {one.get("id") for one in page.iter()} for name, page in held.items()}
    inside = 0
    for name, page in held.items():
        for link in page.iter(f"{HTML}a"):
            href = link.get("href") or ""
            if "://" in href:
                continue
            path, _, anchor = unquote(href).partition("#")
            target = posixpath.normpath(posixpath.join("EPUB", path)) if path else name
            assert target in held, href
            assert not anchor or anchor in ids[target], href
            inside += 1
    assert inside >= 5


def test_a_link_to_a_place_that_fell_away_leads_to_its_page() -> None:
    ids = {"a.xhtml": {"here"}, "b.xhtml": set[str]()}
    links = '<a href="#here">1</a><a href="#gone">2</a><a href="b.xhtml#gone">3</a>'
    assert _mended("a", links, ids) == (
        '<a href="#here">1</a><a href="a.xhtml">2</a><a href="b.xhtml">3</a>'
    )


def test_a_page_that_is_no_xml_is_named() -> None:
    with pytest.raises(NotXmlError, match="page 'x'"):
        _checked("x", "<p>one<br></p>")


def test_epubcheck_finds_nothing(made: bytes, tmp_path: Path) -> None:
    found = shutil.which("epubcheck")
    if found is None:
        pytest.skip("epubcheck is not installed (on Debian: apt-get install epubcheck)")
    path = tmp_path / "book.epub"
    path.write_bytes(made)
    # Debian's is a Java archive that not every kernel starts by itself.
    packed = Path(found).read_bytes()[:2] == b"PK"
    command = ["java", "-jar", found] if packed else [found]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
