"""What a component notes about a page while Sphinx reads it: kept with the page, also in parallel.

Sphinx keeps its environment from build to build, and merges those of parallel readers. Notes live
there: they go when their page is read anew or removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

_ATTRIBUTE = "painlab_notes"


def page_notes(env: BuildEnvironment, docname: str) -> dict[str, Any]:
    """Return the notes of a page by name of the note; what is put in stays.

    Parameters
    ----------
    env : the environment of the build.
    docname : the page.
    """
    return _all(env).setdefault(docname, {})


def noted(env: BuildEnvironment, name: str) -> Mapping[str, Any]:
    """Return the note `name` of every page that has it, by page."""
    return {page: notes[name] for page, notes in sorted(_all(env).items()) if name in notes}


def _all(env: BuildEnvironment) -> dict[str, dict[str, Any]]:
    if not hasattr(env, _ATTRIBUTE):
        setattr(env, _ATTRIBUTE, {})
    found: dict[str, dict[str, Any]] = getattr(env, _ATTRIBUTE)
    return found


def _purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    _all(env).pop(docname, None)


def _merge(
    app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment
) -> None:
    theirs = _all(other)
    _all(env).update({name: theirs[name] for name in docnames if name in theirs})


def setup_page_notes(app: Sphinx) -> None:
    """Keep the notes in step with the pages."""
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
