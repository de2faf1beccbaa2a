"""`painlab export`: the quizzes in the formats that learning platforms read."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Annotated

import typer
import yaml

from painlab.commands.shared import RootOption, find_root
from painlab.findings import ContentError, nearest


def export(
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            help="A format: moodle, qti, gift, anki, csv or json. May be given several times.",
            show_default="all of them",
        ),
    ] = None,
    module: Annotated[
        list[str] | None,
        typer.Option(
            help="A module, for example 'imaging'. May be given several times.",
            show_default="all of them",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The folder to write to.", show_default="_build/export")
    ] = None,
    root: RootOption = None,
) -> None:
    """Write the quizzes as files for Moodle, QTI, GIFT, Anki, tables and programs.

    REPORT.md beside them says how each kind of question was written, and names every one that a
    format cannot hold, with the reason.

    Exit status: 0 when the files are there, 1 when one would not be valid in its format, 2 when
    the command cannot be understood or a bank cannot be read. Then nothing is written.
    """
    from painlab.quiz.export.catalogue import FORMATS
    from painlab.quiz.export.formats import InvalidExportError
    from painlab.quiz.export.selection import UnknownModuleError, read_selection
    from painlab.quiz.export.write import REPORT
    from painlab.quiz.export.write import export as make

    where = find_root(root)
    for name in to or []:
        if name not in FORMATS:
            hint = nearest(name, list(FORMATS))
            raise typer.BadParameter(f"unknown format '{name}'.{hint} Use {', '.join(FORMATS)}.")
    formats = [one for name, one in FORMATS.items() if not to or name in to]
    title, base = _about(where)
    try:
        chosen = read_selection(where / "book", title, base, module or (), _titles(where))
        made = make(chosen, formats)
    except UnknownModuleError as error:
        raise typer.BadParameter(str(error)) from error
    except ContentError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    except InvalidExportError as error:
        typer.echo(f"Nothing was written. {error}", err=True)
        raise typer.Exit(1) from error
    folder = out or where / "_build" / "export"
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in made.files.items():
        (folder / file).write_bytes(content)
    shown = folder.relative_to(where) if folder.is_relative_to(where) else folder
    for one in formats:
        left = len(made.left_out[one.name])
        typer.echo(f"{shown / one.file}: {made.held[one.name]} written, {left} left out")
    typer.echo(f"{shown / REPORT}: what was left out, and why")


def _about(where: Path) -> tuple[str, str | None]:
    """Return the title of the course, and its address where ``_config.yml`` names one.

    Raises
    ------
    typer.BadParameter
        When the address is none.
    """
    config = yaml.safe_load((where / "_config.yml").read_text(encoding="utf-8"))
    address = config.get("html", {}).get("baseurl")
    if not address:
        return config["title"], None
    # This loads Sphinx.
    from painlab.book.site_address import base_of

    try:
        return config["title"], base_of(address)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _titles(where: Path) -> dict[str, str]:
    """Return what the table of contents calls each module: the part that its folder stands in."""
    toc = where / "_toc.yml"
    parts = yaml.safe_load(toc.read_text(encoding="utf-8"))["parts"] if toc.is_file() else []
    titles: dict[str, str] = {}
    for part in parts:
        for chapter in part["chapters"]:
            folder = PurePosixPath(chapter["file"]).parent
            titles.setdefault(folder.name, part["caption"])
    return titles
