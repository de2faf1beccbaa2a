"""Where the course's content lives: beside the code in a checkout, inside the wheel elsewhere."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def content_dir() -> Path:
    """Return the folder that holds ``evidence/``, ``quizzes/`` and ``references.bib``.

    Raises
    ------
    FileNotFoundError
        When neither the checkout nor the installed package holds them.
    """
    for candidate in (_CHECKOUT / "book", _PACKAGE / "content"):
        if (candidate / "evidence").is_dir():
            return candidate
    raise FileNotFoundError(
        f"No evidence found in {_CHECKOUT / 'book'} or {_PACKAGE / 'content'}: "
        "install painlab from a checkout of the course or from its wheel."
    )


def checkout_dir() -> Path:
    """Return the root of the checkout (the folder with ``_config.yml``).

    Raises
    ------
    FileNotFoundError
        When painlab was installed without the book around it.
    """
    if (_CHECKOUT / "_config.yml").is_file():
        return _CHECKOUT
    raise FileNotFoundError("This command needs a checkout of the course, not only the wheel.")
