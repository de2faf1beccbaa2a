"""The configuration for nginx: one source for headers, and a real nginx where there is one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from typer.testing import CliRunner

from painlab.book.headers import HEADERS
from painlab.book.nginx import nginx_config
from painlab.cli import app
from painlab.content import checkout_dir

BODY = "<p>pain is real</p>" * 100
# "include mime.types" is looked for beside the file that nginx starts with.
AROUND = """
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/book.conf;
}}
"""


def test_each_header_of_the_book_is_sent_with_errors_too() -> None:
    text = nginx_config("/", 8080, "/srv/book")
    for name, value in HEADERS.items():
        assert f'add_header {name} "{value}" always;' in text
        assert not set(value) & {'"', "$", "\\"}, "nginx would read these"
    assert "@" not in text


@pytest.mark.parametrize("path", ["course", "/course", "//", "/a b/", "/$x/", "/;/"])
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="is no path of a site"):
        nginx_config(path, 8080, "/srv/book")


def test_a_folder_that_could_break_the_file_is_refused() -> None:
    with pytest.raises(ValueError, match="is no absolute path"):
        nginx_config("/", 8080, "/srv/book; }")


@pytest.mark.parametrize(
    ("address", "options", "expected"),
    [
        ("", [], "root /usr/share/nginx/html;"),
        ("https://example.org/course/", [], "location /course/ {"),
        ("https://example.org/course/", ["--path", "/"], "location / {"),
    ],
)
def test_the_command_takes_the_path_from_the_address(
    tmp_path: Path, address: str, options: list[str], expected: str
) -> None:
    (tmp_path / "book" / "evidence").mkdir(parents=True)
    (tmp_path / "_config.yml").write_text(f'html:\n  baseurl: "{address}"\n')
    result = CliRunner().invoke(app, ["nginx", "--root", str(tmp_path), *options])
    assert result.exit_code == 0, result.output
    assert expected in result.output


def test_a_wrong_path_is_misuse() -> None:
    result = CliRunner().invoke(app, ["nginx", "--path", "course"])
    assert result.exit_code == 2
    assert "/course/" in result.output


def test_the_container_serves_what_the_command_prints() -> None:
    recipe = (checkout_dir() / "Containerfile").read_text(encoding="utf-8")
    assert "painlab nginx" in recipe
    assert "/usr/share/nginx/html" in recipe
    assert "/healthz" in recipe


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def ask(address: str, **headers: str) -> HTTPResponse:
    """Return the answer, also one that says no."""
    try:
        answer: HTTPResponse = urlopen(Request(address, headers=headers))
    except HTTPError as error:
        return error  # type: ignore[return-value]
    return answer


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small book that a real nginx serves below /course/."""
    if not (program := shutil.which("nginx")) or not Path("/etc/nginx/mime.types").is_file():
        pytest.skip("there is no nginx here, so its configuration was read but not run")
    folder = tmp_path_factory.mktemp("nginx")
    html = folder / "html"
    (html / "bare").mkdir(parents=True)
    (html / "start").mkdir()
    for name in ("index.html", "start/index.html", "service-worker.js", "a.css", ".buildinfo"):
        (html / name).write_text(BODY)
    (html / "404.html").write_text("Not here")
    (html / "manifest.webmanifest").write_text("{}")
    shutil.copy("/etc/nginx/mime.types", folder)
    port = free_port()
    (folder / "book.conf").write_text(nginx_config("/course/", port, str(html)))
    # Started by root, it would else take on an account that may not read here.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user))
    server = subprocess.Popen([program, "-c", str(folder / "nginx.conf")])
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                urlopen(f"{address}/healthz")
                break
            except URLError:
                time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        server.wait()


def test_pages_come_packed_with_every_header(site: str) -> None:
    answer = ask(f"{site}/course/", **{"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


@pytest.mark.parametrize(
    ("path", "caching"),
    [
        ("/course/", "no-cache"),
        ("/course/a.css", "no-cache"),
        ("/course/a.css?v=12ab", "max-age=31536000, immutable"),
        ("/course/service-worker.js?v=12ab", "no-cache"),
        ("/course/none.css?v=12ab", None),
    ],
)
def test_only_what_names_a_version_is_kept(site: str, path: str, caching: str | None) -> None:
    assert ask(f"{site}{path}").headers["Cache-Control"] == caching


def test_the_books_own_page_stands_where_nothing_does(site: str) -> None:
    for path in ("/course/no/such.html", "/course/.buildinfo", "/course/bare/", "/elsewhere"):
        answer = ask(f"{site}{path}")
        assert (answer.status, answer.read()) == (404, b"Not here")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_folders_redirects_types_and_health(site: str) -> None:
    assert ask(f"{site}/course").url == f"{site}/course/"
    assert ask(f"{site}/course/start").url == f"{site}/course/start/"
    manifest = ask(f"{site}/course/manifest.webmanifest")
    assert manifest.headers["Content-Type"] == "application/manifest+json"
    assert ask(f"{site}/healthz").read() == b"ok\n"
