"""What README, CONTRIBUTING and docs name is there: links, files, commands and their options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import typer
import yaml

from painlab.cli import app
from painlab.content import checkout_dir

ROOT = checkout_dir()
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / ".github/PULL_REQUEST_TEMPLATE.md"]
)
PASSED_OVER = {"CHANGELOG.md", "index.md"}
"""One tells of the past, the other is a page of the book, which `painlab check` reads."""

_LINK = re.compile(r"\]\((?!\w+:)(?P<file>[^)#\s]*)(?:#(?P<place>[^)\s]+))?\)")
_FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(`+)(?P<code>.+?)\1", re.DOTALL)
_PATH = re.compile(r"\.?[\w*-][\w.*-]*(?:/[\w.*-]+)*/?")
_FILE = re.compile(r".+\.(?:bib|cff|css|ipynb|js|json|md|mjs|py|svg|toml|txt|yml)")
_MAKE = re.compile(r"\bmake ([a-z]+)")
_PAINLAB = re.compile(r"(?<!from )(?<![.\w])painlab ([a-z]+(?:-[a-z]+)*)\b(?!-)(?P<rest>[^\n]*)")
_BUILT = ("_build/", ".venv")


def missing(document: Path, text: str) -> Iterator[str]:
    """Yield what `text`, standing in `document`, names and what is not there."""
    fences = _FENCE.findall(text)
    prose = _FENCE.sub("", text)
    for match in _LINK.finditer(_SPAN.sub("", prose)):
        file = document.parent / match["file"] if match["file"] else document
        if not file.exists():
            yield f"link {match['file']}"
        elif match["place"] and match["place"] not in places(file):
            yield f"place {match['file']}#{match['place']}"
    spans = [" ".join(match["code"].split()) for match in _SPAN.finditer(prose)]
    for span in spans:
        names_one = _PATH.fullmatch(span) and ("/" in span or _FILE.fullmatch(span))
        if names_one and not span.startswith(_BUILT) and not is_there(span):
            yield f"file {span}"
    for code in (*spans, *(fence.replace("\\\n", " ") for fence in fences)):
        yield from (f"make {name}" for name in _MAKE.findall(code) if name not in targets())
        for match in _PAINLAB.finditer(code):
            yield from unknown(match[1], match["rest"])


def places(file: Path) -> set[str]:
    """Return the addresses of a document's headings, as hosts of repositories make them."""
    headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", words.lower()).replace(" ", "-") for words in headings}


def is_there(path: str) -> bool:
    """Say whether a path from the checkout exists; a name alone may stand in any folder of ours."""
    name = path.rstrip("/")
    return any(ROOT.glob(name)) or ("/" not in name and name in names())


@cache
def names() -> frozenset[str]:
    folders = ("book", "docs", "src/painlab", "tests", "tools", "benchmarks")
    files = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return frozenset(path.name for path in files if "node_modules" not in path.parts)


@cache
def targets() -> frozenset[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def unknown(name: str, rest: str) -> Iterator[str]:
    """Yield the command, or each of its options, that `painlab` does not know."""
    commands = typer.main.get_group(app).commands
    if name not in commands:
        yield f"painlab {name}"
        return
    known = {option for one in commands[name].params for option in one.opts}
    yield from (
        f"painlab {name} {option}"
        for option in re.findall(r"(?<=\s)--[a-z-]+", rest)
        if option not in known
    )


@pytest.mark.parametrize(
    "document",
    [one for one in DOCUMENTS if one.name not in PASSED_OVER],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_all_that_a_document_names_is_there(document: Path) -> None:
    assert list(missing(document, document.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[x](docs/none.md)", ["link docs/none.md"]),
        ("[x](README.md#no-such-heading)", ["place README.md#no-such-heading"]),
        ("See `book/none.yml` and `none.py`.", ["file book/none.yml", "file none.py"]),
        ("See `src/painlab/nowhere/`.", ["file src/painlab/nowhere/"]),
        ("Run `make\nnothing`.", ["make nothing"]),
        ("```sh\nmake nothing   # words\n```\n", ["make nothing"]),
        (
            "```sh\n.venv/bin/painlab new-study a b \\\n  --none x\n```\n",
            ["painlab new-study --none"],
        ),
        ("Try `painlab chek`.", ["painlab chek"]),
        ("`make book`, `painlab check --report`, `book/*/*.md`, [x](README.md), `a/b c`", []),
    ],
)
def test_what_is_not_there_is_named(text: str, found: list[str]) -> None:
    assert list(missing(ROOT / "README.md", text)) == found


TEMPLATES = ROOT / ".github/ISSUE_TEMPLATE"
FORMS = sorted(path for path in TEMPLATES.glob("*.yml") if path.name != "config.yml")


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_the_forms_for_issues_say_what_they_are_and_ask_for_something(form: Path) -> None:
    content = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert {"name", "description", "labels", "body"} == set(content)
    asked = [part for part in content["body"] if part["type"] != "markdown"]
    assert len({part["id"] for part in asked}) == len(asked)
    assert all(part["attributes"]["label"] for part in asked)
    assert any(part.get("validations", {}).get("required") for part in asked)
