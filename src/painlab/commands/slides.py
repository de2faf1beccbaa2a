"""`painlab slides`: the slides of each module, to teach with."""

from __future__ import annotations

import typer

from painlab.commands.shared import RootOption, find_root


def slides(root: RootOption = None) -> None:
    """Write the slides of each module as one file, in _build/slides.

    A file holds all it needs: it opens from a USB stick, without a network. Exit status: 0 when
    all files are there, 1 when a slide names a figure, a chart or a question that there is not.
    """
    from painlab.book.slides.deck import deck_files, read_deck
    from painlab.book.slides.directives import SlideError
    from painlab.book.slides.page import deck_html
    from painlab.quiz.bank import UnknownItemError
    from painlab.quiz.text import TextError

    where = find_root(root)
    folder = where / "_build" / "slides"
    folder.mkdir(parents=True, exist_ok=True)
    for source in deck_files(where):
        try:
            made = deck_html(read_deck(source))
        except (SlideError, TextError, UnknownItemError) as error:
            typer.echo(f"{source.relative_to(where).as_posix()}: {error}", err=True)
            raise typer.Exit(1) from error
        path = folder / f"{source.stem}.html"
        path.write_text(made, encoding="utf-8")
        typer.echo(path.relative_to(where).as_posix())
