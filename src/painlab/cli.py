"""The command ``painlab``."""

from __future__ import annotations

import importlib.util
import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from painlab.content import checkout_dir
from painlab.findings import Finding

app = typer.Typer(
    help="Tools for the course: check its content before others read it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How results are printed."""

    text = "text"
    json = "json"


@app.callback()
def _commands() -> None:
    """Keep ``check`` a command of its own, however many there are."""


@app.command()
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Show findings in these files and folders only.", show_default=False),
    ] = None,
    root: Annotated[
        Path | None,
        typer.Option(help="The checkout to look at.", show_default="this checkout"),
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help="Add unused keys, grades and quiz statistics.")
    ] = False,
    output: Annotated[
        Format, typer.Option("--format", help="How to print: for people or for machines.")
    ] = Format.text,
) -> None:
    """Check pages, notebooks, quizzes and evidence against the rules of the course.

    Every finding names the file, the line and what mends it.

    Exit status: 0 when nothing is to be mended, 1 when something is, 2 when the command itself
    cannot be understood.
    """
    where = _root(root)
    wanted = [_inside(path, where) for path in paths or []]
    if importlib.util.find_spec("myst_parser") is None:
        raise typer.BadParameter("checking pages needs more packages: pip install 'painlab[book]'.")
    # These load the Markdown parser and the evidence, which `--help` does without.
    from painlab.check import check_course
    from painlab.check.report import make_report

    result = check_course(where)
    findings = [finding for finding in result.findings if _is_wanted(finding, wanted)]
    facts = make_report(result.course) if report else None
    if output is Format.json:
        answer: dict[str, object] = {"findings": [finding.as_dict() for finding in findings]}
        if facts:
            answer["report"] = facts.as_dict()
        typer.echo(json.dumps(answer, indent=2, ensure_ascii=False))
    else:
        for finding in findings:
            typer.echo(str(finding))
        if facts:
            typer.echo(facts.as_text())
        typer.echo(_summary(findings, result.course.counted()))
    raise typer.Exit(1 if findings else 0)


def main() -> None:
    """Run the command."""
    app()


def _root(root: Path | None) -> Path:
    try:
        where = (root or checkout_dir()).resolve()
    except FileNotFoundError as error:
        raise typer.BadParameter(f"{error} Name it with --root.") from error
    if not (where / "book" / "evidence").is_dir():
        raise typer.BadParameter(
            f"'{root or where}' is no checkout of the course: it has no folder 'book/evidence'."
        )
    return where


def _inside(path: Path, root: Path) -> str:
    for candidate in (path, root / path):
        if candidate.exists():
            found = candidate.resolve()
            if found.is_relative_to(root):
                return found.relative_to(root).as_posix()
            raise typer.BadParameter(f"'{path}' is not inside '{root}'.")
    raise typer.BadParameter(f"there is no file or folder '{path}'.")


def _is_wanted(finding: Finding, wanted: list[str]) -> bool:
    return not wanted or any(
        path in (".", finding.path) or finding.path.startswith(f"{path}/") for path in wanted
    )


def _summary(findings: list[Finding], counted: str) -> str:
    if not findings:
        return f"Nothing to mend in {counted}."
    files = len({finding.path for finding in findings})
    things = "1 thing" if len(findings) == 1 else f"{len(findings)} things"
    return f"{things} to mend in {files} {'file' if files == 1 else 'files'} ({counted} read)."
