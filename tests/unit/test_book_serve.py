"""The book's server: this machine only, gzip for text, nothing outside its folder."""

import gzip
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from painlab.book.headers import HEADERS, headers_file
from painlab.book.serve import main, serving

BODY = "<p>pain is real</p>" * 100


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("outside")
    folder = tmp_path / "html"
    folder.mkdir()
    (folder / "index.html").write_text(BODY)
    return folder


def test_text_is_gzipped_for_those_who_accept_it(book: Path) -> None:
    with serving(book) as address:
        answer = urlopen(Request(f"{address}/", headers={"Accept-Encoding": "gzip"}))
        body = answer.read()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert len(body) < len(BODY) / 5
    assert gzip.decompress(body).decode() == BODY


def test_text_is_plain_for_everyone_else(book: Path) -> None:
    with serving(book) as address:
        answer = urlopen(f"{address}/index.html")
        assert answer.read().decode() == BODY
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    ("path", "caching"),
    [
        ("/service-worker.js", "no-cache"),
        ("/a.css?v=1234abcd", "max-age=31536000, immutable"),
        ("/a.css", None),
        ("/index.html", None),
    ],
)
def test_a_browser_keeps_what_names_a_version_and_asks_for_the_worker_anew(
    book: Path, path: str, caching: str | None
) -> None:
    for name in ("service-worker.js", "a.css"):
        (book / name).write_text("/* pain is real */")
    with serving(book) as address:
        answer = urlopen(f"{address}{path}")
    assert answer.headers["Cache-Control"] == caching


def test_what_is_missing_is_not_missing_for_a_year(book: Path) -> None:
    with serving(book) as address, pytest.raises(HTTPError) as error:
        urlopen(f"{address}/b.css?v=1234abcd")
    assert error.value.headers["Cache-Control"] is None


def test_a_manifest_is_sent_as_one(book: Path) -> None:
    (book / "manifest.webmanifest").write_text("{}")
    with serving(book) as address:
        answer = urlopen(f"{address}/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"


@pytest.mark.parametrize("path", ["/missing.html", "/../secret.txt", "/%2e%2e/secret.txt"])
def test_nothing_else_is_found(book: Path, path: str) -> None:
    with serving(book) as address, pytest.raises(HTTPError) as error:
        urlopen(Request(f"{address}{path}", headers={"Accept-Encoding": "gzip"}))
    assert error.value.code == 404


def test_where_nothing_stands_the_books_own_page_is_shown(book: Path) -> None:
    (book / "404.html").write_text("<p>Not here</p>")
    with serving(book) as address:
        with pytest.raises(HTTPError) as error:
            urlopen(f"{address}/no/such/page.html")
        with pytest.raises(HTTPError) as without_body:
            urlopen(Request(f"{address}/no", method="HEAD"))
    assert error.value.code == 404
    assert error.value.read() == b"<p>Not here</p>"
    assert without_body.value.read() == b""


def test_it_listens_on_this_machine_only(book: Path) -> None:
    with serving(book) as address:
        assert address.startswith("http://127.0.0.1:")


def test_a_folder_without_a_book_is_misuse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "make book" in capsys.readouterr().err


def test_hosts_are_told_the_same_headers_and_nobody_may_frame_or_listen() -> None:
    first, *lines, worker, caching = headers_file().splitlines()
    assert first == "/*"
    assert dict(line.strip().split(": ", 1) for line in lines) == HEADERS
    assert (worker, caching) == ("/service-worker.js", "  Cache-Control: no-cache")
    assert "frame-ancestors 'self'" in HEADERS["Content-Security-Policy"]
    for feature in ("camera", "microphone", "geolocation"):
        assert f"{feature}=()" in HEADERS["Permissions-Policy"]
