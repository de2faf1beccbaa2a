"""`painlab new-quiz`: start a question or a form from a skeleton of its kind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from painlab.commands.shared import RootOption, find_root
from painlab.findings import nearest

ModuleArgument = Annotated[
    str,
    typer.Argument(help="The module, for example 'imaging': its bank is book/quizzes/MODULE.yml."),
]


def new_quiz(
    module: ModuleArgument,
    kind: Annotated[str, typer.Argument(help="The kind, for example 'single' or 'checklist'.")],
    topic: Annotated[str, typer.Option(help="Words for the id, for example 'pain free'.")] = "",
    item: Annotated[
        str, typer.Option("--id", help="The whole id, instead of the next free one.")
    ] = "",
    objective: Annotated[str, typer.Option(help="The learning objective, if you know it.")] = "",
    root: RootOption = None,
) -> None:
    """Append a half-written item of KIND to the bank of MODULE and say where it stands.

    Its texts are placeholders: `painlab check` names each one until it is written.
    """
    from painlab.authoring.files import AuthoringError
    from painlab.quiz.authoring.new_item import OBJECTIVE, append, check_id, free_ids, skeleton
    from painlab.quiz.forms.models import FORM_KINDS
    from painlab.quiz.models import KINDS

    known = [*KINDS, *FORM_KINDS]
    if kind not in known:
        hint = nearest(kind, known)
        raise typer.BadParameter(f"unknown kind '{kind}'.{hint} Use one of {', '.join(known)}.")
    where = find_root(root)
    bank = bank_of(module, where)
    content = where / "book"
    try:
        name = check_id(item, content) if item else free_ids(content, module, topic)[0]
        check_objective(objective, content)
        line = append(bank, skeleton(kind, name, objective or OBJECTIVE))
    except AuthoringError as error:
        raise typer.BadParameter(str(error)) from error
    typer.echo(f"{bank.relative_to(where).as_posix()}:{line} {name}")


def bank_of(module: str, root: Path) -> Path:
    """Return the bank of a module, there or not.

    Raises
    ------
    typer.BadParameter
        When the name cannot be that of a module.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", module):
        raise typer.BadParameter(f"'{module}' is no module; use small letters, such as 'imaging'.")
    return root / "book" / "quizzes" / f"{module}.yml"


def check_objective(objective: str, content: Path) -> None:
    """Refuse an objective that ``objectives.yml`` does not know.

    Raises
    ------
    typer.BadParameter
        When it is not known; the nearest one is named.
    """
    from painlab.quiz.objectives import read_objectives

    known = list(read_objectives(content)[0])
    if objective and objective not in known:
        hint = nearest(objective, known)
        raise typer.BadParameter(
            f"unknown objective '{objective}'.{hint} Add it to book/objectives.yml first."
        )
