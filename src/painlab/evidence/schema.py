"""What an evidence file may say. One file a topic, one list of studies each."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Status = Literal["verified", "secondary"]
Interval = tuple[float, float]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, Field(min_length=1, max_length=1200)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Cell(_Strict):
    """One number with what belongs to it alone.

    Attributes
    ----------
    value : the number, in the figure's unit.
    ci95 : 95 percent interval, same unit.
    events, total : people counted and people looked at, where the paper gives them.
    status, where : override the figure's own, for a cell seen in another place.
    """

    value: float
    ci95: Interval | None = None
    events: int | None = Field(default=None, ge=0)
    total: int | None = Field(default=None, ge=0)
    status: Status | None = None
    where: Text | None = None

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.ci95 and not self.ci95[0] <= self.value <= self.ci95[1]:
            raise ValueError("the value lies outside its ci95; check both against the paper")
        if self.events is not None and self.total is not None and self.events > self.total:
            raise ValueError("events is larger than total; check both against the paper")
        return self


class FigureEntry(_Strict):
    """One result of a study: a single number, numbers by label, or a list of words.

    Attributes
    ----------
    what : numerator, denominator, time and arm, in plain words.
    unit : percent, people, odds ratio, ...
    where : the place in the paper.
    status : ``verified`` or ``secondary``; never ``recalled``.
    label : what the labels of `values` are, for example ``age``.
    value, ci95, events, total : a single number, as in :class:`Cell`.
    values : numbers by label.
    items : words, for figures that are lists (warning signs, terms).
    """

    what: Text
    unit: Text
    where: Text
    status: Status
    label: Text | None = None
    value: float | None = None
    ci95: Interval | None = None
    events: int | None = Field(default=None, ge=0)
    total: int | None = Field(default=None, ge=0)
    values: dict[str, Cell] | None = None
    items: tuple[Text, ...] | None = None

    @field_validator("values", mode="before")
    @classmethod
    def _short_cells(cls, values: Any) -> Any:
        """Accept ``50: 60`` for ``"50": {value: 60}``."""
        if not isinstance(values, dict):
            return values
        return {
            str(label): cell if isinstance(cell, dict) else {"value": cell}
            for label, cell in values.items()
        }

    @model_validator(mode="after")
    def _has_one_shape(self) -> Self:
        shapes = [self.value is not None, self.values is not None, self.items is not None]
        if sum(shapes) != 1:
            raise ValueError("give exactly one of value, values or items")
        if self.value is not None:
            self.cell(None)  # raises when interval or counts cannot be
        elif self.ci95 or self.events is not None:
            raise ValueError("ci95 and events belong beside a single value or inside values")
        return self

    def cell(self, label: str | None) -> Cell:
        """Return the cell under `label` (None for a single value).

        Raises
        ------
        KeyError
            When there is no such label.
        """
        if self.values is not None and label is not None:
            return self.values[label]
        if self.value is None or label is not None:
            raise KeyError(label)
        return Cell(value=self.value, ci95=self.ci95, events=self.events, total=self.total)


class StudyEntry(_Strict):
    """One study. Its citation, DOI, PMID or address stand in ``references.bib`` under `key`.

    Attributes
    ----------
    design : what kind of study it was.
    population : who was studied.
    n : how many people; left out where the source does not say.
    limits : what the study cannot show, one sentence each.
    figures : results by name.
    """

    key: Key
    design: Text
    population: Text
    n: int | None = Field(default=None, gt=0)
    limits: tuple[Text, ...] = Field(min_length=1)
    figures: dict[Key, FigureEntry]
