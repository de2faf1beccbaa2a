"""The workflows on GitHub: least rights, pinned actions, a reason for each step, real commands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from painlab.content import checkout_dir

ROOT = checkout_dir()
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
EACH = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")
# What a job may be given beyond reading the files, and where.
RIGHTS = {
    "dependencies": {"propose": {"contents": "write", "pull-requests": "write"}},
    "pages": {"deploy": {"pages": "write", "id-token": "write"}},
    "release": {"publish": {"contents": "write"}},
}


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job.get("steps", [])]


@EACH
def test_the_rights_are_the_least(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    given = {
        name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job
    }
    assert given == RIGHTS.get(path.stem, {})


@EACH
def test_a_job_with_more_rights_runs_none_of_our_code(path: Path) -> None:
    jobs = read(path)["jobs"]
    for name in RIGHTS.get(path.stem, {}):
        commands = "\n".join(step.get("run", "") for step in jobs[name]["steps"])
        ours = r"^\s*(?:make|pip|python|painlab|npm|npx|bash|sh)\b|\.venv|\./"
        assert not re.search(ours, commands, flags=re.M)


@EACH
def test_every_action_is_pinned_by_commit_and_names_its_version(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if "uses:" in line]
    assert len(lines) == text.count("uses:")
    for line in lines:
        action, _, version = line.partition("uses: ")[2].partition(" # ")
        assert action.startswith("./") or PINNED.fullmatch(action), line
        assert action.startswith("./") or re.fullmatch(r"v\d+\.\d+\.\d+", version), line


def test_one_version_of_an_action_everywhere() -> None:
    used = {line for path in WORKFLOWS for line in re.findall(r"uses: (\S+@.+)", path.read_text())}
    assert len(used) == len({line.partition("@")[0] for line in used})


@EACH
def test_each_step_says_why(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    first = re.compile(r" {6}- (?:id|name|run|uses): ")
    starts = [number for number, line in enumerate(lines) if first.match(line)]
    assert len(starts) == len(steps(path))
    without = [lines[number] for number in starts if not lines[number - 1].startswith("      # ")]
    assert without == []
    assert lines[0].startswith("# ")


@EACH
def test_no_token_is_left_behind_and_no_run_goes_on_for_hours(path: Path) -> None:
    for step in steps(path):
        if "checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
    for job in read(path)["jobs"].values():
        assert "uses" in job or job["timeout-minutes"] <= 90


@EACH
def test_what_others_wrote_never_becomes_a_command(path: Path) -> None:
    for step in steps(path):
        assert "${{" not in step.get("run", ""), "hand it over by env"


def test_the_bot_renews_actions_and_scripts() -> None:
    updates = read(ROOT / ".github" / "dependabot.yml")["updates"]
    watched = {entry["package-ecosystem"]: entry["directory"] for entry in updates}
    assert watched == {"github-actions": "/", "npm": "/src/painlab/frontend"}
    assert (ROOT / "src/painlab/frontend/package-lock.json").is_file()


@EACH
def test_every_target_of_make_exists(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = {*re.findall(r"^([a-z]+):", makefile, flags=re.M), ".venv/.installed"}
    commands = [step.get("run", "") for step in steps(path)]
    wanted = {
        name
        for run in commands
        for line in re.findall(r"^make ([^|\n]+)", run, flags=re.M)
        for name in line.split()
    }
    assert wanted <= known
