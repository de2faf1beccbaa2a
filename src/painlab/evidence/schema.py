"""What an evidence file may say. One file a topic, one list of studies each."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

Status = Literal["verified", "secondary"]
# YAML turns "yes" into true, and true into 1.0 without `strict`.
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Count = Annotated[int, Field(strict=True, ge=0)]
Interval = tuple[Number, Number]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Label = Annotated[str, Field(pattern=r"^\w[\w.-]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1200)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Cell(_Strict):
    """One number with what belongs to it alone.

    Attributes
    ----------
    value : the number, in the figure's unit.
    ci95 : 95 percent interval, same unit.
    events, total : people counted and people looked at, where the paper gives them.
    unit, status, where : override the figure's own, for a cell of another kind or place.
    """

    value: Number
    ci95: Interval | None = None
    events: Count | None = None
    total: Count | None = None
    unit: Text | None = None
    status: Status | None = None
    where: Text | None = None

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.ci95 and not self.ci95[0] <= self.value <= self.ci95[1]:
            raise ValueError("the value lies outside its ci95; check both against the paper")
        if self.events is not None and self.total is not None and self.events > self.total:
            raise ValueError("events is larger than total; check both against the paper")
        return self


def _written_out(values: Any) -> Any:
    """Accept ``50: 60`` for ``"50": {value: 60}``."""
    if not isinstance(values, dict):
        return values
    cells: dict[str, Any] = {}
    for label, cell in values.items():
        if not isinstance(label, str | int) or isinstance(label, bool):
            raise ValueError(f"the label {label!r} must be a word or a whole number; quote it")
        if str(label) in cells:
            raise ValueError(f"the label '{label}' stands twice; keep one")
        cells[str(label)] = cell if isinstance(cell, dict) else {"value": cell}
    return cells


class FigureEntry(_Strict):
    """One result of a study: a single number, numbers by label, or a list of words.

    Attributes
    ----------
    what : numerator, denominator, time and arm, in plain words.
    unit : percent, people, odds ratio, ...
    where : the place in the paper.
    status : ``verified`` or ``secondary``; never ``recalled``.
    label : what the labels of `values` are, for example ``age``.
    value, ci95, events, total : a single number in `unit`, its interval, and counts of people, as
        in :class:`Cell`.
    values : numbers by label.
    items : words, for figures that are lists (warning signs, terms).
    """

    what: Text
    unit: Text
    where: Text
    status: Status
    label: Text | None = None
    value: Number | None = None
    ci95: Interval | None = None
    events: Count | None = None
    total: Count | None = None
    values: Annotated[
        dict[Label, Cell] | None, BeforeValidator(_written_out), Field(min_length=1)
    ] = None
    items: Annotated[tuple[Text, ...] | None, Field(min_length=1)] = None

    @model_validator(mode="after")
    def _has_one_shape(self) -> Self:
        shapes = [self.value is not None, self.values is not None, self.items is not None]
        if sum(shapes) != 1:
            raise ValueError("give exactly one of value, values or items")
        if self.value is not None:
            self.cell(None)  # raises when interval or counts cannot be
        elif self.ci95 or self.events is not None:
            raise ValueError("ci95 and events belong beside a single value or inside values")
        if self.label and self.values is None:
            raise ValueError("label names what the labels of 'values' are; remove it here")
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
    n : how many; left out where the source does not say.
    counted : what `n` counts, where it is not people: scans, reports.
    limits : what the study cannot show, one sentence or two each.
    figures : results by name; ``n`` is taken by the number above.
    """

    key: Key
    design: Text
    population: Text
    n: Annotated[int | None, Field(strict=True, gt=0)] = None
    counted: Text = "people"
    limits: tuple[Text, ...] = Field(min_length=1)
    figures: dict[Key, FigureEntry] = Field(min_length=1)

    @field_validator("figures")
    @classmethod
    def _leaves_n_free(cls, figures: dict[str, FigureEntry]) -> dict[str, FigureEntry]:
        if "n" in figures:
            raise ValueError("a figure cannot be called 'n', the study's number; rename it")
        return figures
