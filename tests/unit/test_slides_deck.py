"""A deck's slides: what they show is looked up, and the notes say where it comes from."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from painlab.book.slides.deck import Deck, read_deck
from painlab.book.slides.page import deck_html
from painlab.cli import app
from painlab.content import checkout_dir

_DECK = """# A deck

<b>First.</b>

## A number

{ev:of100}`brinjikji2015.disk_bulge[50]` and {ev}`calc.protrusion_with_pain_40`.

:::{notes}
Say *it* ({study}`kasch2022`).
:::

## A guess

:::{question} imaging-opening-01
:::

## Its answer

:::{answer} imaging-opening-01
:::

## A picture

:::{chart} bulge_at_50
:::
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with one deck; its other content is the course's own."""
    (tmp_path / "book").symlink_to(checkout_dir() / "book")
    (tmp_path / "slides").mkdir()
    signs = (checkout_dir() / "slides" / "_signs.md").read_text()
    (tmp_path / "slides" / "_signs.md").write_text(signs)
    (tmp_path / "slides" / "small.md").write_text(_DECK)
    return tmp_path


def _read(root: Path) -> Deck:
    return read_deck(root / "slides" / "small.md")


def test_the_warning_signs_come_right_after_the_title(root: Path) -> None:
    first, now, soon, *_ = _read(root).slides
    assert first.heading == "A deck"
    assert "emergency department" in now.body
    assert "<li>" in now.body
    assert "within days" in soon.body
    assert "warning-signs.md" not in soon.body


def test_a_number_is_looked_up_and_its_notes_say_what_it_is(root: Path) -> None:
    slide = _read(root).slides[3]
    assert "60 of 100 and 57%" in slide.body
    assert slide.studies == ("brinjikji2015", "brinjikji2015b")
    assert "<em>it</em>" in slide.notes
    assert "60 of 100: Share of pain-free people" in slide.notes


def test_an_answer_has_its_reasons_and_the_question_has_none(root: Path) -> None:
    asked, answered = _read(root).slides[4:6]
    assert "It is one clue; I need a few more." in asked.body
    assert "Right:" not in asked.body
    assert answered.body.count("pl-right") == 1
    assert "This is the view the evidence supports best." in answered.body


def test_a_chart_stands_with_its_sentence_and_its_caveat_is_said(root: Path) -> None:
    slide = _read(root).slides[6]
    assert "<svg" in slide.body
    assert "Of 100 people of 50 without back pain, about 60 have a bulging disc." in slide.body
    assert "Where the numbers come from" in slide.notes


def test_the_sources_come_last_with_their_addresses(root: Path) -> None:
    last = _read(root).slides[-1]
    assert last.heading == "Sources"
    assert last.body.count("doi.org") == 2 * len(("brinjikji2015", "brinjikji2015b"))


def test_markup_in_a_source_is_text(root: Path) -> None:
    assert "&lt;b&gt;First.&lt;/b&gt;" in _read(root).slides[0].body


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("disk_bulge[50]", "disk_bulg[50]", "Did you mean 'brinjikji2015.disk_bulge[50]'?"),
        ("bulge_at_50", "bulge_at_5", "no chart 'bulge_at_5'"),
        ("{chart} bulge_at_50", "{question} nothing-01", "no quiz item 'nothing-01'"),
        ("{chart} bulge_at_50", "{chart-of} it", "no directive 'chart-of'"),
    ],
)
def test_the_command_says_what_a_slide_names_wrongly(
    root: Path, old: str, new: str, words: str
) -> None:
    path = root / "slides" / "small.md"
    path.write_text(path.read_text().replace(old, new))
    result = CliRunner().invoke(app, ["slides", "--root", str(root)])
    assert result.exit_code == 1
    assert "slides/small.md: " in result.output
    assert words in result.output


def test_another_process_writes_the_same_bytes(root: Path) -> None:
    command = [str(Path(sys.executable).parent / "painlab"), "slides", "--root", str(root)]
    # Sets and hashes come in another order there.
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "_build/slides/small.html\n"
    made = (root / "_build" / "slides" / "small.html").read_text(encoding="utf-8")
    assert made == deck_html(_read(root))
