"""`painlab schema`: write the JSON Schema of the item banks beside them."""

from __future__ import annotations

import typer

from painlab.commands.shared import RootOption, find_root


def schema(root: RootOption = None) -> None:
    """Write the JSON Schema by which editors complete and check item banks.

    It is made from the models in painlab.quiz: run this after a change to them.
    """
    from painlab.quiz.authoring.schema import SCHEMA_NAME, schema_text

    where = find_root(root)
    path = where / "book" / "quizzes" / SCHEMA_NAME
    path.write_text(schema_text(), encoding="utf-8")
    typer.echo(path.relative_to(where).as_posix())
