"""A build that was killed, stopped or failed leaves a mark, and the next one starts afresh.

Sphinx tells by dates what is up to date. A page that was read but not yet written, or half
written, can look so. The mark stands beside Sphinx's own store for as long as a build is at work
and goes when all is well.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

MARK = "unfinished"
_WORDS = "A build is at work here, or was stopped. If it was, the next one makes all pages anew.\n"


def empty(folder: Path, keep: str = "") -> None:
    """Remove everything in `folder`, except the file called `keep`."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != keep:
            path.unlink()


def _begin(app: Sphinx, config: Config) -> None:
    store = Path(app.doctreedir)
    store.mkdir(parents=True, exist_ok=True)
    mark = store / MARK
    if mark.exists():
        # The mark goes last, so that this may be stopped, too.
        empty(Path(app.outdir))
        empty(store, keep=MARK)
    mark.write_text(_WORDS, encoding="utf-8")


def _end(app: Sphinx, exception: Exception | None) -> None:
    # A page with a warning would look up to date, and the next build would say nothing.
    if exception is None and not app._warncount:
        Path(app.doctreedir, MARK).unlink(missing_ok=True)


def setup_unfinished(app: Sphinx) -> None:
    """Set the mark once the configuration is known to be good; take it away at the very end."""
    app.connect("config-inited", _begin, priority=900)
    app.connect("build-finished", _end, priority=2000)
