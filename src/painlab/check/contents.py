"""The table of contents ``_toc.yml``: every page stands in it, once, and every entry has a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from painlab.check.course import Course, strings
from painlab.check.shape import is_fragment
from painlab.findings import ContentError, Finding, nearest
from painlab.toc import TOC
from painlab.yaml_source import Source, read_yaml

_NAMES_A_FILE = ("file", "root")


def contents_findings(course: Course) -> Iterator[Finding]:
    """Yield entries without a file, pages listed twice, and pages listed nowhere.

    A course without ``_toc.yml`` is no book yet, and has nothing to mend here.
    """
    paths = [page.path for page in course.pages if not is_fragment(page)]
    files = {_name(path): path for path in (*paths, *course.labs)}
    try:
        source = _read(course.root / TOC)
    except ContentError as error:
        yield from error.findings
        return
    if source is None:
        return
    first_line: dict[str, int] = {}
    yield from _entry_findings(source, files, first_line)
    for name in sorted(files.keys() - first_line.keys()):
        message = f"the page stands in no part of {TOC}; add '- file: {name}' to one."
        yield Finding(files[name], 0, "not-listed", "", message)


def missing_files(path: Path, files: Collection[str]) -> Iterator[Finding]:
    """Yield the entries of the table of contents at `path` that are none of `files`, or double.

    Parameters
    ----------
    path : the table; where there is none, there is nothing to mend.
    files : pages and labs, as paths from the checkout.
    """
    try:
        source = _read(path)
    except ContentError as error:
        yield from error.findings
        return
    if source is not None:
        yield from _entry_findings(source, {_name(file) for file in files}, {})


def _read(path: Path) -> Source | None:
    return read_yaml(path, TOC) if path.is_file() else None


def _entry_findings(
    source: Source, files: Collection[str], first_line: dict[str, int]
) -> Iterator[Finding]:
    """Yield entries without a file and double ones; note the line of each good one."""
    for route, text in strings(source.data):
        if route[-1] not in _NAMES_A_FILE:
            continue
        name = _name(text)
        if name not in files:
            message = f"no page or lab is called '{text}'.{nearest(name, sorted(files))}"
            yield source.finding(route, "listed-without-file", name, message)
        elif name in first_line:
            message = f"'{text}' stands on line {first_line[name]}, too; keep one of the two."
            yield source.finding(route, "listed-twice", name, message)
        else:
            first_line[name] = source.line(route)


def _name(path: str) -> str:
    """Return a file's name as the contents spell it, without its ending."""
    return path.removesuffix(".md").removesuffix(".ipynb")
