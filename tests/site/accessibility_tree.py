"""What a screen reader is given of a page: Chromium's accessibility tree, as nodes in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import CDPSession

LANDMARKS = ("banner", "complementary", "contentinfo", "main", "navigation", "search")
CONTROLS = (
    "button", "checkbox", "combobox", "link", "radio", "searchbox", "slider", "spinbutton",
    "switch", "textbox",
)  # fmt: skip
# How a text is cut into lines, and the dots of lists.
_PIECES = ("InlineTextBox", "ListMarker")


@dataclass
class Node:
    """One node that is read out.

    Attributes
    ----------
    role, name, value : as a screen reader is told them; empty when there is none.
    told : further properties by name, for example ``level`` or ``valuetext``.
    element : number by which the browser knows the node's element.
    parents : the nodes around it that are read out, the nearest first.
    """

    role: str
    name: str
    value: str
    told: dict[str, Any]
    element: int
    parents: list[Node] = field(repr=False)

    def inside(self, role: str) -> Node | None:
        """Return the nearest node of this role around this one."""
        return next((one for one in self.parents if one.role == role), None)

    def __str__(self) -> str:
        """Say what the node is and where, for a message."""
        place = " > ".join(f"{one.role} {one.name[:40]!r}" for one in reversed(self.parents[:3]))
        return f"{self.role} {self.name[:80]!r} in {place}"


def read_aloud(session: CDPSession) -> list[Node]:
    """Return every node that is read out, in the order of reading."""
    raw = {one["nodeId"]: one for one in session.send("Accessibility.getFullAXTree")["nodes"]}
    found: list[Node] = []

    def walk(key: str, parents: list[Node]) -> None:
        one = raw.get(key)
        if one is None:
            return
        if not one["ignored"] and _text(one, "role") not in _PIECES:
            node = _node(one, parents)
            found.append(node)
            parents = [node, *parents]
        for child in one.get("childIds", ()):
            walk(child, parents)

    walk(next(iter(raw)), [])
    return found


def _node(one: dict[str, Any], parents: list[Node]) -> Node:
    told = {prop["name"]: prop["value"].get("value") for prop in one.get("properties", ())}
    element = one.get("backendDOMNodeId", 0)
    role, name, value = (_text(one, key) for key in ("role", "name", "value"))
    return Node(role, name, value, told, element, parents)


def _text(one: dict[str, Any], key: str) -> str:
    return str(one.get(key, {}).get("value", "")).strip()
