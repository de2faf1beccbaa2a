"""`painlab epub`: the whole course as an EPUB."""

from __future__ import annotations

import typer

from painlab.commands.shared import RootOption, find_built_book, find_root


def epub(root: RootOption = None) -> None:
    """Write the built course as an EPUB, in _build/epub.

    It takes the pages that `make book` built. Exit status: 0 when the EPUB is there, 1 when there
    is no built book, or a page cannot be written as XML.
    """
    from painlab.book.paper.contents import parts_on_paper
    from painlab.book.paper.epub import NotXmlError, make_epub
    from painlab.book.paper.facts import NAME, read_facts

    where = find_root(root)
    html, folder = find_built_book(where), where / "_build" / "epub"
    try:
        made = make_epub(html, parts_on_paper(where), read_facts(where))
    except (FileNotFoundError, NotXmlError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{NAME}.epub"
    path.write_bytes(made)
    typer.echo(path.relative_to(where).as_posix())
