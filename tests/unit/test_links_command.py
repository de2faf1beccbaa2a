"""`painlab links`: addresses are tried on a server of our own, and none is called dead offline."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner

from painlab.addresses import State, try_one
from painlab.cli import app

ROW = """\
  - id: {name}
    title: A page
    what: A page to try.
    kind: tool
    how: read
    link: {address}
    address: page seen
    caution: None.
"""


class Site(BaseHTTPRequestHandler):
    """Answers in the ways that sites do; `asked` holds what it was asked."""

    asked: list[tuple[str, str, str]]

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        status = {"/gone": 404, "/closed": 403, "/broken": 500, "/old": 301, "/slash": 301}
        only_whole = self.path == "/whole" and self.command == "HEAD"
        self.send_response(405 if only_whole else status.get(self.path, 200))
        if self.path in ("/old", "/slash"):
            self.send_header("Location", {"/old": "/new", "/slash": "/slash/"}[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    Site.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> str:
    """Return an address at which nobody listens."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


def run(folder: Path, addresses: dict[str, str], *options: str) -> tuple[int, str]:
    (folder / "book" / "evidence").mkdir(parents=True)
    rows = "".join(ROW.format(name=name, address=at) for name, at in addresses.items())
    (folder / "book" / "links.yml").write_text(f"source_items: {{}}\nlinks:\n{rows}")
    result = CliRunner().invoke(app, ["links", "--root", str(folder), *options])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("path", "state", "note"),
    [
        ("/here", State.good, ""),
        ("/whole", State.good, ""),
        ("/slash", State.good, ""),
        ("/old", State.moved, "/new"),
        ("/closed", State.closed, "403"),
        ("/gone", State.gone, "404"),
        ("/broken", State.failing, "500"),
    ],
)
def test_what_a_site_answers(site: str, path: str, state: State, note: str) -> None:
    tried = try_one(site + path)
    assert (tried.state, tried.note.removeprefix(site)) == (state, note)
    assert all("painlab-links" in agent for _, _, agent in Site.asked)


def test_one_short_request_where_that_is_enough(site: str) -> None:
    try_one(f"{site}/here")
    assert [(method, path) for method, path, _ in Site.asked] == [("HEAD", "/here")]


def test_all_well_leaves_status_0(site: str, tmp_path: Path) -> None:
    status, said = run(tmp_path, {"one": f"{site}/a", "two": f"{site}/closed"})
    assert status == 0, said
    assert "2 addresses tried, 0 to look at." in said


def test_a_page_that_is_gone_leaves_status_1_and_is_named(site: str, tmp_path: Path) -> None:
    status, said = run(tmp_path, {"one": f"{site}/a", "two": f"{site}/gone"}, "--format", "json")
    assert status == 1
    states = {row["id"]: row["state"] for row in json.loads(said)["links"]}
    assert states == {"one": "good", "two": "gone"}


def test_one_silent_site_among_others_is_named(site: str, nobody: str, tmp_path: Path) -> None:
    status, said = run(tmp_path, {"one": f"{site}/a", "two": nobody})
    assert status == 1
    assert "no answer" in said


def test_without_a_network_nothing_is_judged(nobody: str, tmp_path: Path) -> None:
    status, said = run(tmp_path, {"one": nobody, "two": nobody})
    assert status == 2
    assert "no network" in said
    assert "gone" not in said


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    status, said = run(tmp_path, {"one": "ftp://example.org"})
    assert status == 1
    assert "one: 'ftp://example.org' is no address" in said
