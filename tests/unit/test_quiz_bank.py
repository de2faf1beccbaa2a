"""A bank is read with messages that name file, line, item and fix."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from painlab.findings import ContentError
from painlab.quiz import bank
from painlab.quiz.bank import UnknownItemError, load_items, read_bank, read_banks
from painlab.quiz.models import KINDS

BANKS = Path(__file__).parents[1] / "fixtures" / "banks"
GOOD = yaml.safe_load((BANKS / "all_kinds.yml").read_text())
BY_KIND = {item["kind"]: item for item in GOOD}


def messages(tmp_path: Path, *items: object) -> str:
    """Return everything wrong with a bank of `items`, one finding a line."""
    path = tmp_path / "bank.yml"
    path.write_text(yaml.safe_dump(list(items), sort_keys=False))
    return "\n".join(map(str, read_bank(path, "bank.yml")[1]))


def changed(kind: str, /, **fields: object) -> dict[str, object]:
    """Return the good item of `kind` with fields replaced; None takes a field out."""
    item = {**BY_KIND[kind], **fields}
    return {name: value for name, value in item.items() if value is not None}


def options(*rows: tuple[str, bool]) -> list[dict[str, object]]:
    return [
        {"text": text, "explain": "Why."}
        | ({"correct": True} if correct else {"misconception": "some-belief"})
        for text, correct in rows
    ]


def entries(*texts: str) -> list[dict[str, object]]:
    return [{"text": text, "explain": "Why."} for text in texts]


def pairs(*rows: tuple[str, str]) -> list[dict[str, object]]:
    return [
        {"text": text, "match": match, "explain": "Why.", "misconception": "some-belief"}
        for text, match in rows
    ]


LONG = {**options(("b", False))[0], "explained": "twice"}


def test_every_kind_is_read() -> None:
    items, findings = read_bank(BANKS / "all_kinds.yml")
    assert findings == []
    assert [item.kind for item in items] == list(KINDS)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (
            changed("single", options=options(("a", False), ("b", False))),
            'fixture-kinds-01: no option is marked correct; mark one with "correct: true".',
        ),
        (changed("single", options=options(("a", True), ("b", True))), "2 options are marked"),
        (changed("multiple", options=options(("a", True), ("b", True))), "every option is marked"),
        (changed("multiple", options=options(("a", False), ("b", False))), "no option is marked"),
        (changed("single", options=options(("a", True), ("a ", False))), "two options say 'a'"),
        (changed("single", options=options(("a", True))), "'options' has 1 entries; give at least"),
        (
            changed("single", options=[*options(("a", True)), {"text": "b", "explain": "c"}]),
            "option 2: name the belief this option catches",
        ),
        (
            changed("single", options=[*options(("a", True)), {"text": "b", "misconception": "c"}]),
            "option 2: the field 'explain' is missing",
        ),
        (
            changed("single", options=[*options(("a", True)), LONG]),
            "option 2: unknown field 'explained'. Did you mean 'explain'?",
        ),
        (changed("single", promt="x"), "unknown field 'promt'. Did you mean 'prompt'?"),
        (changed("single", prompt=None), "the field 'prompt' is missing; add it."),
        (changed("single", prompt=" "), "prompt: the text is empty"),
        (changed("single", kind="singel"), "unknown kind 'singel'. Did you mean 'single'?"),
        (changed("single", kind=None), "the field 'kind' is missing"),
        (changed("single", id="Imaging 1"), "id 'Imaging 1' is not valid; write it as"),
        (changed("single", objective="Read it"), "objective 'Read it' is not valid"),
        (changed("single", evidence=[]), "'evidence' has 0 entries"),
        (
            changed("single", evidence=["brinjikji2015.disc_bulge[50]"]),
            "unknown evidence key 'brinjikji2015.disc_bulge[50]'. Did you mean "
            "'brinjikji2015.disk_bulge[50]'?",
        ),
        (
            changed("single", prompt="Is it {ev}`brinjikji2015.disk_bulge[55]`?"),
            "Did you mean 'brinjikji2015.disk_bulge[50]'?",
        ),
        (changed("single", prompt="Is it {evv}`x`?"), "unknown role '{evv}'. Did you mean 'ev'?"),
        (changed("single", prompt="{ev:of10}`brinjikji2015.n`"), "unknown style 'of10'"),
        (changed("single", prompt="{study}`brinjikj2015`"), "Did you mean 'brinjikji2015'?"),
        (changed("estimate", confidence=True), "unknown field 'confidence'"),
        (changed("true_false", answer="maybe"), "not among the options true and false"),
        (changed("true_false", answer=None), "the field 'answer' is missing; add 'answer: true'"),
        (changed("single", answer="x"), "the answer 'x' is not among the options."),
        (
            changed("single", options=options(("a", True), ("b", False)), answer="b"),
            "remove the answer 'b' and mark that option with",
        ),
        (changed("numeric", answer={"value": 3}), "value: and because: go together"),
        (changed("numeric", answer={}), "give either ev: (an evidence key) or value:"),
        (changed("numeric", answer={"ev": "brinjikji2015.x"}), "unknown evidence key"),
        (changed("numeric", tolerance=-1), "tolerance: input should be greater than"),
        (
            changed("numeric", hints=[{"low": 50, "misconception": "m", "explain": "e"}]),
            "hint 1: the right answer lies in this range; narrow it.",
        ),
        (
            changed("numeric", hints=[{"misconception": "m", "explain": "e"}]),
            "hint 1: give low:, high: or both",
        ),
        (changed("estimate", max=60), "the answer 68 is not between min 0 and max 60"),
        (changed("estimate", min=100), "min: must be below max:"),
        (changed("estimate", step=200), "step: is longer than the scale"),
        (changed("estimate", explain_low=None), "the field 'explain_low' is missing"),
        (
            changed("draw", curve={**BY_KIND["draw"]["curve"], "labels": [20, 30, 45]}),
            "unknown evidence key 'brinjikji2015.disk_bulge[45]'",
        ),
        (
            changed("draw", curve={**BY_KIND["draw"]["curve"], "given": [25]}),
            "the given label '25' is not among the labels",
        ),
        (
            changed("draw", curve={**BY_KIND["draw"]["curve"], "labels": [20, 30, 30]}),
            "a label stands twice",
        ),
        (changed("draw", max=80), "is 84, not between min 0 and max 80; widen the scale."),
        (changed("draw", people="brinjikji2015.people"), "unknown evidence key"),
        (changed("single", hint=3), "'hint' must be text, not int"),
        (changed("single", hint="{evv}`x`"), "unknown role '{evv}'"),
        (changed("single", shuffle="no"), "'shuffle' must be true or false, not str"),
        (changed("true_false", shuffle=False), "unknown field 'shuffle'"),
        (changed("order", shuffle=False), "unknown field 'shuffle'"),
        (changed("order", entries=entries("a", "b")), "'entries' has 2 entries; give at least 3"),
        (changed("order", entries=entries("a", "b", "a ")), "two entries say 'a'"),
        (
            changed("order", entries=[*entries("a", "b"), {"text": "c"}]),
            "entry 3: the field 'explain' is missing",
        ),
        (
            changed("order", entries=[*entries("a", "b"), {**entries("c")[0], "correct": True}]),
            "entry 3: unknown field 'correct'",
        ),
        (changed("match", pairs=pairs(("a", "x"))), "'pairs' has 1 entries; give at least 2"),
        (changed("match", pairs=pairs(("a", "x"), ("a", "y"))), "two texts say 'a'"),
        (changed("match", pairs=pairs(("a", "x"), ("b", "x ")), extra=[]), "two matches say 'x'"),
        (changed("match", pairs=pairs(("a", "x"), ("b", "x")), extra=[]), "the same match"),
        (changed("match", extra=["Help today"]), "'Help today' is the match of a pair"),
        (changed("match", extra=["x", "x "]), "two extra matches say 'x'"),
        (
            changed("match", pairs=[*pairs(("a", "x")), {**pairs(("b", "y"))[0], "match": 3}]),
            "pair 2: 'match' must be text, not int",
        ),
        (
            changed(
                "match", pairs=[*pairs(("a", "x")), {"text": "b", "match": "y", "explain": "e"}]
            ),
            "pair 2: the field 'misconception' is missing; add it.",
        ),
        (changed("draw", image={"src": "a.svg"}), "the field 'alt' is missing; add it."),
        (
            changed("draw", image={"src": "../a.svg", "alt": "b"}),
            "src '../a.svg' is not valid; name",
        ),
        (changed("draw", image={"src": "a.gif", "alt": "b"}), "src 'a.gif' is not valid; name"),
        (changed("draw", image={"src": "a.svg", "alt": "b", "width": 3}), "unknown field 'width'"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_each_mistake_is_named_with_its_fix(
    tmp_path: Path, item: dict[str, object], said: str
) -> None:
    found = messages(tmp_path, item)
    assert said in found
    assert len(found.splitlines()) == 1


def test_a_finding_names_the_line_of_the_part() -> None:
    path = BANKS / "hostile" / "missing_explanation.yml"
    _, (finding,) = read_bank(path, "bank.yml")
    assert (finding.line, finding.item) == (9, "hostile-missing-01")
    assert path.read_text().splitlines()[8].strip() == "- text: That."


def test_an_id_twice_in_one_bank_and_in_two_banks(tmp_path: Path) -> None:
    text = (BANKS / "hostile" / "duplicate_ids.yml").read_text()
    quizzes = tmp_path / "quizzes"
    quizzes.mkdir()
    (quizzes / "a.yml").write_text(text)
    items, findings = read_banks(tmp_path)
    assert list(items) == ["hostile-twice-01"]
    assert "a.yml:10:3 hostile-twice-01: this id already stands at line 1" in str(findings[0])
    (quizzes / "b.yml").write_text(text)
    items, findings = read_banks(tmp_path)
    assert "already stands in" in "\n".join(map(str, findings))
    assert len(items) == 1


def test_a_bank_that_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "bank.yml"
    path.write_text("id: a-01\n")
    assert "the file must be a list of items" in str(read_bank(path)[1][0])


def test_an_unknown_item_names_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {item.id: item for item in read_bank(BANKS / "all_kinds.yml")[0]}
    monkeypatch.setattr(bank, "course_items", lambda: known)
    assert [item.id for item in load_items(["fixture-kinds-02"])] == ["fixture-kinds-02"]
    with pytest.raises(UnknownItemError, match="Did you mean 'fixture-kinds-06'"):
        load_items(["fixture-kind-06"])


def test_a_broken_course_bank_stops_with_every_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes" / "a.yml").write_text("- nonsense\n- more\n")
    monkeypatch.setattr(bank, "content_dir", lambda: tmp_path)
    with pytest.raises(ContentError, match=r"a\.yml:1:3 item 1(.|\n)*a\.yml:2:3 item 2"):
        bank.course_bank.__wrapped__()
