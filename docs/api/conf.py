"""Settings of the API reference, which `make api` builds with Sphinx from the docstrings."""

from __future__ import annotations

import inspect
import re
from importlib import metadata
from typing import Any

from pydantic import BaseModel
from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import NumpyDocstring
from sphinx.util.inspect import stringify_signature

from painlab.widget import CourseWidget

project = "painlab"
release = metadata.version("painlab")
html_title = f"painlab {release}"
html_theme = "furo"
html_copy_source = False
html_show_copyright = False
extensions = ["sphinx.ext.autodoc"]
autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_inherit_docstrings = False
autodoc_type_aliases = {"Interval": "Interval"}
autodoc_typehints_format = "short"
# Docstrings put names of parameters in single backticks.
default_role = "literal"
# The reference asks nothing of other sites, so it links no type of another project.
nitpick_ignore_regex = [("py:.*", r"(?!painlab\.).*")]

_EXPLAINED = ("Parameters", "Attributes")
_ENTRY = re.compile(r"^(\*{0,2}\w+(?:, \*{0,2}\w+)*) : (.*)$")
_VALUES = ("attribute", "data", "property")


def read_docstring(
    app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]
) -> None:
    """Turn a docstring into reStructuredText, in place.

    Types stand in the annotations of this package and nowhere else. So the words behind a name are
    no type, as napoleon would have it, nor is the start of a sentence about a value.
    """
    kind = "function" if what in _VALUES else what
    settings: Any = Config(napoleon_use_ivar=True)
    text = put_words_below_names(with_making(obj, lines))
    lines[:] = NumpyDocstring(text, settings, app, kind, name, obj, options).lines()


def with_making(obj: Any, lines: list[str]) -> list[str]:
    """Return the docstring of a widget with that of its `__init__` before the first section."""
    if not is_a(CourseWidget, obj):
        return lines
    rules = [number for number, line in enumerate(lines) if re.fullmatch(r"-{3,}", line)]
    first = rules[0] - 1 if rules else len(lines)
    making = inspect.getdoc(obj.__init__) or ""
    return [*lines[:first], *making.splitlines(), "", *lines[first:]]


def is_a(kind: type, obj: Any) -> bool:
    """Say whether something is a class of that kind."""
    return isinstance(obj, type) and issubclass(obj, kind)


def put_words_below_names(lines: list[str]) -> list[str]:
    """Return the lines of a docstring with each ``a, b : words`` as two names, words below each."""
    explained = False
    written: list[str] = []
    names: list[str] = []
    words: list[str] = []

    def close() -> None:
        for name in names:
            written.extend([name, *words])
        names.clear()

    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if re.fullmatch(r"-{3,}", below):
            close()
            explained = line in _EXPLAINED
        entry = _ENTRY.match(line) if explained else None
        if entry:
            close()
            names, words = entry[1].split(", "), [f"    {entry[2]}"]
        elif names:
            words.append(line)
        else:
            written.append(line)
    close()
    return written


def skip_field(
    app: Sphinx, what: str, name: str, obj: Any, skip: bool, options: Any
) -> bool | None:
    """Leave out the fields of a named tuple: its Attributes say what they are."""
    return True if (obj.__doc__ or "").startswith("Alias for field number") else None


def write_signature(
    app: Sphinx, what: str, name: str, obj: Any, options: Any, given: str | None, back: str | None
) -> tuple[str, None] | None:
    """Say how a widget is made; leave out the rules of what is read from YAML."""
    if is_a(BaseModel, obj):
        return "", None
    if not is_a(CourseWidget, obj):
        return None
    making = inspect.signature(obj.__init__)
    given_to_it = list(making.parameters.values())[1:]
    shown = making.replace(parameters=given_to_it, return_annotation=making.empty)
    return stringify_signature(shown), None


def setup(app: Sphinx) -> None:
    """Read each docstring as numpydoc style."""
    app.connect("autodoc-process-docstring", read_docstring)
    app.connect("autodoc-process-signature", write_signature)
    app.connect("autodoc-skip-member", skip_field)
