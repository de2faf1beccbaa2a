"""``{outcomes}``: what students can do after a module, from ``book/objectives.yml``."""

from __future__ import annotations

from docutils import nodes

from painlab.book.teach.page import Here, bullets
from painlab.quiz.objectives import Objective, course_objectives


def objectives_of(module: str) -> list[Objective]:
    """Return the objectives of a module, in their order."""
    return [one for one in course_objectives().values() if one.module == module]


def outcomes(here: Here, module: str) -> list[nodes.Node]:
    """Return the list of outcomes."""
    return [bullets([[nodes.Text(one.can)] for one in objectives_of(module)])]
