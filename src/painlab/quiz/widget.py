"""The quiz in JupyterLab: a widget whose answers an instructor can read in Python."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from painlab.frontend import built, styles
from painlab.quiz.bank import load_items
from painlab.quiz.plain import quiz_text
from painlab.quiz.render import TITLE, quiz_html
from painlab.quiz.state import item_state


class Quiz(anywidget.AnyWidget):
    """Questions of the course, answered in a notebook.

    Attributes
    ----------
    responses : what was answered, by item id: the index of an option, a list of them, a number, a
        list of numbers (one a point of a curve), or None where the learner chose to be shown.
    score : share of the graded items answered right at the first try, 0 to 1.
    completed : whether every item has been answered.

    Examples
    --------
    >>> quiz = Quiz("imaging-pain-free-03")  # doctest: +SKIP
    >>> quiz.observe(print, "score")  # doctest: +SKIP
    """

    _esm = built("quiz.js")
    _css = styles("quiz")

    items: Any = traitlets.List().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    answers: Any = traitlets.Dict().tag(sync=True)
    responses: Any = traitlets.Dict().tag(sync=True)
    score = traitlets.Float(0.0).tag(sync=True)
    completed = traitlets.Bool(False).tag(sync=True)

    def __init__(self, *ids: str, title: str = TITLE, base: str = "../") -> None:
        """Take the items with these ids, in this order.

        Parameters
        ----------
        ids : item ids from ``book/quizzes``.
        title : heading of the quiz.
        base : way from the notebook's page in the book to the book's root.

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

    def __repr__(self) -> str:
        """Return the call that makes this quiz; no addresses, so that stored outputs compare."""
        return f"Quiz({', '.join(repr(item.id) for item in self._bank)})"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget view, and the same quiz as HTML and as text for pages without it."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        data["text/plain"] = quiz_text(self._bank, self.title)
        data["text/html"] = quiz_html(self._bank, self.title, self._base)
        return data, metadata
