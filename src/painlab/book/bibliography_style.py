"""How the bibliography writes an entry: titles keep their capitals, addresses are short."""

from __future__ import annotations

from typing import Any

from pybtex.plugin import register_plugin
from pybtex.style.formatting.plain import Style as PlainStyle
from pybtex.style.template import field, href, sentence
from sphinx.application import Sphinx

from painlab.evidence.bibliography import shown_address


class CourseStyle(PlainStyle):  # type: ignore[misc]
    """BibTeX's plain style, sorted by author, with titles as they stand in ``references.bib``."""

    def format_title(self, e: Any, which_field: str, as_sentence: bool = True) -> Any:
        """Return the title without changing its letters."""
        title = field(which_field)
        return sentence[title] if as_sentence else title

    def format_url(self, e: Any) -> Any:
        """Return the link, shown as the ledger shows it."""
        address = field("url", raw=True)
        return href(address)[field("url", raw=True, apply_func=shown_address)]


def setup_bibliography_style(app: Sphinx) -> None:
    """Register the style under the name ``painlab``."""
    register_plugin("pybtex.style.formatting", "painlab", CourseStyle, force=True)
