"""Turn an Altair chart into SVG for a page: small, deterministic, named, in the page's colours."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import vl_convert

from painlab.charts.theme import CONFIG, CSS_VARIABLES, FONT_STACK

NAMESPACE = "http://www.w3.org/2000/svg"
# "v6.4.1" becomes "6.4": the Vega-Lite version Altair writes and vl-convert must read.
VEGA_LITE = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])

_GROUP, _PATH = f"{{{NAMESPACE}}}g", f"{{{NAMESPACE}}}path"
_DROPPED = ("class", "role", "pointer-events", "font-family", "version", "stroke-miterlimit")
_INHERITED = ("fill", "stroke", "stroke-width", "font-size", "font-weight", "text-anchor")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")


def chart_svg(chart: alt.TopLevelMixin, name: str, title: str, description: str) -> str:
    """Return `chart` as an SVG element that stands alone in a page.

    Parameters
    ----------
    chart : an Altair chart without configuration of its own.
    name : unique on the page; the ids of the title and the description are made from it.
    title, description : what a screen reader says.

    Returns
    -------
    str
        ``<svg role="img" …>``: no style attribute, no random id, colours as CSS variables.
    """
    spec: dict[str, Any] = chart.to_dict()
    spec["config"] = CONFIG
    raw = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    root = ET.fromstring(raw)  # noqa: S314 - only ever reads what vl-convert just wrote
    _strip(root)
    _hoist(root)
    _share_shapes(root, name)
    for key in ("title", "desc"):
        node = ET.Element(f"{{{NAMESPACE}}}{key}", {"id": f"pl-{name}-{key}"})
        node.text = title if key == "title" else description
        root.insert(0 if key == "title" else 1, node)
    root.set("role", "img")
    root.set("aria-labelledby", f"pl-{name}-title")
    root.set("aria-describedby", f"pl-{name}-desc")
    root.set("font-family", FONT_STACK)
    ET.register_namespace("", NAMESPACE)
    return with_variables(ET.tostring(root, encoding="unicode"))


def _strip(node: ET.Element) -> None:
    """Drop what draws nothing: helper paths, empty groups, attributes at their default."""
    for child in list(node):
        if _draws_nothing(child):
            node.remove(child)
            continue
        _strip(child)
        if child.tag == _GROUP and len(child) == 0:
            node.remove(child)
    for key, value in list(node.attrib.items()):
        default = (key, value) in {("opacity", "1"), ("transform", "translate(0,0)")}
        if default or key in _DROPPED or key.startswith("aria-"):
            del node.attrib[key]
        else:
            node.set(key, _LONG_NUMBER.sub(_short, value))


def _hoist(group: ET.Element) -> None:
    """Say once, on the group, what every mark in it says: children inherit it."""
    children = list(group)
    for child in children:
        _hoist(child)
    if group.tag != _GROUP or len(children) < 3:
        return
    for key in _INHERITED:
        values = {child.get(key) for child in children}
        if len(values) == 1 and None not in values:
            group.set(key, str(values.pop()))
            for child in children:
                del child.attrib[key]


def _draws_nothing(node: ET.Element) -> bool:
    if node.get("display") == "none" or node.get("opacity") == "0":
        return True
    helper = node.get("class") == "background"
    return helper and "fill" not in node.attrib and "stroke" not in node.attrib


def _share_shapes(root: ET.Element, name: str) -> None:
    """Draw an outline that comes back many times once, and refer to it: a tenth of the size."""
    counts = Counter(path.get("d", "") for path in root.iter(_PATH))
    shared = [outline for outline, count in counts.items() if count > 3 and len(outline) > 60]
    if not shared:
        return
    shapes = ET.Element(f"{{{NAMESPACE}}}defs")
    ids = {outline: f"pl-{name}-shape-{place}" for place, outline in enumerate(shared, start=1)}
    for path in root.iter(_PATH):
        outline = path.get("d", "")
        if outline in ids:
            path.tag = f"{{{NAMESPACE}}}use"
            del path.attrib["d"]
            path.set("href", f"#{ids[outline]}")
    shapes.extend(ET.Element(_PATH, {"id": key, "d": outline}) for outline, key in ids.items())
    root.insert(0, shapes)


def _short(match: re.Match[str]) -> str:
    # The first subtraction of 0 turns -0.0 into 0.
    return f"{round(float(match.group()), 2) + 0:g}"


def with_variables(text: str) -> str:
    """Return SVG or JSON with each colour of the theme as the page's variable of that meaning."""
    for colour, variable in CSS_VARIABLES.items():
        text = text.replace(f'"{colour}"', f'"var({variable}, {colour})"')
    return text
