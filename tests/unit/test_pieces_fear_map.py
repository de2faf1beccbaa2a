"""The fear map: every card agrees with the evidence, the rule and its own drawing."""

from __future__ import annotations

import math
import re
from itertools import product
from typing import Any

import pytest

from painlab import ev
from painlab.evidence.load import course_evidence
from painlab.models.arrow_steps import STEPS, best_design
from painlab.pieces import fear_drawing, fear_map
from painlab.pieces.arrow_cards import GUESSES, reply, sentence
from painlab.pieces.words import in_words

STATE = fear_map.state("../../")
CARDS: dict[str, Any] = {card["id"]: card for card in STATE["arrows"]}
ARROWS = fear_map.arrows()
EACH_ARROW = pytest.mark.parametrize("name", ARROWS)


def numbers(words: str) -> set[str]:
    return set(re.findall(r"\d[\d,.]*\d|\d", words))


def test_the_steps_are_those_of_the_rule() -> None:
    assert {name: arrow.step for name, arrow in ARROWS.items()} == {
        "pain-worst": 1,
        "worst-fear": 0,
        "fear-avoid": 2,
        "avoid-less": 1,
        "less-pain": 3,
        "fear-less": 2,
        "fear-pain": 1,
        "worst-pain": 1,
        "avoid-fear": 0,
        "confidence": 1,
    }


@EACH_ARROW
def test_every_arrow_says_how_it_is_drawn_and_answers_every_guess(name: str) -> None:
    arrow, card = ARROWS[name], CARDS[name]
    bucket = {0: "none", 1: "thin", 2: "thin", 3: "thick", 4: "thick"}[arrow.step]
    assert GUESSES[arrow.bucket] == bucket
    assert card["sentence"] == sentence(arrow)
    assert f"”: {arrow.look}. " in card["sentence"]
    assert len(card["replies"]) == len(GUESSES)
    for place, words in enumerate(card["replies"]):
        assert words.startswith(f"You said {GUESSES[place]}.")
        ends = {-1: "more behind it", 0: "fits what was studied", 1: "less behind it"}
        side = (place > arrow.bucket) - (place < arrow.bucket)
        assert [end in words for end in ends.values()] == [value == side for value in ends]


def test_a_reply_knows_every_pair_of_guess_and_answer() -> None:
    said = {reply(guess, bucket) for guess, bucket in product(range(3), repeat=2)}
    assert len(said) == 7


@EACH_ARROW
def test_a_whole_line_needs_more_than_snapshots(name: str) -> None:
    arrow = ARROWS[name]
    assert arrow.dashed == ("stroke-dasharray" in CARDS[name]["shape"]["look"])
    if best_design(arrow.papers) in ("theory", "snapshot"):
        assert arrow.dashed
    assert ("dashed" in arrow.look) == (arrow.dashed and arrow.step > 0)


@EACH_ARROW
def test_every_paper_stands_in_the_evidence_with_its_kind(name: str) -> None:
    evidence = course_evidence()
    for paper, shown in zip(ARROWS[name].papers, CARDS[name]["papers"], strict=True):
        assert paper.key in evidence.studies
        assert paper.design in STEPS
        assert shown["href"].endswith(f"#{paper.key}") or paper.key in shown["href"]
        assert paper.design in shown["about"]
        known = {re.sub(r"\D", "", value) for value in numbers(paper.size)}
        study = evidence.studies[paper.key]
        counts = {study.n} | {
            value
            for figure in study.figures.values()
            for value in [figure.value, *(cell.value for cell in (figure.values or {}).values())]
            if value is not None
        }
        assert known <= {f"{count:.0f}" for count in counts if count is not None}


@EACH_ARROW
def test_a_card_holds_all_its_parts(name: str) -> None:
    heads = [head for head, _ in CARDS[name]["facts"]]
    assert heads == ["Best evidence", "Which way", "Size of the link", "Doubt"]
    assert all(words.endswith(".") for _, words in CARDS[name]["facts"])
    assert CARDS[name]["caveat"].startswith(GUESSES[ARROWS[name].bucket].capitalize())


def test_the_middle_paths_are_those_of_the_review() -> None:
    paths = {
        factor: ev(f"lee2015.indirect_path[{factor}]").value
        for factor in ("confidence", "distress", "fear", "catastrophising")
    }
    assert max(paths, key=lambda factor: paths[factor]) == "confidence"
    assert "confidence (0.23), not through fear (0.08)" in STATE["insight"]
    assert "overlaps" in ARROWS["confidence"].doubt
    low = ev("lee2015.indirect_path[confidence]").ci95
    high = ev("lee2015.indirect_path[fear]").ci95
    assert low is not None
    assert high is not None
    assert low[0] < high[1]


def test_the_summary_counts_the_arrows_of_the_loop() -> None:
    assert STATE["summary"].startswith("Of the 9 arrows, 1 is thick and 6 are thin. For 2 ")
    assert list(ARROWS)[-1] == fear_map.BESIDE


def test_the_caveat_says_snapshots_and_dials() -> None:
    assert "Of 70 studies in one review, 97% were single snapshots." in STATE["caveat"]
    assert "several dials" in STATE["caveat"]


def test_the_table_has_a_row_for_each_arrow_in_the_order_of_their_numbers() -> None:
    heads = [row[0] for row in STATE["table"]["rows"]]
    assert [head.split(".")[0] for head in heads] == [str(n) for n in range(1, 11)]
    assert [card["name"].split(" ")[0] for card in STATE["arrows"]] == [
        str(n) for n in range(1, 11)
    ]


def test_the_description_names_every_arrow() -> None:
    for arrow in ARROWS.values():
        assert f"{arrow.name}: {arrow.look}." in STATE["map"]["text"]


@EACH_ARROW
def test_a_number_on_the_map_covers_no_box_and_no_other_number(name: str) -> None:
    x, y = CARDS[name]["shape"]["at"]
    width, height = fear_drawing.BOX
    for box in fear_drawing.BOXES:
        inside = abs(x - box.x) < width / 2 + 8 and abs(y - box.y) < height / 2 + 8
        assert not inside, (name, box.lines)
    others = [card["shape"]["at"] for other, card in CARDS.items() if other != name]
    assert min(math.dist((x, y), at) for at in others) >= 24


def test_lines_get_wider_with_every_step() -> None:
    assert list(fear_drawing.WIDTHS) == sorted(set(fear_drawing.WIDTHS))
    assert len(fear_drawing.WIDTHS) == max(STEPS.values()) + 1


def test_the_static_map_draws_what_the_front_end_draws() -> None:
    html = fear_map.html()
    fallback = html[html.index('class="pl-fallback"') :]
    for card in STATE["arrows"]:
        assert f'd="{card["shape"]["line"]}"' in fallback
        assert f'stroke-width="{card["shape"]["look"]["stroke-width"]}"' in fallback


def test_words_are_refused_where_a_number_stands() -> None:
    assert in_words("zale2013.size_in_words") == "moderate to large"
    with pytest.raises(ValueError, match="is a number"):
        in_words("lee2015.studies")
