"""Hostile banks end in an error that names the item, or on the page as plain words."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from banks import items_of

from painlab.quiz.bank import read_bank
from painlab.quiz.plain import quiz_text
from painlab.quiz.render import quiz_html

HOSTILE = Path(__file__).parents[1] / "fixtures" / "banks" / "hostile"


class Elements(HTMLParser):
    """Collects every element and attribute of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in {"href", "src"}:
                self.links.append(value or "")


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("alias_bomb", {2: ("", "alias '*a' is not allowed")}),
        ("tag", {2: ("", "is not allowed; remove it")}),
        (
            "answer_not_among_options",
            {
                5: ("hostile-answer-01", "'The third' is not among the options"),
                18: ("hostile-answer-02", "'perhaps' is not among the options"),
                27: ("hostile-answer-03", "60 is not between min 0 and max 50"),
                38: ("hostile-answer-04", "'25' is not among the labels"),
            },
        ),
        (
            "direction_marks",
            {
                4: ("hostile-marks-01", "direction mark U+202E"),
                7: ("hostile-marks-01", "direction mark U+2066"),
                8: ("hostile-marks-01", "control character U+0007"),
            },
        ),
        ("duplicate_ids", {10: ("hostile-twice-01", "already stands at line 1")}),
        (
            "links",
            {
                5: ("hostile-links-01", "'javascript:alert`1`' is not allowed"),
                8: ("hostile-links-01", "'JaVaScRiPt:alert%281%29' is not allowed"),
                9: ("hostile-links-01", "'data:text/html,hello' is not allowed"),
                14: ("hostile-links-02", "'//evil.example/page' is not allowed"),
                17: ("hostile-links-02", "is not allowed"),
                18: ("hostile-links-02", "is not allowed"),
            },
        ),
        ("missing_explanation", {9: ("hostile-missing-01", "'explain' is missing")}),
        (
            "wrong_types",
            {
                4: ("hostile-types-01", "'prompt' must be text, not int"),
                5: ("hostile-types-01", "'confidence' must be true or false, not str"),
                6: ("hostile-types-01", "'options' must be a list, not str"),
                7: ("hostile-types-01", "'evidence' must be a list, not str"),
                8: ("item 2", "must be a mapping"),
                9: ("['hostile-types-03']", "is missing"),
                12: ("hostile-types-04", "unknown kind"),
                17: ("hostile-types-05", "must be a finite number"),
                18: ("hostile-types-05", "must be a number, not str"),
                19: ("hostile-types-05", "must be text, not date"),
                22: ("hostile-types-06", "unknown kind 'essay'"),
            },
        ),
    ],
)
def test_refused_with_line_item_and_reason(name: str, places: dict[int, tuple[str, str]]) -> None:
    items, findings = read_bank(HOSTILE / f"{name}.yml", f"{name}.yml")
    found = {finding.line: (finding.item, finding.message) for finding in findings}
    assert sorted(found) == sorted(places)
    for line, (item, message) in places.items():
        assert found[line][0] == item
        assert message in found[line][1]
    assert len(items) == (1 if name == "duplicate_ids" else 0)


def test_markup_is_shown_as_words() -> None:
    assert read_bank(HOSTILE / "markup.yml")[1] == []
    items = items_of(HOSTILE / "markup.yml")
    html = quiz_html(items, title="<script>window.hacked = 0</script>")
    page = Elements(html)
    assert not page.tags & {"img", "iframe", "style", "b", "i", "math", "object", "optgroup"}
    assert "autofocus" not in page.attributes
    assert not [name for name in page.attributes if name.startswith("on")]
    assert "srcdoc" not in page.attributes
    assert all(re.match(r"https?://|book/", link) for link in page.links)
    assert html.count("<script") == html.count("</script>") == 1
    assert "style" not in page.attributes


def test_state_holds_the_words_unharmed() -> None:
    items = items_of(HOSTILE / "markup.yml")
    html = quiz_html(items)
    inside = re.search(r'class="pl-state">(.*?)</script>', html, re.DOTALL)
    assert inside
    state = json.loads(inside[1])
    text = "</script><script>window.hacked = 5</script>"
    assert state["items"][0]["options"][0]["text"] == [[text]]


def test_plain_text_keeps_no_control_characters() -> None:
    items = items_of(HOSTILE / "markup.yml")
    assert all(c == "\n" or c.isprintable() for c in quiz_text(items))


def test_a_text_of_a_hundred_kilobytes_is_refused(tmp_path: Path) -> None:
    text = (HOSTILE / "duplicate_ids.yml").read_text().replace("Second.", "ha " * 34_000, 1)
    path = tmp_path / "long.yml"
    path.write_text(text)
    found = [f for f in read_bank(path)[1] if "characters" in f.message]
    assert [finding.item for finding in found] == ["hostile-twice-01"]
    assert "keep it within 2,000" in found[0].message


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yml"
    path.write_text("# " + "x" * 1_000_001)
    assert "split it" in read_bank(path)[1][0].message


def test_an_impossible_date_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "date.yml"
    path.write_text("- id: a-01\n  prompt: 2026-13-45\n")
    (finding,) = read_bank(path)[1]
    assert finding.line == 2
    assert "put it in quotes" in finding.message


def test_a_hostile_name_cannot_disturb_a_message(tmp_path: Path) -> None:
    path = tmp_path / "name.yml"
    path.write_text('- id: "\\e[31m\\u202Ex' + "y" * 500 + '"\n  kind: single\n')
    for finding in read_bank(path)[1]:
        assert str(finding).isprintable()
        assert len(finding.item) <= 60
