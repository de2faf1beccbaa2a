"""What is no error but worth a look: unused keys and items, grades, and tells in quiz answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass

from painlab.check.course import Course
from painlab.check.readability import readings
from painlab.check.registries import piece_code
from painlab.evidence.load import evidence_from
from painlab.evidence.uses import covers, find_uses
from painlab.quiz.models import Item, Single


@dataclass(frozen=True)
class Report:
    """Facts about a course.

    Attributes
    ----------
    grades : Flesch-Kincaid grade by file.
    unused_keys, unused_items : what no page, quiz, notebook or chart calls.
    objectives : number of items by objective.
    answer_positions : how often the right option of a single choice stands first, second, ...
    right_is_longest : of how many single-choice items the right option is the longest.
    single_choice_items : how many there are.
    """

    grades: dict[str, float]
    unused_keys: list[str]
    unused_items: list[str]
    objectives: dict[str, int]
    answer_positions: dict[int, int]
    right_is_longest: int
    single_choice_items: int

    def as_dict(self) -> dict[str, object]:
        """Return the facts, for ``--format json``."""
        return asdict(self)

    def as_text(self) -> str:
        """Return the facts as lines to read."""
        positions = ", ".join(
            f"{count} at {place}" for place, count in self.answer_positions.items()
        )
        return "\n".join(
            [
                "Reading grade by file:",
                *(f"  {grade:4.1f}  {path}" for path, grade in self.grades.items()),
                "Items by objective:",
                *(f"  {count:4d}  {objective}" for objective, count in self.objectives.items()),
                f"Place of the right option in {self.single_choice_items} single-choice items: "
                f"{positions or 'none'}.",
                f"The right option is the longest in {self.right_is_longest} of them; "
                "learners notice when it is often.",
                *_listed("Keys that nothing uses", self.unused_keys),
                *_listed("Quiz items that no page, piece or notebook uses", self.unused_items),
            ]
        )


def make_report(course: Course) -> Report:
    """Return the facts about `course`."""
    uses = find_uses(course.root)
    known = list(course.evidence.keys())
    singles = [item for item in course.items().values() if isinstance(item, Single)]
    places = Counter(_right(item) + 1 for item in singles)
    with evidence_from(course.evidence):
        grades = {reading.path: round(reading.grade, 1) for reading in readings(course)}
    return Report(
        grades=grades,
        unused_keys=[key for key in known if not any(covers(used, key) for used in uses)],
        unused_items=_unused_items(course),
        objectives=dict(sorted(Counter(item.objective for item in _items(course)).items())),
        answer_positions=dict(sorted(places.items())),
        right_is_longest=sum(_right_is_longest(item) for item in singles),
        single_choice_items=len(singles),
    )


def _items(course: Course) -> list[Item]:
    return list(course.items().values())


def _unused_items(course: Course) -> list[str]:
    called = {
        name
        for page in course.pages
        for directive in page.directives("quiz")
        for name in directive.argument.split()
    }
    labs = (course.root / "notebooks").glob("*.ipynb")
    code = "".join([*piece_code().values(), *(lab.read_text(encoding="utf-8") for lab in labs)])
    return [item.id for item in _items(course) if item.id not in called and item.id not in code]


def _right(item: Single) -> int:
    return next(index for index, option in enumerate(item.options) if option.correct)


def _right_is_longest(item: Single) -> bool:
    lengths = [len(option.text) for option in item.options]
    return lengths[_right(item)] == max(lengths)


def _listed(title: str, names: list[str]) -> list[str]:
    return [f"{title}: {len(names)}.", *(f"  {name}" for name in names)]
