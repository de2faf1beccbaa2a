"""The course as map, progress and review see it: modules, their lessons, their questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from painlab.book.page_notes import noted, page_notes
from painlab.quiz.bank import course_items
from painlab.quiz.models import Draw, Estimate, Item
from painlab.quiz.objectives import Objective, course_objectives

LESSON_KINDS = ("lesson", "decision-aid", "opening", "closing")
"""Kinds of page that a reader reads and that are noted as read."""

TEACHING = ("lesson", "decision-aid")
"""Those that teach something new."""

_ASKED = "asked"


@dataclass(frozen=True)
class Lesson:
    """A page that is read, with the ids of the questions on it, each once, in order.

    Attributes
    ----------
    minutes : how long it takes, by its front matter; 0 where that is not said.
    """

    name: str
    title: str
    kind: str
    items: tuple[str, ...]
    minutes: int = 0

    @property
    def module(self) -> str:
        """The folder it stands in."""
        return self.name.rpartition("/")[0].rpartition("/")[2]


@dataclass(frozen=True)
class CourseMap:
    """All lessons in the order of the table of contents."""

    lessons: tuple[Lesson, ...]

    @property
    def modules(self) -> dict[str, list[Lesson]]:
        """The lessons by module."""
        found: dict[str, list[Lesson]] = {}
        for lesson in self.lessons:
            found.setdefault(lesson.module, []).append(lesson)
        return found

    def title_of(self, module: str) -> str:
        """Return the title of a module: that of its opening page, else of its first lesson."""
        lessons = self.modules[module]
        return next((one.title for one in lessons if one.kind == "opening"), lessons[0].title)

    @cached_property
    def homes(self) -> dict[str, int]:
        """Each question on a lesson page, with the index of the lesson to go back to for it.

        A question may stand on several pages. Its home is the first that teaches; an opening or
        closing page only where no other holds it.
        """
        teaching = [i for i, lesson in enumerate(self.lessons) if lesson.kind in TEACHING]
        others = [i for i in range(len(self.lessons)) if i not in teaching]
        homes: dict[str, int] = {}
        for index in (*teaching, *others):
            for name in self.lessons[index].items:
                homes.setdefault(name, index)
        return dict(sorted(homes.items(), key=lambda home: home[1]))

    def graded(self) -> dict[str, Item]:
        """Return the questions with a right answer, in the order of their homes."""
        items = course_items()
        found = {name: items[name] for name in self.homes if name in items}
        return {name: one for name, one in found.items() if not isinstance(one, Draw | Estimate)}

    def objectives(self) -> list[tuple[Objective, list[str]]]:
        """Return each objective that lessons ask about, with its graded questions."""
        graded = self.graded()
        pairs = [
            (objective, [name for name, item in graded.items() if item.objective == objective.id])
            for objective in course_objectives().values()
        ]
        return [(objective, names) for objective, names in pairs if names]


def course_map(app: Sphinx) -> CourseMap:
    """Read the map off the pages, once all of them have been read.

    Parameters
    ----------
    app : the running build; its environment knows titles, kinds and the table of contents.
    """
    env = app.env
    relations = env.collect_relations()
    asked = noted(env, _ASKED)
    name: str | None = app.config.root_doc
    lessons: list[Lesson] = []
    while name:
        kind = str(env.metadata[name].get("kind", ""))
        if kind in LESSON_KINDS:
            items = tuple(asked.get(name, {}))
            minutes = int(env.metadata[name].get("minutes", 0))
            lessons.append(Lesson(name, env.titles[name].astext(), kind, items, minutes))
        name = relations[name][2] if name in relations else None
    return CourseMap(tuple(lessons))


def note_asked(env: BuildEnvironment, items: Iterable[str]) -> None:
    """Keep for the map that the page now read asks these questions."""
    page_notes(env, env.docname).setdefault(_ASKED, {}).update(dict.fromkeys(items))
