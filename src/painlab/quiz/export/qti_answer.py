"""The answer to a QTI item: how it is declared, marked, and what is said to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from painlab.quiz.export.xml import add, number

ALL = "all"
"""Name of what everyone is told."""


@dataclass
class Asked:
    """What of an item depends on its kind.

    Attributes
    ----------
    cardinality, base_type : of the answer.
    right : the right answer, one string a value; empty where nothing is right or wrong.
    interaction : what the learner does; stands below the question.
    said : what is said to one answer, by the name under which it is shown.
    conditions : rules that choose among `said`; where there are none, the answer's own names do.
    tolerance : how far off still counts as right; None where the answer is no number.
    """

    cardinality: str
    base_type: str
    right: list[str]
    interaction: Element
    said: dict[str, str] = field(default_factory=dict)
    conditions: dict[str, tuple[float | None, float | None]] = field(default_factory=dict)
    tolerance: float | None = None


def declare(root: Element, asked: Asked) -> None:
    """Append the declarations of the answer, of its mark where it has one, and of what is said."""
    shape = {"cardinality": asked.cardinality, "baseType": asked.base_type}
    response = add(root, "responseDeclaration", identifier="RESPONSE", **shape)
    if asked.right:
        correct = add(response, "correctResponse")
        for value in asked.right:
            add(correct, "value", value)
        mark = {"cardinality": "single", "baseType": "float", "normalMaximum": "1"}
        score = add(root, "outcomeDeclaration", identifier="SCORE", **mark)
        add(add(score, "defaultValue"), "value", "0")
    names = {"cardinality": "multiple", "baseType": "identifier"}
    add(root, "outcomeDeclaration", identifier="FEEDBACK", **names)


def process(root: Element, asked: Asked) -> None:
    """Append the rules that mark an answer and choose what is said to it."""
    rules = add(root, "responseProcessing")
    if asked.right:
        condition = add(rules, "responseCondition")
        test = add(condition, "responseIf")
        if asked.tolerance is None:
            compare = add(test, "match")
        else:
            both = f"{number(asked.tolerance)} {number(asked.tolerance)}"
            compare = add(test, "equal", toleranceMode="absolute", tolerance=both)
        add(compare, "variable", identifier="RESPONSE")
        add(compare, "correct", identifier="RESPONSE")
        score = add(test, "setOutcomeValue", identifier="SCORE")
        add(score, "baseValue", "1", baseType="float")
    if asked.conditions:
        _choose(rules, asked)
    else:
        # The names of the options are the names of what is said to them.
        said = _say(rules)
        if asked.said:
            said.insert(0, Element("variable", identifier="RESPONSE"))


def _choose(rules: Element, asked: Asked) -> None:
    """Say what belongs to the first range that the number lies in, and what everyone is told."""
    condition = add(rules, "responseCondition")
    for place, (name, (low, high)) in enumerate(asked.conditions.items()):
        test = add(condition, "responseElseIf" if place else "responseIf")
        inside = add(test, "and")
        for end, compare in ((low, "gte"), (high, "lte")):
            if end is not None:
                there = add(inside, compare)
                add(there, "variable", identifier="RESPONSE")
                add(there, "baseValue", number(end), baseType="float")
        _say(test, *([name] if name in asked.said else []))
    _say(add(condition, "responseElse"))


def _say(rules: Element, *names: str) -> Element:
    """Show what stands under `names`, and what everyone is told; return the list of names."""
    shown = add(add(rules, "setOutcomeValue", identifier="FEEDBACK"), "multiple")
    for name in (*names, ALL):
        add(shown, "baseValue", name, baseType="identifier")
    return shown
