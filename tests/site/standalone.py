"""A small page of its own, with one quiz and nothing else, over file:// and over http."""

from __future__ import annotations

import shutil
from pathlib import Path

from painlab.book.hygiene import policy
from painlab.frontend import built

POLICY = policy()
DARK = """:root { color-scheme: dark; --pl-ink: #e6e8eb; --pl-muted: #a3adb8; --pl-paper: #131416;
--pl-panel: #1c1f23; --pl-line: #454c55; --pl-accent: #7cc4f0; --pl-accent-2: #ffb27a;
--pl-good: #7fd6a0; --pl-warn: #ffb4a8; --pl-focus: #ffd866; }
body { background: #131416; color: #e6e8eb; }"""


def write_page(
    folder: Path, body: str, name: str = "quiz.html", css: str = "", module: str = "quiz"
) -> Path:
    """Write a page around `body` with one of the book's scripts; return its path."""
    for script in ("core", module):
        shutil.copy(built(f"{script}.book.js"), folder)
    sheets = list(dict.fromkeys(["quiz.css", "pieces.css", f"{module}.css"]))
    for sheet in sheets:
        shutil.copy(built(sheet), folder)
    links = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
    (folder / f"{name}.css").write_text(f"body {{ font-family: sans-serif; }}\n{css}")
    path = folder / name
    path.write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<link rel="icon" href="data:,"><title>A quiz</title>'
        f'{links}<link rel="stylesheet" href="{name}.css">'
        f'<script defer src="core.book.js"></script>'
        f'<script defer src="{module}.book.js"></script></head><body><main><h1>A quiz</h1>{body}'
        "</main></body></html>",
        encoding="utf-8",
    )
    return path
