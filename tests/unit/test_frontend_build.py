"""The committed JavaScript is what its source says, well typed, and does what its tests say."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from painlab.frontend import built, embed, toolchain

SOURCES = sorted((toolchain.FRONTEND / "src").rglob("*.js"))


def test_committed_files_are_what_a_fresh_build_makes(tmp_path: Path) -> None:
    toolchain.build(tmp_path)
    committed = {path.name: path.read_bytes() for path in (toolchain.FRONTEND / "built").iterdir()}
    fresh = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(committed) == sorted(fresh)
    stale = [name for name in fresh if committed[name] != fresh[name]]
    assert not stale, "run `python -m painlab.frontend.toolchain` and commit what it builds"


def test_types_are_clean() -> None:
    toolchain.typecheck()


def test_pure_functions_pass_their_tests() -> None:
    toolchain.test()


def test_no_source_is_long() -> None:
    lengths = {path.name: len(path.read_text().splitlines()) for path in SOURCES}
    del lengths["strings.js"]
    assert not {name: lines for name, lines in lengths.items() if lines > 300}


def test_lock_names_no_registry() -> None:
    lock = (toolchain.FRONTEND / "package-lock.json").read_text()
    # Addresses of authors who ask for funds may stand there.
    assert '"resolved"' not in lock
    assert "registry" not in lock


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.name)
def test_no_source_writes_markup_or_inline_style(path: Path) -> None:
    source = path.read_text()
    for banned in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert banned not in source
    assert not re.search(r"""setAttribute\(\s*["']style["']""", source)


def test_quiz_stays_small() -> None:
    files = (built("core.book.js"), built("quiz.book.js"), built("quiz.css"))
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 16_640


def test_unknown_module_names_the_nearest() -> None:
    with pytest.raises(FileNotFoundError, match=r"Did you mean 'quiz\.js'"):
        built("quizz.js")


def test_embedded_state_cannot_leave_its_script_element() -> None:
    hostile = "</script><script>alert(1)</script><!-- & \u2028"
    html = embed("quiz", {"title": hostile}, "<p>text</p>")
    assert html.count("<script") == 1
    assert html.count("</script>") == 1
    state = re.search(r'class="pl-state">(.*?)</script>', html, re.DOTALL)
    assert state
    assert json.loads(state[1]) == {"title": hostile}


def test_state_must_be_json() -> None:
    with pytest.raises(ValueError, match="JSON"):
        embed("quiz", {"value": float("nan")}, "")
