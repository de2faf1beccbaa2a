"""The table of contents: where a new page stands, and what comes before and after it."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath

from painlab.authoring.files import AuthoringError, line_end, yaml_of
from painlab.check.course import strings
from painlab.findings import nearest
from painlab.toc import TOC

_ENDINGS = (".md", ".ipynb")


def listed(text: str) -> list[str]:
    """Return the pages and labs of a table of contents in reading order, as it names them.

    Raises
    ------
    AuthoringError
        When it cannot be read.
    """
    found = strings(yaml_of(text, TOC).data)
    return [name for route, name in found if route[-1] in ("root", "file")]


def with_page(text: str, name: str, after: str) -> tuple[str, int]:
    """Return the table of contents with `name` behind `after`, and the line where it stands.

    Every other line stays as it is. What stands below `after` stays below it.

    Parameters
    ----------
    text : the table.
    name, after : pages without their endings, such as ``book/imaging/index``.

    Raises
    ------
    AuthoringError
        When `after` is not listed, or the table is written in another way than one entry a line.
    """
    before = listed(text)
    if name in before:
        raise AuthoringError(f"{TOC} lists '{name}' already; choose another name.")
    if after not in before:
        raise AuthoringError(f"{TOC} does not list '{after}'.{nearest(after, before)}")
    lines = text.splitlines(keepends=True)
    entry = re.compile(rf"(?P<indent> *)- file: {re.escape(after)}\s*(?:#.*)?$")
    first = next((at for at, line in enumerate(lines) if entry.match(line)), None)
    if first is None:
        raise AuthoringError(f"the entry '{after}' in {TOC} has no line of its own.")
    depth = _depth(lines[first])
    last = first
    for at in range(first + 1, len(lines)):
        if lines[at].strip() and _depth(lines[at]) <= depth:
            break
        last = at if lines[at].strip() else last
    end = line_end(text)
    if not lines[last].endswith("\n"):
        lines[last] += end
    lines.insert(last + 1, f"{' ' * depth}- file: {name}{end}")
    new = "".join(lines)
    if [entry for entry in listed(new) if entry != name] != before:
        raise AuthoringError(f"{TOC} would not list '{name}'; write one entry a line.")
    return new, last + 2


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def file_of(root: Path, name: str) -> Path:
    """Return the file of a page or lab that the table of contents names.

    Raises
    ------
    AuthoringError
        When there is no such file.
    """
    for ending in _ENDINGS:
        path = root / f"{name}{ending}"
        if path.is_file():
            return path
    raise AuthoringError(f"{TOC} lists '{name}', which has no file; mend it first.")


def title_of(path: Path) -> str:
    """Return the title of a page or a lab: its first heading."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "".join("".join(cell["source"]) + "\n" for cell in json.loads(text)["cells"])
    heading = re.search(r"^# +(.+?)\s*$", text, re.MULTILINE)
    return heading[1] if heading else path.stem


def new_file(root: Path, name: str, joint: str, title: str) -> Path:
    """Return the file for a new page or lab, after a look at its name and its title.

    Parameters
    ----------
    root : the checkout.
    name : the file, seen from the checkout.
    joint : what joins words in its name: ``-`` for pages, ``_`` for labs.
    title : its heading, which becomes the words of links.

    Raises
    ------
    AuthoringError
        When it is there already, its folder is not, or name or title would break an address or a
        link.
    """
    for part in PurePosixPath(name).with_suffix("").parts:
        if not re.fullmatch(rf"[a-z][a-z0-9]*({joint}[a-z0-9]+)*", part):
            shown = joint.join(("two", "words"))
            raise AuthoringError(f"'{part}' is no name; use small letters, such as '{shown}'.")
    if not title.strip() or re.search(r"[\[\]`\r\n]", title):
        raise AuthoringError(f"{title!r} is no title; write words without brackets, on one line.")
    path = root / name
    if path.exists():
        raise AuthoringError(f"there is a file '{name}' already; choose another name.")
    if not path.parent.is_dir():
        raise AuthoringError(f"there is no folder '{path.parent.relative_to(root)}'.")
    return path
