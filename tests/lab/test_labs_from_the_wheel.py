"""The labs run from the built wheel alone: an empty environment, no checkout, strict comparison.

All labs run from the checkout in every test run. Three of them run here again: between them they
show every kind of output that a lab has, and open every evidence file and every bank, as any lab
does. Two tests say so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from painlab.content import checkout_dir

pytestmark = pytest.mark.lab

LABS = ("crossover", "forest_plot", "pain_free_spines")
# A question, a table, a drawn chart, a chart to explore, a simulation; each as its HTML names it.
# What only the book or `painlab check` reads.
NOT_FOR_LABS = {
    "left_out.yml",
    "links.yml",
    "objectives.yml",
    "quizzes/bank.schema.json",
    "search.yml",
}
KINDS = ("pl-item", "<table", "<svg", "vega", "pl-picture")
CONTENT = "painlab/content/"
# Each kernel notes which files of the course it opens, in the wheel's content or in the checkout.
NOTES = """
import os
import sys

WATCHED = os.environ.get("PAINLAB_WATCHED", "").split(os.pathsep)


def note(event, arguments):
    if event == "open" and str(arguments[0]).startswith(tuple(filter(None, WATCHED))):
        with open(os.environ["PAINLAB_NOTES"], "a") as notes:
            notes.write(f"{arguments[0]}\\n")


sys.addaudithook(note)
"""


@dataclass(frozen=True)
class Installed:
    """The wheel, and where it is installed."""

    wheel: Path
    python: Path

    @property
    def packages(self) -> Path:
        """The folder that packages go to."""
        (found,) = self.python.parent.parent.glob("lib/python*/site-packages")
        return found


def run(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run one of the tools that the tests are installed with."""
    command = [str(Path(sys.executable).with_name(name)), *map(str, arguments)]
    return subprocess.run(command, cwd=checkout_dir(), capture_output=True, text=True, check=False)


def must(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stdout + done.stderr


def files_of_content() -> set[str]:
    """Return the data of the course as the checkout holds it: all of ``book/`` that is no page.

    What stands beside the pages for those who teach is only for these pages.
    """
    book = checkout_dir() / "book"
    found = {path.relative_to(book).as_posix() for path in book.rglob("*") if path.is_file()}
    return {name for name in found if not name.endswith(".md") and not name.startswith("teach/")}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """The built wheel with what ``painlab[lab]`` asks for, at the pinned versions, and nbval."""
    folder = tmp_path_factory.mktemp("wheel")
    must(run("hatchling", "build", "-t", "wheel", "-d", folder))
    (wheel,) = folder.glob("painlab-*.whl")
    made = Installed(wheel, folder / "env" / "bin" / "python")
    must(run("uv", "venv", "--quiet", "--python", sys.executable, folder / "env"))
    wanted = (f"painlab[lab] @ {wheel.as_uri()}", "nbval")
    where = ("--python", made.python, "--constraint", "requirements.txt")
    install = ("uv", "pip", "install", "--quiet", *where, *wanted)
    # The tests' own environment came from the same cache; the network is asked when it is gone.
    if run(*install, "--offline").returncode:
        must(run(*install))
    yield made
    shutil.rmtree(folder / "env")


def test_the_wheel_carries_all_data_of_the_course(installed: Installed) -> None:
    names = ZipFile(installed.wheel).namelist()
    carried = {name.removeprefix(CONTENT) for name in names if name.startswith(CONTENT)}
    assert carried == files_of_content()


def test_the_three_show_every_kind_of_output() -> None:
    folder = checkout_dir() / "notebooks"

    def shown(names: list[str]) -> set[str]:
        text = "".join((folder / f"{name}.ipynb").read_text(encoding="utf-8") for name in names)
        return {kind for kind in KINDS if kind in text}

    every = [path.stem for path in folder.glob("*.ipynb")]
    assert shown(list(LABS)) == shown(every) == set(KINDS)


def test_labs_give_their_stored_numbers_away_from_the_checkout(
    installed: Installed, tmp_path: Path
) -> None:
    for name in LABS:
        shutil.copy(checkout_dir() / "notebooks" / f"{name}.ipynb", tmp_path)
    content, notes = installed.packages / CONTENT, tmp_path / "opened"
    (installed.packages / "notes.py").write_text(NOTES)
    (installed.packages / "notes.pth").write_text("import notes\n")
    kept = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    done = subprocess.run(
        [installed.python, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", "."],
        cwd=tmp_path,
        env={
            **kept,
            "PAINLAB_NOTES": str(notes),
            "PAINLAB_WATCHED": f"{content}/{os.pathsep}{checkout_dir()}/",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    opened = {Path(line) for line in notes.read_text().splitlines()}
    inside = {path.relative_to(content).as_posix() for path in opened if path.is_file()}
    assert inside == files_of_content() - NOT_FOR_LABS
