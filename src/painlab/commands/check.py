"""`painlab check`: look at the content of the course, once or whenever it changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from painlab.commands.shared import Format, RootOption, find_root, need
from painlab.findings import Finding


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Show findings in these files and folders only.", show_default=False),
    ] = None,
    root: RootOption = None,
    report: Annotated[
        bool,
        typer.Option("--report", help="Add pages due, unused keys, grades and item statistics."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever content changes; Ctrl-C ends.")
    ] = False,
    output: Annotated[
        Format, typer.Option("--format", help="How to print: for people or for machines.")
    ] = Format.text,
) -> None:
    """Check pages, notebooks, quizzes and evidence against the rules of the course.

    Every finding names the file, the line, the column and what mends it.

    Exit status: 0 when nothing is to be mended, 1 when something is, 2 when the command itself
    cannot be understood.
    """
    where = find_root(root)
    wanted = [_inside(path, where) for path in paths or []]
    need("myst_parser", "checking pages")
    if not watch:
        raise typer.Exit(_run(where, wanted, report, output))
    if output is Format.json:
        raise typer.BadParameter("--watch prints for people; leave '--format json' out.")
    need("watchfiles", "watching files")
    from painlab.commands.watch import run_on_changes

    raise typer.Exit(run_on_changes(where, lambda: _run(where, wanted, report, output)))


def _run(where: Path, wanted: list[str], report: bool, output: Format) -> int:
    """Check once, print what is found, and return the exit status."""
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
    return 1 if findings else 0


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
