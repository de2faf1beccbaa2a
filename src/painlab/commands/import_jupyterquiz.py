"""`painlab import-jupyterquiz`: take over the questions of a jupyterquiz file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from painlab.commands.new_quiz import bank_of, check_objective
from painlab.commands.shared import RootOption, find_root
from painlab.findings import ContentError


def import_jupyterquiz(
    file: Annotated[
        Path, typer.Argument(help="A jupyterquiz file (JSON).", exists=True, dir_okay=False)
    ],
    module: Annotated[str, typer.Option(help="The module the questions belong to.")],
    objective: Annotated[str, typer.Option(help="The learning objective of the questions.")],
    topic: Annotated[str, typer.Option(help="Words for the ids.")] = "",
    output: Annotated[
        Path | None,
        typer.Option(help="The bank to append to.", show_default="book/quizzes/MODULE.yml"),
    ] = None,
    root: RootOption = None,
) -> None:
    """Append the questions of a jupyterquiz file to a bank.

    What cannot be carried over is listed, with its place in the file. What our items need and
    jupyterquiz does not have becomes a placeholder, which `painlab check` names.

    Exit status: 0 when everything was carried over, 1 when something was not, 2 when the command
    itself cannot be understood.
    """
    from painlab.authoring.files import AuthoringError
    from painlab.quiz.authoring.from_jupyterquiz import import_questions, read_questions
    from painlab.quiz.authoring.new_item import append, free_ids

    where = find_root(root)
    bank = output or bank_of(module, where)
    check_objective(objective, where / "book")
    try:
        count = len(read_questions(file)[0])
        ids = free_ids(where / "book", module, topic, count)
        result = import_questions(file, ids, objective)
        line = append(bank, "\n".join(result.items)) if result.items else 0
    except ContentError as error:
        typer.echo(str(error))
        raise typer.Exit(1) from error
    except AuthoringError as error:
        raise typer.BadParameter(str(error)) from error
    for finding in result.findings:
        typer.echo(str(finding))
    shown = bank.relative_to(where) if bank.is_relative_to(where) else bank
    typer.echo(
        f"{len(result.items)} of {count} questions written to {shown}:{line}."
        if result.items
        else "No question could be carried over; nothing was written."
    )
    raise typer.Exit(1 if result.findings else 0)
