"""The strict YAML reader: plain data with lines, and a clear no to everything clever."""

from itertools import pairwise
from pathlib import Path

import pytest

from painlab.findings import ContentError, Finding
from painlab.yaml_source import read_yaml


def read(tmp_path: Path, text: str) -> object:
    path = tmp_path / "bank.yml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path, "book/bank.yml").data


def problem(tmp_path: Path, text: str) -> Finding:
    with pytest.raises(ContentError) as raised:
        read(tmp_path, text)
    assert len(raised.value.findings) == 1
    return raised.value.findings[0]


def test_data_are_plain(tmp_path: Path) -> None:
    text = "- a: 1\n  b: [x, 2.5, true, null]\n  50: '60'\n"
    assert read(tmp_path, text) == [{"a": 1, "b": ["x", 2.5, True, None], 50: "60"}]


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "# only a comment\n") is None


def test_lines_are_those_of_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "bank.yml"
    path.write_text("- id: x\n  options:\n    - text: one\n    - text:\n        two\n  50: 60\n")
    source = read_yaml(path)
    assert source.line((0, "id")) == 1
    assert source.line((0, "options")) == 2
    assert source.line((0, "options", 1, "text")) == 4
    assert source.line((0, 50)) == 6


def test_a_key_is_found_by_its_text_and_a_missing_part_by_its_parent(tmp_path: Path) -> None:
    path = tmp_path / "bank.yml"
    path.write_text("- id: x\n  values:\n    50: 60\n")
    source = read_yaml(path)
    assert source.line((0, "values", "50")) == 3
    assert source.line((0, "values", "50", "value")) == 3
    assert source.line((0, "values", "70")) == 2
    assert source.line((7, "id")) == 1


def test_the_file_itself_is_named_when_no_other_name_is_given(tmp_path: Path) -> None:
    path = tmp_path / "bank.yml"
    path.write_text("a: [1\n")
    with pytest.raises(ContentError) as raised:
        read_yaml(path)
    assert raised.value.findings[0].path == str(path)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- a: 1\n- b: [1, 2\n", 3, "broken YAML"),
        ("- a: 1\n  a: 2\n", 2, "the key 'a' stands twice; keep one."),
        ("- &x [1]\n- *x\n", 2, "the alias '*x' is not allowed; write the value out."),
        ("- !!python/object/apply:os.system ['true']\n", 1, "os.system' is not allowed"),
        ("- a: 1\n  b: !!str 5\n", 2, "the tag 'tag:yaml.org,2002:str' is not allowed; remove it."),
        ("- a: !mine {b: 1}\n", 1, "the tag '!mine' is not allowed; remove it."),
        ("- a: !mine [1]\n", 1, "the tag '!mine' is not allowed; remove it."),
        ("- [1]: 2\n", 1, "a key must be a plain word or number."),
        ("a: 1\n---\nb: 2\n", 2, "broken YAML"),
        ("a: \x07\n", 0, "broken YAML: unacceptable character"),
    ],
    ids=[
        "open bracket",
        "duplicate key",
        "alias",
        "tag that runs code",
        "tag on a word",
        "tag on a mapping",
        "tag on a list",
        "list as key",
        "two documents",
        "control character",
    ],
)
def test_what_is_not_allowed_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    finding = problem(tmp_path, text)
    assert (finding.path, finding.line, finding.rule) == ("book/bank.yml", line, "yaml")
    assert words in finding.message
    assert "\n" not in finding.message


def test_a_bomb_of_aliases_is_refused_before_it_is_built(tmp_path: Path) -> None:
    lines = ["a: &a [lol, lol]"]
    lines += [f"{new}: &{new} [*{old}, *{old}]" for old, new in pairwise("abcdefghij")]
    assert "alias" in problem(tmp_path, "\n".join(lines)).message


def test_lists_nested_without_end_are_refused(tmp_path: Path) -> None:
    assert "nested too deeply" in problem(tmp_path, "[" * 5000 + "]" * 5000).message


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bank.yml"
    path.write_bytes("name: Größe".encode("latin-1"))
    with pytest.raises(ContentError, match="not UTF-8"):
        read_yaml(path)
