"""The command ``painlab``."""

from __future__ import annotations

import typer

from painlab.commands.check import check
from painlab.commands.epub import epub
from painlab.commands.export import export
from painlab.commands.import_jupyterquiz import import_jupyterquiz
from painlab.commands.links import links
from painlab.commands.new_lab import new_lab
from painlab.commands.new_lesson import new_lesson
from painlab.commands.new_quiz import new_quiz
from painlab.commands.new_study import new_study
from painlab.commands.nginx import nginx
from painlab.commands.pdf import pdf
from painlab.commands.schema import schema
from painlab.commands.slides import slides

app = typer.Typer(
    help="Tools for the course: check its content, start new content, export its questions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(new_study)
app.command()(new_quiz)
app.command()(new_lesson)
app.command()(new_lab)
app.command()(import_jupyterquiz)
app.command()(schema)
app.command()(links)
app.command()(pdf)
app.command()(epub)
app.command()(export)
app.command()(nginx)
app.command()(slides)


def main() -> None:
    """Run the command."""
    app()
