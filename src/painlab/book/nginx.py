"""The configuration of an nginx that serves the book: headers, packing, caching, a sub-path.

It is generated, so that the headers stand in one place (`painlab.book.headers`) for every host.
``painlab nginx`` prints it and the ``Containerfile`` puts it into the image.
"""

from __future__ import annotations

import re

from painlab.book.headers import ASK_FIRST, FILE, HEADERS, KEEP_LONG
from painlab.book.offline import WORKER

HEALTH = "/healthz"
"""Address that answers "ok" while the server runs: for whatever watches it."""

_PATH = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")
_FOLDER = re.compile(r"/[A-Za-z0-9._/-]+")
# What gains from packing; pictures other than SVG are packed already. HTML always is.
_PACKED = (
    "application/javascript",
    "application/json",
    "application/manifest+json",
    "image/svg+xml",
    "text/css",
    "text/csv",
    "text/plain",
)

_TEMPLATE = """\
# Made by `painlab nginx`: make it anew rather than change it. It belongs inside "http", as a file
# in /etc/nginx/conf.d does.

# An address that names a version never holds another. Whatever else is asked for is kept by the
# browser too, but it asks each time whether that changed: corrections reach readers at once.
map $arg_v $painlab_named {
    default "@KEEP_LONG@";
    "" "@ASK_FIRST@";
}
map $uri $painlab_caching {
    default $painlab_named;
    "~/@WORKER@$" "@ASK_FIRST@";
}

server {
    listen @PORT@;
    server_tokens off;
    # No address of a reader is written down.
    access_log off;
    log_not_found off;
    # Redirects name no host, so that they hold behind a proxy, too.
    absolute_redirect off;

    include mime.types;
    types {
        application/manifest+json webmanifest;
        text/csv csv;
    }
    charset utf-8;
    charset_types text/css text/csv text/plain application/javascript application/json;

    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 200;
    gzip_types @PACKED@;

@HEADERS@
    # Without "always": a missing file is not to be kept.
    add_header Cache-Control $painlab_caching;

    # A folder without a page of its own is nothing to see either.
    error_page 403 404 =404 @PATH@404.html;

    location = @HEALTH@ {
        default_type text/plain;
        return 200 "ok\\n";
    }
    # Notes for builders and hosts are nothing to read.
    location ~ /(?:\\.|@FILE@$) {
        return 404;
    }
@PLACE@
}
"""
_AT_THE_TOP = """\
    location / {
        root @FOLDER@;
        index index.html;
    }"""
_BELOW = """\
    location = @BARE@ {
        return 301 @PATH@;
    }
    location @PATH@ {
        alias @FOLDER@/;
        index index.html;
    }"""


def nginx_config(path: str, port: int, folder: str) -> str:
    """Return the configuration of a server for the built book.

    Parameters
    ----------
    path : where the book stands on its host: ``/``, or ``/course/`` with a slash at both ends.
    port : port to listen on.
    folder : the built book on the server, an absolute path.

    Raises
    ------
    ValueError
        When path or folder cannot be written into a configuration; the message says what can.
    """
    if not _PATH.fullmatch(path):
        raise ValueError(f"'{path}' is no path of a site; write / or, for example, /course/.")
    if not _FOLDER.fullmatch(folder):
        raise ValueError(f"'{folder}' is no absolute path of letters, digits, dots and hyphens.")
    values = {
        "PLACE": _AT_THE_TOP if path == "/" else _BELOW,
        "HEADERS": "".join(
            f'    add_header {name} "{value}" always;\n' for name, value in HEADERS.items()
        ),
        "KEEP_LONG": KEEP_LONG,
        "ASK_FIRST": ASK_FIRST,
        "WORKER": re.escape(WORKER),
        "PORT": str(port),
        "PACKED": " ".join(_PACKED),
        "HEALTH": HEALTH,
        "FILE": FILE,
        "PATH": path,
        "BARE": path.rstrip("/"),
        "FOLDER": folder.rstrip("/"),
    }
    text = _TEMPLATE
    # The place comes first: it holds names of other values.
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text
