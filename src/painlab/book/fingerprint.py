"""Read every page anew when our own code, or what all pages rest on, changes.

Evidence and quizzes are not among it: each page says itself which of them it shows (`inputs`).
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from painlab.content import content_dir
from painlab.quiz.images import images_dir

_PACKAGE = Path(__file__).resolve().parents[1]
_SKIPPED = {"node_modules", "__pycache__"}


def fingerprint(folders: Iterable[Path]) -> str:
    """Return a hash of the names and contents of all files in `folders`.

    Parameters
    ----------
    folders : folders or files; what is not there counts as empty. Installed tools and caches
        are passed over.
    """
    result = sha256()
    for start in folders:
        files = [start] if start.is_file() else sorted(start.rglob("*"))
        for path in files:
            if path.is_file() and not _SKIPPED & set(path.parts):
                result.update(path.name.encode())
                result.update(path.read_bytes())
    return result.hexdigest()


def _take(app: Sphinx, config: Config) -> None:
    content = content_dir()
    names = ("left_out.yml", "objectives.yml", "references.bib")
    data = (*(content / name for name in names), images_dir())
    config["painlab_fingerprint"] = fingerprint((_PACKAGE, *data))


def setup_fingerprint(app: Sphinx) -> None:
    """Make the fingerprint part of the configuration; a new one outdates every page."""
    app.add_config_value("painlab_fingerprint", "", "env", [str])
    app.connect("config-inited", _take)
