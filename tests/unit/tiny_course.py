"""The clean course of the fixtures as a book to change and build again, in a few seconds."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from course_copy import CourseCopy
from small_book import Book, build
from sphinx.application import Sphinx

from painlab import content


class TinyCourse(CourseCopy):
    """The course with what a book needs besides; `built` is where it is built again and again."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder
        self.built = folder / "built"
        ours = content.checkout_dir()
        for name in (
            "_config.yml",
            "book/links.yml",
            "book/search.yml",
            "src/painlab/book/static/favicon.svg",
        ):
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ours / name, self.root / name)
        signs = self.root / "book/_includes/warning-signs.md"
        signs.parent.mkdir()
        signs.write_text("Go at once if it is bad.\n")

    def build(self, then: Callable[[Sphinx], None] | None = None) -> Book:
        """Build it over what stands in `built`."""
        with self.as_the_course():
            return build(self.root, self.built, afresh=False, then=then)

    def build_elsewhere(self) -> Book:
        """Build it from nothing, in another folder."""
        elsewhere = self.folder / "elsewhere"
        shutil.rmtree(elsewhere, ignore_errors=True)
        with self.as_the_course():
            return build(self.root, elsewhere)

    @contextmanager
    def as_the_course(self) -> Iterator[None]:
        """Let `painlab` read this course in place of its own."""
        _forget()
        try:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(content, "_CHECKOUT", self.root)
                patch.setenv("SOURCE_DATE_EPOCH", "1767225600")
                yield
        finally:
            # Also after a build that was stopped: the next test reads the course itself.
            _forget()


def _forget() -> None:
    """Empty everything that `painlab` remembers for the life of a process."""
    for name, module in list(sys.modules.items()):
        if name.startswith("painlab."):
            for one in vars(module).values():
                if isinstance(one, _lru_cache_wrapper):
                    one.cache_clear()


def files(folder: Path) -> dict[str, bytes]:
    """Return the contents of a book by path; Sphinx's own note of its settings is no part of it."""
    found = (Path(top, name) for top, _, names in os.walk(folder) for name in names)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(found)
        if path.name != ".buildinfo"
    }
