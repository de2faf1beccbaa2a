"""A picture for a page: the chart, what it shows in words, its numbers, and a caveat."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import altair as alt
import pandas as pd

from painlab.charts.numbers import Numbers
from painlab.charts.svg import chart_svg
from painlab.evidence.load import course_evidence


@dataclass(frozen=True, eq=False)
class Picture:
    """A chart that can also be read without seeing it.

    Attributes
    ----------
    name : name in the catalogue, unique on a page; ids are made from it.
    title : what the picture is about, in a few words.
    sentence : what it shows, in words; also what a screen reader says for the drawing.
    table : the numbers behind it; the first column names the rows.
    note : caveat.
    sources : study keys, named after the note; none for a picture of invented people.
    chart : the Altair chart, without configuration.
    """

    name: str
    title: str
    sentence: str
    table: pd.DataFrame
    note: str
    sources: tuple[str, ...]
    chart: alt.TopLevelMixin

    def svg(self) -> str:
        """Return the drawing as an SVG element with a title and a description."""
        return chart_svg(self.chart, self.name, self.title, self.sentence)

    def html(self) -> str:
        """Return a complete ``<figure>``: drawing, words, and the numbers in a closed table."""
        return (
            f'<figure class="pl-figure" id="pl-{self.name}">{self._drawing()}'
            f"{self._caption()}</figure>"
        )

    def _drawing(self) -> str:
        return self.svg()

    def _caption(self) -> str:
        return (
            f'<figcaption><strong class="pl-figure-title">{escape(self.title)}</strong> '
            f'<span class="pl-figure-sentence">{escape(self.sentence)}</span> '
            f'<span class="pl-figure-note">{escape(self.note)}'
            f"{escape(self._source_words())}</span></figcaption>"
            '<details class="pl-numbers"><summary>Show the numbers</summary>'
            f"{Numbers(self.table, self.title).html()}</details>"
        )

    def _source_words(self) -> str:
        references = course_evidence().references
        # Study keys stand in until the bibliography knows them; `painlab check` reports those.
        names = [references[key].short if key in references else key for key in self.sources]
        if not names:
            return ""
        return f" {'Source' if len(names) == 1 else 'Sources'}: {'; '.join(names)}."

    def __repr__(self) -> str:
        """Return title and sentence, the same on every run."""
        return f"{self.title}\n{self.sentence}"

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, str]:  # what Jupyter asks for
        return {"text/html": self.html(), "text/plain": repr(self)}
