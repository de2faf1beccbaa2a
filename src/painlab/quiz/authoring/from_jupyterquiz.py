"""Turn the questions of a jupyterquiz file into items; nothing is lost without being named.

The format is that of jupyterquiz 2.9: a list of questions of the types ``multiple_choice``,
``many_choice``, ``numeric`` and ``string``, their texts in HTML.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from painlab.findings import ContentError, Finding, nearest
from painlab.quiz.authoring.new_item import MISCONCEPTION, REASON, RIGHT, WRONG
from painlab.quiz.authoring.numeric_answers import numeric_fields
from painlab.quiz.authoring.plain_markup import from_code, from_html
from painlab.quiz.errors import explain, independent
from painlab.quiz.models import ITEM
from painlab.yaml_source import Route, Source, read_yaml

EVIDENCE = "brinjikji2015"
"""Key written where an item must say what it rests on; marked as a placeholder."""

_RULE = "jupyterquiz"
_TYPES = ("multiple_choice", "many_choice", "numeric", "string")
_QUESTION = ("question", "type", "answers", "code", "precision")
_CHOICE = ("answer", "code", "correct", "feedback")


@dataclass
class Imported:
    """What an import gave.

    Attributes
    ----------
    items : text of each item, ready to be appended to a bank.
    findings : what could not be carried over, by question.
    """

    items: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def import_questions(path: Path, ids: Sequence[str], objective: str) -> Imported:
    """Read a jupyterquiz file.

    Parameters
    ----------
    path : the JSON file.
    ids : ids for the new items; at least as many as there are questions.
    objective : the learning objective of all of them.

    Raises
    ------
    ContentError
        When the file is no list of questions; the message names line, column and what mends it.
    """
    questions, source = read_questions(path)
    result = Imported()
    for index, raw in enumerate(questions):
        question = _Question(raw, index, source)
        if text := question.item(ids[len(result.items)], objective):
            result.items.append(text)
        result.findings += sorted(question.findings)
    return result


def read_questions(path: Path) -> tuple[list[Any], Source]:
    """Return the questions of a file, and where each part of it stands.

    Raises
    ------
    ContentError
        When the file is no list of questions.
    """
    shown = path.name
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        message = "the file is not UTF-8 text; save it as UTF-8."
        raise ContentError([Finding(shown, 0, _RULE, "", message)]) from error
    except json.JSONDecodeError as error:
        message = (
            f"broken JSON: {error.msg[:1].lower()}{error.msg[1:]}; mend it here or just before."
        )
        finding = Finding(shown, error.lineno, _RULE, "", message, error.colno)
        raise ContentError([finding]) from error
    if not isinstance(data, list) or not data:
        message = 'the file must be a list of questions: [{"question": …, "type": …}, …].'
        raise ContentError([Finding(shown, 1, _RULE, "", message, 1)])
    try:
        # JSON is YAML too, but for rare escapes; its reader knows where each part stands.
        return data, read_yaml(path, shown)
    except ContentError:
        return data, Source(shown, data)


class _LeftOutError(ValueError):
    """A question that cannot become an item: where the reason lies, and the reason."""


class _Question:
    """One question on its way, with what it loses."""

    def __init__(self, raw: Any, index: int, source: Source) -> None:
        self.raw = raw
        self.index = index
        self.source = source
        self.findings: list[Finding] = []

    def lose(self, route: Route, message: str) -> None:
        name = f"question {self.index + 1}"
        where = (self.index, *route)
        self.findings.append(self.source.finding(where, _RULE, name, f"{message}."))

    def item(self, name: str, objective: str) -> str:
        """Return the item as text for a bank, or an empty text when it cannot become one."""
        try:
            item = {"id": name, **self._fields(objective)}
        except _LeftOutError as error:
            route, why = error.args
            self.lose(route, f"left out: {why}")
            return ""
        if problem := _problem(item):
            self.lose((), f"left out: {problem}")
            return ""
        return _as_yaml(item)

    def _fields(self, objective: str) -> dict[str, Any]:
        raw = self.raw
        if not isinstance(raw, dict):
            raise _LeftOutError((), "a question must be an object with 'question' and 'type'")
        kind = raw.get("type")
        if kind == "string":
            raise _LeftOutError(
                ("type",), "answers typed as text cannot be judged here; write it as a choice"
            )
        if kind not in _TYPES:
            known = ", ".join(_TYPES)
            hint = nearest(str(kind), _TYPES)
            raise _LeftOutError(("type",), f"unknown type '{kind}'.{hint} Known are {known}")
        answers = raw.get("answers")
        if not isinstance(answers, list) or not all(isinstance(one, dict) for one in answers):
            raise _LeftOutError(("answers",), "'answers' must be a list of objects")
        fields = self._numeric(answers) if kind == "numeric" else self._choice(answers)
        for name in raw:
            if name not in _QUESTION or (name == "precision" and kind != "numeric"):
                self.lose((name,), f"the field '{name}' is not carried over: {_short(raw[name])}")
        prompt = self._text(raw, "question", ())
        head = {"kind": fields.pop("kind"), "objective": objective, "prompt": prompt}
        return {**head, **fields}

    def _text(self, part: dict[str, Any], name: str, route: Route) -> str:
        """Return a text with the code that belongs to it."""
        found = []
        for key, read in ((name, from_html), ("code", from_code)):
            if part.get(key):
                text, lost = read(str(part[key]))
                found.append(text)
                for sentence in lost:
                    self.lose((*route, key), sentence)
        return "\n\n".join(found)

    def _feedback(self, part: dict[str, Any], route: Route, missing: str) -> str:
        said = str(part.get("feedback") or "").strip()
        if not said:
            return missing
        text, lost = from_html(said)
        for sentence in lost:
            self.lose((*route, "feedback"), sentence)
        return text

    def _choice(self, answers: list[dict[str, Any]]) -> dict[str, Any]:
        right = sum(one.get("correct") is True for one in answers)
        if right == 0:
            raise _LeftOutError(("answers",), "no answer is marked correct; mark one")
        if right == len(answers):
            raise _LeftOutError(("answers",), "every answer is marked correct; add a wrong one")
        kind = "single" if right == 1 else "multiple"
        if (kind == "single") != (self.raw["type"] == "multiple_choice"):
            self.lose(("type",), f"became '{kind}', for {right} of its answers are correct")
        options = []
        for index, one in enumerate(answers):
            route: Route = ("answers", index)
            correct = one.get("correct") is True
            option: dict[str, Any] = {"text": self._text(one, "answer", route)}
            option |= {"correct": True} if correct else {"misconception": MISCONCEPTION}
            option["explain"] = self._feedback(one, route, RIGHT if correct else WRONG)
            options.append(option)
            for name in one:
                if name not in _CHOICE:
                    self.lose((*route, name), f"'{name}' is not carried over: {_short(one[name])}")
        return {"kind": kind, "options": options}

    def _numeric(self, answers: list[dict[str, Any]]) -> dict[str, Any]:
        fields = numeric_fields(answers, self.raw.get("precision"), self.lose)
        if fields is None:
            raise _LeftOutError(("answers",), "no number is marked correct; mark one")
        right, place = fields.pop("right")
        fields["answer"]["because"] = self._feedback(right, ("answers", place), REASON)
        for hint in fields["hints"]:
            one, place = hint.pop("from")
            hint["misconception"] = MISCONCEPTION
            hint["explain"] = self._feedback(one, ("answers", place), WRONG)
        if not fields["hints"]:
            del fields["hints"]
        return {"kind": "numeric", **fields, "explain": REASON}


def _problem(item: dict[str, Any]) -> str:
    try:
        ITEM.validate_python({**item, "evidence": [EVIDENCE]})
    except ValidationError as error:
        return " ".join(explain(one, item)[1] for one in independent(error)).rstrip(".")
    return ""


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 200 else f"{text[:199]}…"


class _BankStyle(yaml.SafeDumper):
    """Writes YAML as our banks have it: lists indented under their key, paragraphs as they are."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists too."""
        super().increase_indent(flow, False)


def _words(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_BankStyle.add_representer(str, _words)


def _as_yaml(item: dict[str, Any]) -> str:
    body = yaml.dump(item, Dumper=_BankStyle, sort_keys=False, allow_unicode=True, width=10_000)
    body += f"evidence: [{EVIDENCE}]  # placeholder: the keys this rests on\n"
    lines = (f"  {line}" if line.strip() else "" for line in body.splitlines())
    return "- " + "\n".join(lines).removeprefix("  ") + "\n"
