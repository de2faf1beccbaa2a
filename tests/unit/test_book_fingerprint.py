"""A change of data or code outdates the pages; a cache or an installed tool does not."""

from pathlib import Path

from painlab.book.fingerprint import fingerprint


def test_contents_and_names_count(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("value: 1")
    first = fingerprint([tmp_path])
    assert fingerprint([tmp_path]) == first
    (tmp_path / "a.yml").write_text("value: 2")
    second = fingerprint([tmp_path])
    (tmp_path / "a.yml").rename(tmp_path / "b.yml")
    assert len({first, second, fingerprint([tmp_path])}) == 3


def test_tools_and_caches_do_not_count(tmp_path: Path) -> None:
    before = fingerprint([tmp_path, tmp_path / "missing"])
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "x.js").write_text("1")
    assert fingerprint([tmp_path, tmp_path / "missing"]) == before
