"""Charts and pieces by name, with the code that draws each, read without running any of it.

Loading the charting library takes longer than all the other checks together.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def chart_code() -> dict[str, str]:
    """Return the source of the function behind each name in ``painlab.charts.PICTURES``."""
    functions: dict[str, str] = {}
    for path in sorted((_PACKAGE / "charts").glob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef):
                functions[node.name] = ast.get_source_segment(text, node) or ""
    charts = _PACKAGE / "charts"
    entries = chain(
        _entries(charts / "catalogue.py", "CHARTS"), _entries(charts / "gallery.py", "GALLERY")
    )
    return {
        str(key.value): functions[value.id]
        for key, value in entries
        if isinstance(key, ast.Constant) and isinstance(value, ast.Name)
    }


@cache
def piece_code() -> dict[str, str]:
    """Return the source of the module behind each name in ``painlab.pieces.PIECES``."""
    folder = _PACKAGE / "pieces"
    code: dict[str, str] = {}
    for key, _ in _entries(folder / "__init__.py", "PIECES"):
        if isinstance(key, ast.Attribute) and isinstance(key.value, ast.Name):
            path = folder / f"{key.value.id}.py"
            code[_constant(path, key.attr)] = path.read_text(encoding="utf-8")
    return code


def _entries(path: Path, name: str) -> Iterator[tuple[ast.expr | None, ast.expr]]:
    """Yield keys and values of the dict that `path` assigns to `name`."""
    value = _assigned(path, name)
    if isinstance(value, ast.Dict):
        yield from zip(value.keys, value.values, strict=True)


def _constant(path: Path, name: str) -> str:
    value = _assigned(path, name)
    return str(value.value) if isinstance(value, ast.Constant) else ""


def _assigned(path: Path, name: str) -> ast.expr | None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            assert isinstance(node, ast.Assign | ast.AnnAssign)
            return node.value
    return None
