"""The pictures of quiz items: files in ``quizzes/images``, their size and their address."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path

import imagesize

from painlab.content import content_dir
from painlab.findings import nearest

FOLDER = "quiz-images"
"""Folder of the pictures in the built book, under ``_static``."""
LARGEST = 60_000
"""Largest picture, in bytes: a page must stay light."""

_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp"}
_NUMBER = r"\d+(?:\.\d+)?"
_VIEW_BOX = re.compile(
    rf"""<svg\b[^>]*\sviewBox\s*=\s*["']\s*-?{_NUMBER}[\s,]+-?{_NUMBER}[\s,]+"""
    rf"""({_NUMBER})[\s,]+({_NUMBER})\s*["']"""
)
# A picture inside <img> runs no script; one opened by its address would.
_ACTIVE = re.compile(r"<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY", re.IGNORECASE)


def images_dir() -> Path:
    """Return the folder with the course's pictures for items."""
    return content_dir() / "quizzes" / "images"


def image_problem(src: str) -> str:
    """Say in a sentence why the picture `src` cannot be used; nothing when it can."""
    path = images_dir() / src
    if not path.is_file():
        known = sorted(file.name for file in images_dir().glob("*.*"))
        return f"there is no picture '{src}' in quizzes/images.{nearest(src, known)} Add the file."
    if (size := path.stat().st_size) > LARGEST:
        return f"the picture '{src}' has {size:,} bytes; make it smaller than {LARGEST:,}."
    if path.suffix == ".svg" and (found := _ACTIVE.search(_svg(path))):
        return f"the picture '{src}' holds '{found[0].strip()}', which can act; remove it."
    if image_size(src) is None:
        return f"the picture '{src}' says no size; give an SVG a viewBox, or export it again."
    return ""


def image_size(src: str) -> tuple[int, int] | None:
    """Return width and height of the picture `src` in pixels; None when the file does not say."""
    path = images_dir() / src
    if path.suffix == ".svg":
        box = _VIEW_BOX.search(_svg(path))
        width, height = (round(float(side)) for side in box.groups()) if box else (0, 0)
    else:
        width, height = imagesize.get(path)
    return (width, height) if width > 0 and height > 0 else None


def image_address(src: str, base: str | None) -> str:
    """Return where a page finds the picture `src`.

    Parameters
    ----------
    src : name of the file.
    base : way from the page to the book's root; None where there is no book around: the address
        then holds the picture itself.
    """
    if base is not None:
        return f"{base}_static/{FOLDER}/{src}"
    path = images_dir() / src
    return f"data:{_TYPES[path.suffix]};base64,{b64encode(path.read_bytes()).decode('ascii')}"


def _svg(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
