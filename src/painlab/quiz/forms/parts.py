"""The parts of forms: levels of a checklist, questions, statements and fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from painlab.quiz.parts import ItemId, Slug, Strict, Text

TYPED_LIMIT = 4000
"""Most characters a learner may write into one field of a plan."""

Title = Annotated[Text, Field(max_length=80)]
Tone = Literal["now", "week", "routine"]
"""How soon help is needed: at once, within days, at an ordinary visit."""


class Level(Strict):
    """Signs that are equally urgent.

    Attributes
    ----------
    id : name of the level, for messages and styles.
    heading : what the signs are about.
    statements : the signs, one box to tick each.
    show : what to do when one of them is ticked.
    tone : how soon.
    """

    id: Slug
    heading: Text
    statements: tuple[Text, ...] = Field(min_length=1, max_length=15)
    show: Text
    tone: Tone


class Reply(Strict):
    """One answer to a question of a reflection.

    Attributes
    ----------
    text : what the learner chooses.
    say : what is said to it.
    note : a line for the learner's list of notes.
    """

    text: Text
    say: Text
    note: Text | None = None


class Question(Strict):
    """A question without a right answer.

    Attributes
    ----------
    id : its name; answers are kept under it.
    text : the question.
    options : the answers to choose from, each with what is said to it.
    """

    id: Slug
    text: Text
    options: tuple[Reply, ...] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def _options_differ(self) -> Self:
        if twice := repeated(option.text for option in self.options):
            raise ValueError(f"two options say '{twice}'; change or remove one")
        return self


class Statement(Strict):
    """A statement to agree or disagree with.

    Attributes
    ----------
    id : its name; answers are kept under it.
    text : the statement.
    explain : what the evidence says about it, shown after the second time.
    """

    id: Slug
    text: Text
    explain: Text | None = None


class Earlier(Strict):
    """Where a field of a plan may take words from: another form, filled in before.

    Attributes
    ----------
    form : id of the other form.
    occasion : for a survey, which of its two times.
    parts : which of its questions, statements or fields; all of them when left out.
    """

    form: ItemId
    occasion: Literal["", "before", "after"] = ""
    parts: tuple[Slug, ...] = Field(default=(), max_length=12)


class PlanField(Strict):
    """A heading of a plan, and room to write.

    Attributes
    ----------
    id : its name; the words are kept under it.
    label : the heading.
    help : what to write here.
    rows : how many lines are shown empty.
    source : another form whose answers can be brought in; ``from`` in the bank.
    """

    id: Slug
    label: Title
    help: Text | None = None
    rows: Annotated[int, Field(strict=True, ge=1, le=20)] = 3
    source: Earlier | None = Field(default=None, alias="from")


def repeated(words: Iterable[str]) -> str:
    """Return the first word that stands twice, leaving spaces at the ends aside; else nothing."""
    seen: set[str] = set()
    for word in words:
        key = word.strip()
        if key in seen:
            return key
        seen.add(key)
    return ""
