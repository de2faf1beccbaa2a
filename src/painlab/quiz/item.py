"""What every quiz item has, whatever its kind."""

from __future__ import annotations

from pydantic import Field

from painlab.quiz.parts import Image, ItemId, Key, Slug, Strict, Text


class BaseItem(Strict):
    """What every item has.

    Attributes
    ----------
    id : ``module-topic-NN``.
    objective : the learning objective it checks.
    prompt : the question.
    hint : help that a learner may open before answering.
    image : a picture that belongs to the question.
    evidence : keys the explanations rest on: a study, a figure or a computed figure.
    """

    id: ItemId
    objective: Slug
    prompt: Text
    hint: Text | None = None
    image: Image | None = None
    evidence: tuple[Key, ...] = Field(min_length=1, max_length=20)
