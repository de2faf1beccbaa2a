"""A lesson's prose without our roles and directives, for a book with Jupyter Book's defaults."""

from __future__ import annotations

import re

PEER_CONFIG = "title: Peer\nexecute:\n  execute_notebooks: 'off'\n"


def plain_lesson(text: str) -> str:
    """Return the words of a lesson as plain Markdown, without front matter and links.

    Parameters
    ----------
    text : a page, with front matter or without.
    """
    if text.startswith("---"):
        text = text.split("---", 2)[2]
    text = re.sub(r"^:{3,}.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\{[\w:]+\}`([^`<]*)(?:<[^`]*)?`", r"\1", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
