"""``CITATION.cff`` is valid Citation File Format 1.2.0 and says what the project says elsewhere."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
import yaml

from painlab.content import checkout_dir

ROOT = checkout_dir()
# The keys that the format knows for a work as a whole, and of these the required ones.
REQUIRED = {"authors", "cff-version", "message", "title"}
KNOWN = REQUIRED | {
    "abstract",
    "commit",
    "contact",
    "date-released",
    "doi",
    "identifiers",
    "keywords",
    "license",
    "license-url",
    "preferred-citation",
    "references",
    "repository",
    "repository-artifact",
    "repository-code",
    "type",
    "url",
    "version",
}


@pytest.fixture(scope="module")
def cff() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return read


def test_it_has_what_the_format_asks_for(cff: dict[str, Any]) -> None:
    assert REQUIRED <= cff.keys() <= KNOWN
    assert cff["cff-version"] == "1.2.0"
    assert cff["type"] in ("software", "dataset")
    assert cff["authors"]
    assert all(author.keys() == {"name"} for author in cff["authors"])
    texts = [cff["message"], cff["title"], cff["abstract"], cff["version"], *cff["keywords"]]
    assert all(isinstance(text, str) and text for text in texts)
    assert len(set(cff["keywords"])) == len(cff["keywords"])


def test_version_and_day_are_those_of_package_and_changelog(cff: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert cff["version"] == project["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = rf"^## \[?{re.escape(cff['version'])}\]? - (\d{{4}}-\d{{2}}-\d{{2}})$"
    released = re.findall(heading, changelog, flags=re.M)
    # A version that the changelog does not date has not been released, and has no day here either.
    assert [str(cff[key]) for key in ("date-released",) if key in cff] == released


def test_title_and_licences_are_those_of_the_project(cff: dict[str, Any]) -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    assert cff["title"] == config["title"]
    assert cff["license"] == ["MIT", "CC-BY-4.0"]
    assert (ROOT / "LICENSE").read_text().startswith("MIT License")
    assert (ROOT / "LICENSE-CONTENT").read_text().startswith("Attribution 4.0 International")
    (author,) = cff["authors"]
    assert author["name"] in (ROOT / "LICENSE").read_text()
