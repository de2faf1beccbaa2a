"""The list of labs that JupyterLab opens first."""

from __future__ import annotations

import json
from pathlib import Path

from painlab.content import checkout_dir
from painlab.lab_list import FOLDER, LIST, Lab, labs_in_order, list_of_labs, write_list

TOC = """
root: index
parts:
  - caption: Lessons
    chapters:
      - file: book/a
        sections:
          - file: book/b
  - caption: Labs
    chapters:
      - file: notebooks/second_by_name
      - file: notebooks/first_by_name
"""
FIRST = "# {}\n\n**What you will find out**\n\n- how {} works\n- more\n"


def course(folder: Path) -> Path:
    (folder / "_toc.yml").write_text(TOC)
    (folder / FOLDER).mkdir()
    for name, title in (("first_by_name", "Z"), ("second_by_name", "A")):
        cell = {"source": FIRST.format(title, title.lower()).splitlines(keepends=True)}
        (folder / FOLDER / f"{name}.ipynb").write_text(json.dumps({"cells": [cell]}))
    return folder


def test_labs_come_in_the_order_of_the_contents(tmp_path: Path) -> None:
    assert labs_in_order(course(tmp_path)) == [
        Lab("second_by_name.ipynb", "A", "how a works"),
        Lab("first_by_name.ipynb", "Z", "how z works"),
    ]


def test_the_list_links_each_lab(tmp_path: Path) -> None:
    write_list(course(tmp_path))
    written = (tmp_path / FOLDER / LIST).read_text()
    assert written.splitlines()[-2:] == [
        "| 1 | [A](second_by_name.ipynb) | how a works |",
        "| 2 | [Z](first_by_name.ipynb) | how z works |",
    ]


def test_the_stored_list_is_up_to_date() -> None:
    root = checkout_dir()
    stored = (root / FOLDER / LIST).read_text(encoding="utf-8")
    assert stored == list_of_labs(root), "run: .venv/bin/python -m painlab.lab_list"
