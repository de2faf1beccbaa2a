"""Run a check again whenever a content file of the course changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import typer
from watchfiles import Change, watch

_CONTENT = (".md", ".yml", ".bib", ".ipynb", ".svg", ".png", ".webp")
_WAITING = "Waiting for changes; Ctrl-C ends."


def run_on_changes(root: Path, run: Callable[[], int]) -> int:
    """Call `run` now and after each change, until Ctrl-C; return the status of its last run.

    Parameters
    ----------
    root : the checkout; its front page, ``book/`` and ``notebooks/`` are watched.
    run : checks once, prints, and returns an exit status.
    """
    places = [root / name for name in ("index.md", "book", "notebooks")]
    status = _timed("Checking.", run)
    try:
        typer.echo(_WAITING)
        for changes in watch(*filter(Path.exists, places), watch_filter=is_content):
            names = sorted({Path(path).relative_to(root).as_posix() for _, path in changes})
            status = _timed(f"Changed: {', '.join(names)}.", run)
            typer.echo(_WAITING)
    except KeyboardInterrupt:
        typer.echo("")
    return status


def is_content(change: Change, path: str) -> bool:
    """Say whether a changed file is content, and no draft of an editor."""
    file = Path(path)
    return file.suffix in _CONTENT and not file.name.startswith((".", "~", "#"))


def _timed(why: str, run: Callable[[], int]) -> int:
    typer.echo(f"[{datetime.now():%H:%M:%S}] {why}")
    return run()
