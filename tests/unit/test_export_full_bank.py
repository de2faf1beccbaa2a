"""The whole bank in Moodle XML and QTI, read back and compared with the bank item by item."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from html import unescape
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import pytest
from pygiftparser import parser

from painlab.quiz.bank import course_bank
from painlab.quiz.export.catalogue import FORMATS
from painlab.quiz.export.selection import Selection
from painlab.quiz.export.write import Export, export
from painlab.quiz.forms.models import Form
from painlab.quiz.images import images_dir
from painlab.quiz.models import Item
from painlab.quiz.objectives import course_objectives
from painlab.quiz.references import answer_value
from painlab.quiz.state import sources, words

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
BASE = "https://example.org/course/"


@pytest.fixture(scope="module")
def selection() -> Selection:
    modules: dict[str, tuple[Item | Form, ...]] = {}
    for name, entry in course_bank().items():
        module = name.partition("-")[0]
        modules[module] = (*modules.get(module, ()), entry)
    return Selection("A course / on backs", modules, course_objectives(), BASE)


@pytest.fixture(scope="module")
def made(selection: Selection) -> Export:
    return export(selection, list(FORMATS.values()))


@pytest.fixture(scope="module")
def held(selection: Selection) -> dict[str, Item]:
    """Every item that Moodle and QTI hold: all but those that ask for a curve."""
    return {item.id: item for _, item in selection.items() if item.kind != "draw"}


def plain(html: str | None) -> str:
    """Return what HTML says, for a comparison with plain words."""
    spaced = (html or "").replace("</p><p>", "</p> <p>").replace("<br>", " ")
    return unescape(re.sub("<[^>]+>", "", spaced))


def inside(element: Element | None) -> str:
    """Return what the paragraphs of a QTI element say."""
    return " ".join("".join(part.itertext()) for part in element) if element is not None else ""


def test_two_exports_are_equal_to_the_byte(selection: Selection, made: Export) -> None:
    again = export(selection, list(FORMATS.values()))
    assert {name: again.files[name] == made.files[name] for name in made.files} == dict.fromkeys(
        made.files, True
    )


def test_nothing_is_left_out_in_silence(selection: Selection, made: Export) -> None:
    report = made.files["REPORT.md"].decode()
    everything = {entry.id: entry for entry in selection.entries()}
    for name, one in FORMATS.items():
        left = {entry.id for entry, _ in made.left_out[name]}
        content = made.files[one.file]
        if one.file.endswith(("zip", "apkg")):
            with ZipFile(io.BytesIO(content)) as packed:
                content = b"\n".join(packed.read(part) for part in packed.namelist())
        named = {
            one.decode() for one in re.findall(rb"[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d\d", content)
        }
        assert named & everything.keys() == everything.keys() - left
        part = report.rpartition(f"### {one.file}: {len(left)}\n")[2].partition("###")[0]
        assert set(re.findall(r"- `([^`]+)` \(\w+\): \w", part)) == left
    assert {entry.kind for entry, _ in made.left_out["moodle"]} == {
        *("draw", "plan", "reflection", "survey", "certificate", "checklist")
    }


def moodle_facts(question: Element) -> dict[str, Any]:
    """Return what a question of Moodle XML asks, takes as right and says."""

    def text(path: str, element: Element = question) -> str:
        return plain(element.findtext(path))

    answers = question.findall("answer")
    facts: dict[str, Any] = {
        "type": question.get("type"),
        "prompt": text("questiontext/text"),
        "told": text("generalfeedback/text"),
        "hint": text("hint/text"),
        "options": [
            (text("text", one), one.get("fraction"), text("feedback/text", one)) for one in answers
        ],
        "tolerances": [one.findtext("tolerance") for one in answers],
        "pairs": [
            (text("text", row), row.findtext("answer/text"))
            for row in question.findall("subquestion")
        ],
        "shuffle": question.findtext("shuffleanswers"),
    }
    return facts


def test_moodle_holds_every_item_as_the_bank_has_it(made: Export, held: dict[str, Item]) -> None:
    root = ElementTree.fromstring(made.files["moodle.xml"])
    questions = {one.findtext("idnumber"): one for one in root if one.get("type") != "category"}
    assert list(questions) == list(
        dict.fromkeys(one.id for group in _in_categories(held) for one in group)
    )
    for name, item in held.items():
        facts = moodle_facts(questions[name])
        assert facts["prompt"].startswith(words(item.prompt)), name
        assert facts["hint"] == (words(item.hint) if item.hint else "")
        for _, address in sources(item, BASE):
            assert address in unescape(questions[name].findtext("generalfeedback/text") or "")
        _compare_with_moodle(item, facts)


def _in_categories(held: dict[str, Item]) -> list[list[Item]]:
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in held.values():
        groups.setdefault((item.id.partition("-")[0], item.objective), []).append(item)
    modules = dict.fromkeys(module for module, _ in groups)
    return [group for one in modules for (module, _), group in groups.items() if module == one]


def _compare_with_moodle(item: Any, facts: dict[str, Any]) -> None:
    told, options = facts["told"], facts["options"]
    if item.kind in ("single", "multiple"):
        right = sum(option.correct for option in item.options)
        wrong = "0" if item.kind == "single" else "-100"
        worth = f"{100 / right:.7g}"
        assert facts["type"] == "multichoice"
        assert facts["shuffle"] == ("true" if item.shuffle else "false")
        assert options == [
            (words(one.text), worth if one.correct else wrong, words(one.explain))
            for one in item.options
        ]
    elif item.kind == "true_false":
        right, wrong = ("100", "0") if item.answer else ("0", "100")
        assert options == [
            ("true", right, words(item.explain_true)),
            ("false", wrong, words(item.explain_false)),
        ]
    elif item.kind == "numeric":
        assert [float(options[0][0]), float(facts["tolerances"][0])] == pytest.approx(
            [answer_value(item.answer), item.tolerance]
        )
        for hint, option, tolerance in zip(
            item.hints, options[1:], facts["tolerances"][1:], strict=True
        ):
            middle, half = float(option[0]), float(tolerance)
            assert (middle - half, middle + half) == pytest.approx((hint.low, hint.high))
            assert option[1:] == ("0", words(hint.explain))
        assert words(item.explain) in told
    elif item.kind == "estimate":
        ends = [
            (float(value) - float(tolerance), float(value) + float(tolerance), said)
            for (value, _, said), tolerance in zip(options, facts["tolerances"], strict=True)
        ]
        answer = answer_value(item.answer)
        assert ends[0][:2] == pytest.approx((answer - item.step / 2, answer + item.step / 2))
        sides = {said: (low, high) for low, high, said in ends[1:]}
        if answer > item.min:
            assert sides[words(item.explain_low)] == pytest.approx((item.min, answer))
        if answer < item.max:
            assert sides[words(item.explain_high)] == pytest.approx((answer, item.max))
        assert words(item.explain) in told
    elif item.kind == "order":
        assert [option[0] for option in options] == [words(one.text) for one in item.entries]
        assert [option[1] for option in options] == [str(n + 1) for n in range(len(options))]
        assert all(words(one.explain) in told for one in item.entries)
    else:
        pairs = [(words(one.text), words(one.match)) for one in item.pairs]
        assert facts["pairs"] == pairs + [("", words(match)) for match in item.extra]
        assert all(words(one.explain) in told for one in item.pairs)


def test_a_category_says_module_and_objective(made: Export) -> None:
    root = ElementTree.fromstring(made.files["moodle.xml"])
    paths = [one.text for one in root.findall("question/category/text")]
    assert len(set(paths)) == len(paths)
    assert "$course$/top/A course // on backs/Imaging" in paths
    can = course_objectives()["read-a-prevalence"].can
    assert f"$course$/top/A course // on backs/Imaging/You can {can}" in paths


def test_pictures_come_along(made: Export) -> None:
    name, src = "imaging-words-07", "three-discs.svg"
    there = (images_dir() / src).read_bytes()
    root = ElementTree.fromstring(made.files["moodle.xml"])
    question = next(one for one in root if one.findtext("idnumber") == name)
    assert f'src="@@PLUGINFILE@@/{src}"' in (question.findtext("questiontext/text") or "")
    assert b64decode(question.findtext("questiontext/file") or "") == there
    with ZipFile(io.BytesIO(made.files["quizzes-qti21.zip"])) as packed:
        assert packed.read(f"images/{src}") == there
        assert f'src="../images/{src}"' in packed.read(f"items/{name}.xml").decode()
    with ZipFile(io.BytesIO(made.files["quizzes.apkg"])) as packed:
        assert (packed.read("media"), packed.read("0")) == (f'{{"0": "{src}"}}'.encode(), there)


class Qti:
    """An item of QTI, answered as the specification says."""

    def __init__(self, content: bytes) -> None:
        self.root = ElementTree.fromstring(content)
        self.right = [one.text or "" for one in self.root.iter(f"{QTI}value")]
        self.is_marked = self.root.find(f"{QTI}outcomeDeclaration[@identifier='SCORE']") is not None
        if self.is_marked:
            # The last value is the mark before an answer.
            self.right.pop()
        self.said = {
            one.get("identifier"): inside(one) for one in self.root.iter(f"{QTI}modalFeedback")
        }
        body = self._part("itemBody")
        self.asked = inside(body)
        self.choices = {
            one.get("identifier"): inside(one)
            for tag in ("simpleChoice", "simpleAssociableChoice")
            for one in body.iter(QTI + tag)
        }

    def answer(self, *response: str) -> tuple[float | None, set[str]]:
        """Return the mark for a response, None where there is none, and what is said to it."""
        outcomes: dict[str, Any] = {"FEEDBACK": set()}
        for rule in self._part("responseProcessing"):
            if rule.tag == f"{QTI}setOutcomeValue":
                self._set(rule, response, outcomes)
                continue
            for branch in rule:
                steps = list(branch)
                if branch.tag == f"{QTI}responseElse" or self._holds(steps.pop(0), response):
                    for step in steps:
                        self._set(step, response, outcomes)
                    break
        said = {self.said[name] for name in outcomes["FEEDBACK"]}
        return outcomes.get("SCORE", 0) if self.is_marked else None, said

    def _part(self, name: str) -> Element:
        part = self.root.find(QTI + name)
        assert part is not None
        return part

    def _set(self, rule: Element, response: tuple[str, ...], outcomes: dict[str, Any]) -> None:
        values: list[str] = []
        for one in rule.iter():
            if one.tag == f"{QTI}variable":
                values += response
            elif one.tag == f"{QTI}baseValue":
                values.append(one.text or "")
        if rule.get("identifier") == "SCORE":
            outcomes["SCORE"] = float(values[0])
        else:
            outcomes["FEEDBACK"] = set(values)

    def _holds(self, test: Element, response: tuple[str, ...]) -> bool:
        tag = test.tag.removeprefix(QTI)
        if tag == "match":
            if self._part("responseDeclaration").get("cardinality") == "ordered":
                return list(response) == self.right
            return sorted(response) == sorted(self.right)
        if tag == "equal":
            tolerance = float((test.get("tolerance") or "").split()[0])
            return abs(float(response[0]) - float(self.right[0])) <= tolerance + 1e-9
        ends = [(one.tag, float(one.findtext(f"{QTI}baseValue") or "")) for one in test]
        return all(
            float(response[0]) >= end - 1e-9 if one == f"{QTI}gte" else float(response[0]) <= end
            for one, end in ends
        )


def test_qti_asks_marks_and_answers_as_the_bank_does(made: Export, held: dict[str, Item]) -> None:
    with ZipFile(io.BytesIO(made.files["quizzes-qti21.zip"])) as packed:
        names = [name for name in packed.namelist() if name.startswith("items/")]
        assert names == sorted(f"items/{name}.xml" for name in held)
        for name, item in held.items():
            read = Qti(packed.read(f"items/{name}.xml"))
            assert read.root.get("identifier") == name
            assert read.asked.startswith(words(item.prompt)), name
            assert not item.hint or words(item.hint) in read.asked
            _compare_with_qti(item, read)


def _compare_with_qti(item: Any, read: Qti) -> None:
    told = read.said["all"]
    if item.kind in ("single", "multiple", "true_false"):
        if item.kind == "true_false":
            options = [
                ("true", "True", item.answer, words(item.explain_true)),
                ("false", "False", not item.answer, words(item.explain_false)),
            ]
        else:
            options = [
                (f"option-{n}", words(one.text), one.correct, words(one.explain))
                for n, one in enumerate(item.options, start=1)
            ]
        assert read.choices == {name: text for name, text, _, _ in options}
        right = [name for name, _, correct, _ in options if correct]
        assert read.answer(*right) == (1, {told, *(why for _, _, is_it, why in options if is_it)})
        for name, _, correct, why in options:
            if not correct:
                assert read.answer(name) == (0, {told, why})
                assert item.kind != "multiple" or read.answer(*right, name)[0] == 0
    elif item.kind == "numeric":
        answer = answer_value(item.answer)
        assert read.answer(str(answer)) == (1, {told})
        assert read.answer(str(answer - item.tolerance))[0] == 1
        assert read.answer(str(answer + item.tolerance + 0.01))[0] == 0
        for hint in item.hints:
            assert read.answer(str(hint.low)) == (0, {told, words(hint.explain)})
            assert read.answer(str(hint.high)) == (0, {told, words(hint.explain)})
        assert words(item.explain) in told
    elif item.kind == "estimate":
        answer = answer_value(item.answer)
        assert read.answer(str(answer)) == (None, {told})
        if item.min < answer - item.step:
            assert read.answer(str(item.min)) == (None, {told, words(item.explain_low)})
        if item.max > answer + item.step:
            assert read.answer(str(item.max)) == (None, {told, words(item.explain_high)})
    elif item.kind == "order":
        right = [f"entry-{n}" for n in range(1, len(item.entries) + 1)]
        assert [read.choices[name] for name in right] == [words(one.text) for one in item.entries]
        assert read.answer(*right) == (1, {told})
        assert read.answer(*reversed(right))[0] == 0
    else:
        pairs = [tuple(pair.split()) for pair in read.right]
        assert [(read.choices[a], read.choices[b]) for a, b in pairs] == [
            (words(one.text), words(one.match)) for one in item.pairs
        ]
        left = {text for name, text in read.choices.items() if str(name).startswith("match")}
        assert left == {words(match) for match in item.matches}
        assert read.answer(*read.right) == (1, {told})
        assert read.answer(*read.right[1:])[0] == 0


def test_the_package_lists_what_it_holds(made: Export, held: dict[str, Item]) -> None:
    ns = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
    with ZipFile(io.BytesIO(made.files["quizzes-qti21.zip"])) as packed:
        root = ElementTree.fromstring(packed.read("imsmanifest.xml"))
        listed = {one.get("href") for one in root.iter(f"{ns}file")}
        assert listed | {"imsmanifest.xml"} == set(packed.namelist())
        in_tests = [
            one.get("identifier")
            for name in packed.namelist()
            if name.startswith("tests/")
            for one in ElementTree.fromstring(packed.read(name)).iter(f"{QTI}assessmentItemRef")
        ]
        assert sorted(filter(None, in_tests)) == sorted(held)


def test_another_reader_finds_every_question_in_the_gift_file(
    made: Export, selection: Selection
) -> None:
    questions = parser.parseFile(io.StringIO(made.files["quizzes.gift.txt"].decode()))
    assert all(question.valid for question in questions)
    left = {entry.id for entry, _ in made.left_out["gift"]}
    kinds = {
        "single": "SelectSet",
        "multiple": "MultipleChoicesSet",
        "true_false": "TrueFalseSet",
        "numeric": "NumericAnswerSet",
        "estimate": "NumericAnswerSet",
        "order": "MatchingSet",
        "match": "MatchingSet",
    }
    found = {question.title.split()[0]: question for question in questions}
    expected = {item.id: item for _, item in selection.items() if item.id not in left}
    assert {name: type(one.answers).__name__ for name, one in found.items()} == {
        name: kinds[item.kind] for name, item in expected.items()
    }
    for name, item in expected.items():
        assert gift_words(found[name].text).startswith(words(item.prompt)), name
        answers = getattr(found[name].answers, "answers", [])
        if item.kind in ("single", "multiple"):
            assert {
                (gift_words(one.answer), one.fraction > 0, gift_words(one.feedback))
                for one in answers
            } == {(words(one.text), one.correct, words(one.explain)) for one in item.options}
        elif item.kind == "numeric":
            assert answers[0].value == pytest.approx(answer_value(item.answer))
            assert answers[0].tolerance == pytest.approx(item.tolerance)
        elif item.kind == "order":
            assert {(gift_words(one.question).strip(), one.answer.strip()) for one in answers} == {
                (words(one.text), str(n)) for n, one in enumerate(item.entries, start=1)
            }
        elif item.kind == "match":
            assert [
                (gift_words(one.question).strip(), gift_words(one.answer).strip())
                for one in answers
            ] == [(words(one.text), words(one.match)) for one in item.pairs] + [
                ("", words(match)) for match in item.extra
            ]


def gift_words(text: str) -> str:
    return plain(re.sub(r"\\(.)", r"\1", text))
