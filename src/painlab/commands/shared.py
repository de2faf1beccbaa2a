"""What the commands share: the options for the checkout and the form of the output."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from painlab.content import checkout_dir

RootOption = Annotated[
    Path | None, typer.Option(help="The checkout to look at.", show_default="this checkout")
]


class Format(StrEnum):
    """How results are printed."""

    text = "text"
    json = "json"


def find_root(root: Path | None) -> Path:
    """Return the checkout that was named, or the one this code stands in.

    Raises
    ------
    typer.BadParameter
        When it is no checkout of the course.
    """
    try:
        where = (root or checkout_dir()).resolve()
    except FileNotFoundError as error:
        raise typer.BadParameter(f"{error} Name it with --root.") from error
    if not (where / "book" / "evidence").is_dir():
        raise typer.BadParameter(
            f"'{root or where}' is no checkout of the course: it has no folder 'book/evidence'."
        )
    return where


def say_places(start: Callable[[], list[str]]) -> None:
    """Start something new and say where it stands, a place a line.

    Parameters
    ----------
    start : writes it and returns each ``path:line``.

    Raises
    ------
    typer.BadParameter
        When it cannot be started.
    """
    from painlab.authoring.files import AuthoringError

    try:
        places = start()
    except AuthoringError as error:
        raise typer.BadParameter(str(error)) from error
    for place in places:
        typer.echo(place)


def find_built_book(where: Path) -> Path:
    """Return the folder of the built web pages in the checkout `where`.

    Raises
    ------
    typer.Exit
        With status 1 and a word on the way out, when there are none.
    """
    html = where / "_build" / "html"
    if not (html / "index.html").is_file():
        typer.echo("There is no built book: run `make book` first.", err=True)
        raise typer.Exit(1)
    return html


def need(module: str, what: str, extra: str = "book") -> None:
    """Refuse to go on without a package that comes with an extra of ours.

    Raises
    ------
    typer.BadParameter
        When `module` is not installed; the sentence says what needs it, and how to get it.
    """
    if importlib.util.find_spec(module) is None:
        raise typer.BadParameter(f"{what} needs more packages: pip install 'painlab[{extra}]'.")
