"""The labs as they are stored: complete, in one form, and able to turn the comparison red."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest

from painlab.content import checkout_dir
from painlab.notebooks import WIDGET_VIEW, OutputError, main, normalise, silent_cells, solve

LABS = sorted((checkout_dir() / "notebooks").glob("*.ipynb"))
HEADINGS = [
    "Predict first",
    "The data",
    "What it means, and what it does not",
    "Check yourself",
    "Where to go on",
]
EACH_LAB = pytest.mark.parametrize("path", LABS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def write(notebook: Any, path: Path) -> None:
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


@cache
def smallest() -> Path:
    return min(LABS, key=lambda path: path.stat().st_size)


def one_cell(source: str, **output: Any) -> Any:
    code = {
        "cell_type": "code",
        "id": "one",
        "source": source,
        "metadata": {"execution": {"iopub.execute_input": "2026"}},
        "execution_count": 1,
        "outputs": [output] if output else [],
    }
    return nbformat.from_dict(  # type: ignore[no-untyped-call]
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {"widgets": {}}, "cells": [code]}
    )


def test_every_lab_is_in_the_book_and_the_other_way_round() -> None:
    contents = (checkout_dir() / "_toc.yml").read_text(encoding="utf-8")
    assert sorted(re.findall(r"file: notebooks/(\w+)", contents)) == [path.stem for path in LABS]


@EACH_LAB
def test_every_cell_that_shows_something_has_its_output_stored(path: Path) -> None:
    assert silent_cells(read(path)) == []


@EACH_LAB
def test_an_emptied_output_is_refused(path: Path) -> None:
    notebook = read(path)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in code:
        cell.outputs = []
    assert silent_cells(notebook) == [cell.id for cell in code]


@EACH_LAB
def test_labs_are_stored_in_their_normal_form(path: Path) -> None:
    notebook = read(path)
    assert normalise(read(path), path.name) == notebook
    assert WIDGET_VIEW not in path.read_text(encoding="utf-8")
    assert notebook.metadata.kernelspec.name == "python3"


@EACH_LAB
def test_cell_ids_are_names_that_last(path: Path) -> None:
    ids = [cell.id for cell in read(path).cells]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][a-z-]+", name) for name in ids)


@EACH_LAB
def test_a_lab_has_its_parts_in_order(path: Path) -> None:
    cells = read(path).cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    places = [text.index(f"## {heading}") for heading in HEADINGS]
    assert places == sorted(places)
    assert "**What you will find out**" in cells[0].source
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert code.count("check_guess(\n") == 2
    assert code.count("Quiz(") == 2


@EACH_LAB
def test_every_check_is_stored_without_a_guess_and_without_its_solution(path: Path) -> None:
    checks = [cell for cell in read(path).cells if "check_guess(\n" in cell.source]
    for cell in checks:
        (guess,) = re.findall(r"check_guess\(\n +(\w+),", cell.source)
        assert f"\n{guess} = None\n" in f"\n{cell.source}\n"
    shown = [output.text for cell in checks for output in cell.outputs]
    assert all("in place of None" in text for text in shown)
    assert "reveal" not in path.read_text(encoding="utf-8")


@EACH_LAB
def test_links_of_a_lab_lead_to_files(path: Path) -> None:
    text = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert any(re.match(r"\.\./book/[a-z]+/", link) for link in links)
    assert any(link.endswith(".ipynb") for link in links)
    assert [link for link in links if not (path.parent / link).is_file()] == []


def nbval(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", path.name]
    return subprocess.run(command, cwd=path.parent, capture_output=True, text=True, timeout=180)


def test_one_changed_number_turns_the_comparison_red(tmp_path: Path) -> None:
    notebook = read(smallest())
    target = next(
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == "stream" and re.search(r"\d", output.text)
    )
    target.text = re.sub(
        r"\d", lambda match: str((int(match.group()) + 1) % 10), target.text, count=1
    )
    copy = tmp_path / "changed.ipynb"
    write(notebook, copy)
    result = nbval(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert re.search(r"^1 failed, \d+ passed", result.stdout, flags=re.MULTILINE), result.stdout


def test_widget_views_and_timings_are_dropped() -> None:
    data = {"text/plain": "Quiz('x')", WIDGET_VIEW: {"model_id": "f00"}}
    cell = one_cell("1", output_type="display_data", data=data, metadata={})
    notebook = normalise(cell, "x.ipynb")
    assert notebook.cells[0].outputs[0].data == {"text/plain": "Quiz('x')"}
    assert notebook.cells[0].metadata == {}
    assert "widgets" not in notebook.metadata


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ({"output_type": "error", "ename": "KeyError", "evalue": "x"}, "x.ipynb cell 'one': the"),
        ({"output_type": "stream", "name": "stderr", "text": "careful"}, "the cell warns: careful"),
        ({"output_type": "stream", "name": "stdout", "text": "<A at 0x7f2>"}, "holds 'at 0x7f2'"),
        ({"output_type": "stream", "name": "stdout", "text": "/home/me/x"}, "holds '/home/me/x'"),
    ],
)
def test_outputs_that_change_from_run_to_run_are_refused(
    output: dict[str, Any], message: str
) -> None:
    with pytest.raises(OutputError, match=re.escape(message)):
        normalise(one_cell("1", **output), "x.ipynb")


def test_running_stores_what_the_code_computes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sum.ipynb"
    write(one_cell("print(1 + 1)", output_type="stream", name="stdout", text="3\n"), path)
    assert main([str(path)]) == 0
    assert read(path).cells[0].outputs[0].text == "2\n"
    assert "sum.ipynb" in capsys.readouterr().out


def test_a_solved_copy_shows_the_solution_and_the_lab_stays(tmp_path: Path) -> None:
    path = tmp_path / "lab.ipynb"
    source = "from painlab.try_it import check_guess\n\nprint(check_guess(None, 7, 1, 'Because.'))"
    write(one_cell(source, output_type="stream", name="stdout", text="as stored\n"), path)
    before = path.read_bytes()
    solve(path, tmp_path / "solutions")
    solved = read(tmp_path / "solutions" / "lab.ipynb")
    assert solved.cells[1].outputs[0].text == "Solution: 7, give or take 1. Because.\n"
    assert path.read_bytes() == before


def test_a_failing_lab_is_left_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.ipynb"
    write(one_cell("1 / 0"), path)
    before = path.read_bytes()
    assert main([str(path)]) == 1
    assert path.read_bytes() == before
    assert "broken.ipynb cell 'one': the cell failed" in capsys.readouterr().err
