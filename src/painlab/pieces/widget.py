"""The pieces in a notebook: live in JupyterLab, complete HTML where there is no kernel."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import traitlets

from painlab.findings import nearest
from painlab.frontend import built, styles
from painlab.pieces import (
    draw_the_curve,
    fear_map,
    guided_attention,
    silent_danger,
    two_readers,
    what_a_finding_tells_you,
)
from painlab.widget import CourseWidget

MODULES: dict[str, ModuleType] = {
    module.NAME: module
    for module in (
        draw_the_curve,
        what_a_finding_tells_you,
        two_readers,
        fear_map,
        silent_danger,
        guided_attention,
    )
}


class Piece(CourseWidget):
    """An interactive piece of the course, in a notebook.

    Attributes
    ----------
    reader : what the reader has done: ``guess`` (None after a skip) and ``setting``; empty before.

    Examples
    --------
    >>> piece = Piece("two-readers")  # doctest: +SKIP
    >>> piece.observe(print, "reader")  # doctest: +SKIP
    """

    _css = styles("piece")

    piece: Any = traitlets.Dict().tag(sync=True)
    reader: Any = traitlets.Dict().tag(sync=True)

    def __init__(self, name: str, base: str = "../") -> None:
        """Take the piece called `name`.

        Parameters
        ----------
        name : a key of `MODULES`, such as ``two-readers``.
        base : way from the notebook's page in the book to the book's root.

        Raises
        ------
        KeyError
            When there is no such piece; the nearest known one is named.
        """
        if name not in MODULES:
            raise KeyError(f"No piece is called '{name}'.{nearest(name, list(MODULES))}")
        self._name, self._base = name, base
        # In JupyterLab there is no book around, so links into it are left out.
        script = built(f"{name}.js").read_text(encoding="utf-8")
        super().__init__(piece=MODULES[name].state(None), _esm=script)

    def __repr__(self) -> str:
        """Return the call that makes this piece; no addresses, so that stored outputs compare."""
        return f"Piece({self._name!r})"

    def as_text(self) -> str:
        """Return the piece in plain text."""
        return f"{self.piece['title']}. {self.piece['question']}"

    def as_html(self) -> str:
        """Return the piece as HTML, for pages without a kernel."""
        return str(MODULES[self._name].html(self._base))
