"""`painlab pdf`: the whole course as one PDF."""

from __future__ import annotations

import typer

from painlab.commands.shared import RootOption, find_built_book, find_root


def pdf(root: RootOption = None) -> None:
    """Print the built course as one PDF, in _build/pdf.

    It takes the pages that `make book` built. Exit status: 0 when the PDF is there, 1 when there
    is no built book, no Chromium to print with, or a page number would be wrong.
    """
    from painlab.book.paper.contents import parts_on_paper
    from painlab.book.paper.facts import NAME, read_facts
    from painlab.book.paper.pdf import MovedError, NoBrowserError, make_pdf

    where = find_root(root)
    html, folder = find_built_book(where), where / "_build" / "pdf"
    try:
        made = make_pdf(html, parts_on_paper(where), read_facts(where), folder)
    except (FileNotFoundError, MovedError, NoBrowserError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    path = folder / f"{NAME}.pdf"
    path.write_bytes(made)
    typer.echo(path.relative_to(where).as_posix())
