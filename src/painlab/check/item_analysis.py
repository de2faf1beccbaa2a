"""Statistics of the item bank itself: what it covers, and what gives right answers away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from painlab.check.course import Course
from painlab.check.objectives import FEWEST_ITEMS, items_by_objective
from painlab.check.readability import grade
from painlab.quiz.misconceptions import misconceptions
from painlab.quiz.models import Item, Match, Multiple, Order, Single
from painlab.quiz.shuffle import shown_order
from painlab.quiz.state import words

_HARDEST = 10


@dataclass(frozen=True)
class Position:
    """How often the right option is shown at one place, and how often chance would put it there."""

    place: int
    count: int
    expected: float


@dataclass(frozen=True)
class ItemAnalysis:
    """Facts about the items of a course; those that only show how a kind works are left out.

    Attributes
    ----------
    kinds : number of items and forms of each kind.
    objectives : number of items of each objective in ``objectives.yml``, and of unknown ones.
    thin_objectives : those with fewer than two items.
    misconceptions : number of items that catch each.
    single_choice_items : how many the next four are about.
    answer_positions : where the right option stands as learners see it.
    right_is_longest : share of items whose right option is the longest, or as long as it, 0 to 1.
    right_is_longest_by_chance : the same share if the right option were drawn.
    length_ratio : length of the right option over the mean length of the wrong ones, mean of items.
    hardest : reading grade of prompt and options of the ten hardest items.
    """

    kinds: dict[str, int]
    objectives: dict[str, int]
    thin_objectives: list[str]
    misconceptions: dict[str, int]
    single_choice_items: int
    answer_positions: tuple[Position, ...]
    right_is_longest: float
    right_is_longest_by_chance: float
    length_ratio: float
    hardest: dict[str, float]

    def as_text(self) -> list[str]:
        """Return the facts as lines to read."""
        positions = ", ".join(
            f"{one.count} at {one.place} (chance {one.expected:.1f})"
            for one in self.answer_positions
        )
        return [
            *_table("Items and forms by kind", self.kinds),
            *_table("Items by objective", self.objectives),
            f"Objectives with fewer than {FEWEST_ITEMS} items: {len(self.thin_objectives)}.",
            *(f"  {name}" for name in self.thin_objectives),
            f"Place of the right option, as shown, in {self.single_choice_items} single-choice "
            f"items: {positions or 'none'}.",
            f"The right option is the longest in {self.right_is_longest:.0%} of them (chance "
            f"{self.right_is_longest_by_chance:.0%}) and {self.length_ratio:.2f} times as long as "
            "the others; learners notice.",
            *_table("Misconceptions by items that catch them", self.misconceptions),
            "Reading grade of prompt and options, hardest first:",
            *(f"  {level:4.1f}  {name}" for name, level in self.hardest.items()),
        ]


def analyse_items(course: Course) -> ItemAnalysis:
    """Return the facts about the items of `course`."""
    banks = [bank for bank in course.banks if not bank.shows_examples]
    items = [item for bank in banks for item in bank.items]
    kinds = [item.kind for item in items] + [form.kind for bank in banks for form in bank.forms]
    counted = items_by_objective(course)
    examples = (bank for bank in course.banks if bank.shows_examples)
    exemplified = {item.objective for bank in examples for item in bank.items}
    objectives = {name: counted[name] for name in dict.fromkeys([*course.objectives, *counted])}
    caught = [name for item in items for name in {one for _, one in misconceptions(item)}]
    singles = [item for item in items if isinstance(item, Single)]
    grades = sorted(((round(_grade(item), 1), item.id) for item in items), key=_hardest_first)
    return ItemAnalysis(
        kinds=_counted(kinds),
        objectives=objectives,
        thin_objectives=[
            name
            for name, count in objectives.items()
            if count < FEWEST_ITEMS and name not in exemplified
        ],
        misconceptions=_counted(caught),
        single_choice_items=len(singles),
        answer_positions=tuple(_positions(singles)),
        right_is_longest=_mean([_right_is_longest(item) for item in singles]),
        right_is_longest_by_chance=_mean([1 / len(item.options) for item in singles]),
        length_ratio=_mean([_length_ratio(item) for item in singles]),
        hardest={name: level for level, name in grades[:_HARDEST]},
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda entry: (-entry[1], entry[0])))


def _positions(singles: Sequence[Single]) -> Iterator[Position]:
    places = Counter(shown_order(item).index(_right(item)) for item in singles)
    for place in range(max((len(item.options) for item in singles), default=0)):
        expected = sum(1 / len(one.options) for one in singles if len(one.options) > place)
        yield Position(place + 1, places[place], round(expected, 1))


def _right(item: Single) -> int:
    return next(index for index, option in enumerate(item.options) if option.correct)


def _lengths(item: Single) -> tuple[int, list[int]]:
    """Return the length of the right option, and of the wrong ones, as learners read them."""
    lengths = [len(words(option.text)) for option in item.options]
    return lengths.pop(_right(item)), lengths


def _right_is_longest(item: Single) -> bool:
    right, wrong = _lengths(item)
    return right >= max(wrong)


def _length_ratio(item: Single) -> float:
    right, wrong = _lengths(item)
    return right / fmean(wrong)


def _grade(item: Item) -> float:
    texts = [item.prompt]
    if isinstance(item, Single | Multiple):
        texts += [option.text for option in item.options]
    elif isinstance(item, Order):
        texts += [entry.text for entry in item.entries]
    elif isinstance(item, Match):
        texts += [f"{pair.text} {pair.match}" for pair in item.pairs]
    return grade(" ".join(_sentence(words(text)) for text in texts))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", '."', '?"')) else f"{text}."


def _hardest_first(entry: tuple[float, str]) -> tuple[float, str]:
    return -entry[0], entry[1]


def _mean(values: Sequence[float]) -> float:
    return round(fmean(values), 3) if values else 0.0


def _table(title: str, counts: dict[str, int]) -> list[str]:
    return [f"{title}:", *(f"  {count:4d}  {name}" for name, count in counts.items())]
