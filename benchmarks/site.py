"""Lighthouse on every page, as on a phone, against the same lessons in the default theme.

Lighthouse (npm, pinned in ``lighthouse/``) loads each page from a server on this machine that packs
text, reckons with the line and the processor of a phone, and scores four things out of 100. Ours:
every page, all four in the first run and performance in each. The peer: every lesson's text without
our roles and directives, once. Requests to others fail here, since nothing leaves the machine, so
the peer's own pages are judged without what it fetches elsewhere; its bytes are those that came.

Needs `make book`, npm and a quiet machine. It takes about half an hour; ``--only`` names pages.

    .venv/bin/python benchmarks/site.py [--runs 3] [--only book/imaging] [--save report.json]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from peer_book import ROOT, build_peer

from painlab.book.serve import serving

HERE = Path(__file__).resolve().parent / "lighthouse"
BUILT = ROOT / "_build" / "html"
NODE = Path(sys.executable).with_name("node")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")

Run = dict[str, Any]


def install() -> None:
    """Bring Lighthouse where its lock file has changed, or is new here."""
    if not (HERE / "node_modules" / "lighthouse").is_dir():
        path = f"{NODE.parent}{os.pathsep}{os.environ['PATH']}"
        command = ["npm", "ci", "--silent", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=HERE, check=True, env={**os.environ, "PATH": path})


def lighthouse(folder: Path, pages: Sequence[str], runs: int) -> dict[str, list[Run]]:
    """Return what each run says of each page of a built book.

    Parameters
    ----------
    folder : built book.
    pages : paths from it.
    runs : how often each page is loaded.
    """
    chromium = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    )
    found: dict[str, list[Run]] = defaultdict(list)
    with serving(folder) as address:
        command = [str(NODE), str(HERE / "run.mjs"), chromium, str(runs)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE
        ) as process:
            assert process.stdin
            assert process.stdout
            process.stdin.write("".join(f"{address}/{page}\n" for page in pages))
            process.stdin.close()
            for line in process.stdout:
                run = json.loads(line)
                page = run["address"].removeprefix(f"{address}/")
                found[page].append(run)
                scores = " ".join(str(score) for score in run["scores"].values())
                print(f"{page} {scores} {' '.join(run['lost'])}".rstrip(), file=sys.stderr)
        if process.returncode:
            raise RuntimeError("Lighthouse stopped: see above.")
    return found


def row(name: str, books: dict[str, list[Run]]) -> str:
    """Return the line of a table for one book: medians and worst scores of its pages."""
    runs = [run for page in books.values() for run in page]
    fast = [run["scores"]["performance"] for run in runs]
    middle = [median(run["scores"]["performance"] for run in page) for page in books.values()]
    worst = [
        min(run["scores"][one] for run in runs if one in run["scores"]) for one in CATEGORIES[1:]
    ]

    def mid(what: str) -> float:
        return float(median(run[what] for run in runs))

    cells = [
        name,
        len(books),
        f"{min(middle):g}",
        min(fast),
        *worst,
        f"{mid('fcp') / 1000:.1f}",
        f"{mid('lcp') / 1000:.1f}",
        f"{max(run['cls'] for run in runs):.3f}",
        f"{max(run['bytes'] for run in runs) / 1000:.0f}",
        f"{mid('bytes') / 1000:.0f}",
        f"{mid('requests'):g}",
    ]
    return f"| {' | '.join(map(str, cells))} |"


def table(ours: dict[str, list[Run]], peer: dict[str, list[Run]]) -> Iterable[str]:
    """Return the lines of the table, and what any page of ours lost."""
    heads = (
        "book",
        "pages",
        "performance: lowest median",
        "lowest run",
        "lowest accessibility",
        "best practices",
        "SEO",
        "first paint, s",
        "largest, s",
        "most shift",
        "most kB",
        "median kB",
        "requests",
    )
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    yield row("ours", ours)
    same = {page: ours[page] for page in peer if page in ours}
    if same:
        yield row("ours, the same pages", same)
        yield row("Jupyter Book's default", peer)
    for page, runs in ours.items():
        below = {one: run["scores"][one] for run in runs for one in run["scores"]}
        lost = sorted({audit for run in runs for audit in run["lost"]})
        if lost or min(below.values()) < 100 or min(r["scores"]["performance"] for r in runs) < 98:
            yield f"- {page}: {[run['scores'] for run in runs]} {lost}"


def _is_lesson(name: str) -> bool:
    """Whether a page is text of its own: the ledger, for one, is made from the evidence."""
    return (ROOT / f"{name}.md").is_file() and not name.startswith("book/reference/")


def main() -> None:
    """Run it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--runs", type=int, default=3, help="loads of each page of ours (default 3)"
    )
    parser.add_argument("--only", default="", help="how the pages' addresses begin")
    parser.add_argument("--save", type=Path, help="file for every run, as JSON")
    options = parser.parse_args()
    install()
    pages = sorted(path.relative_to(BUILT).as_posix() for path in BUILT.rglob("*.html"))
    pages = [page for page in pages if page.startswith(options.only) and "_static/" not in page]
    names = [page.removesuffix(".html") for page in pages]
    lessons = [name for name in names if _is_lesson(name)]
    with tempfile.TemporaryDirectory() as folder:
        peer = lighthouse(
            build_peer(Path(folder), lessons), [f"{name}.html" for name in lessons], 1
        )
    ours = lighthouse(BUILT, pages, options.runs)
    if options.save:
        options.save.write_text(json.dumps({"ours": ours, "peer": peer}, indent=1))
    print("\n".join(table(ours, peer)))


if __name__ == "__main__":
    main()
