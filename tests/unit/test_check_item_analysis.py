"""The statistics of the bank: what it covers, and what gives right answers away."""

from pathlib import Path

import pytest
from course_copy import BANK, CourseCopy

from painlab.check.course import Course, read_course
from painlab.check.item_analysis import ItemAnalysis, analyse_items
from painlab.evidence.load import evidence_from
from painlab.quiz.models import Single
from painlab.quiz.shuffle import shown_order

MORE = """
- id: spine-more-{number:02d}
  kind: single
  objective: read-a-prevalence
  shuffle: {shuffle}
  prompt: Which one is it?
  options:
    - {{text: One two, correct: true, explain: Yes.}}
    - {{text: Six, misconception: finding-is-fate, explain: No.}}
    - {{text: Ten, misconception: other-belief, explain: No.}}
  evidence: [brinjikji2015]
"""


def _analyse(course: CourseCopy) -> ItemAnalysis:
    read: Course = read_course(course.root)
    assert read.findings == []
    with evidence_from(read.evidence):
        return analyse_items(read)


@pytest.fixture
def course(tmp_path: Path) -> CourseCopy:
    course = CourseCopy(tmp_path)
    bank = course.root / BANK
    more = "".join(MORE.format(number=n, shuffle=str(n > 2).lower()) for n in range(1, 7))
    bank.write_text(bank.read_text(encoding="utf-8") + more, encoding="utf-8")
    return course


def test_places_are_those_that_learners_see(course: CourseCopy) -> None:
    facts = _analyse(course)
    items = read_course(course.root).items().values()
    seen = [0, 0, 0]
    for item in items:
        if isinstance(item, Single):
            right = [option.correct for option in item.options].index(True)
            seen[shown_order(item).index(right)] += 1
    assert [one.count for one in facts.answer_positions] == seen
    # Six items have three options, one has two.
    assert [one.expected for one in facts.answer_positions] == [2.5, 2.5, 2.0]
    assert facts.single_choice_items == 7


def test_length_gives_the_right_option_away(course: CourseCopy) -> None:
    facts = _analyse(course)
    # "One two" is the longest of its options six times; "It is common at her age." is not.
    assert facts.right_is_longest == pytest.approx(6 / 7, abs=0.001)
    assert facts.right_is_longest_by_chance == pytest.approx((6 / 3 + 1 / 2) / 7, abs=0.001)
    common = len("It is common at her age.") / len("It will hurt sooner or later.")
    assert facts.length_ratio == pytest.approx((6 * 7 / 3 + common) / 7, abs=0.001)


def test_coverage_counts_items_by_objective_belief_and_kind(course: CourseCopy) -> None:
    file = course.root / "book/objectives.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}- id: not-yet-asked\n  module: imaging\n  can: do more\n")
    facts = _analyse(course)
    assert facts.objectives == {"read-a-prevalence": 8, "not-yet-asked": 0}
    assert facts.thin_objectives == ["not-yet-asked"]
    assert facts.misconceptions == {"finding-is-fate": 8, "other-belief": 6}
    assert facts.kinds == {"single": 7, "true_false": 1}


def test_the_hardest_items_come_first(course: CourseCopy) -> None:
    words = "Heterogeneous radiological terminology complicates interdisciplinary communication?"
    course.change(BANK, "A bulge on a scan is always the cause of pain.", words)
    facts = _analyse(course)
    levels = list(facts.hardest.values())
    assert next(iter(facts.hardest)) == "spine-common-02"
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > 15


def test_examples_of_kinds_do_not_count(course: CourseCopy) -> None:
    bank = course.root / BANK
    bank.rename(bank.with_name("examples.yml"))
    facts = _analyse(course)
    assert facts.kinds == {}
    assert facts.single_choice_items == 0
    assert facts.thin_objectives == []
    assert "none" in "\n".join(facts.as_text())
