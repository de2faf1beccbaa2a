"""`painlab export`: the quizzes in the formats that learning platforms read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
import yaml

from painlab.commands.shared import RootOption, find_built_book, find_root, need
from painlab.findings import ContentError, nearest
from painlab.toc import module_titles

if TYPE_CHECKING:
    from painlab.quiz.export.selection import Selection

_BOOK = "scorm"


def export(
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            help="A format: moodle, qti, gift, anki, csv, json, or scorm for the whole book. "
            "May be given several times.",
            show_default="all of them",
        ),
    ] = None,
    module: Annotated[
        list[str] | None,
        typer.Option(
            help="Quizzes of one module alone, for example 'imaging'. May be given several times.",
            show_default="all of them",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The folder to write to.", show_default="_build/export")
    ] = None,
    root: RootOption = None,
) -> None:
    """Write the quizzes for Moodle, QTI, GIFT, Anki, tables and programs, and the book as SCORM.

    REPORT.md beside them says how each kind of question was written, and names every one that a
    format cannot hold, with the reason. The book is packed as `make book` built it.

    Exit status: 0 when the files are there, 1 when one would not be valid in its format or there
    is no built book to pack, 2 when the command cannot be understood or a bank cannot be read.
    Then nothing is written.
    """
    from painlab.quiz.export.formats import InvalidExportError

    for package in ("genanki", "lxml"):
        need(package, "exporting", "export")
    where = find_root(root)
    names = _chosen(to, whole=not module)
    title, base = _about(where)
    files: dict[str, bytes] = {}
    lines: list[str] = []
    try:
        if quizzes := [name for name in names if name != _BOOK]:
            chosen = _selection(where, title, base, module or [])
            lines += _add_quizzes(files, chosen, quizzes)
        if _BOOK in names:
            lines.append(_add_book(files, where, title, is_asked_for=bool(to)))
    except InvalidExportError as error:
        typer.echo(f"Nothing was written. {error}", err=True)
        raise typer.Exit(1) from error
    folder = out or where / "_build" / "export"
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (folder / file).write_bytes(content)
    shown = folder.relative_to(where) if folder.is_relative_to(where) else folder
    typer.echo("\n".join([f"In {shown}:", *lines]))


def _chosen(to: list[str] | None, whole: bool) -> list[str]:
    """Return the names of the formats to write; the book comes along when nothing is chosen.

    Raises
    ------
    typer.BadParameter
        When there is no such format; the nearest one is named.
    """
    from painlab.quiz.export.catalogue import FORMATS

    known = [*FORMATS, _BOOK]
    for name in to or []:
        if name not in known:
            hint = nearest(name, known)
            raise typer.BadParameter(f"unknown format '{name}'.{hint} Use {', '.join(known)}.")
    return to or (known if whole else list(FORMATS))


def _selection(where: Path, title: str, base: str | None, modules: list[str]) -> Selection:
    from painlab.quiz.export.selection import UnknownModuleError, read_selection

    try:
        return read_selection(where / "book", title, base, modules, module_titles(where))
    except UnknownModuleError as error:
        raise typer.BadParameter(str(error)) from error
    except ContentError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


def _add_quizzes(files: dict[str, bytes], chosen: Selection, names: list[str]) -> list[str]:
    """Add the files of the quizzes to `files`; return a line about each."""
    from painlab.quiz.export.catalogue import FORMATS
    from painlab.quiz.export.write import REPORT
    from painlab.quiz.export.write import export as make

    formats = [one for name, one in FORMATS.items() if name in names]
    made = make(chosen, formats)
    files.update(made.files)
    return [
        *(
            f"{one.file}: {made.held[one.name]} written, {len(made.left_out[one.name])} left out"
            for one in formats
        ),
        f"{REPORT}: what was left out, and why",
    ]


def _add_book(files: dict[str, bytes], where: Path, title: str, is_asked_for: bool) -> str:
    """Add the package of the whole book to `files`; return a line about it."""
    if not is_asked_for and not (where / "_build" / "html" / "index.html").is_file():
        return "The book was not packed: there is none yet; `make book` builds it."
    # This loads Sphinx.
    from painlab.book.scorm import FILE, scorm_package

    files[FILE] = scorm_package(find_built_book(where), title)
    return f"{FILE}: the whole book as it was built"


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
