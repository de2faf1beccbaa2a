"""The public names of `painlab`, read from the source: those in `docs/api` and in `__all__`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"

Def = ast.FunctionDef | ast.ClassDef

_MAKES_AN_OBJECT = ("__init__", "__post_init__")


@dataclass(frozen=True)
class Documented:
    """A public function, class or method.

    Attributes
    ----------
    name : full name, such as ``painlab.stats.Estimate``.
    node : its definition.
    module : the module that holds the definition.
    owner : the class around a method.
    """

    name: str
    node: Def
    module: str
    owner: ast.ClassDef | None = None

    @property
    def text(self) -> str:
        """Its docstring; for what runs when an object is made, that of the class as well."""
        own = ast.get_docstring(self.node) or ""
        if self.owner and self.node.name in _MAKES_AN_OBJECT:
            return f"{own}\n\n{ast.get_docstring(self.owner) or ''}"
        return own

    @property
    def around(self) -> str:
        """The docstrings of its class and its module."""
        owner = (ast.get_docstring(self.owner) or "") if self.owner else ""
        return f"{owner}\n{ast.get_docstring(tree(self.module)) or ''}"


def public_modules() -> tuple[str, ...]:
    """Return the modules that the reference shows, in its order."""
    pages = sorted((ROOT / "docs" / "api").glob("*.rst"))
    text = "\n".join(page.read_text("utf-8") for page in pages)
    return tuple(re.findall(r"^\.\. automodule:: (\S+)$", text, re.MULTILINE))


@cache
def tree(module: str) -> ast.Module:
    """Return the source of a module, parsed.

    Raises
    ------
    FileNotFoundError
        When there is no such module.
    """
    path = SOURCE.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text("utf-8"))


def exported(module: str) -> tuple[str, ...]:
    """Return the names in the `__all__` of a module; none where it has no such list."""
    for node in tree(module).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return tuple(ast.literal_eval(node.value))
    return ()


def home(module: str, name: str) -> tuple[str, str]:
    """Return the module that defines an exported name, and what it is called there."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("painlab"):
            for alias in node.names:
                if name == (alias.asname or alias.name):
                    return home(str(node.module), alias.name)
    return module, name


def definitions() -> tuple[Documented, ...]:
    """Return every public function and class, each with the methods that are its own."""
    found: dict[str, Documented] = {}
    for module in public_modules():
        for exported_name in exported(module):
            where, name = home(module, exported_name)
            for node in tree(where).body:
                if isinstance(node, Def) and node.name == name:
                    full = f"{where}.{name}"
                    found[full] = Documented(full, node, where)
                    found.update((one.name, one) for one in _methods(full, node, where))
    return tuple(found.values())


def _methods(full: str, node: Def, module: str) -> Iterator[Documented]:
    if not isinstance(node, ast.ClassDef):
        return
    for member in node.body:
        if isinstance(member, ast.FunctionDef) and (
            not member.name.startswith("_") or member.name in _MAKES_AN_OBJECT
        ):
            yield Documented(f"{full}.{member.name}", member, module, node)


def constants() -> tuple[tuple[str, bool], ...]:
    """Return every other public name, and whether a string under it says what it is."""
    found = {}
    for module in public_modules():
        for exported_name in exported(module):
            where, name = home(module, exported_name)
            body = tree(where).body
            for node, after in zip(body, [*body[1:], ast.Pass()], strict=True):
                if isinstance(node, ast.Assign | ast.AnnAssign) and name in _targets(node):
                    found[f"{where}.{name}"] = isinstance(after, ast.Expr) and isinstance(
                        after.value, ast.Constant
                    )
    return tuple(found.items())


def _targets(node: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [ast.unparse(target) for target in targets]


def sections(text: str) -> dict[str, str]:
    """Return the sections of a numpy-style docstring by heading; what comes first under ``""``."""
    parts = re.split(r"^([A-Z]\w*)\n-{3,}\n", text, flags=re.MULTILINE)
    found = {"": parts[0]}
    for title, body in zip(parts[1::2], parts[2::2], strict=True):
        # A class and its `__init__` may have the same section: both count.
        found[title] = found.get(title, "") + body
    return found


def entries(section: str) -> dict[str, str]:
    """Return the names that a section explains (``a, b : words``), each with its words."""
    found = {}
    for block in re.split(r"\n(?=\S)", section):
        names, colon, words = block.partition(" : ")
        if colon:
            found.update({name.strip("* "): words for name in names.split(",")})
    return found
