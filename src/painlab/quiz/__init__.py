"""Quizzes: item banks, their checks, the form a page shows and the widget a notebook shows."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from painlab.quiz.forms.widget import Form
    from painlab.quiz.widget import Quiz

__all__ = ["Form", "Quiz"]


def __getattr__(name: str) -> Any:
    """Load a widget only where it is asked for: the book and the checks need no Jupyter."""
    if name == "Quiz":
        from painlab.quiz.widget import Quiz

        return Quiz
    if name == "Form":
        from painlab.quiz.forms.widget import Form

        return Form
    raise AttributeError(f"module 'painlab.quiz' has no attribute '{name}'")
