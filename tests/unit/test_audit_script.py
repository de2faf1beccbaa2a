"""``make audit`` fails on a known weakness, and says when it could not look for any."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from painlab.content import checkout_dir

SCRIPT = checkout_dir() / "tools" / "audit.sh"
SOUND = {"name": "a", "version": "1", "vulns": []}
WEAK = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
UNKNOWN = {"name": "c", "skip_reason": "Dependency not found on PyPI and could not be audited: c"}
NO_LINE = "requests.exceptions.ConnectionError: Failed to resolve 'pypi.org'"
NO_END = "npm warn audit 405 Method Not Allowed\nnpm error audit endpoint returned an error"
# What the tool reports, what it complains of, its exit status.
Said = tuple[str, str, int]
PYTHON_CLEAN: Said = (json.dumps({"dependencies": [SOUND], "fixes": []}), "", 0)
NPM_CLEAN: Said = ("found 0 vulnerabilities", "", 0)


def python(*dependencies: object, status: int = 0) -> Said:
    return json.dumps({"dependencies": dependencies, "fixes": []}), "", status


def audit(folder: Path, pip_audit: Said, npm: Said) -> tuple[int, str]:
    """Run the script with stubs in the place of its tools; return exit status and words."""
    for name, (report, complaint, status) in (("pip-audit", pip_audit), ("npm", npm)):
        (folder / f"{name}.report").write_text(report)
        (folder / f"{name}.complaint").write_text(f"{complaint}\n" if complaint else "")
        # Without --output the report goes to where everyone reads it.
        stub = (
            '#!/bin/sh\nout=/dev/stdout\nwhile [ $# -gt 0 ]; do [ "$1" = --output ] && out=$2\n'
            f'shift; done\ncat "$0.report" >"$out"\ncat "$0.complaint" >&2\nexit {status}\n'
        )
        (folder / name).write_text(stub)
        (folder / name).chmod(0o755)
    done = subprocess.run(
        ["sh", str(SCRIPT)],
        env={"PATH": f"{folder}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_nothing_known_is_success(tmp_path: Path) -> None:
    status, words = audit(tmp_path, PYTHON_CLEAN, NPM_CLEAN)
    assert status == 0
    assert words == "Python: no known weaknesses.\nJavaScript: no known weaknesses.\n"


@pytest.mark.parametrize(
    ("pip_audit", "npm", "words"),
    [
        (python(SOUND, WEAK, status=1), NPM_CLEAN, "PYSEC-1"),
        (python(SOUND, UNKNOWN), NPM_CLEAN, "1 packages not audited"),
        (("", "ERROR: requirements.txt is malformed", 1), NPM_CLEAN, "malformed"),
        (PYTHON_CLEAN, ("vega <6 Severity: high", "", 1), "Severity: high"),
        (PYTHON_CLEAN, ("", "npm error code ENOLOCK", 1), "ENOLOCK"),
        # One that cannot be reached excuses nothing in the other.
        (("", NO_LINE, 1), ("vega <6 Severity: high", "", 1), "Severity: high"),
        (python(WEAK, status=1), ("", NO_END, 1), "PYSEC-1"),
    ],
)
def test_a_weakness_or_a_failed_audit_is_a_failure(
    tmp_path: Path, pip_audit: Said, npm: Said, words: str
) -> None:
    status, said = audit(tmp_path, pip_audit, npm)
    assert status == 1
    assert words in said


@pytest.mark.parametrize("pip_audit", [("", NO_LINE, 1), python(UNKNOWN)], ids=["line", "gateway"])
def test_what_could_not_be_looked_up_is_said_and_is_no_failure(
    tmp_path: Path, pip_audit: Said
) -> None:
    status, words = audit(tmp_path, pip_audit, ("", NO_END, 1))
    assert status == 0
    assert words.count("NOT AUDITED, the database cannot be reached") == 2
    assert "no known weaknesses" not in words
