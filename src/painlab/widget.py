"""What all widgets of the course share: beside the live view, each has its text and its HTML."""

from __future__ import annotations

from typing import Any

import anywidget


class CourseWidget(anywidget.AnyWidget):
    """A widget that can also be read where no kernel runs."""

    def as_text(self) -> str:
        """Return the widget in plain text, the same on every run."""
        raise NotImplementedError

    def as_html(self) -> str:
        """Return the widget as HTML for a page that the book makes of the notebook."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget view, and the same as HTML and as text for pages without it."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        data["text/plain"] = self.as_text()
        data["text/html"] = self.as_html()
        return data, metadata
