"""Serve the built book on this machine only, with gzip, as a web server would."""

from __future__ import annotations

import argparse
import gzip
import io
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from painlab.book.headers import ASK_FIRST, HEADERS, KEEP_LONG
from painlab.book.offline import WORKER

_MANIFEST = "application/manifest+json"
_TEXT = ("text/", "application/json", "application/javascript", "image/svg+xml", _MANIFEST)
_SMALLEST = 200


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve `folder` while the block runs and give its address.

    Parameters
    ----------
    folder : folder with ``index.html``.
    port : port to listen on; 0 for any free one.

    Yields
    ------
    str
        Address without a slash at its end, for example ``http://127.0.0.1:40123``.
    """
    server = _server(folder, port)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the server until it is interrupted; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m painlab.book.serve", description=__doc__)
    parser.add_argument("folder", type=Path, help="the built book, for example _build/html")
    parser.add_argument("--port", type=int, default=8000, help="0 for any free port (default 8000)")
    options = parser.parse_args(arguments)
    if not (options.folder / "index.html").is_file():
        print(f"{options.folder} holds no index.html: run `make book` first.", file=sys.stderr)
        return 2
    try:
        server = _server(options.folder, options.port)
    except OSError as error:
        print(f"Port {options.port} cannot be used ({error}): try --port 0.", file=sys.stderr)
        return 2
    print(f"The book is at http://127.0.0.1:{server.server_address[1]}/ (Ctrl+C stops it)")
    sys.stdout.flush()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
    return 0


def _server(folder: Path, port: int) -> ThreadingHTTPServer:
    handler = partial(_Handler, directory=str(folder))
    return ThreadingHTTPServer(("127.0.0.1", port), handler)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send text gzipped to those who accept it, everything else as it is."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        kind = self.guess_type(str(path))
        wanted = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (wanted and kind.startswith(_TEXT) and path.is_file()):
            return super().send_head()
        body = path.read_bytes()
        if len(body) < _SMALLEST:
            return super().send_head()
        body = gzip.compress(body, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the book's own page where nothing stands, as a web host does."""
        path = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not path.is_file():
            super().send_error(code, message, explain)
            return
        body = path.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def guess_type(self, path: Any) -> str:
        """Say that our text is UTF-8, and know what Python's tables do not."""
        if str(path).endswith(".webmanifest"):
            return _MANIFEST
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def end_headers(self) -> None:
        """Add what a careful host sends, and say how long a file holds."""
        path, _, query = self.path.partition("?")
        is_page = path.endswith(("/", ".html"))
        for name, value in HEADERS.items():
            # What governs a page would only weigh on its pictures and scripts.
            if is_page or name == "X-Content-Type-Options":
                self.send_header(name, value)
        if path.endswith(f"/{WORKER}"):
            self.send_header("Cache-Control", ASK_FIRST)
        elif query.startswith("v=") and Path(self.translate_path(path)).is_file():
            self.send_header("Cache-Control", KEEP_LONG)
        super().end_headers()

    def version_string(self) -> str:
        """Say no more of the server than is asked for."""
        return "painlab"

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent: the address is all a reader needs."""


if __name__ == "__main__":
    raise SystemExit(main())
