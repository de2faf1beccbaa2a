"""`painlab new-study`: start a study, in the bibliography and in the evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from painlab.commands.shared import RootOption, find_root, say_places


def new_study(
    key: Annotated[str, typer.Argument(help="First author and year, for example 'okada2009'.")],
    topic: Annotated[
        str, typer.Argument(help="The topic, for example 'neck': book/evidence/TOPIC.yml.")
    ],
    root: RootOption = None,
) -> None:
    """Write a half-written study to the bibliography and to the evidence of TOPIC.

    Its texts are placeholders: `painlab check` names each one until it is written.
    """
    from painlab.authoring.study import start_study

    where = find_root(root)
    say_places(lambda: start_study(where, key, topic))
