"""`painlab nginx`: the configuration of a web server for the built book."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

import typer

from painlab.commands.shared import RootOption, find_root


def nginx(
    path: Annotated[
        str,
        typer.Option(
            help="Where the book stands on its host, such as /course/.",
            show_default="the path of 'baseurl' in _config.yml, else /",
        ),
    ] = "",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8080,
    folder: Annotated[
        str, typer.Option(help="The built book on the server.")
    ] = "/usr/share/nginx/html",
    root: RootOption = None,
) -> None:
    """Print the configuration of an nginx that serves the built book.

    It holds the headers that `_headers` lists, packing, caching and an address for health checks.
    """
    import yaml

    from painlab.book.nginx import nginx_config
    from painlab.book.site_address import base_of

    config = yaml.safe_load((find_root(root) / "_config.yml").read_text(encoding="utf-8"))
    try:
        base = base_of(config.get("html", {}).get("baseurl"))
        typer.echo(nginx_config(path or urlsplit(base).path or "/", port, folder), nl=False)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
