"""YAML that remembers its places: plain data, plus the line and column of each part of it.

Banks and evidence are written by many hands, so the reader is strict: no tags, no anchors and
aliases (they allow "billion laughs" bombs), no duplicate keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from painlab.findings import ContentError, Finding

# The same loader written in C reads twenty times faster; a PyYAML built without it still works.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 30
"""Levels of lists and mappings; the C loader would crash on thousands."""

Route = tuple[str | int, ...]
"""The way to a part of a document: ``(0, "options", 2, "text")``."""

Place = tuple[int, int]
"""Line and column, both 1-based; 0 where unknown."""


@dataclass
class Source:
    """A YAML document and the place of each of its parts.

    Attributes
    ----------
    path : the file as shown in messages.
    data : plain lists, dicts, strings, numbers.
    places : 1-based line and column of each part, by its route in text form.
    """

    path: str
    data: Any = None
    places: dict[tuple[str, ...], Place] = field(default_factory=dict)

    def place(self, route: Sequence[str | int]) -> Place:
        """Return line and column of the part at `route`, or of its nearest known parent.

        A part of a route may be written as text: ``"50"`` finds the key ``50``.
        """
        known = tuple(map(str, route))
        while known and known not in self.places:
            known = known[:-1]
        return self.places.get(known, (0, 0))

    def line(self, route: Sequence[str | int]) -> int:
        """Return the line of the part at `route`; see :meth:`place`."""
        return self.place(route)[0]

    def finding(self, route: Sequence[str | int], rule: str, item: str, message: str) -> Finding:
        """Return a finding about the part at `route`, with its line and column."""
        line, column = self.place(route)
        return Finding(self.path, line, rule, item, message, column)

    def remember(self, route: Route, node: yaml.Node) -> None:
        """Note that the part at `route` starts where `node` does, unless a key came before."""
        self.places.setdefault(tuple(map(str, route)), _place(node.start_mark))


class _Builder:
    """Walks PyYAML's node tree once, building data and remembering lines."""

    def __init__(self, source: Source, loader: yaml.SafeLoader) -> None:
        self.source = source
        self.loader = loader

    def build(self, node: yaml.Node, route: Route) -> Any:
        self.source.remember(route, node)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*route, i)) for i, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, route)
        try:
            return self.loader.construct_object(node)
        except ValueError:  # a date such as 2026-13-45
            self._fail(node, f"'{node.value}' is no valid date or number; put it in quotes.")

    def _mapping(self, node: yaml.MappingNode, route: Route) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._fail(key_node, "a key must be a plain word or number.")
            key = self.loader.construct_object(key_node)
            if key in result:
                self._fail(key_node, f"the key '{key}' stands twice; keep one.")
            self.source.remember((*route, key), key_node)
            result[key] = self.build(value_node, (*route, key))
        return result

    def _fail(self, node: yaml.Node, message: str) -> NoReturn:
        line, column = _place(node.start_mark)
        raise ContentError([Finding(self.source.path, line, "yaml", "", message, column)])


def read_yaml(path: Path, shown_as: str | None = None) -> Source:
    """Read the YAML file at `path`.

    Parameters
    ----------
    path : the file.
    shown_as : the name to use in messages; the path itself when left out.

    Raises
    ------
    ContentError
        For broken YAML, tags, aliases or duplicate keys; the message names file and line.
    """
    name = shown_as or str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        message = f"the file is not UTF-8 text ({error.reason})."
        raise ContentError([Finding(name, 0, "yaml", "", message)]) from error
    return parse_yaml(text, name)


def parse_yaml(text: str, shown_as: str) -> Source:
    """Read YAML from a string; `shown_as` names its file in messages. Raises as read_yaml does."""
    source = Source(shown_as)
    try:
        _refuse_tricks(yaml.parse(text, Loader=_LOADER), source)
        loader = _LOADER(text)
        node = loader.get_single_node()
        source.data = None if node is None else _Builder(source, loader).build(node, ())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = _place(mark)
        problem = " ".join(str(getattr(error, "problem", None) or error).split())
        finding = Finding(source.path, line, "yaml", "", f"broken YAML: {problem}.", column)
        raise ContentError([finding]) from error
    return source


def _refuse_tricks(events: Iterable[yaml.Event], source: Source) -> None:
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias '*{event.anchor}' is not allowed; write the value out."
        elif tag := getattr(event, "tag", None):
            message = f"the tag '{tag}' is not allowed; remove it."
        elif depth > _DEEPEST:
            message = "the lists are nested too deeply; write them flat."
        else:
            continue
        line, column = _place(event.start_mark)
        raise ContentError([Finding(source.path, line, "yaml", "", message, column)])


def _place(mark: Any) -> Place:
    """Return where a mark of PyYAML stands; it counts from 0, editors from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
