"""The engine page shows the lines of a bank exactly as the file holds them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from painlab.book.quiz_source import entry_source
from painlab.content import content_dir
from painlab.findings import ContentError

BANK = """\
# A heading of the bank.
- id: spine-one-01
  kind: single
  prompt: >-
    One line,

    and another after a gap.

# The next part.
- id: spine-two-01
  kind: true_false
- id: spine-three-01
  options:
  - text: not indented further
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes" / "spine.yml").write_text(BANK, encoding="utf-8")
    return tmp_path


def test_an_entry_ends_before_the_next_one_and_its_comment(content: Path) -> None:
    shown = entry_source("spine-one-01", content)
    assert shown.splitlines() == BANK.splitlines()[1:7]


def test_neighbours_and_the_last_entry_are_told_apart(content: Path) -> None:
    lines = BANK.splitlines()
    assert entry_source("spine-two-01", content).splitlines() == lines[9:11]
    assert entry_source("spine-three-01", content).splitlines() == lines[11:]


def test_an_unknown_id_names_the_nearest_one(content: Path) -> None:
    with pytest.raises(KeyError, match=r"spine-twoo-01.*Did you mean 'spine-two-01'"):
        entry_source("spine-twoo-01", content)


def test_a_broken_bank_is_named(content: Path) -> None:
    (content / "quizzes" / "broken.yml").write_text("- [", encoding="utf-8")
    with pytest.raises(ContentError, match=r"quizzes/broken\.yml"):
        entry_source("spine-one-01", content)


def test_what_is_shown_of_the_course_is_the_entry_itself() -> None:
    """The examples, which are shown, and the ends of the other banks."""
    for path in sorted((content_dir() / "quizzes").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        entries = yaml.load(text, yaml.CSafeLoader)
        for entry in entries if path.name == "examples.yml" else (entries[0], entries[-1]):
            shown = entry_source(entry["id"], content_dir())
            assert yaml.load(shown, yaml.CSafeLoader) == [entry]
            assert shown in text
