"""Fields, buttons and folds of a page as what they are on paper: lists, lines and headings."""

from __future__ import annotations

from bs4 import Tag

from painlab.strings import say

# They work on a screen alone.
_SCREEN_ONLY = (
    "script",
    "button",
    'input[type="range"]',
    ".pl-note",
    ".pl-hint",
    ".pl-foot",
    ".pl-read-aloud",
    ".pl-search",
    ".pl-continue",
    ".pl-map",
    ".pl-count",
    ".pl-numbers > summary",
    ".headerlink",
)
_BLANK = "_" * 8
_CIRCLE, _BOX = "\u25cb", "\u2610"


def flatten(page: Tag) -> None:
    """Change everything in `page` that can only be used on a screen.

    Parameters
    ----------
    page : a page's content; it is changed in place.
    """
    for part in page.select(", ".join(_SCREEN_ONLY)):
        part.decompose()
    for widget in page.select(".pl-widget"):
        del widget["data-module"]
    # A caption ends its figure, so the numbers behind a picture stand after both.
    for numbers in page.select("figure > .pl-numbers"):
        if numbers.parent:
            numbers.parent.insert_after(numbers.extract())
    for fallback in page.select(".pl-fallback"):
        fallback.unwrap()
    for options in page.select(".pl-options"):
        _list(options, ".pl-option")
    for rows in page.select(".pl-rows"):
        _choices(rows)
        _list(rows, ".pl-row")
    for fields in page.select(".pl-curve-fields"):
        _list(fields, ".pl-curve-field")
        del fields["role"], fields["aria-label"]
    for sure in page.select(".pl-sure"):
        _one_line(sure)
    for area in page.select("textarea"):
        area.decompose()
    for field in page.select("input, select"):
        field.replace_with(_on_paper(field))
    _rename(page)


def _list(group: Tag, rows: str) -> None:
    group.name = "ul"
    for row in group.select(rows):
        row.name = "li"


def _choices(rows: Tag) -> None:
    """Write out what the closed lists of `rows` hold; places are numbers, which need no list."""
    first = rows.find("select")
    options = first.find_all("option")[1:] if isinstance(first, Tag) else []
    words = [option.get_text() for option in options]
    if not words or all(word.isdigit() for word in words):
        return
    line = _new(rows, "p", "pl-choices")
    line.string = say("match_list", matches=" \u00b7 ".join(words))
    rows.insert_before(line)


def _one_line(sure: Tag) -> None:
    words = [legend.get_text() for legend in sure.select("legend")]
    words += [f"{_CIRCLE}\u00a0{label.get_text()}" for label in sure.select("label")]
    sure.name = "p"
    sure.string = "  ".join(words)


def _on_paper(field: Tag) -> str:
    kind = field.get("type")
    if kind == "radio":
        return f"{_CIRCLE}\u00a0"
    if kind == "checkbox":
        return f"{_BOX}\u00a0"
    given = str(field.get("value", ""))
    return f" {given}" if given else f" {_BLANK} "


def _rename(page: Tag) -> None:
    """Give forms, legends and folds the names of plain blocks, and take their attributes."""
    for name, plain in (
        ("form", "div"),
        ("fieldset", "div"),
        ("legend", "div"),
        ("label", "div"),
        ("details", "div"),
        ("summary", "p"),
    ):
        for part in page.find_all(name):
            part.name = plain
            if name == "summary":
                part["class"] = "pl-lead"
            for attribute in ("method", "open", "for"):
                del part[attribute]


def _new(near: Tag, name: str, style: str) -> Tag:
    from bs4 import BeautifulSoup

    made = BeautifulSoup("", "html.parser").new_tag(name)
    made["class"] = style
    return made
