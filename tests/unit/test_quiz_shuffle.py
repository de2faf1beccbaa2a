"""Options, entries and matches stand in a mixed order that is the same everywhere and always."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from banks import items_of

from painlab.quiz.models import ITEM, Item
from painlab.quiz.plain import quiz_text
from painlab.quiz.render import quiz_html
from painlab.quiz.shuffle import shown_order

BANK = Path(__file__).parents[1] / "fixtures" / "banks" / "all_kinds.yml"
RAW = {item["kind"]: item for item in yaml.safe_load(BANK.read_text())}


def item(kind: str, **fields: object) -> Item:
    return ITEM.validate_python({**RAW[kind], **fields})


def order_of(size: int, number: int) -> Item:
    entries = [{"text": str(place), "explain": "Why."} for place in range(size)]
    return item("order", id=f"fixture-order-{number:02d}", entries=entries)


def test_order_follows_from_the_id_alone() -> None:
    # Written out: answers on paper and on the screen must agree from one release to the next.
    assert shown_order(item("single")) == [1, 0, 2]
    assert shown_order(item("multiple")) == [1, 2, 3, 0]
    assert shown_order(item("order")) == [1, 2, 0]
    assert shown_order(item("match")) == [1, 2, 0]
    assert shown_order(item("single", prompt="Another?")) == shown_order(item("single"))
    assert shown_order(item("single", id="fixture-other-01")) != shown_order(item("single"))


@pytest.mark.parametrize("kind", ["single", "multiple", "match"])
def test_an_author_can_keep_the_order(kind: str) -> None:
    kept = item(kind, shuffle=False)
    assert shown_order(kept) == sorted(shown_order(item(kind)))
    assert '"order"' not in quiz_html([kept])


@pytest.mark.parametrize("size", range(3, 9))
def test_entries_never_stand_in_the_right_order(size: int) -> None:
    orders = [shown_order(order_of(size, number)) for number in range(100)]
    assert all(sorted(order) == list(range(size)) != order for order in orders)
    assert len({tuple(order) for order in orders}) > 4


def test_right_options_are_spread_over_the_places() -> None:
    places = [0] * 4
    options: list[dict[str, object]] = [
        {"text": str(n), "explain": "e", "misconception": "m"} for n in range(3)
    ]
    options.append({"text": "right", "explain": "e", "correct": True})
    for number in range(100):
        one = item("single", id=f"fixture-spread-{number:02d}", options=options)
        places[shown_order(one).index(3)] += 1
    assert min(places) > 10


def test_true_and_false_stay_in_place() -> None:
    assert shown_order(item("true_false")) == []
    page = quiz_html([item("true_false")]).partition('"pl-fallback"')[2]
    assert page.index(">True<") < page.index(">False<")


def test_page_without_script_and_plain_text_show_the_same_order() -> None:
    single, order, match = item("single"), item("order"), item("match")
    page = quiz_html([single, order, match])
    state = json.loads(re.search(r'"pl-state">(.*?)</script>', page, re.DOTALL)[1])  # type: ignore[index]
    form = page.partition('"pl-fallback"')[2]
    assert [one["order"] for one in state["items"]] == [
        shown_order(one) for one in (single, order, match)
    ]
    radios = re.findall(r'type="radio" name="fixture-kinds-01" value="(\d)"', form)
    assert radios == ["1", "0", "2"]
    rows = re.findall(r'name="fixture-kinds-07-(\d)"', form)
    assert rows == ["1", "2", "0"]
    first = form.partition('name="fixture-kinds-08-0"')[2].partition("</select>")[0]
    assert re.findall(r'option value="(\d?)"', first) == ["", "1", "2", "0"]
    text = quiz_text([single, order, match]).partition("\nAnswers\n")[0]
    assert text.index("It is common") < text.index("The disc will") < text.index("The scan")
    assert text.index("[ ] Age 50") < text.index("[ ] Age 80") < text.index("[ ] Age 20")
    assert (
        "Choose from: Common, and no danger by itself; Nothing to know about it; Help today" in text
    )


def test_answers_give_the_right_order_and_every_match() -> None:
    items = items_of(BANK)[6:]
    text = quiz_text(items).partition("\nAnswers\n")[2]
    assert "1. 1. Age 20 At this age 30 of 100 have one." in text
    assert "New numbness around the seat → Help today" in text
    html = quiz_html(items).partition('"pl-fallback"')[2]
    answer = html.partition('<details class="pl-answer">')[2]
    assert answer.index("Age 20") < answer.index("Age 50") < answer.index("Age 80")
    assert "Left over: Nothing to know about it." in html
