"""A piece without JavaScript holds its eight steps; with JavaScript it stays light."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable

import pytest
import textstat

from painlab.frontend import built, toolchain
from painlab.pieces import PIECES, Piece
from painlab.pieces.shell import table
from painlab.pieces.widget import MODULES
from painlab.pieces.words import listed, whole

NAMES = list(PIECES)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {name: make() for name, make in PIECES.items()}


def fallback(html: str) -> str:
    return html[html.index('class="pl-fallback"') :]


def test_registry_names_every_piece() -> None:
    assert set(MODULES) < set(NAMES)
    assert set(NAMES) - set(MODULES) == {
        "confounder",
        "crossover",
        "expectation",
        "missing-outcomes",
        "moving-picture",
        "open-or-sham",
        "text-neck",
        "why-did-i-get-better",
        "will-it-replicate",
    }


def test_the_page_without_javascript_shows_every_step(name: str, pages: dict[str, str]) -> None:
    html = fallback(pages[name])
    for part in ("question", "picture", "sentence", "label", "caveat"):
        assert f'class="pl-piece-{part}"' in html
    assert "<svg " in html
    assert 'role="img"' in html
    assert "<summary>Show the numbers</summary>" in html
    assert re.search(r"<strong>(Measured|Fitted|Illustrative)\.</strong>", html)
    assert 'class="pl-quiz"' in html


def test_nothing_needs_a_style_attribute_or_an_inline_script(
    name: str, pages: dict[str, str]
) -> None:
    html = pages[name]
    assert " style=" not in html
    assert re.findall(r"<script(?! type=\"application/json\")", html) == []


def test_html_is_the_same_on_every_run(name: str, pages: dict[str, str]) -> None:
    assert PIECES[name]() == pages[name]


def test_ids_stand_once(name: str, pages: dict[str, str]) -> None:
    ids = re.findall(r'\sid="([^"]+)"', pages[name])
    assert len(ids) == len(set(ids))


def test_state_holds_the_words_of_the_shared_frame(name: str, pages: dict[str, str]) -> None:
    match = re.search(r'class="pl-state">(.*?)</script>', pages[name], re.DOTALL)
    assert match
    state = json.loads(match[1])
    assert state["reader"] == {}
    shared = {"title", "question", "setting", "ask", "commit", "kind", "label", "sources"}
    assert shared <= state["piece"].keys()


def test_no_exclamation_mark_and_no_one_in_x(name: str, pages: dict[str, str]) -> None:
    words = re.sub(r"<[^>]+>", " ", fallback(pages[name]))
    assert "!" not in words
    assert not re.search(r"\b(1|one) in (\d|two|three|four|five|six|ten)", words)


def test_the_words_read_at_grade_eight_or_below(name: str, pages: dict[str, str]) -> None:
    paragraphs = re.findall(r"<p[^>]*>(.*?)</p>", fallback(pages[name]).split("pl-quiz")[0])
    # A list of scan numbers is no sentence, and a figure's name is no hard word.
    words = " ".join(text for text in paragraphs if "differ on scans" not in text)
    plain = re.sub(r"(?<=\d)[.,](?=\d)", "", re.sub(r"<[^>]+>", "", words))
    assert len(plain.split()) > 60
    assert textstat.flesch_kincaid_grade(plain) <= 8


@pytest.mark.parametrize("module", [*MODULES, "simulation"])
def test_built_files_stay_small(module: str) -> None:
    assert len(gzip.compress(built(f"{module}.js").read_bytes())) <= 6_144
    assert len(gzip.compress(built(f"{module}.book.js").read_bytes())) <= 7_168


@pytest.mark.parametrize("name", MODULES)
def test_pieces_stay_small(name: str, pages: dict[str, str]) -> None:
    assert len(gzip.compress(pages[name].encode())) <= 12_288


def test_kit_stays_small() -> None:
    kit = (toolchain.FRONTEND / "src" / "pieces" / "kit.js").read_bytes()
    assert len(gzip.compress(kit)) <= 6_144


def test_the_style_sheet_knows_forced_colours_and_print() -> None:
    pieces = (toolchain.FRONTEND / "styles" / "pieces.css").read_text()
    assert "forced-colors: active" in pieces
    assert "@media print" in pieces


@pytest.mark.parametrize("make", PIECES.values())
def test_a_link_can_start_from_anywhere_in_the_book(make: Callable[..., str]) -> None:
    html = make(base="../")
    assert re.search(r'href="\.\./book/reference/ledger-[a-z-]+\.html#', html)
    assert 'href="../../book' not in html


@pytest.mark.parametrize("name", MODULES)
def test_piece_in_a_notebook_says_the_same_on_every_run(name: str) -> None:
    first, second = Piece(name), Piece(name)
    assert repr(first) == f"Piece('{name}')"
    bundles = [piece._repr_mimebundle_()[0] for piece in (first, second)]
    for kind in ("text/plain", "text/html"):
        assert bundles[0][kind] == bundles[1][kind]
    assert bundles[0]["text/plain"].startswith(first.piece["title"])
    assert first.reader == {}
    assert ".pl-picture" in first._css


def test_unknown_piece_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="Did you mean 'two-readers'"):
        Piece("two-reader")


def test_a_table_row_must_fit_its_columns() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        table("Ages", ["Age", "Share"], [[20]])


def test_lists_and_halves_are_written_as_readers_do() -> None:
    assert listed([20]) == "20"
    assert listed([20, 30]) == "20 and 30"
    assert listed([20, 30, 40]) == "20, 30 and 40"
    assert whole(62.5) == 63
    assert whole(7.499999999999) == 8
    assert whole(62.49) == 62
