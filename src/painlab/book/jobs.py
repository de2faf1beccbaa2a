"""Read and write pages on every core: the command ``jupyter-book build`` has no such setting."""

from __future__ import annotations

import os
import sys

from sphinx.application import Sphinx
from sphinx.config import Config

SETTING = "painlab_jobs"
_MOST = 8
"""More readers than this spend their time on handing over what they read."""
# It does not say that readers may run in parallel. It works once all pages are read, and this book
# numbers no section.
_UNDECLARED = "sphinx_multitoc_numbering"


def cores() -> int:
    """Return how many pages to work on at a time.

    Sphinx forks its readers, which is safe on Linux alone: elsewhere system libraries may stop.
    """
    if sys.platform != "linux":
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST)


def _set(app: Sphinx, config: Config) -> None:
    app.parallel = getattr(config, SETTING) or cores()
    numbering = app.extensions.get(_UNDECLARED)
    if numbering is not None:
        numbering.parallel_read_safe = True


def setup_jobs(app: Sphinx) -> None:
    """Register the setting: how many pages at a time, 0 for as many as there are cores."""
    app.add_config_value(SETTING, 0, "", [int])
    app.connect("config-inited", _set)
