"""Settings of the API reference, which `make api` builds with Sphinx from the docstrings."""

from __future__ import annotations

import re
from importlib import metadata
from typing import Any

from pydantic import BaseModel
from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import NumpyDocstring

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
    text = put_words_below_names(lines)
    lines[:] = NumpyDocstring(text, settings, app, kind, name, obj, options).lines()


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


def drop_rules(
    app: Sphinx,
    what: str,
    name: str,
    obj: Any,
    options: Any,
    signature: str | None,
    back: str | None,
) -> tuple[str, None] | None:
    """Leave out the signature of what is read from YAML: its rules would hide its fields."""
    return ("", None) if isinstance(obj, type) and issubclass(obj, BaseModel) else None


def setup(app: Sphinx) -> None:
    """Read each docstring as numpydoc style."""
    app.connect("autodoc-process-docstring", read_docstring)
    app.connect("autodoc-process-signature", drop_rules)
    app.connect("autodoc-skip-member", skip_field)
