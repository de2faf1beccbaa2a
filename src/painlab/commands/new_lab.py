"""`painlab new-lab`: start a lab and list it."""

from __future__ import annotations

from typing import Annotated

import typer

from painlab.commands.shared import RootOption, find_root, say_places


def new_lab(
    name: Annotated[str, typer.Argument(help="File name, for example 'pain_free_spines'.")],
    title: Annotated[str, typer.Option(help="Its heading.")],
    lesson: Annotated[
        str, typer.Option(help="The lesson it belongs to, as 'imaging/pain-free-people'.")
    ],
    figure: Annotated[str, typer.Option(help="Key of the figure it starts from.")],
    predict: Annotated[str, typer.Option(help="Id of the quiz item that opens it.")],
    check: Annotated[str, typer.Option(help="Id of the quiz item that closes it.")],
    root: RootOption = None,
) -> None:
    """Write a half-written lab, list it in _toc.yml, and name it in its lesson.

    Its texts are placeholders: `painlab check` names each one until it is written. Run it with
    `python -m painlab.notebooks` afterwards, so that its outputs are stored.
    """
    from painlab.authoring.lab import start_lab

    where = find_root(root)
    say_places(lambda: start_lab(where, name, title, lesson, figure, predict, check))
