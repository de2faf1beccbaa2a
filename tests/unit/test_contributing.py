"""CONTRIBUTING.md works: its walk, followed to the letter in a fresh copy of the checkout.

The commands are read from the document: each block behind ``<!-- walk -->``. Where it says
``<!-- walk: write over the placeholders -->``, the test writes what an author would: the texts of
`WRITTEN`, and for any other "Write the right option here." the words "The right option."
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from painlab.authoring.lab import LAB
from painlab.authoring.placeholders import left_in, placeholders
from painlab.content import checkout_dir

WALK = re.compile(
    r"^<!-- walk(?:: (?P<act>.+?))? -->$(?:\n```sh\n(?P<commands>.*?)^```$)?", re.M | re.S
)
WRITE_OVER = "write over the placeholders"
IDEA = "You read a line here, and then you go on to the next one. " * 16
WRITTEN = {
    "Write the first idea here.": (
        f"{IDEA}\n\nThe share is {{ev}}`example2026.main_result` ({{study}}`example2026`)."
    ),
    "Write the second idea here.": IDEA,
    "Write that thought in fair words, and what to make of it, here.": IDEA,
    "write-the-first-items": "imaging-example-01",
    "write-the-second-items": "imaging-example-02",
    "write-the-misconception": "finding-is-fate",
    "write-the-year": "2026",
    "write-the-doi": "10.1000/182",
    "write-a-first-question": "the first one",
    "write-a-second-question": "the second one",
}


def document() -> str:
    return (checkout_dir() / "CONTRIBUTING.md").read_text(encoding="utf-8")


def steps() -> list[tuple[str, str]]:
    """Return what the walk does, in order: an act to do by hand, or commands."""
    return [(match["act"] or "", match["commands"] or "") for match in WALK.finditer(document())]


class Checkout:
    """A copy of the files that git knows, with the environment of this one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        ours = checkout_dir()
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ours, capture_output=True, text=True, check=True)
        for name in filter(None, listed.stdout.split("\0")):
            if (ours / name).is_file():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                # With their dates: make installs nothing anew.
                shutil.copy2(ours / name, root / name)
        (root / ".venv").symlink_to(sys.prefix)
        self.touched: list[str] = []

    def run(self, commands: str) -> str:
        """Run commands as a reader would, note the files they name, and return what they say."""
        # A reader has no make around theirs.
        ours = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        environment = {**ours, "PYTHONPATH": str(self.root / "src")}
        done = subprocess.run(
            ["sh", "-e", "-c", commands],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert done.returncode == 0, f"{commands}{done.stdout}{done.stderr}"
        self.touched += re.findall(r"^(\S+):\d+\b", done.stdout, re.M)
        return done.stdout

    def write_over(self) -> None:
        """Write over every placeholder in the files that the commands named."""
        for name in dict.fromkeys(self.touched):
            path = self.root / name
            text = path.read_text(encoding="utf-8")
            for placeholder in sorted(placeholders() - {LAB}, key=len, reverse=True):
                said = placeholder.removeprefix("Write ").removesuffix(" here.").rstrip(",")
                words = WRITTEN.get(placeholder, f"{said[:1].upper()}{said[1:]}.")
                text = text.replace(placeholder, words)
            text = text.replace("evidence: [brinjikji2015]  #", "evidence: [example2026]  #")
            text = re.sub(r"  # placeholder[^\"\\\n]*", "", text)
            path.write_text(text, encoding="utf-8")
            assert [one for one in left_in(text.splitlines()) if LAB not in one.message] == []


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "course")


def test_every_block_of_commands_belongs_to_the_walk() -> None:
    commands = [found for _, found in steps() if found]
    assert document().count("```sh") == len(commands)
    assert {act for act, found in steps() if not found} == {WRITE_OVER}
    done = " ".join(commands)
    for needed in ("new-study", "new-quiz", "new-lesson", "new-lab", "--nbval", "make book"):
        assert needed in done


def test_a_stranger_who_follows_it_gets_a_book_with_all_of_it(checkout: Checkout) -> None:
    said = ""
    for act, commands in steps():
        if act:
            checkout.write_over()
        else:
            said += checkout.run(commands)
    assert "Nothing to mend" in said
    assert re.search(r"^\d+ passed", said, re.M)
    html = checkout.root / "_build" / "html"
    lesson = (html / "book/imaging/example.html").read_text(encoding="utf-8")
    assert re.search(r'href="[^"]*ledger-imaging\.html#ev-example2026-main_result"', lesson)
    assert "The right option." in lesson
    lab = (html / "notebooks/example.html").read_text(encoding="utf-8")
    assert "Put your number in place of None" in lab
    bibliography = (html / "book/reference/bibliography.html").read_text(encoding="utf-8")
    assert f"https://doi.org/{WRITTEN['write-the-doi']}" in bibliography
