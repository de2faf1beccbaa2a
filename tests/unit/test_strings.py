"""The interface's words: one table for the scripts and for Python, complete and in order."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from painlab.frontend import toolchain
from painlab.strings import TABLES, say, table

SOURCES = sorted((toolchain.FRONTEND / "src").rglob("*.js"))
PACKAGE = Path(toolchain.FRONTEND).parent


def test_scripts_and_python_read_the_same_words() -> None:
    made = (toolchain.FRONTEND / "src" / "shared" / "strings.js").read_text()
    constants = re.findall(r"^export const (\w+) = (\".*\");$", made, re.MULTILINE)
    assert {key: json.loads(text) for key, text in constants} == table()


def test_keys_are_sorted_and_stand_once() -> None:
    pairs = json.loads((TABLES / "en.json").read_text(), object_pairs_hook=list)
    keys = [key for key, _ in pairs]
    assert keys == sorted(set(keys))
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", key) for key in keys)


def test_every_key_is_used() -> None:
    code = "\n".join(path.read_text() for path in SOURCES if path.name != "strings.js")
    code += "\n".join(path.read_text() for path in PACKAGE.rglob("*.py"))
    known = set(re.findall(r"\w+", code)) | {f"sure_{how}" for how in ("sure", "think", "guess")}
    unused = [
        key for key in table() if key not in known and re.sub("_(one|other)$", "", key) not in known
    ]
    assert unused == []


def test_gaps_are_filled_and_whole_numbers_written() -> None:
    assert say("quiz_count", n=2, total=1211) == "Question 2 of 1,211"
    assert say("tally_sure", n=1, sure=3) == "You felt sure about 3; 1 of them was off."
    assert say("tally_sure", n=2, sure=3) == "You felt sure about 3; 2 of them were off."


def test_an_unknown_key_and_an_empty_gap_are_errors() -> None:
    with pytest.raises(KeyError, match="quiz_cuont"):
        say("quiz_cuont")
    with pytest.raises(KeyError, match="total"):
        say("quiz_count", n=1)


def test_plural_pairs_are_whole_and_have_the_same_gaps() -> None:
    words = table()
    names = {key.rpartition("_")[0] for key in words if key.endswith(("_one", "_other"))}
    for name in names:
        one, other = words[f"{name}_one"], words[f"{name}_other"]
        # "1" may be written out; all else that is told of many is told of one.
        gaps = [set(re.findall(r"\{(\w+)\}", text)) for text in (one, other)]
        assert gaps[0] | {"n"} >= gaps[1] >= gaps[0] - {"n"}
