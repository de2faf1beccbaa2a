"""Run the labs again and store their outputs in one fixed form: what `make notebooks` does.

A stored output is compared with a fresh run, number by number, so nothing in it may change from
run to run: no timings, no memory addresses, no widget state.

With ``--solutions`` (`make solutions`) the labs stay as they are. Copies that show the solutions of
their "try it" cells go to ``_build/solutions``, for those who teach.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from painlab.content import checkout_dir
from painlab.lab_list import FOLDER, write_list

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
_REVEAL = """from painlab.try_it import reveal

reveal()
print("The checks below show their solutions.")"""
_ADDRESS = re.compile(r"\bat 0x[0-9a-f]+|(?:/home|/tmp|/Users|/root)/\S+")


class OutputError(ValueError):
    """An output that cannot be stored; the message names notebook, cell and fix."""


def normalise(notebook: NotebookNode, shown_as: str) -> NotebookNode:
    """Bring a notebook into the stored form, in place, and return it.

    Kept: sources, cell ids, tags, execution counts, outputs. Dropped: everything that a second
    run or another machine would write differently.

    Parameters
    ----------
    notebook : an executed notebook, format 4.5.
    shown_as : name of the file in error sentences.

    Raises
    ------
    OutputError
        When a cell failed, wrote to the error stream, or shows an address or a machine's path.
    """
    notebook.metadata = _node(kernelspec=KERNEL, language_info={"name": "python"})
    for cell in notebook.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = _node(tags=tags) if tags else _node()
        for output in cell.get("outputs", []):
            _normalise_output(output, f"{shown_as} cell '{cell.id}'")
    return notebook


def _normalise_output(output: NotebookNode, place: str) -> None:
    if output.output_type == "error":
        raise OutputError(
            f"{place}: the cell failed with {output.ename}: {output.evalue}; mend it."
        )
    if output.output_type == "stream":
        if output.name == "stderr":
            raise OutputError(f"{place}: the cell warns: {output.text.strip()}; mend the cause.")
        texts = [output.text]
    else:
        output.data.pop(WIDGET_VIEW, None)
        output.metadata = _node()
        texts = [value for value in output.data.values() if isinstance(value, str)]
    for text in texts:
        found = _ADDRESS.search(text)
        if found:
            raise OutputError(
                f"{place}: the output holds '{found.group()}', which changes from run to run; "
                "print a value instead."
            )


def _node(**values: object) -> NotebookNode:
    node: NotebookNode = nbformat.from_dict(values)  # type: ignore[no-untyped-call]
    return node


def silent_cells(notebook: NotebookNode) -> list[str]:
    """Return ids of code cells that should show something but have no stored output.

    A cell without stored output is compared with nothing, so it would pass whatever it computes.
    """
    return [
        cell.id
        for cell in notebook.cells
        if cell.cell_type == "code" and not cell.outputs and _shows_something(cell.source)
    ]


def _shows_something(source: str) -> bool:
    body = ast.parse(source).body
    calls = [node for node in ast.walk(ast.Module(body, [])) if isinstance(node, ast.Call)]
    prints = any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)
    return prints or (bool(body) and isinstance(body[-1], ast.Expr))


def run(path: Path) -> float:
    """Run one notebook from the top, store its outputs, and return the seconds it took.

    Raises
    ------
    OutputError
        When an output cannot be stored; the file is then left as it was.
    """
    return _run(_read(path), path, path)


def solve(path: Path, folder: Path) -> float:
    """Write a copy of a lab that shows its solutions into `folder`; return the seconds it took.

    Raises
    ------
    OutputError
        When an output cannot be stored; no copy is written then.
    """
    notebook = _read(path)
    first_code = next(
        number for number, cell in enumerate(notebook.cells) if cell.cell_type == "code"
    )
    cell = _node(
        cell_type="code",
        id="solutions-shown",
        source=_REVEAL,
        metadata={},
        execution_count=None,
        outputs=[],
    )
    notebook.cells.insert(first_code, cell)
    folder.mkdir(parents=True, exist_ok=True)
    return _run(notebook, path, folder / path.name)


def _read(path: Path) -> NotebookNode:
    notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def _run(notebook: NotebookNode, path: Path, to: Path) -> float:
    """Run a notebook where `path` stands and write it `to` a file."""
    client = NotebookClient(
        notebook,
        kernel_name=str(KERNEL["name"]),
        resources={"metadata": {"path": str(path.parent)}},
        allow_errors=True,
        # What one cell prints is one output, however the kernel happened to send it.
        coalesce_streams=True,
        record_timing=False,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
        timeout=120,
    )
    start = time.perf_counter()
    client.execute()
    seconds = time.perf_counter() - start
    silent = silent_cells(notebook)
    if silent:
        raise OutputError(
            f"{path.name} cell '{silent[0]}': shows nothing; print or return a value."
        )
    nbformat.write(normalise(notebook, path.name), to)  # type: ignore[no-untyped-call]
    return seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the notebooks named in `arguments`, or all labs; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m painlab.notebooks")
    parser.add_argument("labs", nargs="*", type=Path, help="notebooks (default: all labs)")
    parser.add_argument(
        "--solutions", action="store_true", help="write copies that show the solutions"
    )
    options = parser.parse_args(arguments)
    root = checkout_dir()
    solutions = root / "_build" / "solutions"
    for path in options.labs or sorted((root / FOLDER).glob("*.ipynb")):
        try:
            seconds = solve(path, solutions) if options.solutions else run(path)
            print(f"{path.name}: {seconds:.1f} s")
        except OutputError as error:
            print(error, file=sys.stderr)
            return 1
    if not options.labs and not options.solutions:
        write_list(root)
    if options.solutions:
        print(f"Labs with their solutions: {solutions}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
