"""An item's picture: found, small, still, with its size on the page and words beside it."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
import yaml
from banks import items_of

from painlab.quiz import images
from painlab.quiz.bank import read_bank
from painlab.quiz.images import image_address, image_problem, image_size, images_dir
from painlab.quiz.plain import quiz_text
from painlab.quiz.render import quiz_html
from painlab.quiz.state import item_state

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120.4"><path d="M0 0h9"/></svg>'


def png(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def webp(width: int, height: int) -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + struct.pack("<I", 10) + bytes(4) + sides
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the course's pictures into an empty folder."""
    monkeypatch.setattr(images, "images_dir", lambda: tmp_path)
    (tmp_path / "disc.svg").write_text(SVG)
    (tmp_path / "scan.png").write_bytes(png(640, 480))
    (tmp_path / "scan.webp").write_bytes(webp(400, 200))
    return tmp_path


def bank(tmp_path: Path, **image: object) -> Path:
    item = {
        "id": "fixture-image-01",
        "kind": "true_false",
        "objective": "read-a-prevalence",
        "prompt": "Is this a disc?",
        "image": {"src": "disc.svg", "alt": "A disc between two bones", **image},
        "answer": True,
        "explain_true": "It is.",
        "explain_false": "It is one.",
        "misconception": "some-belief",
        "evidence": ["brinjikji2015"],
    }
    path = tmp_path / "bank.yml"
    path.write_text(yaml.safe_dump([item], sort_keys=False))
    return path


@pytest.mark.parametrize(
    ("name", "size"),
    [("disc.svg", (300, 120)), ("scan.png", (640, 480)), ("scan.webp", (400, 200))],
)
def test_size_is_read_from_the_file(name: str, size: tuple[int, int]) -> None:
    assert image_size(name) == size
    assert image_problem(name) == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("big.svg", SVG.encode() + b" " * 60_000, "make it smaller than 60,000"),
        ("plain.svg", b"<svg><path/></svg>", "says no size"),
        ("flat.svg", b'<svg viewBox="0 0 0 10"/>', "says no size"),
        ("words.png", b"words", "says no size"),
        ("words.webp", b"RIFF0000WEBPwords", "says no size"),
        ("act.svg", SVG.replace("<path", "<script>x()</script><path").encode(), "'<script'"),
        ("click.svg", SVG.replace("<path", "<path onclick='x()'").encode(), "which can act"),
        ("link.svg", SVG.replace("<path", "<a href='JavaScript:x()'").encode(), "which can act"),
    ],
)
def test_a_picture_that_cannot_be_used_is_named(
    folder: Path, name: str, content: bytes, said: str
) -> None:
    (folder / name).write_bytes(content)
    assert said in image_problem(name)
    assert name in image_problem(name)


def test_a_missing_picture_is_a_finding_with_its_line(tmp_path: Path) -> None:
    items, (finding,) = read_bank(bank(tmp_path, src="dics.svg"))
    assert items == []
    assert "no picture 'dics.svg' in quizzes/images. Did you mean 'disc.svg'?" in finding.message
    assert finding.line == 6


def test_page_holds_address_size_and_words(tmp_path: Path) -> None:
    caption = "About {ev:of100}`brinjikji2015.disk_bulge[50]`."
    (item,) = items_of(bank(tmp_path, alt='A "disc" <b>', caption=caption))
    html = quiz_html([item], base="../../").partition('"pl-fallback"')[2]
    assert (
        '<img src="../../_static/quiz-images/disc.svg" alt="A &quot;disc&quot; &lt;b&gt;" '
        'width="300" height="120">'
    ) in html
    assert "<figcaption><p>About " in html
    text = quiz_text([item])
    assert 'Picture: A "disc" <b>' in text
    assert "About 60 of 100." in text


def test_in_a_notebook_the_picture_is_in_the_state(tmp_path: Path) -> None:
    (item,) = items_of(bank(tmp_path))
    state: dict[str, Any] = item_state(item, None)["image"]
    kind, _, data = state["src"].partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert b64decode(data).decode() == SVG
    assert image_address("scan.png", None).startswith("data:image/png;base64,")


def test_the_courses_pictures_are_usable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "images_dir", images_dir)
    for path in images_dir().glob("*"):
        assert image_problem(path.name) == ""
