"""`painlab new-lesson`: start a lesson and list it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from painlab.commands.shared import RootOption, find_root, say_places


def new_lesson(
    page: Annotated[
        str, typer.Argument(help="Module and name, for example 'imaging/pain-free-people'.")
    ],
    title: Annotated[str, typer.Option(help="Its heading.")],
    lab: Annotated[
        str, typer.Option(help="The lab that holds its working, if there is one already.")
    ] = "",
    after: Annotated[
        str,
        typer.Option(help="The page it follows.", show_default="the module's last lesson"),
    ] = "",
    root: RootOption = None,
) -> None:
    """Write a half-written lesson, list it in _toc.yml, and lead its lab back to it.

    Its texts are placeholders: `painlab check` names each one until it is written.
    """
    # These load the Markdown parser, which `--help` does without.
    from painlab.authoring.lesson import start_lesson

    where = find_root(root)
    say_places(lambda: start_lesson(where, page, title, date.today(), lab, after))
