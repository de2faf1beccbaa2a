"""A table of numbers as HTML that a strict page accepts: no style, scoped headers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

import pandas as pd

from painlab.evidence.format import plain

__all__ = ["Numbers"]


@dataclass(frozen=True, eq=False)
class Numbers:
    """A table to show, in a notebook or under a picture.

    Attributes
    ----------
    table : the numbers; the first column names the rows.
    caption : what the table is about.
    digits : decimals that are kept.
    """

    table: pd.DataFrame
    caption: str
    digits: int = 2

    def html(self) -> str:
        """Return a ``<table>`` with caption and scoped headers."""
        head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in self.table.columns)
        body = "".join(f"<tr>{self._row(row)}</tr>" for row in self._rows())
        return (
            f'<table class="pl-table"><caption>{escape(self.caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _rows(self) -> list[tuple[str, ...]]:
        rows = self.table.itertuples(index=False, name=None)
        return [tuple(_words(value, self.digits) for value in row) for row in rows]

    def _row(self, cells: tuple[str, ...]) -> str:
        name, *values = (escape(cell) for cell in cells)
        return f'<th scope="row">{name}</th>' + "".join(f"<td>{value}</td>" for value in values)

    def __repr__(self) -> str:
        """Return the table as text, the same on every run."""
        lines = [self.caption, *(" | ".join(row) for row in self._rows())]
        lines.insert(1, " | ".join(map(str, self.table.columns)))
        return "\n".join(lines)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": repr(self)}


def _words(value: object, digits: int) -> str:
    if isinstance(value, int | float):
        return "not seen" if math.isnan(value) else plain(round(float(value), digits))
    return str(value)
