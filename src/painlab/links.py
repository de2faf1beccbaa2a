"""Read ``book/links.yml``: what the source text points to, and free help, with a label on each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from painlab.content import content_dir
from painlab.findings import ContentError, Finding, nearest
from painlab.quiz.errors import independent, show
from painlab.quiz.parts import Slug, Strict, Text
from painlab.yaml_source import Source, read_yaml

FILE = "links.yml"
_RULE = "links"

Kind = Literal["evidence", "explanation", "story", "opinion", "tool"]
How = Literal["read", "watch", "listen", "do a course", "fill in", "talk to someone"]
Country = Literal["anywhere", "Australia", "Canada", "United Kingdom", "United States"]
Address = Literal["page seen", "named elsewhere", "from its number", "from memory", "not found"]

KINDS: tuple[Kind, ...] = get_args(Kind)
UNKNOWN = "not known"
"""The length of a thing that nobody has timed."""
COUNTRIES: tuple[Country, ...] = get_args(Country)


class Link(Strict):
    """One thing to open, with what it is and what to keep in mind.

    Attributes
    ----------
    id : its name.
    title : what to call it.
    what : what it is, in our words.
    kind : what it can do for a claim.
    how : what a reader does with it.
    length : how long it takes, in words; "not known" where nobody has looked.
    country : the country it was made for; "anywhere" when it is for all.
    link : its address, with ``https://`` or ``http://``.
    address : how we came by the address. No address has been opened by the course itself.
    search : the words to search for, when the address was not found.
    caution : what to keep in mind.
    answers : the items of the source text that it stands for; none for free help.
    lesson : page of this course about it, such as ``prt/the-trial``.
    """

    id: Slug
    title: Text
    what: Text
    kind: Kind
    how: How
    length: Text = UNKNOWN
    country: Country = "anywhere"
    link: Annotated[str, Field(pattern=r"^https?://[^\s/?#]+(?:[/?#]\S*)?$")] | None = None
    address: Address
    search: Text | None = None
    caution: Text
    answers: tuple[Slug, ...] = ()
    lesson: Annotated[str, Field(pattern=r"^[a-z-]+/[a-z-]+$")] | None = None

    @property
    def from_source(self) -> bool:
        """Whether the source text names it."""
        return bool(self.answers)

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if self.address == "not found":
            if self.link:
                raise ValueError("the address is 'not found' and yet there is a link; remove one")
            if not self.search:
                raise ValueError("the address is 'not found'; add 'search' with words to look for")
        elif not self.link:
            raise ValueError("there is no link; add it, or write 'address: not found'")
        elif self.search:
            raise ValueError("search: there is a link, so nobody needs to search; remove one")
        return self


class Links(Strict):
    """The whole file.

    Attributes
    ----------
    source_items : what the source text names, by id, in its order.
    links : the rows, in the order in which they are shown.
    """

    source_items: dict[Slug, Text]
    links: tuple[Link, ...] = Field(min_length=1)


def read_links(path: Path, shown_as: str) -> Links:
    """Read the file of links at `path`; messages call it `shown_as`.

    Raises
    ------
    ContentError
        When something must be mended; each finding names file, line, item and fix.
    """
    source = read_yaml(path, shown_as)
    try:
        links = Links.model_validate(source.data)
    except ValidationError as error:
        raise ContentError([_finding(source, one) for one in independent(error)]) from error
    if findings := [*_twice(source, links), *_unanswered(source, links)]:
        raise ContentError(findings)
    return links


@cache
def course_links() -> Links:
    """Return the links of the course, read once a process.

    Raises
    ------
    ContentError
        When the file cannot be used.
    """
    return read_links(content_dir() / FILE, f"book/{FILE}")


def _twice(source: Source, links: Links) -> list[Finding]:
    seen: set[str] = set()
    findings = []
    for index, link in enumerate(links.links):
        if link.id in seen:
            message = "this id already stands above; rename one."
            findings.append(source.finding(("links", index, "id"), _RULE, link.id, message))
        seen.add(link.id)
    return findings


def _unanswered(source: Source, links: Links) -> list[Finding]:
    """Return the items of the source text without a row, and rows that name no such item."""
    known = list(links.source_items)
    findings = []
    for index, link in enumerate(links.links):
        for name in link.answers:
            if name not in known:
                message = f"the source text has no item '{name}'.{nearest(name, known)}"
                route = ("links", index, "answers")
                findings.append(source.finding(route, _RULE, link.id, message))
    answered = {name for link in links.links for name in link.answers}
    for name in known:
        if name not in answered:
            message = f"no row answers this item; add one with 'answers: [{name}]'."
            findings.append(source.finding(("source_items", name), _RULE, name, message))
    return findings


def _finding(source: Source, detail: ErrorDetails) -> Finding:
    route = tuple(part for part in detail["loc"] if part != "[key]")
    return source.finding(route, _RULE, _item(source.data, route), _sentence(detail))


def _item(data: Any, route: tuple[str | int, ...]) -> str:
    """Return the id of the row at `route`, or its place where it has none."""
    match route:
        case ("links", int(index), *_):
            row = data["links"][index]
            return show((isinstance(row, dict) and row.get("id")) or f"link {index + 1}")
        case _:
            return ""


def _sentence(detail: ErrorDetails) -> str:
    field = show(detail["loc"][-1]) if detail["loc"] else "the file"
    said = show(detail["input"])
    match detail["type"]:
        case "missing":
            return f"the field '{field}' is missing; add it."
        case "extra_forbidden":
            known = list(Link.model_fields if "links" in detail["loc"] else Links.model_fields)
            return f"unknown field '{field}'.{nearest(field, known)} Remove or rename it."
        case "literal_error":
            return f"{field} cannot be '{said}'; use {detail['ctx']['expected']}."
        case "string_pattern_mismatch" if field == "link":
            return f"'{said}' is no address; begin it with https:// and leave out spaces."
        case "string_pattern_mismatch":
            return f"{field} '{said}' is not valid; write it in small letters with hyphens."
        case "value_error":
            return f"{detail['msg'].removeprefix('Value error, ')}."
        case "too_short":
            return f"the list '{field}' is empty; add a row."
        case _:
            return f"'{field}' has the wrong form; look at the top of the file."
