"""What an ungraded form may say: one model a kind, told apart by ``kind``.

A form has no right answer and no score. The models check shape and wording; whether an evidence
key or another form exists is for :mod:`painlab.quiz.bank`.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, TypeAdapter, model_validator

from painlab.quiz.forms.parts import Level, PlanField, Question, Statement, Title, repeated
from painlab.quiz.parts import ItemId, Key, Label, Strict, Text

OCCASIONS = ("before", "after")
"""When a survey is filled in."""


class _Form(Strict):
    """What every form has.

    Attributes
    ----------
    id : ``module-topic-NN``.
    title : heading of the form.
    prompt : what it is for and how to use it.
    evidence : keys its texts rest on: a study, a figure or a computed figure; may be empty.
    store : whether what the learner says is kept on the device.
    gate : id of a checklist that comes first; this form opens only when nothing urgent is ticked.
    """

    id: ItemId
    title: Title
    prompt: Text
    evidence: tuple[Key, ...] = Field(default=(), max_length=20)
    store: Annotated[bool, Field(strict=True)] = True
    gate: ItemId | None = None

    @model_validator(mode="after")
    def _is_not_its_own_gate(self) -> Self:
        if self.gate == self.id:
            raise ValueError("gate: a form cannot be its own gate; name a checklist")
        return self


class Checklist(_Form):
    """Signs to tick, and what to do about them; anything urgent means stop.

    Attributes
    ----------
    levels : groups of signs, the most urgent first.
    clear : said when the learner ticks "None of these".
    """

    kind: Literal["checklist"]
    levels: tuple[Level, ...] = Field(min_length=1, max_length=6)
    clear: Text

    @property
    def is_safety(self) -> bool:
        """Whether it names anything that cannot wait."""
        return any(level.tone != "routine" for level in self.levels)

    @model_validator(mode="after")
    def _goes_from_urgent_to_routine(self) -> Self:
        order = ["now", "week", "routine"]
        for before, after in zip(self.levels, self.levels[1:], strict=False):
            if order.index(after.tone) < order.index(before.tone):
                raise ValueError(
                    f"levels: '{after.id}' is more urgent than '{before.id}' above it; "
                    "put the most urgent level first"
                )
        return self

    @model_validator(mode="after")
    def _says_nothing_twice(self) -> Self:
        if twice := repeated(level.id for level in self.levels):
            raise ValueError(f"levels: two levels have the id '{twice}'; rename one")
        said = [text for level in self.levels for text in level.statements]
        if twice := repeated(said):
            raise ValueError(f"levels: two statements say '{twice}'; change or remove one")
        return self

    @model_validator(mode="after")
    def _keeps_no_signs(self) -> Self:
        if self.is_safety and self.store:
            raise ValueError("a safety checklist is never stored; add 'store: false'")
        if self.gate:
            raise ValueError("gate: a checklist is a gate itself; remove this field")
        return self


class Reflection(_Form):
    """Questions without right answers; each answer is met with a message.

    Attributes
    ----------
    questions : asked one below the other.
    notes_title : heading of the notes that the answers leave, to take along.
    closing : said when every question has an answer.
    """

    kind: Literal["reflection"]
    questions: tuple[Question, ...] = Field(min_length=1, max_length=12)
    notes_title: Title | None = None
    closing: Text | None = None

    @model_validator(mode="after")
    def _asks_nothing_twice(self) -> Self:
        if twice := repeated(question.id for question in self.questions):
            raise ValueError(f"questions: two questions have the id '{twice}'; rename one")
        if twice := repeated(question.text for question in self.questions):
            raise ValueError(f"questions: two questions ask '{twice}'; change or remove one")
        return self

    @model_validator(mode="after")
    def _names_its_notes(self) -> Self:
        noted = any(option.note for one in self.questions for option in one.options)
        if noted and not self.notes_title:
            raise ValueError('name the list of notes with "notes_title: ..."')
        if self.notes_title and not noted:
            raise ValueError("notes_title: no answer leaves a note; add one or remove the title")
        return self


class Survey(_Form):
    """The same statements before and after a lesson; the learner sees what has changed.

    Attributes
    ----------
    statements : what to agree or disagree with.
    scale : the words of the scale, from one end to the other.
    """

    kind: Literal["survey"]
    statements: tuple[Statement, ...] = Field(min_length=1, max_length=12)
    scale: tuple[Label, ...] = Field(min_length=3, max_length=7)

    @model_validator(mode="after")
    def _says_nothing_twice(self) -> Self:
        if twice := repeated(statement.id for statement in self.statements):
            raise ValueError(f"statements: two statements have the id '{twice}'; rename one")
        if twice := repeated(statement.text for statement in self.statements):
            raise ValueError(f"statements: two statements say '{twice}'; change or remove one")
        if twice := repeated(self.scale):
            raise ValueError(f"scale: two points are called '{twice}'; rename one")
        return self

    @model_validator(mode="after")
    def _is_kept(self) -> Self:
        if not self.store:
            raise ValueError("store: a survey shows the first answers again; it must be stored")
        return self


class Plan(_Form):
    """Free text under headings, from which a page to print is made.

    Attributes
    ----------
    fields : the headings, in order.
    """

    kind: Literal["plan"]
    fields: tuple[PlanField, ...] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _asks_nothing_twice(self) -> Self:
        if twice := repeated(field.id for field in self.fields):
            raise ValueError(f"fields: two fields have the id '{twice}'; rename one")
        if twice := repeated(field.label for field in self.fields):
            raise ValueError(f"fields: two fields are called '{twice}'; rename one")
        if any(field.source and field.source.form == self.id for field in self.fields):
            raise ValueError("fields: a plan cannot take words from itself; name another form")
        return self


class Certificate(_Form):
    """A sheet to print that says what the learner has done; the name on it is never kept.

    Attributes
    ----------
    course : the title of the course, as it stands on the sheet.
    limits : what the sheet does not show, and who does not stand behind it.
    """

    kind: Literal["certificate"]
    course: Title
    limits: Text

    @model_validator(mode="after")
    def _keeps_no_name(self) -> Self:
        if self.store:
            raise ValueError("a certificate keeps no name; add 'store: false'")
        return self


Form = Checklist | Reflection | Survey | Plan | Certificate
FORM_KINDS: dict[str, type[Form]] = {
    "checklist": Checklist,
    "reflection": Reflection,
    "survey": Survey,
    "plan": Plan,
    "certificate": Certificate,
}
FORM: TypeAdapter[Form] = TypeAdapter(Annotated[Form, Field(discriminator="kind")])
"""Validates one form as a bank holds it."""


def check_occasion(form: Form, occasion: str) -> None:
    """Refuse an `occasion` on which `form` cannot be filled in.

    Raises
    ------
    ValueError
        When a survey has none, or another kind has one.
    """
    if isinstance(form, Survey):
        if occasion not in OCCASIONS:
            raise ValueError(f"the survey '{form.id}' needs the occasion 'before' or 'after'.")
    elif occasion:
        raise ValueError(f"'{form.id}' is a {form.kind}; only a survey has an occasion.")
