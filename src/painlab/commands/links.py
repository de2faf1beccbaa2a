"""`painlab links`: try each address that the course gives its readers."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from painlab.commands.shared import Format, RootOption, find_root
from painlab.findings import ContentError


def links(
    root: RootOption = None,
    output: Annotated[
        Format, typer.Option("--format", help="How to print: for people or for machines.")
    ] = Format.text,
    seconds: Annotated[
        float, typer.Option(min=0.1, help="How long a site may take to answer.")
    ] = 15,
) -> None:
    """Try the addresses in book/links.yml over the network, and show what came of each.

    Exit status: 0 when every address leads somewhere, 1 when one is gone, fails or stays silent
    while others answer, 2 when nothing answers, as without a network: then no address is judged.
    """
    from painlab.addresses import is_offline, try_all
    from painlab.links import FILE, read_links

    path = find_root(root) / "book" / FILE
    if not path.is_file():
        raise typer.BadParameter(f"there is no file '{path}'.")
    try:
        rows = [link for link in read_links(path, f"book/{FILE}").links if link.link]
    except ContentError as error:
        typer.echo(str(error))
        raise typer.Exit(1) from error
    tried = try_all([link.link or "" for link in rows], seconds)
    if tried and is_offline(tried):
        typer.echo(
            "Nothing answered: there seems to be no network. No address was judged.", err=True
        )
        raise typer.Exit(2)
    if output is Format.json:
        answer = [
            {"id": row.id, "address": one.address, "state": one.state, "note": one.note}
            for row, one in zip(rows, tried, strict=True)
        ]
        typer.echo(json.dumps({"links": answer}, indent=2, ensure_ascii=False))
    else:
        for row, one in zip(rows, tried, strict=True):
            note = f"  ({one.note})" if one.note else ""
            typer.echo(f"{one.state:<18}  {row.id:<22}  {one.address}{note}")
        trouble = sum(one.state.is_trouble for one in tried)
        typer.echo(f"{len(tried)} addresses tried, {trouble} to look at.")
    raise typer.Exit(1 if any(one.state.is_trouble for one in tried) else 0)
