"""What a careful host sends along with each file, beside the policy each page carries itself.

`painlab.book.serve` sends it, and `painlab.book.nginx` writes it for a web server. The built book
holds it as ``_headers``, a file that some hosts (Netlify, Cloudflare Pages) read. For others it is
the list to copy from.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from painlab.book.finished import when_built
from painlab.book.offline import WORKER

FILE = "_headers"

# All that the course never asks for. Names that a browser does not know would be complained of.
_NEVER = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)

HEADERS: dict[str, str] = {
    # A page's own policy cannot say who may show it in a frame. Whoever wants it inside a
    # learning platform names that platform here. Both policies hold, so this one only adds.
    "Content-Security-Policy": "frame-ancestors 'self'; base-uri 'none'; object-src 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _NEVER),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Value by name of header, for every file of the book."""

KEEP_LONG = "max-age=31536000, immutable"
"""``Cache-Control`` of an address that names a version: it never holds another."""

ASK_FIRST = "no-cache"
"""``Cache-Control`` of the worker: a browser keeps it, and asks each time whether it changed."""


def headers_file() -> str:
    """Return the file that tells a host to send these headers with every file.

    It cannot tell apart addresses by the version they name, so nothing in it is kept for long.
    """
    lines = [f"  {name}: {value}" for name, value in HEADERS.items()]
    return "\n".join(["/*", *lines, f"/{WORKER}", f"  Cache-Control: {ASK_FIRST}", ""])


def _write(app: Sphinx) -> None:
    (Path(app.outdir) / FILE).write_text(headers_file(), encoding="utf-8")


def setup_headers(app: Sphinx) -> None:
    """Write the file once the build is done."""
    when_built(app, _write)
