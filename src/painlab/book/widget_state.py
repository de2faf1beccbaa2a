"""Keep the saved state of Jupyter widgets out of the pages: nothing there reads it."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

_STATE = "ipywidgets_state"


def drop_widget_state(nb_metadata: dict[str, Any]) -> None:
    """Remove the widget state that myst-nb would write into each lab's page.

    The state repeats a widget's whole JavaScript once an instance, and its ids differ from run to
    run; the page shows the stored HTML form instead.

    Parameters
    ----------
    nb_metadata : what myst-nb keeps by document name; changed in place.
    """
    for metadata in nb_metadata.values():
        metadata.get("js_files", {}).pop(_STATE, None)


def _on_updated(app: Sphinx, environment: BuildEnvironment) -> None:
    drop_widget_state(getattr(environment, "nb_metadata", {}))


def setup_widget_state(app: Sphinx) -> None:
    """Drop the state once every page has been read."""
    app.connect("env-updated", _on_updated)
