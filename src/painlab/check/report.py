"""What is no error but worth a look: pages due, unused keys and items, grades, item statistics."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from painlab.check.course import Course
from painlab.check.item_analysis import ItemAnalysis, analyse_items
from painlab.check.readability import readings
from painlab.check.registries import piece_code
from painlab.evidence.load import evidence_from
from painlab.evidence.uses import covering, find_uses


@dataclass(frozen=True)
class Report:
    """Facts about a course.

    Attributes
    ----------
    grades : Flesch-Kincaid grade by file.
    due : pages whose next review was to be made by today, the longest due first.
    unused_keys, unused_items : what no page, quiz, notebook or chart calls.
    items : statistics of the item bank.
    """

    grades: dict[str, float]
    due: list[str]
    unused_keys: list[str]
    unused_items: list[str]
    items: ItemAnalysis

    def as_dict(self) -> dict[str, object]:
        """Return the facts, for ``--format json``."""
        return asdict(self)

    def as_text(self) -> str:
        """Return the facts as lines to read."""
        return "\n".join(
            [
                "Reading grade by file:",
                *(f"  {grade:4.1f}  {path}" for path, grade in self.grades.items()),
                *self.items.as_text(),
                *_listed("Pages due for review", self.due),
                *_listed("Keys that nothing uses", self.unused_keys),
                *_listed("Quiz items that no page, piece or notebook uses", self.unused_items),
            ]
        )


def make_report(course: Course) -> Report:
    """Return the facts about `course`."""
    uses = find_uses(course.root)
    known = list(course.evidence.keys())
    with evidence_from(course.evidence):
        grades = {reading.path: round(reading.grade, 1) for reading in readings(course)}
        items = analyse_items(course)
    return Report(
        grades=grades,
        due=pages_due(course, date.today()),
        unused_keys=[key for key in known if not any(used in uses for used in covering(key))],
        unused_items=_unused_items(course),
        items=items,
    )


def pages_due(course: Course, today: date) -> list[str]:
    """Return the pages whose next review was to be made by `today`, the longest due first."""
    dated = ((page.front.get("next_review"), page.path) for page in course.pages)
    due = ((day, path) for day, path in dated if isinstance(day, date) and day <= today)
    return [path for _, path in sorted(due)]


def _unused_items(course: Course) -> list[str]:
    called = {
        name
        for page in course.pages
        for directive in page.directives("quiz")
        for name in directive.argument.split()
    }
    labs = (course.root / "notebooks").glob("*.ipynb")
    code = "".join([*piece_code().values(), *(lab.read_text(encoding="utf-8") for lab in labs)])
    return [
        item.id for item in course.items().values() if item.id not in called and item.id not in code
    ]


def _listed(title: str, names: list[str]) -> list[str]:
    return [f"{title}: {len(names)}.", *(f"  {name}" for name in names)]
