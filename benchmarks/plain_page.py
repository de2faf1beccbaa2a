"""The same plain shell around whatever a benchmark measures."""

from __future__ import annotations

from pathlib import Path


def write_page(folder: Path, name: str, title: str, head: str, body: str) -> str:
    """Write a page with nothing but a title around `body`; return its file name."""
    (folder / name).write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><title>{title}</title>{head}</head>'
        f"<body><main><h1>{title}</h1>{body}</main></body></html>",
        encoding="utf-8",
    )
    return name
