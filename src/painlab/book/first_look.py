"""Look at the content before the pages are made: what is broken is named in seconds, not minutes.

It reads what the build needs anyway: evidence, banks, objectives, links, the table of contents and
the front matter of its pages. ``painlab check`` looks at much more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from painlab.check.contents import missing_files
from painlab.check.shape import broken_front_matter
from painlab.evidence.left_out import course_left_out
from painlab.evidence.load import course_evidence
from painlab.findings import ContentError, Finding
from painlab.links import course_links
from painlab.markdown_source import scan_front_matter
from painlab.quiz.bank import course_bank
from painlab.quiz.objectives import course_objectives
from painlab.toc import TOC

_LOADERS: tuple[Callable[[], object], ...] = (
    course_evidence,
    course_objectives,
    course_bank,
    course_left_out,
    course_links,
)


def first_look(root: Path) -> list[Finding]:
    """Return what would stop the build of the book in `root`, in the order of the files."""
    findings: set[Finding] = set(_pages(root))
    for load in _LOADERS:
        try:
            load()
        except ContentError as error:
            findings.update(error.findings)
            if load is course_evidence:
                # All others are checked against it.
                break
    return sorted(findings)


def _pages(root: Path) -> Iterator[Finding]:
    places = [*root.glob("*.md"), *(root / "book").rglob("*.md"), *root.glob("notebooks/*.ipynb")]
    files = sorted(path.relative_to(root).as_posix() for path in places)
    yield from missing_files(root / TOC, files)
    for name in files:
        if name.endswith(".md"):
            yield from broken_front_matter(scan_front_matter(root / name, name))


def _look(app: Sphinx, config: Config) -> None:
    findings = first_look(Path(app.srcdir))
    if findings:
        lines = "\n".join(map(str, findings))
        # An exception of Sphinx's own would end in a long traceback by Jupyter Book.
        raise SystemExit(f"The book is not built: mend this first.\n{lines}")


def setup_first_look(app: Sphinx) -> None:
    """Look before anything is touched, so that a book built earlier stays whole."""
    app.connect("config-inited", _look, priority=800)
