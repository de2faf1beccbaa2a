"""The head of a MyST directive: its options, as ``:key: value`` lines or as a YAML block."""

from __future__ import annotations

import re

import yaml

_OPTION = re.compile(r"^:(?P<key>[\w-]+):\s*(?P<value>.*)$")


def read_options(content: str) -> tuple[dict[str, str], int, str]:
    """Split a directive's content into options, the number of lines they take, and the body."""
    lines = content.splitlines(keepends=True)
    options: dict[str, str] = {}
    taken = 0
    if lines and lines[0].strip() == "---":
        ends = [index for index, line in enumerate(lines[1:], start=1) if line.strip() == "---"]
        taken = ends[0] + 1 if ends else 0
        options = _mapping("".join(lines[1 : max(taken - 1, 1)]))
    else:
        while taken < len(lines) and (match := _OPTION.match(lines[taken].rstrip())):
            options[match["key"]] = match["value"]
            taken += 1
    return options, taken, "".join(lines[taken:])


def _mapping(text: str) -> dict[str, str]:
    """Read a block of options; Sphinx reports one that is broken when it builds the page."""
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    return {str(key): str(value) for key, value in data.items()} if isinstance(data, dict) else {}
