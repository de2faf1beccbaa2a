"""XML as the formats write it: elements with text, and a check against a schema before writing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, tostring

from painlab.quiz.export.formats import InvalidExportError

_SCHEMAS = Path(__file__).resolve().parent / "schemas"


def add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Append an element to `parent` and return it."""
    child = SubElement(parent, tag, attributes)
    child.text = text
    return child


def add_html(parent: Element, made: str) -> None:
    """Append HTML of ours as elements; titles of links are left out, for QTI knows none.

    Raises
    ------
    InvalidExportError
        When it holds a character that XML does not allow.
    """
    # Text is escaped: the tag stands nowhere else.
    text = f"<div>{made.replace('<br>', '<br/>')}</div>"
    try:
        parts = fromstring(text)  # noqa: S314 - our own
    except ParseError as error:
        raise InvalidExportError(f"a text is no XML, {error}: {made[:80]!r}.") from error
    for part in parts:
        for element in part.iter():
            element.attrib.pop("title", None)
        parent.append(part)


def number(value: float) -> str:
    """Write a number for machines: a point, no commas, no spare zeros."""
    return f"{value:.10g}"


def checked(root: Element, schema: str, name: str) -> bytes:
    """Return `root` as an XML file, after a look at the schema.

    Parameters
    ----------
    root : the document.
    schema : name of a RELAX NG file in ``schemas``.
    name : what to call the document in a message.

    Raises
    ------
    InvalidExportError
        When it is not as the schema says.
    """
    from lxml import etree

    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    rules = _rules(schema)
    try:
        read = etree.fromstring(written)
    except etree.XMLSyntaxError as error:
        raise InvalidExportError(f"{name} is no XML: {error}.") from error
    if not rules.validate(read):
        raise InvalidExportError(f"{name}: {rules.error_log.last_error}")
    return written


@cache
def _rules(schema: str) -> Any:
    from lxml import etree

    return etree.RelaxNG(etree.parse(str(_SCHEMAS / schema)))
