"""What is written once the web pages are there: one rule for when that is."""

from __future__ import annotations

from collections.abc import Callable

from sphinx.application import Sphinx


def when_built(app: Sphinx, write: Callable[[Sphinx], None], priority: int = 500) -> None:
    """Call `write` at the end of each build of web pages that went well.

    Parameters
    ----------
    app : the build.
    write : takes the build.
    priority : as of Sphinx's events; lower ones come first.
    """

    def finish(app: Sphinx, exception: Exception | None) -> None:
        if exception is None and app.builder.format == "html":
            write(app)

    app.connect("build-finished", finish, priority=priority)
