"""Half-written content, one file a part: the commands ``new-…`` copy it.

Every text "Write … here." and every name ``write-…`` in these files is a placeholder, and so is a
line that ends in ``# placeholder: what to decide``. ``painlab check`` names each until it is
written over. ``$names`` are filled in by the command.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent
FILES = ("study.bib", "study.yml", "lesson.md", "lab.json")


def text_of(name: str) -> str:
    """Return the skeleton in the file `name` as it stands."""
    return (FOLDER / name).read_text(encoding="utf-8")


def filled(name: str, **values: str) -> str:
    """Return a skeleton with its ``$names`` filled in.

    Raises
    ------
    KeyError
        When a value is missing.
    """
    return Template(text_of(name)).substitute(values)
