"""A form in JupyterLab: a widget whose answers Python can read, where the form is stored at all."""

from __future__ import annotations

from typing import Any, ClassVar
from weakref import WeakSet

import traitlets

from painlab.frontend import built, styles
from painlab.quiz.bank import load_form
from painlab.quiz.forms.plain import form_text
from painlab.quiz.forms.render import form_html
from painlab.quiz.forms.state import form_state
from painlab.widget import CourseWidget


class Form(CourseWidget):
    """A checklist, reflection, survey, plan or certificate of the course, filled in in a notebook.

    Attributes
    ----------
    response : what was filled in: chosen options by question or statement, words by field; empty
        for a form that is not stored, whose ticks never leave the browser.
    completed : whether everything that the form asks has an answer; for a plan, whether anything
        was written.

    Examples
    --------
    >>> form = Form("examples-reflection-01")  # doctest: +SKIP
    >>> form.observe(print, "response")  # doctest: +SKIP
    """

    _esm = built("form.js")
    _css = styles("form")

    form: Any = traitlets.Dict().tag(sync=True)
    gate: Any = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    occasion = traitlets.Unicode().tag(sync=True)
    forms: Any = traitlets.Dict().tag(sync=True)
    response: Any = traitlets.Dict().tag(sync=True)
    completed = traitlets.Bool(False).tag(sync=True)

    # A survey's second time shows the first one, and a plan brings in what other forms hold: the
    # forms of a kernel share what was filled in.
    _open: ClassVar[WeakSet[Form]] = WeakSet()

    def __init__(self, id: str, occasion: str = "", base: str = "../") -> None:
        """Take the form with this id.

        Parameters
        ----------
        id : id of a form from ``book/quizzes``.
        occasion : ``before`` or ``after`` for a survey, else empty.
        base : way from the notebook's page in the book to the book's root.

        Raises
        ------
        KeyError
            When there is no such form; the nearest known id is named.
        ValueError
            When the form cannot be filled in on this occasion.
        """
        self._source = load_form(id)
        self._base = base
        # In JupyterLab there is no book around, so links into it are left out.
        state = form_state(self._source, occasion, None)
        kept: dict[str, Any] = next((other.forms for other in self._open), {})
        super().__init__(**state, forms=kept)
        self._open.add(self)
        self.observe(self._share, "forms")

    def __repr__(self) -> str:
        """Return the call that makes this form; no addresses, so that stored outputs compare."""
        occasion = f", {self.occasion!r}" if self.occasion else ""
        return f"Form({self._source.id!r}{occasion})"

    def as_text(self) -> str:
        """Return the form in plain text."""
        return form_text(self._source)

    def as_html(self) -> str:
        """Return the form as HTML, for pages without a kernel."""
        return form_html(self._source, self.occasion, self._base)

    def _share(self, change: Any) -> None:
        for other in self._open:
            other.forms = change["new"]
