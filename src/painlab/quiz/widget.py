"""The quiz in JupyterLab: a widget whose answers an instructor can read in Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import traitlets

from painlab.frontend import built, styles
from painlab.quiz.bank import load_items
from painlab.quiz.callbacks import show_error
from painlab.quiz.plain import quiz_text
from painlab.quiz.render import TITLE, quiz_html
from painlab.quiz.state import item_state
from painlab.widget import CourseWidget

if TYPE_CHECKING:
    import pandas as pd


class Quiz(CourseWidget):
    """Questions of the course, answered in a notebook.

    Each of the four attributes can be observed; `to_frame` puts them into a table.

    Attributes
    ----------
    answers : all that is kept, by item id: ``response``, ``correct``, ``confidence``, ``first``
        (right at the first try), ``tries``, ``at`` (milliseconds since 1970) and ``log``.
    responses : the latest answers alone: the index of an option, a list of them, a number, a list
        of numbers (one a point of a curve), or None where the learner chose to be shown.
    score : share of the graded items answered right at the first try, 0 to 1.
    completed : whether every item has been answered.

    Examples
    --------
    >>> quiz = Quiz("imaging-pain-free-03", on_complete=lambda quiz: print(quiz.score))
    ... # doctest: +SKIP
    >>> quiz.observe(print, "score")  # doctest: +SKIP
    >>> quiz.to_frame()  # doctest: +SKIP
    """

    _esm = built("quiz.js")
    _css = styles("quiz")

    items: Any = traitlets.List().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    answers: Any = traitlets.Dict().tag(sync=True)
    responses: Any = traitlets.Dict().tag(sync=True)
    score = traitlets.Float(0.0).tag(sync=True)
    completed = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        *ids: str,
        title: str = TITLE,
        base: str = "../",
        on_complete: Callable[[Quiz], object] | None = None,
    ) -> None:
        """Take the items with these ids, in this order.

        Parameters
        ----------
        ids : item ids from ``book/quizzes``.
        title : heading of the quiz.
        base : way from the notebook's page in the book to the book's root.
        on_complete : called with this quiz when every item has been answered, and again only
            after it has been incomplete in between. An error in it is shown and stops nothing.

        Raises
        ------
        ValueError
            When no id is given.
        KeyError
            When there is no such item; the nearest known id is named.
        """
        if not ids:
            raise ValueError("Name at least one item, for example Quiz('imaging-pain-free-01').")
        self._bank = load_items(ids)
        self._base = base
        # In JupyterLab there is no book around, so links into it are left out.
        states = [item_state(item, None) for item in self._bank]
        super().__init__(items=states, title=title)
        self._on_complete = on_complete
        self.observe(self._tell, "completed")

    def to_frame(self) -> pd.DataFrame:
        """Return one row an item: what was answered and how it went.

        Returns
        -------
        DataFrame
            Columns ``item``, ``objective``, ``kind``, ``prompt``, ``answer`` (the latest, in
            words), ``correct``, ``first`` (whether the first try was right), ``tries``,
            ``confidence`` and ``at`` (time of the latest try, UTC).
        """
        # pandas takes a second to load, which a quiz alone does without.
        from painlab.quiz.frame import quiz_frame

        return quiz_frame(self._bank, self.answers)

    def _tell(self, change: Mapping[str, object]) -> None:
        if not change["new"] or self._on_complete is None:
            return
        try:
            self._on_complete(self)
        except Exception:
            # Raised from here, Jupyter would write it to a log that nobody reads.
            show_error()

    def __repr__(self) -> str:
        """Return the call that makes this quiz; no addresses, so that stored outputs compare."""
        return f"Quiz({', '.join(repr(item.id) for item in self._bank)})"

    def as_text(self) -> str:
        """Return the quiz in plain text."""
        return quiz_text(self._bank, self.title)

    def as_html(self) -> str:
        """Return the quiz as HTML, for pages without a kernel."""
        return quiz_html(self._bank, self.title, self._base)
