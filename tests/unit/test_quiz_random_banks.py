"""A thousand random banks load, render and come back; a thousand broken ones end in words."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_banks import Data, banks

from painlab.quiz.bank import read_bank
from painlab.quiz.models import ITEM, Item
from painlab.quiz.plain import quiz_text
from painlab.quiz.render import quiz_html
from painlab.quiz.state import item_state

THOUSAND = settings(
    max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """One folder for all banks of this module: a new one for each would cost more than the test."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _read(folder: Path, text: str) -> tuple[list[Item], list[str]]:
    path = folder / "random.yml"
    path.write_text(text, encoding="utf-8")
    entries, findings = read_bank(path, "random.yml")
    return [entry for entry in entries if isinstance(entry, Item)], [str(one) for one in findings]


@THOUSAND
@given(bank=banks())
def test_a_valid_bank_loads_renders_and_comes_back(folder: Path, bank: list[Data]) -> None:
    items, findings = _read(folder, yaml.dump(bank, Dumper=_Plain, allow_unicode=True))
    assert not findings
    assert [item.id for item in items] == [data["id"] for data in bank]

    state = [item_state(item, "../") for item in items]
    assert json.loads(json.dumps(state, allow_nan=False)) == state
    html = quiz_html(items, base="../")
    assert html.count('class="pl-item"') == len(items)
    assert "<script>x" not in html
    assert quiz_text(items) == quiz_text(items)

    for item in items:
        data = item.model_dump(mode="json", exclude_defaults=True)
        assert ITEM.validate_python(json.loads(json.dumps(data))) == item


def _routes(data: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every part of `data`."""
    if route:
        yield route
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _routes(value, (*route, key))


_JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.just(float("nan")),
    st.just(float("inf")),
    st.text(max_size=30),
    st.sampled_from(("", "ev", "{ev}`no.such`", "[x](javascript:y)", "\u202e", "x" * 3000)),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)


@st.composite
def _broken(draw: st.DrawFn) -> str:
    """A valid bank with a part taken away, replaced, renamed or doubled, or its text cut."""
    bank = draw(banks())
    route = draw(st.sampled_from(list(_routes(bank))))
    parent: Any = bank
    for part in route[:-1]:
        parent = parent[part]
    change = draw(st.sampled_from(("remove", "replace", "rename", "double", "cut")))
    if change == "remove":
        del parent[route[-1]]
    elif change == "replace":
        parent[route[-1]] = draw(_JUNK)
    elif change == "rename" and isinstance(parent, dict):
        parent[draw(st.text(max_size=8))] = parent.pop(route[-1])
    elif change == "double" and isinstance(parent, list):
        parent.append(parent[route[-1]])
    text = yaml.dump(bank, Dumper=_Plain, allow_unicode=True)
    if change == "cut":
        tail = draw(st.text("[]{}:-'\"!&* \n", max_size=4))
        text = text[: draw(st.integers(0, len(text)))] + tail
    return text


class _Plain(yaml.CSafeDumper):
    """Writes a part that stands twice in full: banks know no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@THOUSAND
@given(text=_broken())
def test_a_broken_bank_loads_or_says_what_to_mend(folder: Path, text: str) -> None:
    items, findings = _read(folder, text)
    for said in findings:
        assert said.startswith("random.yml"), said
        assert "pydantic" not in said
        assert "Traceback" not in said
    assert 'href="javascript:' not in quiz_html(items, base="../")
