"""Start a lab: a notebook with every part a lab has, half-written; lead labs back to lessons."""

from __future__ import annotations

import json
import re
from os.path import relpath
from pathlib import Path

from painlab.authoring.contents import file_of, listed, new_file, title_of, with_page
from painlab.authoring.files import AuthoringError, line_end, read_text, replace
from painlab.authoring.skeletons import filled
from painlab.evidence.load import read_evidence
from painlab.findings import nearest
from painlab.lab_list import write_list
from painlab.quiz.authoring.new_item import known_ids
from painlab.toc import TOC

LABS = "notebooks"
LAB = "write-the-lab"
"""Placeholder for the lab of a lesson."""

# A row of the list of lessons, as it stands in a stored notebook, with another line behind it.
_LESSON_ROW = re.compile(r'^(?P<indent> *)"- \[[^\]]*\]\(\.\./book/[^)]*\)\\n",\r?\n', re.MULTILINE)


def start_lab(
    root: Path, name: str, title: str, lesson: str, figure: str, predict: str, check: str
) -> list[str]:
    """Write a lab behind the last one, and name it in its lesson if that names none yet.

    Parameters
    ----------
    root : the checkout.
    name : file name without its ending.
    title : its heading.
    lesson : the lesson it belongs to, such as ``imaging/pain-free-people``.
    figure : key of the figure it starts from.
    predict, check : ids of the items that open and close it.

    Returns
    -------
    ``path:line`` of each place that was written.

    Raises
    ------
    AuthoringError
        When the lab is there already, or a name is not known. Nothing is written then.
    """
    path = new_file(root, f"{LABS}/{name}.ipynb", "_", title)
    page = root / "book" / f"{lesson}.md"
    _must_be_known("figure", figure, list(read_evidence(root / "book")[0].keys()))
    for item in (predict, check):
        _must_be_known("quiz item", item, sorted(known_ids(root / "book")))
    page_text = read_text(page)
    contents = read_text(root / TOC)
    labs = [entry for entry in listed(contents) if entry.startswith(f"{LABS}/")]
    if not labs:
        raise AuthoringError(f"{TOC} lists no lab to stand behind; add the first by hand.")
    new, line = with_page(contents, f"{LABS}/{name}", labs[-1])
    first = file_of(root, labs[0])
    values = {
        "title": title,
        "lesson_title": title_of(page),
        "lesson_link": relpath(page, path.parent),
        "figure": figure,
        "predict": predict,
        "check": check,
        "next_title": title_of(first),
        "next_link": relpath(first, path.parent),
    }
    text = filled("lab.json", **{key: _in_json(value) for key, value in values.items()})
    places = [f"{LABS}/{name}.ipynb:1", f"{TOC}:{line}"]
    row = re.search(rf"^lab: {LAB}\b", page_text, re.MULTILINE)
    if row:
        named = f"{page_text[: row.start()]}lab: {name}{page_text[row.end() :]}"
        replace(page, named)
        places.append(f"book/{lesson}.md:{page_text[: row.start()].count(chr(10)) + 1}")
    replace(path, text)
    replace(root / TOC, new)
    write_list(root)
    return places


def with_way_back(lab: Path, title: str, link: str) -> tuple[str, int]:
    """Return the text of a lab with one more row in its list of lessons, and the row's line.

    Raises
    ------
    AuthoringError
        When there is no such lab, or it has no such list.
    """
    if not lab.is_file():
        known = sorted(path.stem for path in lab.parent.glob("*.ipynb"))
        raise AuthoringError(f"there is no lab '{lab.stem}'.{nearest(lab.stem, known)}")
    text = read_text(lab)
    rows = list(_LESSON_ROW.finditer(text))
    if not rows:
        raise AuthoringError(f"'{lab.name}' has no list of lessons; add '- [Title](../book/…)'.")
    place = rows[-1].end()
    row = f'{rows[-1]["indent"]}"- [{_in_json(title)}]({link})\\n",{line_end(text)}'
    return text[:place] + row + text[place:], text[:place].count("\n") + 1


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _must_be_known(what: str, name: str, known: list[str]) -> None:
    if name not in known:
        raise AuthoringError(f"there is no {what} '{name}'.{nearest(name, known)}")
