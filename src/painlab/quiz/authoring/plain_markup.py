"""Foreign quiz text, written in HTML, as text of our banks; what has no counterpart is named."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`"}
_BREAKS = {"br", "p", "div", "li", "ul", "ol"}
# What bank text would read as markup of its own.
_SPECIAL = re.compile(r"([\\`*\[{])")
_MATH = re.compile(r"\$[^$]+\$|\\\(|\\\[")


def from_html(text: str) -> tuple[str, list[str]]:
    """Return `text` as bank text, and sentences about what it loses.

    Parameters
    ----------
    text : HTML, as jupyterquiz and others put it into a page.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    lost = [f"the tag <{tag}> has no counterpart and was left out" for tag in reader.unknown]
    if _MATH.search(text):
        lost.append("formulas are not set here: write them in words")
    paragraphs = [" ".join(part.split()) for part in "".join(reader.parts).split("\n\n")]
    return "\n\n".join(filter(None, paragraphs)), lost


def from_code(code: str) -> tuple[str, list[str]]:
    """Return program code as bank text, a paragraph a line, and sentences about what it loses."""
    lines = [line for line in code.splitlines() if line.strip()]
    lost = []
    if any(line != line.lstrip() for line in lines):
        lost.append("the indentation of code is lost")
    if "`" in code:
        return "\n\n".join(_escaped(line.strip()) for line in lines), [
            *lost,
            "code with a backtick is shown as plain text",
        ]
    return "\n\n".join(f"`{line.strip()}`" for line in lines), lost


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unknown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.parts.append("\n\n")
        elif tag in _MARKS:
            self.parts.append(_MARKS[tag])
        elif tag not in self.unknown:
            source = dict(attrs).get("src")
            self.unknown.append(f"{tag} src={source}" if source else tag)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append("\n\n" if tag in _BREAKS else _MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        self.parts.append(_escaped(data))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
