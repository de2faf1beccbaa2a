"""The course's own lessons in a book that Jupyter Book builds with its defaults: the named peer."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from plain_lesson import PEER_CONFIG, plain_lesson

ROOT = Path(__file__).resolve().parent.parent


def build_peer(folder: Path, names: Sequence[str]) -> Path:
    """Build pages with Jupyter Book's defaults; return the folder with its HTML.

    Parameters
    ----------
    folder : empty folder to build in.
    names : pages from the project's root, without their ending; notebooks are taken as they are.
    """
    for name in names:
        page, lab = ROOT / f"{name}.md", ROOT / f"{name}.ipynb"
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if page.is_file():
            text = plain_lesson(page.read_text(encoding="utf-8"))
            target.with_suffix(".md").write_text(text, encoding="utf-8")
        else:
            shutil.copy(lab, target.with_suffix(".ipynb"))
    first, *others = names
    files = "".join(f"  - file: {name}\n" for name in others)
    toc = f"format: jb-book\nroot: {first}\n" + (f"chapters:\n{files}" if others else "")
    (folder / "_toc.yml").write_text(toc, encoding="utf-8")
    (folder / "_config.yml").write_text(PEER_CONFIG, encoding="utf-8")
    subprocess.run(
        [Path(sys.executable).with_name("jupyter-book"), "build", folder, "--quiet"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return folder / "_build" / "html"
