"""Start a lesson: a page of full shape, half-written, with its place in the table of contents."""

from __future__ import annotations

from datetime import date
from os.path import relpath
from pathlib import Path

from painlab.authoring.contents import file_of, listed, new_file, title_of, with_page
from painlab.authoring.files import AuthoringError, read_text, replace
from painlab.authoring.lab import LAB, LABS, with_way_back
from painlab.authoring.skeletons import filled
from painlab.check.shape import TAUGHT
from painlab.markdown_source import scan_front_matter
from painlab.toc import TOC


def start_lesson(
    root: Path, page: str, title: str, today: date, lab: str = "", after: str = ""
) -> list[str]:
    """Write a lesson, list it, and let its lab lead back to it.

    Parameters
    ----------
    root : the checkout.
    page : module and name, such as ``imaging/pain-free-people``.
    title : its heading.
    today : the day it counts as reviewed; the next review is due a year later.
    lab : the lab that holds its working; a placeholder when left out.
    after : the page it follows, such as ``imaging/pain-free-people``; the module's last lesson
        when left out.

    Returns
    -------
    ``path:line`` of each place that was written.

    Raises
    ------
    AuthoringError
        When the page is there already, or cannot be listed or linked. Nothing is written then.
    """
    path = new_file(root, f"book/{page}.md", "-", title)
    contents = read_text(root / TOC)
    before = f"book/{after}" if after else _last_taught(root, page, listed(contents))
    new, line = with_page(contents, f"book/{page}", before)
    following = _following(root, f"book/{page}", listed(new))
    text = filled(
        "lesson.md",
        title=title,
        reviewed=today.isoformat(),
        next_review=_a_year_later(today).isoformat(),
        next_title=title_of(following),
        next_link=relpath(following, path.parent),
    )
    places = [f"book/{page}.md:1", f"{TOC}:{line}"]
    lab_file = root / LABS / f"{lab}.ipynb"
    if lab:
        text = text.replace(f"lab: {LAB}", f"lab: {lab}")
        led_back, back = with_way_back(lab_file, title, relpath(path, lab_file.parent))
        replace(lab_file, led_back)
        places.append(f"{LABS}/{lab}.ipynb:{back}")
    replace(path, text)
    replace(root / TOC, new)
    return places


def _last_taught(root: Path, page: str, names: list[str]) -> str:
    """Return the last lesson of the page's module that the table of contents lists."""
    folder = f"book/{page.rpartition('/')[0]}/"
    for name in reversed(names):
        if name.startswith(folder):
            found = scan_front_matter(file_of(root, name), name)
            if found.kind in TAUGHT:
                return name
    raise AuthoringError(f"{folder} has no lesson yet; name the page to follow with --after.")


def _following(root: Path, name: str, names: list[str]) -> Path:
    """Return the file of the page that comes after `name`; of the first when it is the last."""
    place = names.index(name) + 1
    return file_of(root, names[place] if place < len(names) else names[0])


def _a_year_later(day: date) -> date:
    # The year after a 29 February has none.
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
