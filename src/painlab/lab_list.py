"""The labs in the order of the course: what JupyterLab opens first (``notebooks/README.md``).

Files are named after their subject, so their names carry no order; ``_toc.yml`` does.
``python -m painlab.lab_list`` writes the list anew, as ``make lab`` and ``make notebooks`` do.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from painlab.content import checkout_dir
from painlab.toc import read_parts

FOLDER = "notebooks"
LIST = "README.md"
_INTRO = """# The labs, in order

A lab is the working behind a lesson: the data, the sums, a few questions, step by step. Open one
with a click on its name. Run a cell with Shift+Enter, from the top down. Each lab stands alone and
runs in about ten seconds, so you may also start with the one that your lesson names.

Each has two cells called "Try it". Put your own number there and run the cell: it says whether you
are right, and why.

| | lab | what you will find out, among other things |
|---|---|---|
"""


@dataclass(frozen=True)
class Lab:
    """A lab of the course.

    Attributes
    ----------
    file : its name in the folder of the labs.
    title : its heading.
    finds : the first thing it says you will find out.
    """

    file: str
    title: str
    finds: str


def labs_in_order(root: Path) -> list[Lab]:
    """Return the labs of the checkout `root` in the order of its ``_toc.yml``."""
    names = (name for part in read_parts(root) for name in part.pages)
    return [_read(root / f"{name}.ipynb") for name in names if name.startswith(f"{FOLDER}/")]


def list_of_labs(root: Path) -> str:
    """Return the list as Markdown, with a link to each lab."""
    rows = (
        f"| {number} | [{lab.title}]({lab.file}) | {lab.finds} |\n"
        for number, lab in enumerate(labs_in_order(root), start=1)
    )
    return _INTRO + "".join(rows)


def write_list(root: Path) -> None:
    """Write the list beside the labs."""
    (root / FOLDER / LIST).write_text(list_of_labs(root), encoding="utf-8")


def _read(path: Path) -> Lab:
    """Read title and first finding from the first cell of a lab."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    lines = "".join(cells[0]["source"]).splitlines()
    title = next(line.removeprefix("# ") for line in lines if line.startswith("# "))
    finds = next((line.removeprefix("- ") for line in lines if line.startswith("- ")), "")
    return Lab(path.name, title, finds)


if __name__ == "__main__":
    write_list(checkout_dir())
