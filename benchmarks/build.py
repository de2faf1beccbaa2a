"""How long a book takes to build, from nothing and after a change to one lesson, as it grows.

The lessons are generated: the words of a real lesson, each with three figures, two questions and
one chart of the course. The peer is the same prose in a book that `jupyter-book` builds with its
default theme, in the same run. Every build is a process of its own; processor time is that of all
its processes, which other work on the machine changes little.

Run it: ``.venv/bin/python benchmarks/build.py`` or, for one size, ``… build.py 1``. Fifty times
the lessons take long.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from plain_lesson import PEER_CONFIG, plain_lesson

from painlab.charts import PICTURES
from painlab.evidence.load import course_evidence
from painlab.quiz.bank import course_items

ROOT = Path(__file__).resolve().parent.parent
LESSON = "book/imaging/pain-free-people.md"
LESSONS = 20
"""Generated lessons of a book of size 1: about one module of the course in four."""
SIZES = (1, 10, 50)
_FIGURES, _QUESTIONS = 3, 2
_ENVIRONMENT = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1767225600"}


@dataclass(frozen=True)
class Run:
    """What one build took.

    Attributes
    ----------
    seconds : on the clock.
    processor : seconds of processor time, of all its processes.
    peak : largest memory of one of them, in bytes.
    """

    seconds: float
    processor: float
    peak: int


def lessons(count: int) -> list[str]:
    """Return the texts of `count` lessons, each different."""
    body = plain_lesson((ROOT / LESSON).read_text(encoding="utf-8")).partition("\n# ")[2]
    words = body.partition("\n")[2]
    studies = course_evidence().studies
    known = [f"{key}.n" for key, study in studies.items() if study.n is not None]
    figures, items, charts = cycle(known), cycle(course_items()), cycle(PICTURES)
    return [
        _lesson(
            number,
            words,
            list(islice(figures, _FIGURES)),
            list(islice(items, _QUESTIONS)),
            next(charts),
        )
        for number in range(count)
    ]


def _lesson(number: int, words: str, figures: list[str], items: list[str], chart: str) -> str:
    front = "kind: lesson\nminutes: 8\nreviewed: 2026-11-23\nnext_review: 2027-11-23"
    numbers = " ".join(f"{{ev}}`{key}`" for key in figures)
    return (
        f"---\n{front}\ndescription: Lesson {number}.\n---\n\n# Lesson {number}\n\n"
        f"Word{number} {numbers}.\n\n:::{{chart}} {chart}\n:::\n\n{words}\n\n"
        f":::{{quiz}} {' '.join(items)}\n:::\n\n:::{{page-end}}\n:::\n"
    )


def write_book(folder: Path, texts: list[str], *, ours: bool) -> None:
    """Write a book of these lessons, 20 to a chapter; the peer's holds their prose alone."""
    files = {"index.md": "# Start\n\nWords.\n"}
    toc = ["format: jb-book", "root: index", "chapters:"]
    for number, text in enumerate(texts):
        first = number % LESSONS == 0
        name = f"book/part-{number // LESSONS}/lesson-{number}"
        files[f"{name}.md"] = text if ours else plain_lesson(text)
        toc += [f"- file: {name}", "  sections:"] if first else [f"  - file: {name}"]
    files["_toc.yml"] = "\n".join(toc) + "\n"
    files["_config.yml"] = (ROOT / "_config.yml").read_text() if ours else PEER_CONFIG
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    if ours:
        for name in ("src/painlab/book/static/favicon.svg", "book/references.bib"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


def build(folder: Path) -> Run:
    """Build the book in `folder` as ``make book`` does.

    Raises
    ------
    RuntimeError
        When it does not build.
    """
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(folder), "--quiet"]
    start = time.monotonic()
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            command, env={**os.environ, **_ENVIRONMENT}, stdout=log, stderr=log
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{folder} does not build; run jupyter-book there to see why.")
    taken = time.monotonic() - start
    return Run(taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def measure(size: int, *, ours: bool) -> str:
    """Return a line of the table: one book, built from nothing and after one change."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_book(folder, lessons(size * LESSONS), ours=ours)
        cold = build(folder)
        lesson = folder / "book/part-0/lesson-1.md"
        lesson.write_text(lesson.read_text(encoding="utf-8") + "\nMore words.\n", encoding="utf-8")
        warm = build(folder)
        html = folder / "_build" / "html"
        total = sum(path.stat().st_size for path in html.rglob("*") if path.is_file())
        index = (html / "searchindex.js").stat().st_size
    cells = (
        "ours" if ours else "Jupyter Book's default",
        f"{size * LESSONS}",
        f"{cold.seconds:.0f} ({cold.processor:.0f})",
        f"{warm.seconds:.0f} ({warm.processor:.0f})",
        f"{max(cold.peak, warm.peak) / 1e6:.0f}",
        f"{index / 1e3:.0f}",
        f"{total / 1e6:.1f}",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print one line a book, as they come."""
    parser = argparse.ArgumentParser(description="How long a book takes to build, as it grows.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="times 20 lessons")
    sizes = parser.parse_args().sizes
    heads = ("book", "lessons", "cold, s (processor)", "warm, s (processor)")
    print(f"| {' | '.join((*heads, 'peak, MB', 'index, kB', 'site, MB'))} |")
    print("|---|---|---|---|---|---|---|")
    for size in sizes:
        for ours in (True, False):
            print(measure(size, ours=ours), flush=True)
    load = os.getloadavg()[2]
    print(
        f"\n{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}; load of the machine over the last 15 minutes: {load:.1f}."
    )


if __name__ == "__main__":
    main()
