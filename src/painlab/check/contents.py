"""The table of contents ``_toc.yml``: every page stands in it, once, and every entry has a file."""

from __future__ import annotations

from collections.abc import Iterator

from painlab.check.course import Course, strings
from painlab.check.shape import is_fragment
from painlab.findings import ContentError, Finding, nearest
from painlab.yaml_source import Source, read_yaml

CONTENTS = "_toc.yml"
_NAMES_A_FILE = ("file", "root")


def contents_findings(course: Course) -> Iterator[Finding]:
    """Yield entries without a file, pages listed twice, and pages listed nowhere.

    A course without ``_toc.yml`` is no book yet, and has nothing to mend here.
    """
    if not (course.root / CONTENTS).is_file():
        return
    try:
        source = read_yaml(course.root / CONTENTS, CONTENTS)
    except ContentError as error:
        yield from error.findings
        return
    paths = {page.path for page in course.pages if not is_fragment(page)}
    files = {_name(path): path for path in (*paths, *course.labs)}
    yield from _entry_findings(source, files)


def _entry_findings(source: Source, files: dict[str, str]) -> Iterator[Finding]:
    first_line: dict[str, int] = {}
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
    for name in sorted(files.keys() - first_line.keys()):
        message = f"the page stands in no part of {CONTENTS}; add '- file: {name}' to one."
        yield Finding(files[name], 0, "not-listed", "", message)


def _name(path: str) -> str:
    """Return a file's name as the contents spell it, without its ending."""
    return path.removesuffix(".md").removesuffix(".ipynb")
