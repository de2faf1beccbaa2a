"""The text of a bank: a small Markdown subset with evidence roles, read into token trees.

Bank text is untrusted. Reading it knows paragraphs, ``**strong**``, ``*emphasis*``, `` `code` ``,
``[links](https://...)`` and the roles ``ev``, ``study``, ``num`` and ``term``. Everything else is
plain text, HTML included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from painlab.derived import lookup
from painlab.evidence import UnknownKeyError, format_figure
from painlab.evidence.anchors import ledger_address
from painlab.evidence.load import course_evidence
from painlab.findings import nearest
from painlab.quiz.tokens import Block, Node, without_links

GLOSSARY = "book/reference/glossary"
"""The glossary's document name: its path from the book's root without the ending."""

_ROLES = ("ev", "study", "num", "term")
_DEEPEST = 4
_SCAN = re.compile(
    r"\\(?P<escaped>[\\`*\[\]{}()_])"
    r"|\{(?P<role>[a-z]+)(?::(?P<style>\w+))?\}`(?P<content>[^`\n]*)`"
    r"|`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<strong>(?=\S).+?(?<=\S))\*\*(?!\*)"
    r"|\*(?P<em>(?=[^\s*]).*?(?<=[^\s*]))\*(?!\*)"
    r"|\[(?P<label>[^\[\]\n]+)\]\((?P<href>[^()\n]*)\)",
    re.DOTALL,
)
_WEB = re.compile(r"^https?://[^\s/\\]", re.IGNORECASE)
_SCHEME_OR_HOST = re.compile(r"^(?:[a-z][a-z0-9+.\-]*:|//)", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s\\\x00-\x20\x7f]")


class TextError(ValueError):
    """Text that cannot be used; the message says what is wrong and what mends it."""


def parse(text: str, base: str | None = "") -> tuple[Block, ...]:
    """Read `text` into paragraphs.

    Parameters
    ----------
    text : as it stands in the bank.
    base : way from the page to the book's root, for example ``../../``; relative links start at
        the root. None where there is no book around: numbers then lead to their studies, and
        other links into the book are left out.

    Raises
    ------
    TextError
        For an unknown role, evidence key, style or link scheme.
    """
    paragraphs = re.split(r"\n[ \t]*\n", text.strip())
    return tuple(tuple(_inline(re.sub(r"[ \t\n]+", " ", part), base, 0)) for part in paragraphs)


def _inline(text: str, base: str | None, depth: int) -> Iterator[Node]:
    position = 0
    plain = ""
    for match in _SCAN.finditer(text) if depth < _DEEPEST else ():
        plain += text[position : match.start()]
        position = match.end()
        if match["escaped"]:
            plain += match["escaped"]
            continue
        if plain:
            yield Node("text", plain)
            plain = ""
        yield _node(match, base, depth)
    plain += text[position:]
    if plain:
        yield Node("text", plain)


def _node(match: re.Match[str], base: str | None, depth: int) -> Node:
    if match["role"]:
        return _role(match["role"], match["style"] or "", match["content"].strip(), base)
    if match["code"]:
        return Node("code", match["code"])
    if match["href"] is not None:
        children = without_links(tuple(_inline(match["label"], base, depth + 1)))
        return Node("link", children=children, href=_href(match["href"].strip(), base))
    tag = "strong" if match["strong"] else "em"
    return Node(tag, children=tuple(_inline(match[tag], base, depth + 1)))


def _href(href: str, base: str | None) -> str:
    if _WEB.match(href) and not _UNSAFE.search(href):
        return href
    if not href or _SCHEME_OR_HOST.match(href) or _UNSAFE.search(href):
        raise TextError(
            f"the link '{href[:60]}' is not allowed; use https://, or a path from the book's root"
        )
    return "" if base is None else base + href.removeprefix("/")


def _role(role: str, style: str, content: str, base: str | None) -> Node:
    if role not in _ROLES or (style and role != "ev"):
        shown = f"{role}:{style}" if style else role
        raise TextError(f"unknown role '{{{shown}}}'.{nearest(role, _ROLES)} Known: {_known()}")
    if role == "num":
        return Node("text", content)
    if role == "term":
        return _term(content, base)
    return _study(content, base) if role == "study" else _figure(content, style, base)


def _known() -> str:
    return ", ".join(f"{{{role}}}" for role in _ROLES)


def _figure(key: str, style: str, base: str | None) -> Node:
    try:
        text = format_figure(lookup(key), style)
    except (UnknownKeyError, ValueError) as error:
        raise TextError(str(error).rstrip(".")) from error
    return number_link(key, text, base)


def number_link(key: str, text: str, base: str | None) -> Node:
    """Return `text`, a number from the evidence, linked to the ledger entry of `key`.

    Where there is no book around, the link leads to the study itself.

    Raises
    ------
    UnknownKeyError
        When there is no such figure.
    """
    figure = lookup(key)
    source, _, link = figure.source.partition(", https://")
    study = f"https://{link}" if link else ""
    href = study if base is None else f"{base}{ledger_address(key)}"
    what = f"{figure.what[:1].upper()}{figure.what[1:]}. {source[:1].upper()}{source[1:]}."
    return Node("ev", text, href=href, what=what)


def _study(key: str, base: str | None) -> Node:
    text, href, what = study_link(key, base)
    return Node("study", text, href=href, what=what)


def study_link(key: str, base: str | None) -> tuple[str, str, str]:
    """Return short citation, address and title of the study `key`.

    The address is the study's place in the ledger, or its DOI where there is no book around.

    Raises
    ------
    TextError
        When there is no such study; the nearest known one is named.
    """
    evidence = course_evidence()
    if key not in evidence.studies:
        raise TextError(f"unknown study '{key}'.{nearest(key, list(evidence.studies))}".rstrip("."))
    reference = evidence.references.get(key)
    if base is not None:
        href = f"{base}{ledger_address(key)}"
    else:
        href = reference.link if reference else ""
    return (reference.short, href, reference.title) if reference else (key, href, "")


def _term(content: str, base: str | None) -> Node:
    """Read ``disc bulge`` or, as in Sphinx, ``a bulge <disc bulge>``."""
    shown = re.fullmatch(r"(?P<text>.+?)\s*<(?P<term>[^<>]+)>", content)
    text, term = (shown["text"], shown["term"]) if shown else (content, content)
    if not term:
        raise TextError("a {term} role is empty; write the term into it")
    # Sphinx names a glossary entry so.
    fragment = "term-" + re.sub(r"[^a-zA-Z0-9._]+", "-", term).strip("-.")
    href = "" if base is None else f"{base}{GLOSSARY}.html#{fragment}"
    return Node("term", text, href=href)
